/** Times of day in menus. Pure; local time. */
import { locale, t } from '../../app/words/t.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** "14:30", "tomorrow 06:00", "Thu 22 Jan, 06:00". */
export function moment(atMs: number, nowMs: number): string {
  const at = new Date(atMs)
  const time = `${two(at.getHours())}:${two(at.getMinutes())}`
  const days = daysBetween(new Date(nowMs), at)
  if (days === 0) return time
  if (days === 1) return t('tomorrow {time}', { time })
  const date = new Intl.DateTimeFormat(locale(), { weekday: 'short', day: 'numeric', month: 'short' })
  return `${date.format(at).replace(',', '')}, ${time}`
}

/** By the calendar, not by 24 hours. */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((midnight(to) - midnight(from)) / DAY_MS)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
