/** A credential from another machine into its place here: over the holders of the same account, or into our vault. */

import { AppError } from '../../../base/errors.ts'
import { fingerprintOf } from '../../../engine/journal/fingerprint.ts'
import type { Credential } from '../../../model/credential.ts'
import { groupIntoGrants } from '../../../model/grant.ts'
import type { HeldEntry, Holder } from '../../../model/holder.ts'
import { nameProfiles, type Profile } from '../../../model/profile.ts'
import { applyRow } from '../../transfer/import/apply-row.ts'
import type { Backup } from '../../transfer/import/backup.ts'
import { type PlannedRow, planRows } from '../../transfer/import/plan.ts'
import { here, type NodeDeps } from '../connection/deps.ts'

export interface Arrival {
  /** The profile's name on the machine it comes from. */
  readonly name: string
  readonly provider: string
  readonly credential: Credential
  /** What a person calls that machine. */
  readonly from: string
}

/** What would be written where, as an import from a file plans it. */
export function planArrival(parts: NodeDeps, arrival: Arrival, rowId: string): PlannedRow {
  const { ports, findProvider, profiles } = parts
  const [row] = planRows({
    logins: [asProfile(parts, arrival)],
    from: arrival.from,
    local: here(parts),
    findProvider,
    ticketOf: (fingerprint) => {
      const state = profiles.snapshot.tickets.get(fingerprint)?.state
      return state === 'spent' || state === 'rejected' ? state : undefined
    },
    nowMs: ports.clock.now(),
  })
  if (!row) throw new Error('a plan for one login has one row')
  return { ...row, view: { ...row.view, id: rowId } }
}

/**
 * Where it is to be kept although nothing asks for it: a grant that only this machine may spend must not get lost.
 * @returns the holders that have it now; empty when they had it before
 */
export async function keepArrival(
  parts: NodeDeps,
  backup: Backup,
  arrival: Arrival,
  rowId: string,
): Promise<readonly Holder[]> {
  if (holderOf(parts, arrival.credential)) return []
  const planned = planArrival(parts, arrival, rowId)
  const vault: PlannedRow = {
    ...planned,
    credential: arrival.credential,
    target: { kind: 'vault', name: arrival.name },
  }
  const row = planned.target.kind === 'holders' ? planned : vault
  const tools = { ...parts.tools, ports: parts.ports, vault: parts.vault }
  const first = await applyRow(tools, backup, row)
  if (first.written.length > 0) return first.written
  if (row === vault)
    throw new AppError('STORE_UNWRITABLE', first.troubles[0]?.message ?? 'Nothing could be written.')
  return (await applyRow(tools, backup, vault)).written
}

/** The profile here that holds exactly this token. */
export function holderOf(parts: NodeDeps, credential: Credential): Profile | undefined {
  const fingerprint = fingerprintOf(parts.ports, credential)
  return here(parts).find(({ grant }) => grant.entries.some((entry) => entry.fingerprint === fingerprint))
}

function asProfile({ ports, findProvider }: NodeDeps, arrival: Arrival): Profile {
  const { name, credential, from } = arrival
  const fingerprint = fingerprintOf(ports, credential)
  const entry: HeldEntry = {
    holder: { store: 'vault', id: `vault:${name}`, label: from, path: from, entry: name },
    provider: findProvider(arrival.provider)?.id ?? arrival.provider,
    account: credential.account,
    credential,
    mode: 'own',
    owner: 'Lamplighter',
    spent: false,
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
  const [profile] = nameProfiles(groupIntoGrants([entry], (one) => one))
  if (!profile) throw new Error('one entry makes one profile')
  return profile
}
