/** What the register shows of a grant, taken over here. */
import type { KnownGrant } from '../../engine/fleet/fleet-grants.ts'
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
    const entry = there?.grant.entries.find(({ lender }) => lender?.fleet !== undefined)
    if (!there || !entry) return
    await deps.vault.forget(entry.holder.entry)
    await recordLeft(deps, membership.name, there)
    await deps.look()
    return
  }
  if (there && record.state === 'rejected') return endShared(deps, there)
  const login = record.state === 'ok' ? node.login(id) : undefined
  if (there) {
    if (login) await deps.refresh(there, NEWS)
    return
  }
  if (!login) return
  await placing(deps.ports, async () => {
    await deps.look()
    if (sharedProfile(deps, membership.fleet, id)) return
    await placeShared(deps, membership, id, login)
    await deps.look()
    await recordArrived(deps, membership.name, sharedProfile(deps, membership.fleet, id))
  })
}
