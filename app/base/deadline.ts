/** How long to wait, by a clock that somebody may set: set back, it costs nothing; set forward, the wait may be over at once. */
import type { Clock } from './ports.ts'

export class Deadline {
  readonly #clock: Pick<Clock, 'now'>
  #leftMs: number
  #lastMs: number

  constructor(clock: Pick<Clock, 'now'>, ms: number) {
    this.#clock = clock
    this.#leftMs = ms
    this.#lastMs = clock.now()
  }

  /** Ask now and then: what passed is counted from one time to the next. */
  get isOver(): boolean {
    return this.leftMs <= 0
  }

  /** As isOver. */
  get leftMs(): number {
    const nowMs = this.#clock.now()
    this.#leftMs -= Math.max(0, nowMs - this.#lastMs)
    this.#lastMs = nowMs
    return this.#leftMs
  }
}
