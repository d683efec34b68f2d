/**
 * One attempt to renew what a fleet shares:
 * this machine's turn -> what the watch and our journal know -> fleet's ticket -> our ticket -> request -> our journal ->
 * the register, which tells everybody. Of many nodes one gets the ticket; the others wait for the watch and write nothing.
 */
import { AppError, toFailure } from '../../base/errors.ts'
import { RegisterFailure } from '../../base/register.ts'
import { isUsable } from '../../model/expiry.ts'
import type { JournalEntry } from '../../model/journal-entry.ts'
import type { RefreshOutcome } from '../../model/refresh-outcome.ts'
import { LOCK_STALE_MS, WAIT_MS } from '../../model/refresh-policy.ts'
import { claimTicket } from './claim-ticket.ts'
import type { FleetContext } from './context.ts'
import { deliverEntry } from './deliver.ts'
import type { KnownGrant } from './fleet-grants.ts'
import { openAccess, openSpend } from './grant-seal.ts'
import { adopted, busy, ENDED, ended, LOST_TWICE, notNow, UNKNOWN, unknownGrant } from './outcomes.ts'
import { fromRegister, wentBack } from './register-text.ts'
import { reject } from './reject.ts'
import { waitForNews, withTicket } from './with-ticket.ts'

const TURN_POLL_MS = 250
const MOST_ROUNDS = 5
/** Somebody took the ticket, or delivers just now: the watch tells within a moment. */
const LOOK_AGAIN_MS = 1_000

/** @param seen the generation that the caller knows: a newer one that works is used instead of asking for one */
export async function refreshShared(tools: FleetContext, id: string, seen: number): Promise<RefreshOutcome> {
  const { lock } = tools.ports
  const name = `fleet-${tools.keys.fleet}-${id}`
  const isNews = (grant: KnownGrant): boolean => isNewer(tools, grant, seen)
  let turn = await lock.tryAcquire(name)
  for (let waitedMs = 0; !turn; waitedMs += TURN_POLL_MS) {
    const news = await tools.grants.waitFor(id, isNews, TURN_POLL_MS)
    if (news) return adopted(tools, news)
    if (waitedMs >= WAIT_MS) return busy(tools, id, 'Another process of this machine')
    turn = await lock.tryAcquire(name)
  }
  try {
    return await duringOurTurn(tools, id, seen)
  } catch (error) {
    if (error instanceof RegisterFailure) return notNow(tools, id, fromRegister(tools.name, error))
    if (error instanceof AppError) return notNow(tools, id, toFailure(error))
    throw error
  } finally {
    await turn.release()
  }
}

async function duringOurTurn(tools: FleetContext, id: string, seen: number): Promise<RefreshOutcome> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const grant = tools.grants.get(id)
    if (grant && isNewer(tools, grant, seen)) return adopted(tools, grant)
    if (tools.grants.wentBack || tools.grants.behind?.reason === 'gone-back')
      return notNow(tools, id, wentBack(tools.name))
    if (!grant || grant.record.state === 'left') return notNow(tools, id, unknownGrant(tools))
    const local = await tools.journal.read(grant.record.fingerprint)
    if (local?.state === 'answered') {
      await deliverEntry(tools, local)
      continue
    }
    if (grant.record.state === 'rejected') return ended(grant, local)
    const before = local && whatWeKnow(tools, grant, local)
    if (before === 'used') {
      const news = await tools.grants.waitFor(
        id,
        ({ record }) => record.generation > grant.record.generation,
        WAIT_MS,
      )
      if (!news) return busy(tools, id, 'Another machine of the fleet')
      continue
    }
    if (before) return before
    const outcome = await tryOnce(tools, grant, local)
    if (outcome) return outcome
  }
  return busy(tools, id, 'Another machine of the fleet')
}

/** Undefined: the grant may be another one by now. */
async function tryOnce(
  tools: FleetContext,
  grant: KnownGrant,
  local: JournalEntry | undefined,
): Promise<RefreshOutcome | undefined> {
  // What can fail without anybody's harm does so before there is a ticket.
  const login = openSpend(tools.ports, tools.keys, grant.id, grant.record)
  const key = await tools.journal.prepare()
  const provider = await tools.resolve(login)
  const letGo = await tools.journal.reserve(grant.record.fingerprint, login.credential, key)
  let freed: Promise<void> | undefined
  const freeRoom = (): Promise<void> => {
    freed ??= letGo()
    return freed
  }
  try {
    const claim = await claimTicket(tools, grant, local)
    switch (claim.kind) {
      case 'ours':
        return await withTicket(tools, { grant, login, key, provider, claim }, freeRoom)
      case 'lost':
        return await reject(tools, grant, 'rejected', LOST_TWICE)
      case 'look-again':
        tools.seen.lost++
        return await waitForNews(tools, grant, LOOK_AGAIN_MS)
      case 'wait': {
        tools.seen.lost++
        const retryAtMs = tools.ports.clock.now() + claim.againMs
        await waitForNews(tools, grant, Math.min(claim.againMs, WAIT_MS))
        return isMovedOn(tools, grant) ? undefined : { ...busy(tools, grant.id, claim.node), retryAtMs }
      }
    }
  } finally {
    await freeRoom()
  }
}

function isMovedOn({ grants }: FleetContext, grant: KnownGrant): boolean {
  return (grants.get(grant.id)?.revision ?? 0) > grant.revision
}

/** Undefined: it may be tried. `used`: it is, and the register will show what came. */
function whatWeKnow(
  { journal, ports }: FleetContext,
  { id }: KnownGrant,
  local: JournalEntry,
): RefreshOutcome | 'used' | undefined {
  const { state, fingerprint: grant, atMs, failure } = local
  if (state === 'spent' || state === 'superseded') return 'used'
  if (state === 'rejected') return { kind: 'rejected', cause: 'rejected', grant, failure: failure ?? ENDED }
  if (state === 'asking' && journal.isOwnerAlive(local)) {
    const why = {
      code: 'STORE_LOCKED',
      message: 'Another process is in the middle of renewing this login.',
    }
    return { kind: 'retry', cause: 'locked', grant: id, failure: why }
  }
  const waitMs = Math.min(LOCK_STALE_MS, atMs + LOCK_STALE_MS - ports.clock.now())
  if (waitMs <= 0) return undefined
  const why = failure ?? UNKNOWN
  return {
    kind: 'retry',
    cause: 'unknown-outcome',
    grant,
    failure: why,
    retryAtMs: ports.clock.now() + waitMs,
  }
}

function isNewer({ ports, keys }: FleetContext, { id, record }: KnownGrant, seen: number): boolean {
  if (record.generation <= seen || record.state !== 'ok') return false
  return isUsable(openAccess(ports, keys, id, record).credential, ports.clock.now())
}
