/** What the history says of logins that come with the fleet, and go. */
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'

export async function recordArrived(
  deps: NodeDeps,
  fleet: string,
  profile: Profile | undefined,
): Promise<void> {
  if (profile) await record(deps, fleet, profile, 'shared', `The fleet ${fleet} shares it with this machine.`)
}

export function recordLeft(deps: NodeDeps, fleet: string, profile: Profile): Promise<void> {
  return record(
    deps,
    fleet,
    profile,
    'taken-out',
    `It was taken out of the fleet ${fleet}, and is gone from here.`,
  )
}

async function record(
  { ports, record: write }: NodeDeps,
  fleet: string,
  profile: Profile,
  cause: string,
  message: string,
): Promise<void> {
  const { fingerprint: grant } = profile.grant.current
  await write({
    atMs: ports.clock.now(),
    kind: 'imported',
    cause,
    profileId: profile.id,
    providerId: profile.provider,
    account: labelOf(profile),
    ...(grant === undefined ? {} : { grant }),
    message,
    askedBy: fleet,
    process: ports.process.label,
    pid: ports.process.pid,
  })
}
