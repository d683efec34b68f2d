/** What comes of an attempt, told to those who wait for its token as soon as that is stored. */

import type { RefreshOutcome } from '../../model/refresh-outcome.ts'

export class EarlyOutcome {
  readonly #told: Promise<RefreshOutcome>
  #tell: (outcome: RefreshOutcome) => void = () => undefined
  #isAwaited = false

  constructor() {
    this.#told = new Promise((resolve) => {
      this.#tell = resolve
    })
  }

  /** Does anybody wait? What is left to do is not to take their time. */
  get isAwaited(): boolean {
    return this.#isAwaited
  }

  wait(): Promise<RefreshOutcome> {
    this.#isAwaited = true
    return this.#told
  }

  /** Only what is told first counts. */
  tell(outcome: RefreshOutcome): void {
    this.#tell(outcome)
  }
}
