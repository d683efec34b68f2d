/** What a removed machine could spend is worthless only when it was renewed since. */
import type { NodeDeps } from '../nodes/connection/deps.ts'
import type { MembershipFile } from './membership.ts'
import { receiveShared } from './receive-shared.ts'
import type { FleetSession } from './session.ts'

export interface Renewed {
  /** Not yet: it goes on at the next round. */
  readonly left: number
  /** Their provider does not rotate: what the machine holds goes on working. */
  readonly kept: number
}

const OVER = new Set(['refreshed', 'adopted', 'rejected'])

/** One after the other, so that nobody's token endpoint is flooded. */
export async function renewRemoved(
  deps: NodeDeps,
  file: MembershipFile,
  made: FleetSession,
): Promise<Renewed> {
  let kept = 0
  for (const id of (await file.read())?.toRenew ?? []) {
    const grant = made.node.grants.get(id)
    if (grant?.record.state === 'ok') {
      const outcome = await made.node.refresh(id, { generation: grant.record.generation })
      if (!OVER.has(outcome.kind)) continue
      if (outcome.kind === 'refreshed' && outcome.successor === outcome.grant) kept++
      const now = made.node.grants.get(id)
      if (now) await receiveShared(deps, made, now)
    }
    await file.change((now) => ({ ...now, toRenew: now.toRenew.filter((one) => one !== id) }))
  }
  return { left: (await file.read())?.toRenew.length ?? 0, kept }
}
