/**
 * The Lock port on proper-lockfile: its mkdir, its heartbeat; our own rule for taking over (lock-takeover.ts), since
 * an age alone says nothing about a laptop that slept. One try, no waiting: waiters watch the locks folder.
 */
import { rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import lockfile from 'proper-lockfile'
import type { HeldLock, Lock } from '../../base/ports.ts'
import { asStoreError, codeOf, isAbsent } from '../files/system-error.ts'
import { isSuspended } from '../process/process-state.ts'
import { LockFs } from './lock-fs.ts'
import { lookAtLock, ownerLiveness, readRecord, recordFor, writeRecord } from './lock-record.ts'
import { ANONYMOUS_MS, dropTombstones, type LockPaths, MIN_AGE_MS, takeOver } from './lock-takeover.ts'

const STALE_MS = 10 * 24 * 60 * 60 * 1000 // out of reach; and setTimeout's limit is 24.8 days
const REMOVE_AGAIN_MS = 500 // sooner than anybody who waits for it gives up
const HEARTBEAT_MS = 10_000 // six of them before an anonymous lock counts as abandoned
/** Half of what others wait before they take an anonymous lock: slower than that, and it may be theirs already. */
const LONGEST_ACQUIRE_MS = ANONYMOUS_MS / 2

export function createFileLock(folder: string): Lock {
  const mine = new Set<string>()
  /** Being let go: whoever wants one of these next in this process need not be woken by the file system. */
  const leaving = new Map<string, Promise<void>>()
  const system = new LockFs()
  let isTidy = false
  const pathsOf = (name: string): LockPaths => {
    const safe = safeName(name)
    return { lock: join(folder, `${safe}.lock`), owner: join(folder, `${safe}.owner`) }
  }
  const letGo = (name: string, released: Promise<void>): Promise<void> => {
    const over = released.finally(() => {
      leaving.delete(name)
      mine.delete(name)
    })
    const told = over.catch(() => undefined) // what went wrong, whoever lets go hears
    leaving.set(name, told)
    return over
  }
  return {
    async tryAcquire(name) {
      await leaving.get(name)
      if (mine.has(name)) return undefined
      mine.add(name)
      try {
        const paths = pathsOf(name)
        // Looked at first: waiters ask many times, and a look costs a tenth of an attempt.
        const isFree = await takeOver(paths, Date.now())
        const held = isFree ? await acquire(paths, system, (released) => letGo(name, released)) : undefined
        if (!held) mine.delete(name)
        if (!isTidy) dropTombstones(folder, Date.now()) // once a process: what those before it left
        isTidy = true
        return held
      } catch (error) {
        mine.delete(name)
        throw asStoreError('STORE_UNWRITABLE', 'Locking', join(folder, name), error)
      }
    },
    async holder(name) {
      const paths = pathsOf(name)
      const found = lookAtLock(paths.lock)
      const record = found && readRecord(paths.owner)
      if (!record || record.lock !== found.identity) return undefined
      const { pid, sinceMs } = record
      const owner = ownerLiveness(record)
      const suspended = owner === 'alive' && isSuspended(pid)
      return { pid, alive: owner !== 'dead', suspended, sinceMs, identity: found.identity }
    },
    async remove(name, identity) {
      const paths = pathsOf(name)
      const found = lookAtLock(paths.lock)
      if (found?.identity !== identity) return found ? 'changed' : 'gone'
      // Looks again, and takes nothing from anybody who may be alive; a lock can be too young to tell.
      if (!(await takeOver(paths, Date.now()))) {
        await pause(MIN_AGE_MS + 10)
        await takeOver(paths, Date.now())
      }
      return lookAtLock(paths.lock)?.identity === identity ? 'held' : 'removed'
    },
  }
}

async function acquire(
  paths: LockPaths,
  system: LockFs,
  letGo: (released: Promise<void>) => Promise<void>,
): Promise<HeldLock | undefined> {
  const startedMs = Date.now()
  let identity: string | undefined
  const isOurs = (): boolean => identity !== undefined && lookAtLock(paths.lock)?.identity === identity
  const release = await mkdirLock(paths, system, isOurs)
  if (!release) return undefined
  const isLate = (): boolean => Math.abs(Date.now() - startedMs) > LONGEST_ACQUIRE_MS
  const sign = (): boolean => {
    const seen = lookAtLock(paths.lock)?.identity
    if (seen === undefined || isLate()) return false
    identity = seen
    writeRecord(paths.owner, recordFor(identity))
    return !isLate() && isOurs()
  }
  let isSigned = false
  try {
    isSigned = sign()
  } finally {
    // Removes nothing that may be another's. Kept without a record, its heartbeat would keep everybody out for good.
    if (!isSigned) await release()
  }
  if (!isSigned) return undefined
  let released = false
  return {
    get held() {
      return !released && isOurs()
    },
    async release() {
      if (released) return
      released = true
      await letGo(release().catch(() => removeLater(paths.lock, isOurs)))
    },
  }
}

/**
 * A disk that fails just now (full, read-only) must not leave a lock that bears the name of a living process, for nobody
 * would ever take it over: it goes as soon as the disk lets it. What was done under it is done, whatever becomes of it.
 */
function removeLater(path: string, isOurs: () => boolean): void {
  const attempt = (): void => {
    try {
      if (isOurs()) rmdirSync(path)
    } catch (error) {
      if (!isAbsent(error)) wait()
    }
  }
  const wait = (): void => void setTimeout(attempt, REMOVE_AGAIN_MS).unref()
  wait()
}

/** Undefined when somebody has it. What it returns stops the heartbeat and removes the folder, if that is still ours. */
async function mkdirLock(
  paths: LockPaths,
  system: LockFs,
  isOurs: () => boolean,
): Promise<(() => Promise<void>) | undefined> {
  try {
    system.taken(paths.lock, isOurs)
    const release = await lockfile.lock(paths.lock, {
      lockfilePath: paths.lock,
      realpath: false,
      retries: 0,
      stale: STALE_MS,
      update: HEARTBEAT_MS,
      fs: system,
      // The default throws out of a timer. The heartbeat has ended; whether the lock is ours, its identity tells.
      onCompromised: () => undefined,
    })
    return async () => {
      await release().catch((error: unknown) => {
        if (codeOf(error) !== 'ERELEASED') throw error
        system.rmdirSync(paths.lock)
      })
    }
  } catch (error) {
    if (codeOf(error) === 'ELOCKED') return undefined
    throw error
  }
}

/** Any name becomes a file name, and two names never the same one (case-insensitive systems included). */
function safeName(name: string): string {
  return name.replace(/[^a-z0-9_-]/g, (c) => `~${c.codePointAt(0)?.toString(16)}~`)
}
