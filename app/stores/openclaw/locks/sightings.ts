/** How long something has looked the same under our own eyes, while we were awake. */

import type { Clock } from '../../../base/ports.ts'

/** Long enough for what does not say who holds it: unchanged for this long under our eyes. */
export const WATCHED_MS = 35_000
/** Two looks further apart than this were not one observation: we slept, and so did the holder. */
const LONGEST_STEP_MS = 2_000

export class Sightings {
  readonly #clock: Clock
  readonly #seen = new Map<string, { signature: string; lastMs: number; totalMs: number }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Has it stayed the same for WATCHED_MS? Each call is one look. */
  unchanged(path: string, signature: string): boolean {
    const nowMs = this.#clock.now()
    const before = this.#seen.get(path)
    if (before?.signature !== signature) {
      this.#seen.set(path, { signature, lastMs: nowMs, totalMs: 0 })
      return false
    }
    before.totalMs += Math.max(0, Math.min(nowMs - before.lastMs, LONGEST_STEP_MS))
    before.lastMs = nowMs
    return before.totalMs >= WATCHED_MS
  }

  forget(path: string): void {
    this.#seen.delete(path)
  }
}
