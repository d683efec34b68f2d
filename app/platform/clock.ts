import type { Clock } from '../base/ports.ts'

/** setTimeout takes 31 bits of milliseconds; anything longer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export function createClock(): Clock {
  return {
    now: () => Date.now(),
    async sleep(ms, signal) {
      for (let left = ms; left > 0 && !signal?.aborted; left -= LONGEST_TIMER_MS) {
        await oneTimer(Math.min(left, LONGEST_TIMER_MS), signal)
      }
    },
  }
}

function oneTimer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end, { once: true })
  })
}
