import type { Clock } from '../../app/base/ports.ts'
import { isWorkInFlight } from './work-in-flight.ts'

interface Sleeper {
  untilMs: number
  readonly wake: () => void
}

/** 2026-01-02T03:04:05Z: a time that nobody mistakes for now or for zero. */
export const START_MS = Date.UTC(2026, 0, 2, 3, 4, 5)

/** Moves only when told. */
export class FakeClock implements Clock {
  #nowMs: number
  #sleepers: Sleeper[] = []

  constructor(startMs = START_MS) {
    this.#nowMs = startMs
  }

  now(): number {
    return this.#nowMs
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper)
        signal?.removeEventListener('abort', wake)
        resolve()
      }
      const sleeper = { untilMs: this.#nowMs + ms, wake }
      this.#sleepers.push(sleeper)
      signal?.addEventListener('abort', wake, { once: true })
    })
  }

  /** When the next sleeper wakes; undefined when nobody sleeps. */
  get nextMs(): number | undefined {
    return this.#sleepers.length === 0 ? undefined : Math.min(...this.#sleepers.map((s) => s.untilMs))
  }

  get sleeping(): number {
    return this.#sleepers.length
  }

  /** Wakes the sleepers on the way, earliest first, each at its own time, letting what they do settle in between. */
  async advance(ms: number): Promise<void> {
    const untilMs = this.#nowMs + ms
    await settle()
    for (let next = this.nextMs; next !== undefined && next <= untilMs; next = this.nextMs) {
      this.#nowMs = Math.max(this.#nowMs, next)
      this.#sleepers.find((sleeper) => sleeper.untilMs === next)?.wake()
      await settle()
    }
    this.#nowMs = untilMs
    await settle()
  }

  /** Moves from sleeper to sleeper until the promise has settled. @throws when nobody sleeps, or after `limitMs` */
  async run<T>(promise: Promise<T>, limitMs = 24 * 60 * 60 * 1000): Promise<T> {
    let done = false
    const end = (): void => {
      done = true
    }
    promise.then(end, end)
    const deadlineMs = this.#nowMs + limitMs
    for (await settle(); !done; await settle()) {
      const next = this.nextMs
      if (next === undefined) await patience(() => done || this.nextMs !== undefined)
      else if (next > deadlineMs) throw new Error(`not done within ${limitMs} fake milliseconds`)
      else await this.advance(Math.max(0, next - this.#nowMs))
    }
    return promise
  }

  /** The wall clock is set by this much, either way: whoever sleeps sleeps on for as long as before. */
  set(byMs: number): void {
    this.#nowMs += byMs
    for (const sleeper of this.#sleepers) sleeper.untilMs += byMs
  }

  /** The wall clock is set, or the laptop slept: time jumps and sleepers do not notice until the next advance(). */
  jump(ms: number): void {
    this.#nowMs += ms
  }
}

/** Lets promises and the event loop go round a few times, and the system's cryptography come to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await new Promise((resolve) => setImmediate(resolve))
    if (isWorkInFlight()) turn = -1 // what waits for it has its turns afterwards
  }
}

/** Real time for what the thread pool does (files, WebCrypto): a busy machine may let it wait. Spent only before a failure. */
const PATIENCE_MS = 20_000

/** For code under test that also does real input and output. */
async function patience(until: () => boolean): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; ) {
    await settle()
    if (until()) return
  }
  throw new Error('nobody sleeps, and the promise does not settle')
}

/** Its sleeps are over at once, and take no time. */
export class QuickClock extends FakeClock {
  override sleep(): Promise<void> {
    return Promise.resolve()
  }
}

/** Its sleeps are over as soon as the others have had their turn, and it is as late then as they said. */
export class RushingClock extends FakeClock {
  override async sleep(ms: number): Promise<void> {
    const untilMs = this.now() + ms
    await new Promise((resolve) => setImmediate(resolve))
    this.set(Math.max(0, untilMs - this.now()))
  }
}
