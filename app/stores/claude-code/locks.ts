/**
 * Claude Code's two lock folders around a refresh, and the record of who holds them. They are never taken here, only
 * shown; one that was left behind can be taken away by its own rule: no heartbeat for a minute, or for ten seconds when the
 * record names a dead process. It cannot see a process in another container, which looks dead.
 */
import { isRecord, parseJson } from '../../base/json.ts'
import { folderOf, join } from '../../base/path.ts'
import type { LockRemoval } from '../../base/ports.ts'
import type { LockView } from '../../contract/views.ts'
import type { FilePorts } from '../shared/file-store.ts'
import type { StoreLocks } from '../store.ts'

type LockPorts = Pick<FilePorts, 'clock' | 'files' | 'process' | 'random'>

const STALE_MS = 60_000
const STALE_WHEN_DEAD_MS = 10_000
/** It beats each five seconds: two beats and a little. */
const WATCH_MS = 12_000

interface Place {
  readonly path: string
  readonly label: string
}

export function claudeLocks(ports: LockPorts, [credentials = '']: readonly string[]): StoreLocks {
  const folder = folderOf(credentials)
  const primary = join(folder, '.oauth_refresh.lock')
  const record = `${primary}.owner`

  /** In the order in which it takes them. */
  async function places(): Promise<readonly Place[]> {
    const real = (await ports.files.realPath(folder)) ?? folder
    return [
      { path: primary, label: 'Claude Code’s refresh lock' },
      { path: `${real}.lock`, label: 'Claude Code’s older refresh lock' },
    ]
  }

  async function look({ path, label }: Place): Promise<LockView | undefined> {
    const { clock, files, process, random } = ports
    const found = await files.stat(path)
    if (found?.kind !== 'directory') return undefined
    const owner = parseJson((await files.read(record)) ?? '')
    const pid = isRecord(owner) && Number.isInteger(owner.pid) ? Number(owner.pid) : undefined
    const isDead = pid !== undefined && !process.isAlive(pid)
    const silentMs = clock.now() - found.mtimeMs
    const isFuture = silentMs < -STALE_MS
    const thresholdMs = isDead ? STALE_WHEN_DEAD_MS : STALE_MS
    const isOld = isFuture || silentMs > thresholdMs
    const state =
      pid === undefined ? 'unknown' : isDead ? 'dead' : process.isSuspended(pid) ? 'suspended' : 'live'
    return {
      path,
      // By its time it is never old, so Claude Code waits for it for ever.
      label: isFuture ? `${label}, dated in the future` : label,
      ...(pid === undefined ? {} : { pid }),
      sinceMs: found.mtimeMs,
      state,
      thresholdMs,
      olderThanThreshold: isOld,
      removable: isOld && (state === 'dead' || state === 'unknown'),
      identity: random.sha256Hex(`${found.identity} ${found.mtimeMs}`),
    }
  }

  async function remove(place: Place, identity: string): Promise<LockRemoval> {
    const untilMs = ports.clock.now() + WATCH_MS
    for (;;) {
      const now = await look(place)
      if (!now) return 'gone'
      if (now.identity !== identity) return 'changed' // a heartbeat, or another lock
      if (!now.removable) return 'held'
      if (ports.clock.now() >= untilMs) break
      await ports.clock.sleep(1_000)
    }
    if (place.path === primary) await ports.files.remove(record) // as its owner does: first the record
    await ports.files.removeFolder(place.path)
    return 'removed'
  }

  return {
    async held(holders) {
      if (holders.length === 0) return []
      const views: LockView[] = []
      for (const place of await places()) {
        const view = await look(place)
        if (view) views.push(view)
      }
      return views
    },
    async remove(holders, path, identity) {
      const place = holders.length === 0 ? undefined : (await places()).find((one) => one.path === path)
      return place ? remove(place, identity) : 'gone'
    },
  }
}
