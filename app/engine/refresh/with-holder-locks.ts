/** The locks around a set of holders: first our own for each grant, as a refresh takes them, then the owners'. */

import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import type { Holder } from '../../model/holder.ts'
import type { Profile } from '../../model/profile.ts'
import { WAIT_MS } from '../../model/refresh-policy.ts'
import type { StoreLock } from '../../stores/store.ts'
import { writingOf } from '../../stores/store.ts'
import type { HolderContext } from './context.ts'
import { grantLockName } from './grant-lock.ts'
import { storeOf } from './holders.ts'

export type TransferPorts = Pick<
  Ports,
  'clock' | 'files' | 'keyring' | 'lock' | 'log' | 'paths' | 'process' | 'random'
>

/** Asked before each write. */
export type StillHeld = () => Promise<boolean>

/** @param profiles whose grants must not be refreshed meanwhile. @throws AppError STORE_LOCKED, STORE_READ_ONLY */
export async function underLocks<T>(
  tools: HolderContext & { readonly ports: TransferPorts },
  profiles: readonly Profile[],
  holders: readonly Holder[],
  work: (stillHeld: StillHeld) => Promise<T>,
): Promise<T> {
  const names = [...new Set(profiles.map((profile) => grantLockName(tools.ports, profile)))].sort()
  return withGrants(tools.ports, names, () => withOwners(tools, holders, work))
}

/** In the order of their names, so that two imports cannot wait for each other. */
async function withGrants<T>(
  ports: TransferPorts,
  names: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const [first, ...rest] = names
  return first === undefined ? work() : withLock(ports, first, WAIT_MS, () => withGrants(ports, rest, work))
}

async function withOwners<T>(
  tools: HolderContext,
  holders: readonly Holder[],
  work: (stillHeld: StillHeld) => Promise<T>,
): Promise<T> {
  const held: StoreLock[] = []
  try {
    for (const id of tools.stores.keys()) {
      const own = holders.filter((holder) => holder.store === id)
      const [first] = own
      if (first) held.push(await writingOf(storeOf(tools, first)).lock(own, WAIT_MS))
    }
    return await work(async () => {
      for (const one of held) if (!(await one.stillHeld())) return false
      return true
    })
  } finally {
    for (const one of held.reverse()) await one.release()
  }
}
