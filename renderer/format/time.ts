/** Times in words. Coarse when far, fine when near, never "0 m". Arguments are milliseconds. */
import { locale, t } from '../../app/words/t.ts'

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
  if (leftMs <= 0) return t('now')
  if (leftMs < FINE_BELOW_MS) return t('{count} s', { count: Math.max(1, Math.floor(leftMs / SECOND)) })
  if (leftMs < HOUR) return t('{count} min', { count: Math.floor(leftMs / MINUTE) })
  if (leftMs < DAY)
    return twoUnits(
      t('{count} h', { count: Math.floor(leftMs / HOUR) }),
      t('{count} min', { count: Math.floor((leftMs % HOUR) / MINUTE) }),
      leftMs % HOUR < MINUTE,
    )
  if (leftMs < DAYS_ONLY_FROM_MS)
    return twoUnits(
      t('{count} d', { count: Math.floor(leftMs / DAY) }),
      t('{count} h', { count: Math.floor((leftMs % DAY) / HOUR) }),
      leftMs % DAY < HOUR,
    )
  return t('{count} d', { count: Math.floor(leftMs / DAY) })
}

/** The largest unit alone: "27 d", "5 h", "12 min", "48 s". For what stands lighter, beside the hero. */
export function coarse(leftMs: number): string {
  if (leftMs <= 0) return t('now')
  if (leftMs < MINUTE) return t('{count} s', { count: Math.max(1, Math.floor(leftMs / SECOND)) })
  if (leftMs < HOUR) return t('{count} min', { count: Math.floor(leftMs / MINUTE) })
  if (leftMs < DAY) return t('{count} h', { count: Math.floor(leftMs / HOUR) })
  return t('{count} d', { count: Math.floor(leftMs / DAY) })
}

/** "just now", "3 min ago", "3 h ago", "2 d ago". */
export function ago(elapsedMs: number): string {
  if (elapsedMs < MINUTE) return t('just now')
  return t('{time} ago', { time: coarse(elapsedMs) })
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
  if (ms < SECOND) return t('{count} ms', { count: Math.max(1, Math.round(ms)) })
  if (ms < 10 * SECOND) return t('{count} s', { count: tenths(ms / SECOND) })
  if (ms < MINUTE || ms >= 10 * MINUTE) return countdown(ms)
  return t('{minutes} min {seconds} s', {
    minutes: Math.floor(ms / MINUTE),
    seconds: String(Math.floor((ms % MINUTE) / SECOND)).padStart(2, '0'),
  })
}

function tenths(count: number): string {
  return count.toLocaleString(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

function twoUnits(big: string, small: string, isWhole: boolean): string {
  return isWhole ? big : `${big} ${small}`
}

function wholeSecond(ms: number): number {
  return Math.max(SECOND, Math.ceil(ms / SECOND) * SECOND)
}
