/** How long a watch lets its engine rest between two questions. Pure. */

/** Of what is shown, nothing is older than this while the engine is well. */
const CATCH_UP_MS = 3_000
/** An engine that is slow again and again has many who ask: each rests so many times as long as it waited, within limits. */
const REST_FOR_WAIT = 50
const LONGEST_CATCH_UP_MS = 10_000
const FIRST_WAIT_MS = 100
/** Of an engine that is not there: to find that out costs nobody anything. */
const LONGEST_WAIT_MS = 5_000
/** Of one that does not answer in time. Each that tries again wants a handshake and a token, which cost more than an answer. */
const LONGEST_REST_MS = 30_000

/** @param waitedMs for an answer that came */
export function restAfterAnswer(waitedMs: number): number {
  return Math.min(LONGEST_CATCH_UP_MS, Math.max(CATCH_UP_MS, REST_FOR_WAIT * waitedMs))
}

/**
 * Longer each time. Whoever waited in vain asks an engine that cannot cope: more of the same would keep it so, and all at
 * the same moment too, so each rests for a time of its own.
 * @param failures in a row before this one
 * @param waitedMs until it was known that there is no answer
 * @param spread [0, 1)
 */
export function restAfterFailure(failures: number, waitedMs: number, spread: number): number {
  const longestMs = waitedMs > LONGEST_WAIT_MS / 2 ? LONGEST_REST_MS : LONGEST_WAIT_MS
  const restMs = Math.min(longestMs, Math.max(FIRST_WAIT_MS, waitedMs) * 2 ** failures)
  return restMs * (0.5 + spread / 2)
}
