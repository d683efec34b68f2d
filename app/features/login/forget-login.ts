/** Deletes our own copies of a login, and only those: the provider is not told, and no other program's file is touched. */

import { AppError } from '../../base/errors.ts'
import type { HolderContext } from '../../engine/refresh/context.ts'
import { type TransferPorts, underLocks } from '../../engine/refresh/with-holder-locks.ts'
import type { NewEvent } from '../../history/new-event.ts'
import { VAULT } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { labelOf } from '../../model/profile-view.ts'
import type { TakenAway } from './taken-away.ts'

export interface ForgetDeps {
  readonly ports: TransferPorts
  readonly tools: HolderContext
  readonly takenAway: TakenAway
  readonly record: (event: NewEvent) => Promise<unknown>
}

/**
 * Waits for a refresh of it that is under way.
 * @returns the paths where other programs go on keeping it
 * @throws AppError STORE_READ_ONLY where none of its copies is ours; STORE_LOCKED, STORE_UNWRITABLE
 */
export async function forgetLogin(
  { ports, tools, takenAway, record }: ForgetDeps,
  profile: Profile,
): Promise<readonly string[]> {
  const holders = profile.grant.entries.map(({ holder }) => holder)
  const ours = holders.filter(({ store }) => store === VAULT)
  const others = [...new Set(holders.filter(({ store }) => store !== VAULT).map(({ path }) => path))]
  if (ours.length === 0) {
    throw new AppError(
      'STORE_READ_ONLY',
      `${profile.id} is kept by ${profile.grant.current.owner}, not by Lamplighter.`,
      {
        hint: `Remove it there, and it is gone here too: ${others.join(', ')}`,
      },
    )
  }
  const names = ours.map(({ entry }) => entry)
  await underLocks({ ...tools, ports }, [profile], ours, () => takenAway.takeAway(profile, names))
  await record({
    atMs: ports.clock.now(),
    kind: 'forgotten',
    profileId: profile.id,
    providerId: profile.provider,
    account: labelOf(profile),
    message: `Lamplighter’s copy was deleted.${others.length > 0 ? ` It stays in: ${others.join(', ')}` : ''}`,
    askedBy: 'person',
    process: ports.process.label,
    pid: ports.process.pid,
  })
  return others
}
