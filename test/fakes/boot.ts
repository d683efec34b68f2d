import type { Boot } from '../../app/base/ports.ts'
import type { FakeClock } from './clock.ts'

/** Runs with the clock, whatever that is set to. */
export class FakeBoot implements Boot {
  id = 'boot-1'
  readonly #clock: FakeClock
  /** What the wall clock was set by meanwhile. */
  setByMs = 0

  constructor(clock: FakeClock) {
    this.#clock = clock
  }

  uptimeMs(): number {
    return this.#clock.now() - this.setByMs
  }
}
