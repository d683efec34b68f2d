/**
 * Several of OpenClaw's locks at once, all or none: what is in the way makes us let go of everything, wait for just
 * that one, and start over, so nobody ever waits for us while we wait for them.
 */

import { Deadline } from '../../../base/deadline.ts'
import { AppError, messageOf } from '../../../base/errors.ts'
import { folderOf } from '../../../base/path.ts'
import type { LockRemoval } from '../../../base/ports.ts'
import type { LockView } from '../../../contract/views.ts'
import type { StoreLock } from '../../store.ts'
import { takeDirectoryLock } from './directory-lock.ts'
import { takeFileLock } from './file-lock.ts'
import {
  type Contention,
  isContention,
  LockObserver,
  type LockPorts,
  type TakenLock,
} from './lock-observer.ts'
import { removeLock, toLockView } from './lock-removal.ts'
import type { LockWish } from './lock-wish.ts'

const POLL_MS = 50
/** OpenClaws differ: some take a lock away that is 30 s old although its holder lives. Ours never looks that old. */
const BEAT_MS = 5_000
const RELEASE_AGAIN_MS = 1_000

export class OpenClawLocks {
  readonly #ports: LockPorts
  readonly #observations: LockObserver

  constructor(ports: LockPorts) {
    this.#ports = ports
    this.#observations = new LockObserver(ports)
  }

  /** @param wishes in the order they are taken. @throws AppError STORE_LOCKED after `waitMs`; STORE_UNWRITABLE */
  async acquire(wishes: readonly LockWish[], waitMs: number, signal?: AbortSignal): Promise<StoreLock> {
    const patience = new Deadline(this.#ports.clock, waitMs)
    for (;;) {
      const outcome = await this.#takeAll(wishes)
      if (!isContention(outcome)) return this.#keep(outcome)
      if (signal?.aborted || patience.isOver) throw lockedBy(outcome, this.#ports)
      await this.#waitFor(outcome, patience, signal)
    }
  }

  /** What is held now, by whomever, for showing. */
  async held(wishes: readonly LockWish[]): Promise<readonly LockView[]> {
    const views: LockView[] = []
    for (const { path } of wishes) {
      const standing = await this.#observations.standing(path)
      if (standing) views.push(toLockView(this.#ports, path, standing))
    }
    return views
  }

  /** @returns 'gone', too, for a path that is none of these locks */
  async remove(wishes: readonly LockWish[], path: string, identity: string): Promise<LockRemoval> {
    if (!wishes.some((wish) => wish.path === path)) return 'gone'
    return removeLock(this.#ports, this.#observations, path, identity)
  }

  async #takeAll(wishes: readonly LockWish[]): Promise<readonly TakenLock[] | Contention> {
    const taken: TakenLock[] = []
    try {
      for (const wish of wishes) {
        const one = await this.#take(wish)
        if (isContention(one)) {
          await this.#releaseAll(taken)
          return one
        }
        taken.push(one)
      }
      return taken
    } catch (error) {
      await this.#releaseAll(taken)
      throw error
    }
  }

  #take({ path, form }: LockWish): Promise<TakenLock | Contention> {
    const take = form === 'file' ? takeFileLock : takeDirectoryLock
    return take(this.#ports, this.#observations, path)
  }

  /** Until it looks free, or could be taken over; a change in the folder is looked at at once. */
  async #waitFor(contention: Contention, patience: Deadline, signal?: AbortSignal): Promise<void> {
    const { clock, files, random } = this.#ports
    let nap = new AbortController()
    const wake = (): void => nap.abort()
    const unwatch = files.watch(folderOf(contention.path), wake)
    signal?.addEventListener('abort', wake, { once: true })
    try {
      while (!patience.isOver && !signal?.aborted) {
        await clock.sleep(POLL_MS * (0.5 + random.number()), nap.signal)
        if (nap.signal.aborted) nap = new AbortController()
        if (!(await this.#observations.look(contention.path))) return
      }
    } finally {
      unwatch()
      signal?.removeEventListener('abort', wake)
    }
  }

  #keep(taken: readonly TakenLock[]): StoreLock {
    const ended = new AbortController()
    let last: Promise<unknown> = Promise.resolve()
    /** Whoever looks at a lock in the middle of a heartbeat would take it for another's. */
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const done = last.then(work)
      last = done.catch(() => undefined) // told to whoever asked
      return done
    }
    const beating = this.#beat(taken, ended.signal, inTurn)
    let released: Promise<void> | undefined
    const release = async (): Promise<void> => {
      ended.abort()
      await beating
      await this.#releaseAll(taken)
    }
    return {
      anyTaken: taken.length > 0,
      async stillHeld() {
        if (released) return false
        return inTurn(async () => {
          for (const lock of taken) if (!(await lock.isOurs())) return false
          return true
        })
      },
      release: () => (released ??= release()),
    }
  }

  async #beat(
    taken: readonly TakenLock[],
    ended: AbortSignal,
    inTurn: (work: () => Promise<void>) => Promise<void>,
  ): Promise<void> {
    for (;;) {
      await this.#ports.clock.sleep(BEAT_MS, ended)
      if (ended.aborted) return
      for (const lock of taken) {
        await inTurn(async () => {
          await this.#orWarn('renewed', () => lock.renew())
        })
      }
    }
  }

  async #releaseAll(taken: readonly TakenLock[]): Promise<void> {
    for (const lock of [...taken].reverse()) {
      const isDone = await this.#orWarn('removed', () => lock.release())
      if (!isDone) void this.#releaseLater(lock)
    }
  }

  /** With our living process's name in it nobody would take it over: it goes as soon as the disk lets it. */
  async #releaseLater(lock: TakenLock): Promise<void> {
    const { clock, log } = this.#ports
    for (;;) {
      await clock.sleep(RELEASE_AGAIN_MS)
      try {
        await lock.release()
        return
      } catch (error) {
        log.info('A lock of OpenClaw’s still cannot be removed.', { cause: messageOf(error) })
      }
    }
  }

  /** One lock's trouble must not keep the others from being let go; stillHeld() tells the caller. */
  async #orWarn(what: string, work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      this.#ports.log.warn(`A lock of OpenClaw’s could not be ${what}.`, { cause: messageOf(error) })
      return false
    }
  }
}

function lockedBy(contention: Contention, { clock, process }: LockPorts): AppError {
  const { path, pid, sinceMs, guardSinceMs } = contention
  const age = (ms: number): string => `${Math.max(0, Math.round((clock.now() - ms) / 1000))} s`
  const who = pid === undefined ? 'an unknown process' : `process ${pid}`
  const since = sinceMs === undefined ? '' : ` for ${age(sinceMs)}`
  if (guardSinceMs !== undefined) {
    const guard = `${path}.reclaim`
    return new AppError(
      'STORE_LOCKED',
      `${path} is being cleaned up by another program, for ${age(guardSinceMs)}.`,
      {
        hint: `If that is long, its program is gone: remove the empty folder ${guard}.`,
      },
    )
  }
  const check = process.platform === 'win32' ? 'tasklist' : `ps -p ${pid ?? '…'}`
  return new AppError('STORE_LOCKED', `${path} is held by ${who}${since}.`, {
    hint: `OpenClaw is using the file; the next try is automatic. If nothing holds it (${check}), remove the lock.`,
  })
}
