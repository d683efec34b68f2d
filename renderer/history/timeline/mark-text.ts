/** What a mark on the timeline says when somebody asks: in a popover, and to a screen reader. */

import type { HistoryEventView } from '../../../app/contract/views.ts'
import { known } from '../../../app/words/known.ts'
import { inARow, numberText, t } from '../../../app/words/t.ts'
import { clockTime, dayLabel, whenLabel } from '../../format/dates.ts'
import { commaList, eventMark } from '../../format/labels.ts'
import { ago, countdown, duration, MINUTE } from '../../format/time.ts'
import type { LaneMark } from '../../model/marks.ts'

export interface MarkWords {
  readonly title: string
  readonly when: string
  /** Whole sentences, or the facts of one event. */
  readonly lines: readonly string[]
  /** The newest of many. */
  readonly events: readonly HistoryEventView[]
  /** Those that are not among them. */
  readonly more: number
}

const MOST_LISTED = 5

export function markWords(mark: LaneMark, nowMs: number): MarkWords {
  switch (mark.type) {
    case 'event':
      return {
        title: eventMark(mark.event.kind).word,
        when: momentLabel(mark.event.atMs, nowMs),
        lines: [known(mark.event.message), doneBy(mark.event)],
        events: [],
        more: 0,
      }
    case 'cluster': {
      const first = mark.events.at(-1)
      const last = mark.events[0]
      return {
        title: t('{events} events', { events: numberText(mark.events.length) }),
        when: first && last ? spanLabel(first.atMs, last.atMs, nowMs) : '',
        lines: [`${countsInWords(mark.events)}.`],
        events: mark.events.slice(0, MOST_LISTED),
        more: Math.max(0, mark.events.length - MOST_LISTED),
      }
    }
    case 'planned':
      return {
        title: mark.certain ? t('Planned renewal') : t('Expected renewal'),
        when: plannedLabel(mark.atMs, nowMs, mark.certain),
        lines: mark.certain ? [] : [t('If the next token lives as long as this one.')],
        events: [],
        more: 0,
      }
  }
}

/** One sentence for ears; ends where the popover would. */
export function markInWords(mark: LaneMark, nowMs: number): string {
  const { title, when, lines } = markWords(mark, nowMs)
  return inARow([`${title}, ${when}.`, ...lines])
}

/** "5 refreshed, 2 will retry, 1 ended by the provider", the most frequent first. */
export function countsInWords(events: readonly HistoryEventView[]): string {
  const counts = new Map<string, number>()
  for (const event of events) {
    const word = eventMark(event.kind).word
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return commaList(
    [...counts]
      .sort((a, b) => b[1] - a[1])
      .map(([word, count]) => `${numberText(count)} ${word.toLowerCase()}`),
  )
}

/** "Asked by schedule, in lamplighter (pid 4711), took 412 ms." */
export function doneBy(event: HistoryEventView): string {
  const took =
    event.durationMs === undefined ? '' : t(', took {duration}', { duration: duration(event.durationMs) })
  return t('Asked by {askedBy}, in {process} (pid {pid}){took}.', {
    askedBy: known(event.askedBy),
    process: event.process,
    pid: event.pid,
    took,
  })
}

/** "Today 09:41, 3 h ago" */
function momentLabel(atMs: number, nowMs: number): string {
  return `${dayLabel(atMs, nowMs)} ${clockTime(atMs)}, ${ago(Math.max(0, nowMs - atMs))}`
}

/** "Today 08:10 to 09:41", "Mon 22:10 to Tue 01:05" */
function spanLabel(fromMs: number, toMs: number, nowMs: number): string {
  const from = dayLabel(fromMs, nowMs)
  const to = dayLabel(toMs, nowMs)
  if (from !== to)
    return t('{from} {start} to {to} {end}', { from, start: clockTime(fromMs), to, end: clockTime(toMs) })
  const [start, end] = [clockTime(fromMs), clockTime(toMs)]
  return start === end ? `${from} ${start}` : t('{from} {start} to {end}', { from, start, end })
}

function plannedLabel(atMs: number, nowMs: number, certain: boolean): string {
  const left = atMs - nowMs
  if (left < MINUTE) return t('now')
  const label = whenLabel(atMs, nowMs)
  const when = label === clockTime(atMs) ? label : `${label} ${clockTime(atMs)}`
  return certain
    ? t('{when}, in {left}', { when, left: countdown(left) })
    : t('about {when}, in {left}', { when, left: countdown(left) })
}
