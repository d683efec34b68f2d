/**
 * What proper-lockfile needs of node:fs. It removes whatever folder is there, on release and when the process exits:
 * only ours, please. One of these for all locks in a folder, since proper-lockfile remembers with it how exact the
 * file system's times are.
 */
import nodeFs, { type Stats } from 'node:fs'
import { dirname } from 'node:path'
import { codeOf, isAbsent } from '../files/system-error.ts'

type Callback<T> = (error: Error | null, result?: T) => void

export class LockFs {
  /** By a lock's path: is what is there still the one that was taken? */
  readonly #isOurs = new Map<string, () => boolean>()

  /** Says what may be removed, until the next lock at that path. */
  taken(path: string, isOurs: () => boolean): void {
    this.#isOurs.set(path, isOurs)
  }

  // These answer at once: each is shorter than the way through the thread pool.
  readonly mkdir = (path: string, done: Callback<void>): void => answer(done, () => makeFolder(path))
  readonly stat = (path: string, done: Callback<Stats>): void => answer(done, () => nodeFs.statSync(path))
  readonly utimes = (path: string, atime: Date, mtime: Date, done: Callback<void>): void =>
    answer(done, () => nodeFs.utimesSync(path, atime, mtime))

  /** On their way out. */
  readonly #leaving = new Set<string>()

  /**
   * This takes longer than everything else about a lock, and whoever got what the lock was for need not wait for it:
   * a process may even end before.
   */
  readonly rmdir = (path: string, done: Callback<void>): void => {
    if (this.#leaving.size === 0) process.on('exit', this.#removeAll)
    this.#leaving.add(path)
    const gone: Callback<void> = (error) => {
      this.#leaving.delete(path)
      if (this.#leaving.size === 0) process.off('exit', this.#removeAll)
      done(error)
    }
    setImmediate(() => {
      if (this.#isOurs.get(path)?.()) nodeFs.rmdir(path, gone)
      else gone(null)
    })
  }

  readonly #removeAll = (): void => {
    for (const path of this.#leaving) {
      try {
        this.rmdirSync(path)
      } catch (error) {
        if (codeOf(error) === undefined) throw error // else it is gone, or whoever wants it next takes it over
      }
    }
  }

  readonly rmdirSync = (path: string): void => {
    if (this.#isOurs.get(path)?.()) nodeFs.rmdirSync(path)
  }
}

function makeFolder(path: string): void {
  try {
    nodeFs.mkdirSync(path, { mode: 0o700 }) // whatever the umask is
  } catch (error) {
    if (!isAbsent(error)) throw error
    nodeFs.mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    nodeFs.mkdirSync(path, { mode: 0o700 })
  }
}

function answer<T>(done: Callback<T>, work: () => T): void {
  let result: T
  try {
    result = work()
  } catch (error) {
    done(error as Error) // node:fs throws nothing else
    return
  }
  done(null, result)
}
