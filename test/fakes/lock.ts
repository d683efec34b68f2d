import type { HeldLock, Lock, LockHolder, LockRemoval } from '../../app/base/ports.ts'

interface Taken {
  readonly holder: LockHolder
  lost: boolean
}

/** Locks in memory. Share one between several fake machines' processes to let them compete. */
export class FakeLock implements Lock {
  readonly #taken = new Map<string, Taken>()
  #count = 0
  /** Every name that was ever taken, in order. */
  readonly history: string[] = []
  /** Called when a lock was released or dropped: what the watch on the locks folder would have told. */
  onFreed: (name: string) => void = () => undefined
  before: (name: string) => void | Promise<void> = () => undefined

  async tryAcquire(name: string): Promise<HeldLock | undefined> {
    await this.before(name)
    if (this.#taken.has(name)) return undefined
    this.history.push(name)
    const taken = this.#take(name, { pid: 4711 })
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

  async remove(name: string, identity: string): Promise<LockRemoval> {
    await this.before(name)
    const holder = this.#taken.get(name)?.holder
    if (holder?.identity !== identity) return holder ? 'changed' : 'gone'
    if (holder.alive) return 'held'
    this.free(name)
    return 'removed'
  }

  isTaken(name: string): boolean {
    return this.#taken.has(name)
  }

  /** Another process has it now; whoever had it has lost it. */
  steal(name: string, holder: Partial<LockHolder> = {}): void {
    const before = this.#taken.get(name)
    if (before) before.lost = true
    this.#take(name, { pid: 1234, ...holder })
  }

  /** The other process lets go. */
  free(name: string): void {
    this.#taken.delete(name)
    this.onFreed(name)
  }

  #take(name: string, part: Partial<LockHolder> & Pick<LockHolder, 'pid'>): Taken {
    const identity = `lock-${++this.#count}`
    const holder = { alive: true, suspended: false, sinceMs: 0, identity, ...part }
    const taken = { holder, lost: false }
    this.#taken.set(name, taken)
    return taken
  }
}
