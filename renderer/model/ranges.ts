/** The history's three ranges, and where a moment stands in them. Now stands at the same place in all three. */
import { t } from '../../app/words/t.ts'
import { clockTime, dateLabel, weekday } from '../format/dates.ts'
import { DAY } from '../format/time.ts'

export type RangeId = '24h' | '7d' | '30d'

export interface TimeRange {
  readonly id: RangeId
  readonly label: string
  /** "the last 24 hours" */
  readonly words: string
  readonly pastMs: number
  readonly aheadMs: number
}

/** The part ahead of now is a quarter of the part behind it. */
const range = (id: RangeId, label: string, words: string, pastMs: number): TimeRange => ({
  id,
  label,
  words,
  pastMs,
  aheadMs: pastMs / 4,
})

export const RANGES: readonly TimeRange[] = [
  range('24h', t('24 h'), t('the last 24 hours'), DAY),
  range('7d', t('7 days'), t('the last 7 days'), 7 * DAY),
  range('30d', t('30 days'), t('the last 30 days'), 30 * DAY),
]

export function rangeOf(id: RangeId): TimeRange {
  const found = RANGES.find((known) => known.id === id)
  if (!found) throw new Error(`no range ${id}`)
  return found
}

/** What lies between here and the edges of a lane, all in px. */
export interface Scale {
  readonly nowMs: number
  readonly range: Pick<TimeRange, 'pastMs' | 'aheadMs'>
  readonly width: number
  /** The size of the text; marks grow with it. */
  readonly textPx: number
}

/** Room at the left, so that the count of a cluster there does not run into the name. In em. */
const INSET_EM = 1.6
const PAD_EM = 0.7

/** From the left edge of the lane. Outside the range it is outside the lane. */
export function xOf(atMs: number, scale: Scale): number {
  const { nowMs, range, width, textPx } = scale
  const inset = INSET_EM * textPx
  const room = Math.max(0, width - inset - PAD_EM * textPx)
  return inset + ((atMs - nowMs + range.pastMs) / (range.pastMs + range.aheadMs)) * room
}

export interface Tick {
  readonly atMs: number
  readonly label: string
  readonly x: number
}

/** In em: a label closer to "now", or to the edge, would run into it. */
const LABEL_EM = 3

/** Local time: every six hours, every midnight, every Monday. Without those that would run into another label. */
export function ticksOf(scale: Scale, id: RangeId): readonly Tick[] {
  const { nowMs, range, width, textPx } = scale
  const from = nowMs - range.pastMs
  const to = nowMs + range.aheadMs
  const day = new Date(from)
  day.setHours(0, 0, 0, 0)
  if (id === '30d') day.setDate(day.getDate() - ((day.getDay() + 6) % 7))
  const ticks: Tick[] = []
  while (day.getTime() <= to) {
    const atMs = day.getTime()
    const x = xOf(atMs, scale)
    const clear = Math.abs(x - xOf(nowMs, scale)) >= LABEL_EM * textPx && width - x >= (LABEL_EM / 2) * textPx
    const apart = x - (ticks.at(-1)?.x ?? Number.NEGATIVE_INFINITY) >= LABEL_EM * textPx
    if (atMs >= from && clear && apart) ticks.push({ atMs, x, label: tickLabel(id, day) })
    // By the calendar, not by adding milliseconds: days of 23 and 25 hours exist.
    if (id === '24h') day.setHours(day.getHours() + 6)
    else day.setDate(day.getDate() + (id === '7d' ? 1 : 7))
  }
  return ticks
}

function tickLabel(id: RangeId, at: Date): string {
  if (id === '30d') return dateLabel(at.getTime())
  if (id === '7d' || at.getHours() === 0) return weekday(at.getTime())
  return clockTime(at.getTime())
}

/** A range that holds something this old, for "show more"; undefined when it is the longest already. */
export function longerRange(id: RangeId): TimeRange | undefined {
  return RANGES[RANGES.findIndex((known) => known.id === id) + 1]
}
