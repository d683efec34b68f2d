/** What could not be read at the last look, and may be at the next: a keychain is opened, a disk comes back. No event tells. */
import type { Snapshot } from '../../model/snapshot.ts'

const PASSING = new Set(['STORE_UNREADABLE', 'KEYCHAIN_UNAVAILABLE'])
const FIRST_MS = 30_000
/** A locked keychain may ask the person each time. */
const LAST_MS = 10 * 60_000

type Seen = Pick<Snapshot, 'profiles' | 'places'>

export function isSomethingOutOfSight({ profiles, places }: Seen): boolean {
  const entries = [...profiles.values()].flatMap(({ grant }) => grant.entries)
  return [...places, ...entries].some(({ problem }) => problem && PASSING.has(problem.code))
}

/** When to look again, with growing delays. */
export class RescanBackoff {
  #inVain = 0
  #lastMs = 0

  /** Once true, the look is counted as made. */
  isDue(seen: Seen, nowMs: number): boolean {
    if (!isSomethingOutOfSight(seen)) {
      this.#inVain = 0
      return false
    }
    const delayMs = Math.min(FIRST_MS * 2 ** this.#inVain, LAST_MS)
    if (Math.abs(nowMs - this.#lastMs) < delayMs) return false // either way: a clock can be set back
    this.#inVain++
    this.#lastMs = nowMs
    return true
  }
}
