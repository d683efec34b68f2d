/** What is to be said of the logins that a fleet shares, as long as it cannot do what it should. Pure. */
import type { Failure } from '../../contract/failure.ts'
import type { Notices } from '../../engine/profiles/profile-notices.ts'
import { here, type NodeDeps } from '../nodes/connection/deps.ts'
import type { FleetSession } from './session.ts'

export function fleetNotices(
  deps: Pick<NodeDeps, 'profiles'>,
  { membership, node }: FleetSession,
  problem: Failure | undefined,
): Notices {
  if (!problem) return new Map()
  const { contactMs } = node.grants
  const since = contactMs === undefined ? 'not reached yet' : `not reached since ${shortTime(contactMs)}`
  const isBehind = node.grants.behind !== undefined
  const message = isBehind
    ? `Held by the fleet ${membership.name}, ${since}. ${problem.message}`
    : problem.message
  const shared = here(deps as NodeDeps).filter(({ grant }) =>
    grant.entries.some(({ lender }) => lender?.fleet === membership.fleet),
  )
  return new Map(shared.map(({ id }) => [id, [{ ...problem, message }]]))
}

/** "2026-11-30 12:05 UTC" */
function shortTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
