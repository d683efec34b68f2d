/** A shared login becomes this machine's own again: out of the register first, so that nobody else renews it. */
import { AppError } from '../../base/errors.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'
import type { FleetSession } from './session.ts'

/** @throws RegisterFailure; AppError PROFILE_UNKNOWN, ARGUMENT_INVALID, NOT_REFRESHABLE, STORE_* */
export async function takeBack(deps: NodeDeps, session: FleetSession, profileId: string): Promise<void> {
  await deps.look()
  const profile = deps.profiles.find(profileId)
  const entry = profile.grant.entries.find(({ lender }) => lender?.fleet === session.membership.fleet)
  if (!entry?.lender) {
    throw new AppError('ARGUMENT_INVALID', `${labelOf(profile)} is not shared by the fleet.`)
  }
  const { credential } = await session.node.takeOut(entry.lender.profile)
  const { account, id } = { account: { ...entry.account, ...credential.account }, id: entry.holder.entry }
  await deps.vault.add({ id, provider: entry.provider, credential: { ...credential, account } })
  await deps.look()
  deps.forgetRetry(profile.id)
}
