/** For how long others' tickets have been there, by our own clock: theirs may be wrong. */
import { Deadline } from '../../base/deadline.ts'
import type { Clock } from '../../base/ports.ts'

/** Longer than any refresh takes, with a machine that is busy and a register that elects. */
export const TAKE_OVER_MS = 2 * 60_000
const MOST = 1000

export class SeenTickets {
  readonly #clock: Clock
  readonly #since = new Map<string, Deadline>()
  /** How often somebody else had the ticket that this node asked for. */
  lost = 0

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** How much longer it is waited for. @param nonce a ticket that was taken again is another one */
  leftMs(nonce: string): number {
    const since = this.#since.get(nonce) ?? new Deadline(this.#clock, TAKE_OVER_MS)
    this.#since.set(nonce, since)
    for (const oldest of this.#since.keys()) {
      if (this.#since.size <= MOST) break
      this.#since.delete(oldest)
    }
    return Math.max(0, since.leftMs)
  }
}
