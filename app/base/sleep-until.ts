/** Waiting until a wall-clock time, on machines that suspend. */
import type { Clock } from './ports.ts'

/** Clocks jump and laptops sleep, so no wait is longer; prime, so that wake-ups do not align. */
const LONGEST_SLEEP_MS = 37_000

/** Resolves at `atMs`, or when `signal` aborts. @returns whether the time came */
export async function sleepUntil(clock: Clock, atMs: number, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const leftMs = atMs - clock.now()
    if (leftMs <= 0) return true
    await clock.sleep(Math.min(leftMs, LONGEST_SLEEP_MS), signal)
  }
  return false
}
