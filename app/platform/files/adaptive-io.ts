/**
 * A call that takes microseconds is not worth the way through the thread pool, which costs 0.1 ms and more where a
 * processor has to be woken for it; a call that takes long must not hold up everybody else in this process. Which of
 * the two a disk's calls are, the last ones tell.
 */

const SLOW_MS = 2 // one frame of an animation has room for several of these
const BUDGET_MS = 5 // of calls in a row, before others are let in

export class AdaptiveIo {
  readonly #now: () => number
  #lastMs = 0
  #spentMs = 0

  /** @param now milliseconds on a clock that nobody sets */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Both do the same work; `pooled` through the thread pool. */
  async run<T>(direct: () => T, pooled: () => Promise<T>): Promise<T> {
    const startedMs = this.#now()
    if (this.#lastMs < SLOW_MS && this.#spentMs < BUDGET_MS) {
      try {
        return direct()
      } finally {
        this.#lastMs = this.#now() - startedMs
        this.#spentMs += this.#lastMs
      }
    }
    try {
      return await pooled()
    } finally {
      this.#lastMs = this.#now() - startedMs
      this.#spentMs = 0
    }
  }
}
