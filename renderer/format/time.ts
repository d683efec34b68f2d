/** Times in words. Coarse when far, fine when near, never "0 m". Arguments are milliseconds. */

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Below this the seconds are shown, so whoever shows it has to tick each second. */
export const FINE_BELOW_MS = MINUTE
/** From here on hours say nothing that a person could use. */
const DAYS_ONLY_FROM_MS = 30 * DAY

/** "9 d 3 h", "5 h 10 min", "12 min", "48 s"; "now" when nothing is left. */
export function countdown(leftMs: number): string {
  if (leftMs <= 0) return 'now'
  if (leftMs < FINE_BELOW_MS) return `${Math.max(1, Math.floor(leftMs / SECOND))} s`
  if (leftMs < HOUR) return `${Math.floor(leftMs / MINUTE)} min`
  if (leftMs < DAY) return twoUnits(leftMs, HOUR, 'h', MINUTE, 'min')
  if (leftMs < DAYS_ONLY_FROM_MS) return twoUnits(leftMs, DAY, 'd', HOUR, 'h')
  return `${Math.floor(leftMs / DAY)} d`
}

/** The largest unit alone: "27 d", "5 h", "12 min", "48 s". For what stands lighter, beside the hero. */
export function coarse(leftMs: number): string {
  if (leftMs <= 0) return 'now'
  if (leftMs < MINUTE) return `${Math.max(1, Math.floor(leftMs / SECOND))} s`
  if (leftMs < HOUR) return `${Math.floor(leftMs / MINUTE)} min`
  if (leftMs < DAY) return `${Math.floor(leftMs / HOUR)} h`
  return `${Math.floor(leftMs / DAY)} d`
}

/** "just now", "3 min ago", "3 h ago", "2 d ago". */
export function ago(elapsedMs: number): string {
  if (elapsedMs < MINUTE) return 'just now'
  return `${coarse(elapsedMs)} ago`
}

/**
 * How long until the words for this target change, counted in whole seconds: the ticker sleeps that long.
 * @param leftMs until the target; negative when it has passed
 */
export function nextChangeMs(leftMs: number): number {
  if (leftMs <= 0) {
    const elapsed = -leftMs
    const unit = elapsed < HOUR ? MINUTE : HOUR
    return wholeSecond(unit - (elapsed % unit))
  }
  if (leftMs < FINE_BELOW_MS) return SECOND
  // One second past the boundary: at exactly 12 min it still says "12 min".
  return wholeSecond((leftMs % (leftMs < DAY ? MINUTE : HOUR)) + 1)
}

/** "340 ms", "1.2 s", "40 s", "2 min 05 s": how long something took. */
export function duration(ms: number): string {
  if (ms < SECOND) return `${Math.max(1, Math.round(ms))} ms`
  if (ms < 10 * SECOND) return `${(ms / SECOND).toFixed(1)} s`
  if (ms < MINUTE || ms >= 10 * MINUTE) return countdown(ms)
  return `${Math.floor(ms / MINUTE)} min ${String(Math.floor((ms % MINUTE) / SECOND)).padStart(2, '0')} s`
}

function twoUnits(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % big) / small)
  const head = `${Math.floor(ms / big)} ${bigName}`
  return rest === 0 ? head : `${head} ${rest} ${smallName}`
}

function wholeSecond(ms: number): number {
  return Math.max(SECOND, Math.ceil(ms / SECOND) * SECOND)
}
