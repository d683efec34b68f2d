/**
 * Who holds one of OpenClaw's locks, and may it be taken over? Age by the clock alone never says so: laptops sleep,
 * and a holder sleeps with them. What counts is how long we ourselves saw it unchanged while awake.
 * It cannot see a holder in another container (its pid looks dead) or on another machine.
 */
import { z } from 'zod'
import { messageOf } from '../../../base/errors.ts'
import { parseJson } from '../../../base/json.ts'
import type { Ports } from '../../../base/ports.ts'
import { Sightings } from './sightings.ts'

type ObservePorts = Pick<Ports, 'clock' | 'files' | 'log' | 'process'>

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

/** What every OpenClaw uses for these locks; one that names nobody must be older, and seen unchanged for as long as Sightings asks. */
const STALE_MS = 30_000

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
  readonly #seen: Sightings

  constructor(ports: ObservePorts) {
    this.#ports = ports
    this.#seen = new Sightings(ports.clock)
  }

  /** What is in the way of taking the lock now; undefined when nothing is, or only an abandoned lock. */
  async look(path: string): Promise<Contention | undefined> {
    const guardSinceMs = await this.#guardedSince(path)
    if (guardSinceMs !== undefined) return { kind: 'contention', path, guardSinceMs }
    const standing = await this.standing(path)
    return standing && !standing.abandoned ? standing.contention : undefined
  }

  /** The lock as it is; undefined when there is none. */
  async standing(path: string): Promise<Standing | undefined> {
    const { files } = this.#ports
    const found = await files.stat(path)
    if (!found || found.kind === 'other') {
      this.#seen.forget(path)
      return undefined
    }
    const identity = `${found.identity} ${found.mtimeMs}`
    if (found.kind === 'directory') {
      const contention: Contention = { kind: 'contention', path, sinceMs: found.mtimeMs }
      const abandoned = this.#seen.unchanged(path, identity) && this.#isOld(found.mtimeMs)
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
    if (!(await files.makeFolderExclusive(guard))) {
      await this.#guardedSince(path)
      return false
    }
    try {
      const now = await this.standing(path)
      if (now?.signature !== seen.signature || !now.abandoned) return false
      await (now.kind === 'directory' ? files.removeFolder(path) : files.remove(path))
      this.#seen.forget(path)
      return true
    } finally {
      await files.removeFolder(guard) // an orphaned guard would lock everybody out for good
    }
  }

  /**
   * A guard lasts for milliseconds; whoever died holding one, OpenClaw or a Lamplighter, would keep everybody out for
   * good. One that we saw unchanged, awake, for as long as a lock that names nobody is taken away.
   */
  async #guardedSince(path: string): Promise<number | undefined> {
    const { files, log } = this.#ports
    const guard = `${path}.reclaim`
    const found = await files.stat(guard)
    if (!found) {
      this.#seen.forget(guard)
      return undefined
    }
    const isOrphan =
      this.#seen.unchanged(guard, `${found.identity} ${found.mtimeMs}`) && this.#isOld(found.mtimeMs)
    if (!isOrphan) return found.mtimeMs
    try {
      await files.removeFolder(guard)
    } catch (error) {
      log.warn('A guard that was left beside a lock cannot be removed.', { guard, cause: messageOf(error) })
      return found.mtimeMs
    }
    this.#seen.forget(guard)
    return undefined
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
    const unchanged = this.#seen.unchanged(path, signature)
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
}

export type LockPorts = Pick<Ports, 'clock' | 'files' | 'log' | 'process' | 'random'>
