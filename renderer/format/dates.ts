/** Points in time in words: as the person's language writes them, with a 24-hour clock, in the machine's time zone. */
import { locale, t } from '../../app/words/t.ts'
import { DAY } from './time.ts'

const LOCALE = locale()
const CLOCK = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'short' })
const DATE = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' })
const LONG_DAY = new Intl.DateTimeFormat(LOCALE, { weekday: 'long', day: 'numeric', month: 'long' })
const FULL = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'medium' })

/** "09:41" */
export function clockTime(atMs: number): string {
  return CLOCK.format(atMs)
}

/** "09:41" today, "Tue" within the last six days, else "3 Mar". */
export function whenLabel(atMs: number, nowMs: number): string {
  const days = daysBetween(atMs, nowMs)
  if (days === 0) return clockTime(atMs)
  return days > 0 && days < 7 ? WEEKDAY.format(atMs) : DATE.format(atMs)
}

/** "09:41" today, "tomorrow 09:41", else "Fri 13 Mar, 09:41": for what lies ahead, as the tray says it. */
export function aheadLabel(atMs: number, nowMs: number): string {
  const days = daysBetween(nowMs, atMs)
  if (days === 0) return clockTime(atMs)
  if (days === 1) return t('tomorrow {time}', { time: clockTime(atMs) })
  return `${weekday(atMs)} ${dateLabel(atMs)}, ${clockTime(atMs)}`
}

/** "09:41" today, "Tue" within six days, else "9 Dec": as short as a column wants it. */
export function soonLabel(atMs: number, nowMs: number): string {
  const days = daysBetween(nowMs, atMs)
  if (days <= 0) return clockTime(atMs)
  return days < 7 ? `${weekday(atMs)} ${clockTime(atMs)}` : dateLabel(atMs)
}

/** "Tue" */
export function weekday(atMs: number): string {
  return WEEKDAY.format(atMs)
}

/** "3 Mar" */
export function dateLabel(atMs: number): string {
  return DATE.format(atMs)
}

/** "Today", "Yesterday", "Tuesday 3 March": the heading over a day of history. */
export function dayLabel(atMs: number, nowMs: number): string {
  const days = daysBetween(atMs, nowMs)
  if (days === 0) return t('Today')
  if (days === 1) return t('Yesterday')
  return LONG_DAY.format(atMs).replace(',', '')
}

/** "3 Mar 2026, 09:41:07": the exact time, for a tooltip and for copying. */
export function exactTime(atMs: number): string {
  return FULL.format(atMs)
}

/** Calendar days, so that 23:59 yesterday is a day ago at 00:01. */
function daysBetween(atMs: number, nowMs: number): number {
  return Math.round((midnight(nowMs) - midnight(atMs)) / DAY) // rounded: days of 23 and 25 hours exist
}

function midnight(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0)
}
