import type { HeldLock, Lock, LockHolder } from '../../app/ports.ts'

interface Taken {
  readonly holder: LockHolder
  lost: boolean
}

/** Locks in memory. Share one between several fake machines' processes to let them compete. */
export class FakeLock implements Lock {
  readonly #taken = new Map<string, Taken>()
  /** Every name that was ever taken, in order. */
  readonly history: string[] = []
  /** Called when a lock was released or dropped: what the watch on the locks folder would have told. */
  onFreed: (name: string) => void = () => undefined
  before: (name: string) => void | Promise<void> = () => undefined

  async tryAcquire(name: string): Promise<HeldLock | undefined> {
    await this.before(name)
    if (this.#taken.has(name)) return undefined
    this.history.push(name)
    const taken = this.#take(name, { pid: 4711, alive: true, sinceMs: 0 })
    let released = false
    return {
      get held() {
        return !released && !taken.lost
      },
      release: async () => {
        if (released) return
        released = true
        if (this.#taken.get(name) === taken) this.free(name)
      },
    }
  }

  async holder(name: string): Promise<LockHolder | undefined> {
    return this.#taken.get(name)?.holder
  }

  isTaken(name: string): boolean {
    return this.#taken.has(name)
  }

  /** Another process has it now; whoever had it has lost it. */
  steal(name: string, holder: LockHolder = { pid: 1234, alive: true, sinceMs: 0 }): void {
    const before = this.#taken.get(name)
    if (before) before.lost = true
    this.#take(name, holder)
  }

  /** The other process lets go. */
  free(name: string): void {
    this.#taken.delete(name)
    this.onFreed(name)
  }

  #take(name: string, holder: LockHolder): Taken {
    const taken = { holder, lost: false }
    this.#taken.set(name, taken)
    return taken
  }
}
