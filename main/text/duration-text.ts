/** Durations for menus and the terminal. Pure. Whole minutes at the finest: a menu must not change every second. */
import { t } from '../../app/words/t.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "9 d 3 h", "3 h 20 min", "4 min", "under a minute". Rounded down, so that nobody is promised more than there is. */
export function duration(ms: number): string {
  if (ms < MINUTE) return t('under a minute')
  if (ms < HOUR) return t('{count} min', { count: Math.floor(ms / MINUTE) })
  if (ms < DAY)
    return pair(hours(ms), t('{count} min', { count: Math.floor((ms % HOUR) / MINUTE) }), ms % HOUR < MINUTE)
  return pair(t('{count} d', { count: Math.floor(ms / DAY) }), hours(ms % DAY), ms % DAY < HOUR)
}

function hours(ms: number): string {
  return t('{count} h', { count: Math.floor(ms / HOUR) })
}

function pair(big: string, small: string, isWhole: boolean): string {
  return isWhole ? big : `${big} ${small}`
}

/** "in 4 min"; something due already is "now". */
export function fromNow(atMs: number, nowMs: number): string {
  const ms = atMs - nowMs
  if (ms <= 0) return t('now')
  return ms < MINUTE ? t('in under a minute') : t('in {duration}', { duration: duration(ms) })
}
