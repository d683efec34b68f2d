/** What a person typed into Settings: a value, or the sentence that says what is expected. */
import { t } from '../../app/words/t.ts'
import type { Parsed } from '../ui/use-draft.ts'

const MINUTE_SECONDS = 60
const MOST_LEAD_MINUTES = 24 * 60
/** The core's own limits: a larger number would be refused by config.json. */
const MOST_CONCURRENT = 64
const MOST_HOURS = 24 * 90
export const MOST_WARNINGS = 8

/** Minutes as typed -> seconds; null when empty: each provider's own. */
export function parseLead(text: string): Parsed<number | null> {
  if (text.trim() === '') return { ok: true, value: null }
  const minutes = numberIn(text.replace(/\s*min(ute)?s?\.?\s*$/i, ''))
  if (minutes === undefined) return wrong(t('Give it in minutes, such as 10, or leave it empty.'))
  if (minutes < 1 || minutes > MOST_LEAD_MINUTES)
    return wrong(t('Between 1 minute and 1,440, which is a day.'))
  return { ok: true, value: Math.round(minutes * MINUTE_SECONDS) }
}

export function leadText(leadSeconds: number | undefined): string {
  return leadSeconds === undefined ? '' : String(Math.round((leadSeconds / MINUTE_SECONDS) * 100) / 100)
}

export function parseConcurrent(text: string): Parsed<number> {
  const count = numberIn(text)
  if (count === undefined || !Number.isInteger(count)) return wrong(t('A whole number, such as 4.'))
  if (count < 1 || count > MOST_CONCURRENT)
    return wrong(t('Between 1 and {mostConcurrent}.', { mostConcurrent: MOST_CONCURRENT }))
  return { ok: true, value: count }
}

/** "24", "24 h", "3 d" -> hours. @param taken thresholds that are set already */
export function parseHours(text: string, taken: readonly number[]): Parsed<number> {
  const [, digits = '', unit = 'h'] = /^\s*([\d.,]+)\s*(h|d)?[a-z]*\s*$/i.exec(text) ?? []
  const count = numberIn(digits)
  if (count === undefined) return wrong(t('Give it in hours, such as 24, or in days, such as 3 d.'))
  const hours = unit.toLowerCase() === 'd' ? count * 24 : count
  if (hours < 1 || hours > MOST_HOURS) return wrong(t('Between 1 hour and 90 days.'))
  if (taken.includes(hours)) return wrong(t('{hours} is set already.', { hours: hoursText(hours) }))
  return { ok: true, value: hours }
}

/** "30 min", "24 h", "3 d": days only where they say it shorter. */
export function hoursText(hours: number): string {
  if (hours < 1) return t('{count} min', { count: Math.round(hours * 60) })
  return hours >= 48 && hours % 24 === 0
    ? t('{count} d', { count: hours / 24 })
    : t('{count} h', { count: Math.round(hours * 100) / 100 })
}

/** "22:00", "22", "7.30", "0730" -> "07:30". */
export function parseClock(text: string): Parsed<string> {
  const [, hours = '', minutes = '00'] = /^\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*$/.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) {
    return wrong(t('A time of day from 00:00 to 23:59, such as 22:00.'))
  }
  return { ok: true, value: `${hours.padStart(2, '0')}:${minutes}` }
}

/** Both ends the same would be no time at all. */
export function parseQuietEnd(text: string, otherEnd: string): Parsed<string> {
  const time = parseClock(text)
  return time.ok && time.value === otherEnd
    ? wrong(t('From and until are the same, which would never be quiet.'))
    : time
}

/** A decimal comma is as good as a point. */
function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(',', '.')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

function wrong(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error }
}
