/** What the register shows of a grant, taken over here. */
import type { KnownGrant } from '../../engine/fleet/fleet-grants.ts'
import { sameTokens } from '../../model/expiry.ts'
import type { HeldEntry } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { writeMissed } from '../nodes/borrow/moved-files.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'
import { placeShared, placing, sharedProfile } from './place-shared.ts'
import { recordArrived, recordLeft } from './recorded.ts'
import type { FleetSession } from './session.ts'
import { endShared, NEWS } from './shared-renewer.ts'

/** Into the list of this machine, or newer tokens into what is there, or out of it. */
export async function receiveShared(
  deps: NodeDeps,
  from: FleetSession,
  { id, record }: KnownGrant,
): Promise<void> {
  const { membership, node } = from
  const there = sharedProfile(deps, membership.fleet, id)
  if (record.state === 'left') {
    const entry = there && entryOf(there)
    if (!entry) return
    await deps.vault.forget(entry.holder.entry)
    await recordLeft(deps, membership.name, there)
    await deps.look()
    return
  }
  if (there && record.state === 'rejected') return endShared(deps, there)
  const login = record.state === 'ok' ? node.login(id) : undefined
  if (there && login) {
    const here = entryOf(there)?.credential
    const isHere = here !== undefined && sameTokens(here, login.credential)
    await (isHere ? writeMissed(deps, there) : deps.refresh(there, NEWS))
  }
  if (there) return
  if (!login) return
  await placing(deps.ports, async () => {
    await deps.look()
    if (sharedProfile(deps, membership.fleet, id)) return
    await placeShared(deps, membership, id, login)
    await deps.look()
    await recordArrived(deps, membership.name, sharedProfile(deps, membership.fleet, id))
  })
}

function entryOf({ grant }: Profile): HeldEntry | undefined {
  return grant.entries.find(({ lender }) => lender?.fleet !== undefined)
}
