/**
 * One heap of due times and one timer. No sleep is longer than 37 s, so a clock that jumped or a laptop that slept is
 * noticed; what is overdue goes out paced, at most `maxConcurrent` at once for each token endpoint.
 */
import type { Clock } from '../../base/ports.ts'
import { MAX_SLEEP_MS } from '../../model/refresh-policy.ts'
import { DueHeap } from './due-heap.ts'

export interface SchedulerDeps {
  readonly clock: Clock
  /** Starts one refresh; its outcome plans the profile again through plan(). */
  readonly run: (profileId: string) => Promise<void>
  /** What shares a pace: the token endpoint, or the provider. */
  readonly endpointOf: (profileId: string) => string
  readonly maxConcurrent: () => number
  /** Called at each look at the clock, at least every 37 s while running. */
  readonly onTick: () => void
}

export class Scheduler {
  readonly #deps: SchedulerDeps
  readonly #heap = new DueHeap()
  readonly #waiting = new Map<string, string[]>()
  readonly #running = new Map<string, number>()
  readonly #busy = new Set<string>()
  readonly #again = new Map<string, number>()
  #wake = new AbortController()
  #stopped = true
  #loop: Promise<void> = Promise.resolve()

  constructor(deps: SchedulerDeps) {
    this.#deps = deps
  }

  start(): void {
    if (!this.#stopped) return
    this.#stopped = false
    this.#loop = this.#run()
  }

  /** Replaces whatever was planned for this profile; undefined plans nothing. */
  plan(profileId: string, atMs: number | undefined): void {
    this.#again.delete(profileId)
    if (this.#heap.timeOf(profileId) === atMs) return
    this.#heap.set(profileId, atMs)
    if (this.#heap.peek()?.id === profileId) this.wake()
  }

  /** Drops the plans of profiles that are gone. */
  keepOnly(stays: (profileId: string) => boolean): void {
    for (const id of this.#heap.ids()) if (!stays(id)) this.#heap.set(id, undefined)
  }

  /** The next refresh that will start by itself. */
  next(): { readonly id: string; readonly atMs: number } | undefined {
    return this.#heap.peek()
  }

  /** Looks at the clock now: the machine woke, the network came back, the plan changed. */
  wake(): void {
    this.#wake.abort()
  }

  /** Starts nothing more; resolves when the timer is gone. Refreshes in flight are the caller's to wait for. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.wake()
    await this.#loop
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      this.#wake = new AbortController()
      const nowMs = this.#deps.clock.now()
      this.#deps.onTick()
      this.#collectDue(nowMs)
      const nextMs = this.#heap.peek()?.atMs ?? Number.POSITIVE_INFINITY
      const sleepMs = Math.min(MAX_SLEEP_MS, Math.max(0, nextMs - nowMs))
      await this.#deps.clock.sleep(sleepMs, this.#wake.signal)
    }
  }

  #collectDue(nowMs: number): void {
    for (let next = this.#heap.peek(); next && next.atMs <= nowMs; next = this.#heap.peek()) {
      this.#heap.set(next.id, undefined)
      if (this.#busy.has(next.id)) {
        this.#again.set(next.id, next.atMs) // planned anew while its refresh was still ending
        continue
      }
      this.#busy.add(next.id)
      const endpoint = this.#deps.endpointOf(next.id)
      const queue = this.#waiting.get(endpoint) ?? []
      queue.push(next.id)
      this.#waiting.set(endpoint, queue)
      this.#admit(endpoint)
    }
  }

  #admit(endpoint: string): void {
    const queue = this.#waiting.get(endpoint) ?? []
    while (!this.#stopped && queue.length > 0 && this.#count(endpoint) < this.#deps.maxConcurrent()) {
      const id = queue.shift() ?? ''
      this.#running.set(endpoint, this.#count(endpoint) + 1)
      void this.#deps.run(id).finally(() => {
        this.#busy.delete(id)
        this.#restore(id)
        this.#running.set(endpoint, this.#count(endpoint) - 1)
        this.#admit(endpoint)
      })
    }
    if (queue.length === 0) this.#waiting.delete(endpoint)
  }

  /** Unless a later plan took its place meanwhile. */
  #restore(id: string): void {
    const atMs = this.#again.get(id)
    this.#again.delete(id)
    if (atMs !== undefined && this.#heap.timeOf(id) === undefined) this.plan(id, atMs)
  }

  #count(endpoint: string): number {
    return this.#running.get(endpoint) ?? 0
  }
}
