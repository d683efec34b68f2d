/** Durations for menus and the terminal. Pure. Whole minutes at the finest: a menu must not change every second. */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "9 d 3 h", "3 h 20 min", "4 min", "under a minute". Rounded down, so that nobody is promised more than there is. */
export function duration(ms: number): string {
  if (ms < MINUTE) return 'under a minute'
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  if (ms < DAY) return pair(Math.floor(ms / HOUR), 'h', Math.floor((ms % HOUR) / MINUTE), 'min')
  return pair(Math.floor(ms / DAY), 'd', Math.floor((ms % DAY) / HOUR), 'h')
}

function pair(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`
}

/** "in 4 min"; something due already is "now". */
export function fromNow(atMs: number, nowMs: number): string {
  const ms = atMs - nowMs
  if (ms <= 0) return 'now'
  return ms < MINUTE ? 'in under a minute' : `in ${duration(ms)}`
}
