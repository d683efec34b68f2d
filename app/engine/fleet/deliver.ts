/** The successor of a fleet's token, from our journal into the register. Whoever has an answer delivers it, however late. */
import { messageOf } from '../../base/errors.ts'
import { RegisterFailure } from '../../base/register.ts'
import type { Credential } from '../../model/credential.ts'
import { type GrantRecord, parseGrantRecord } from '../../model/fleet-record.ts'
import type { JournalEntry } from '../../model/journal-entry.ts'
import type { FleetContext } from './context.ts'
import type { KnownGrant } from './fleet-grants.ts'
import { openAccess, sealGrant } from './grant-seal.ts'
import { writeForSure } from './write-for-sure.ts'

export type Delivery =
  | { readonly kind: 'delivered'; readonly grant: KnownGrant }
  /** Another answer, or a new login, stands there: ours stays in the journal. */
  | { readonly kind: 'superseded' }

/**
 * @param spent the fingerprint of what was sent for it
 * @param known what it replaces, as far as we know @throws RegisterFailure: the journal keeps it
 */
export async function deliver(
  tools: FleetContext,
  id: string,
  spent: string,
  login: { readonly provider: string; readonly credential: Credential },
  known?: KnownGrant,
): Promise<Delivery> {
  const { ports, register, layout, keys, node, journal } = tools
  const key = layout.grant(id)
  let now = known ?? (await readGrant(tools, id))
  const definition = now && openAccess(ports, keys, id, now.record).definition
  const about = definition === undefined ? login : { ...login, definition }
  const record = sealGrant(ports, keys, id, about, { node })
  const text = JSON.stringify(record)
  while (now) {
    if (isSame(now.record, record)) return settled(tools, spent, record, now)
    if (now.record.fingerprint !== spent || now.record.generation !== record.generation - 1) break
    const { revision } = now
    const made = await writeForSure(ports.clock, text, () => register.replace(key, text, revision))
    if (made.kind === 'written') {
      tools.grants.learn({ key, value: text, revision: made.revision })
      return settled(tools, spent, record, { id, record, revision: made.revision })
    }
    now = await readGrant(tools, id)
  }
  await journal.superseded(spent)
  return { kind: 'superseded' }
}

/** What this machine was told and could not pass on: after a cut, or a start. @throws RegisterFailure */
export async function deliverAll(tools: FleetContext): Promise<void> {
  for (const entry of await tools.journal.answers()) {
    try {
      await deliverEntry(tools, entry)
    } catch (error) {
      if (error instanceof RegisterFailure) throw error
      const { fingerprint: grant } = entry // the others' turn all the same
      tools.ports.log.warn('an answer cannot be opened', { grant, error: messageOf(error) })
    }
  }
}

/** @throws RegisterFailure; AppError KEYCHAIN_UNAVAILABLE, STORE_CORRUPT */
export async function deliverEntry(tools: FleetContext, entry: JournalEntry): Promise<Delivery> {
  const credential = await tools.journal.successorOf(entry)
  const provider = entry.home?.provider ?? ''
  return deliver(tools, entry.profileId, entry.fingerprint, { provider, credential })
}

async function readGrant(
  { register, layout, grants }: FleetContext,
  id: string,
): Promise<KnownGrant | undefined> {
  const found = await register.read(layout.grant(id))
  const record = found && parseGrantRecord(found.value)
  if (!record) return undefined
  grants.learn(found)
  return { id, record, revision: found.revision }
}

function isSame(now: GrantRecord, ours: GrantRecord): boolean {
  return now.generation === ours.generation && now.fingerprint === ours.fingerprint && now.node === ours.node
}

/** What stands in the register is there for everybody; that our journal does not say so costs a look later. */
async function settled(
  tools: FleetContext,
  spent: string,
  record: GrantRecord,
  grant: KnownGrant,
): Promise<Delivery> {
  try {
    await (record.fingerprint === spent ? goesOn(tools, spent) : tools.journal.spent(spent))
  } catch (error) {
    tools.ports.log.warn('a delivery could not be settled', { grant: spent, error: messageOf(error) })
  }
  return { kind: 'delivered', grant }
}

/** No new refresh token came: the old one may be sent again, so neither ticket may stay. */
async function goesOn({ journal, register, layout }: FleetContext, spent: string): Promise<void> {
  await journal.forget(spent)
  const ticket = await register.read(layout.ticket(spent))
  if (ticket) await register.remove(ticket.key, ticket.revision)
}
