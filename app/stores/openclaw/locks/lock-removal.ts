/**
 * OpenClaw's locks as a person sees them, and taking away one that was left behind. Offered only past OpenClaw's own
 * threshold; a lock that does not say who holds it is first watched for as long as before a take-over.
 */

import type { LockRemoval, Ports } from '../../../base/ports.ts'
import type { LockView } from '../../../contract/views.ts'
import type { LockObserver, Standing } from './lock-observer.ts'
import { WATCHED_MS } from './sightings.ts'

type HygienePorts = Pick<Ports, 'clock' | 'process' | 'random'>

/** OpenClaw's `stale` for the lock beside a store, and for the lock around a refresh, which lasts longer. */
const STORE_STALE_MS = 30_000
const REFRESH_STALE_MS = 180_000
const GLANCE_MS = 1_000 // closer than what still counts as one observation
const PATIENCE_MS = WATCHED_MS + 10 * GLANCE_MS

export function toLockView(ports: HygienePorts, path: string, standing: Standing): LockView {
  const { pid, sinceMs } = standing.contention
  const isRefresh = path.includes('oauth-refresh')
  const thresholdMs = isRefresh ? REFRESH_STALE_MS : STORE_STALE_MS
  const state = stateOf(ports, standing)
  const olderThanThreshold = sinceMs !== undefined && ports.clock.now() - sinceMs > thresholdMs
  return {
    path,
    label: isRefresh ? 'OpenClaw’s refresh lock' : 'OpenClaw’s store lock',
    ...(pid === undefined ? {} : { pid }),
    ...(sinceMs === undefined ? {} : { sinceMs }),
    state,
    thresholdMs,
    olderThanThreshold,
    removable: olderThanThreshold && (state === 'dead' || state === 'unknown'),
    identity: identityOf(ports, standing),
  }
}

/** @param identity of the lock that was shown; it is compared again under OpenClaw's own guard */
export async function removeLock(
  ports: HygienePorts,
  observations: LockObserver,
  path: string,
  identity: string,
): Promise<LockRemoval> {
  const deadlineMs = ports.clock.now() + PATIENCE_MS
  for (;;) {
    const standing = await observations.standing(path)
    if (!standing) return 'gone'
    if (identityOf(ports, standing) !== identity) return 'changed'
    if (!toLockView(ports, path, standing).removable) return 'held'
    if (standing.abandoned && (await observations.reclaim(path, standing))) return 'removed'
    if (ports.clock.now() >= deadlineMs) return 'held'
    await ports.clock.sleep(GLANCE_MS)
  }
}

function stateOf({ process }: HygienePorts, { abandoned, contention: { pid } }: Standing): LockView['state'] {
  if (abandoned) return 'dead'
  if (pid === undefined) return 'unknown'
  return process.isSuspended(pid) ? 'suspended' : 'live'
}

/** Inode, birth, time and text: whatever a new holder or a heartbeat changes. Hashed, since a lock's text may name people. */
function identityOf({ random }: HygienePorts, { signature }: Standing): string {
  return random.sha256Hex(signature)
}
