/**
 * Who holds one of OpenClaw's locks, and may it be taken over? Age by the clock alone never says so: laptops sleep,
 * and a holder sleeps with them. What counts is how long we ourselves saw it unchanged while awake.
 * It cannot see a holder in another container (its pid looks dead) or on another machine.
 */
import { z } from 'zod'
import { parseJson } from '../../../base/json.ts'
import type { Ports } from '../../../base/ports.ts'

type ObservePorts = Pick<Ports, 'clock' | 'files' | 'process'>

/** Ours, until it is released or lost. */
export interface TakenLock {
  isOurs(): Promise<boolean>
  /** Makes it look new. Does nothing once it is no longer ours. */
  renew(): Promise<void>
  /** Removes it only if it is still ours. */
  release(): Promise<void>
}

/** What is in the way. */
export interface Contention {
  readonly kind: 'contention'
  /** The lock. */
  readonly path: string
  readonly pid?: number
  /** When it was taken, as far as it says, epoch milliseconds. */
  readonly sinceMs?: number
  /** Somebody is removing a stale lock, or died doing so; since when, epoch milliseconds. */
  readonly guardSinceMs?: number
}

export interface Standing {
  readonly kind: 'file' | 'directory'
  /** Changes whenever the lock does. */
  readonly signature: string
  readonly contention: Contention
  readonly abandoned: boolean
}

/** Without a pid that tells: unchanged for this long under our eyes, and by its own time older than 30 s. */
export const WATCHED_MS = 35_000
const STALE_MS = 30_000 // what every OpenClaw uses for these locks
/** Two looks further apart than this were not one observation: we slept, and so did the holder. */
const LONGEST_STEP_MS = 2_000

const payloadSchema = z.looseObject({
  pid: z.number().int().positive().optional().catch(undefined),
  createdAt: z.string().optional().catch(undefined),
  starttime: z.number().optional().catch(undefined),
  startTime: z.number().optional().catch(undefined),
})

export function isContention(value: object): value is Contention {
  return 'kind' in value && value.kind === 'contention'
}

export class LockObserver {
  readonly #ports: ObservePorts
  readonly #seen = new Map<string, { signature: string; lastMs: number; totalMs: number }>()

  constructor(ports: ObservePorts) {
    this.#ports = ports
  }

  /** What is in the way of taking the lock now; undefined when nothing is, or only an abandoned lock. */
  async look(path: string): Promise<Contention | undefined> {
    const guard = await this.#ports.files.stat(`${path}.reclaim`)
    if (guard) return { kind: 'contention', path, guardSinceMs: guard.mtimeMs }
    const standing = await this.standing(path)
    return standing && !standing.abandoned ? standing.contention : undefined
  }

  /** The lock as it is; undefined when there is none. */
  async standing(path: string): Promise<Standing | undefined> {
    const { files } = this.#ports
    const found = await files.stat(path)
    if (!found || found.kind === 'other') {
      this.#seen.delete(path)
      return undefined
    }
    const identity = `${found.identity} ${found.mtimeMs}`
    if (found.kind === 'directory') {
      const contention: Contention = { kind: 'contention', path, sinceMs: found.mtimeMs }
      const abandoned = this.#unchanged(path, identity) && this.#isOld(found.mtimeMs)
      return { kind: 'directory', signature: identity, contention, abandoned }
    }
    const text = await files.read(path)
    if (text === undefined) return undefined
    const signature = `${identity} ${text}`
    return { kind: 'file', signature, ...this.#holderOf(path, text, signature, found.mtimeMs) }
  }

  /** Takes an abandoned lock away, under OpenClaw's guard. @returns false when it is not as it was, or guarded */
  async reclaim(path: string, seen: Standing): Promise<boolean> {
    const { files } = this.#ports
    const guard = `${path}.reclaim`
    if (!(await files.makeFolderExclusive(guard))) return false
    try {
      const now = await this.standing(path)
      if (now?.signature !== seen.signature || !now.abandoned) return false
      await (now.kind === 'directory' ? files.removeFolder(path) : files.remove(path))
      this.#seen.delete(path)
      return true
    } finally {
      await files.removeFolder(guard) // an orphaned guard would lock everybody out for good
    }
  }

  #holderOf(
    path: string,
    text: string,
    signature: string,
    mtimeMs: number,
  ): Pick<Standing, 'contention' | 'abandoned'> {
    const payload = payloadSchema.safeParse(parseJson(text)).data
    const createdMs = Date.parse(payload?.createdAt ?? '')
    const sinceMs = Number.isNaN(createdMs) ? mtimeMs : createdMs
    const pid = payload?.pid
    const contention: Contention = {
      kind: 'contention',
      path,
      sinceMs,
      ...(pid === undefined ? {} : { pid }),
    }
    const unchanged = this.#unchanged(path, signature)
    // Our own pid, and yet not a lock we know: left by a predecessor with the same pid (containers), or somebody's
    // in another pid namespace. The pid tells nothing then.
    if (pid !== undefined && pid !== this.#ports.process.pid) {
      return { contention, abandoned: !this.#isAlive(pid, payload?.starttime ?? payload?.startTime) }
    }
    return { contention, abandoned: unchanged && this.#isOld(mtimeMs) }
  }

  /** `starttime` is ticks since boot on Linux and seconds since the epoch on macOS (fs-safe). */
  #isAlive(pid: number, starttime: number | undefined): boolean {
    const { process } = this.#ports
    if (!process.isAlive(pid)) return false
    if (starttime === undefined || process.platform === 'win32') return true
    return process.isAlive(pid, process.platform === 'linux' ? `..${starttime}` : String(starttime * 1000))
  }

  #isOld(mtimeMs: number): boolean {
    return Math.abs(this.#ports.clock.now() - mtimeMs) > STALE_MS // from the future: the clock was set back
  }

  /** Has it stayed the same under our eyes for long enough? Each call is one look. */
  #unchanged(path: string, signature: string): boolean {
    const nowMs = this.#ports.clock.now()
    const before = this.#seen.get(path)
    if (before?.signature !== signature) {
      this.#seen.set(path, { signature, lastMs: nowMs, totalMs: 0 })
      return false
    }
    before.totalMs += Math.max(0, Math.min(nowMs - before.lastMs, LONGEST_STEP_MS))
    before.lastMs = nowMs
    return before.totalMs >= WATCHED_MS
  }
}

export type LockPorts = Pick<Ports, 'clock' | 'files' | 'log' | 'process' | 'random'>
