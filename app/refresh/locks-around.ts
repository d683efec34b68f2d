/** Who holds which lock around a profile right now, for showing. */
import type { LockView } from '../contract/views.ts'
import type { Profile } from '../profiles/profile.ts'
import { isOurs } from './holders.ts'
import type { RefreshTools } from './refresh-once.ts'
import { grantLockName } from './wait-for-turn.ts'

export async function locksAround(tools: RefreshTools, profile: Profile): Promise<readonly LockView[]> {
  const name = grantLockName(tools.ports, profile)
  const own = await tools.ports.lock.holder(name)
  const views: LockView[] = []
  if (own) {
    const { pid, sinceMs, alive } = own
    const path = `${tools.ports.paths.locks}/${name}.lock`
    views.push({ path, label: "Lamplighter's grant lock", pid, sinceMs, state: alive ? 'live' : 'dead' })
  }
  for (const store of tools.stores.values()) {
    const holders = profile.grant.entries.filter((entry) => entry.holder.store === store.id && isOurs(entry))
    views.push(...(await store.locksHeld(holders.map((entry) => entry.holder))))
  }
  return views
}
