/** Who holds which lock around a profile right now, for showing; and taking away one that was left behind. */

import { AppError } from '../../base/errors.ts'
import type { LockRemoval } from '../../base/ports.ts'
import type { LockView } from '../../contract/views.ts'
import type { HeldEntry, Holder } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import type { CredentialStore } from '../../stores/store.ts'
import type { RefreshContext } from './context.ts'
import { grantLockName } from './grant-lock.ts'
import { isOurs } from './holders.ts'

export async function locksAround(tools: RefreshContext, profile: Profile): Promise<readonly LockView[]> {
  const { name, path } = ownLock(tools, profile)
  const own = await tools.ports.lock.holder(name)
  const views: LockView[] = []
  if (own) {
    const { pid, sinceMs, alive, suspended, identity } = own
    views.push({
      path,
      label: 'Lamplighter’s grant lock',
      pid,
      sinceMs,
      state: suspended ? 'suspended' : alive ? 'live' : 'dead',
      olderThanThreshold: false, // a laptop may have slept: only the owner's death counts, not an age
      removable: !alive,
      identity,
    })
  }
  for (const [store, holders] of holdersByStore(tools, profile))
    views.push(...((await store.locks?.held(holders)) ?? []))
  return views
}

/**
 * Only what a view offered: the lock with this identity, past its owner's own threshold, never a living process's.
 * @returns the locks that are left. @throws AppError STORE_LOCKED when it is in use, STORE_CHANGED when it is another by now
 */
export async function removeLockAround(
  tools: RefreshContext,
  profile: Profile,
  path: string,
  identity: string,
): Promise<readonly LockView[]> {
  const removal = await remove(tools, profile, path, identity)
  if (removal === 'held') {
    throw new AppError('STORE_LOCKED', `${path} may still be in use, so it was not removed.`, {
      hint: 'See what the process that holds it is doing. Once it has ended, Lamplighter takes the lock over by itself.',
    })
  }
  if (removal === 'changed') {
    throw new AppError(
      'STORE_CHANGED',
      `${path} has changed hands since it was shown, so it was not removed.`,
      {
        hint: 'Somebody is using it. Nothing to do.',
      },
    )
  }
  if (removal === 'removed') tools.ports.log.info('a lock that was left behind was removed', { path })
  return locksAround(tools, profile)
}

async function remove(
  tools: RefreshContext,
  profile: Profile,
  path: string,
  identity: string,
): Promise<LockRemoval> {
  const own = ownLock(tools, profile)
  if (path === own.path) return tools.ports.lock.remove(own.name, identity)
  for (const [store, holders] of holdersByStore(tools, profile)) {
    const removal = await store.locks?.remove(holders, path, identity)
    if (removal !== undefined && removal !== 'gone') return removal
  }
  return 'gone'
}

function ownLock(tools: RefreshContext, profile: Profile): { readonly name: string; readonly path: string } {
  const name = grantLockName(tools.ports, profile)
  return { name, path: `${tools.ports.paths.locks}/${name}.lock` }
}

function holdersByStore(
  tools: RefreshContext,
  profile: Profile,
): readonly (readonly [CredentialStore, Holder[]])[] {
  return [...tools.stores.values()].map((store) => {
    // Where we never write, its owner's locks are shown for what they tell of it.
    const counts = (entry: HeldEntry): boolean => isOurs(entry) || !store.writing
    const entries = profile.grant.entries.filter((entry) => entry.holder.store === store.id && counts(entry))
    return [store, entries.map((entry) => entry.holder)]
  })
}
