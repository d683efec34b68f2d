/** The history as a list: a heading for each day, trouble in the open, and what is one story or routine folded into one row. */
import type { HistoryEventView, HistoryKind, RaceView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { commaList, counted } from '../format/labels.ts'
import type { Day } from './history-days.ts'

/** What a row is a part of, once that is unfolded. */
export type Within = 'race' | 'routine'

export type HistoryRow =
  | { readonly type: 'group'; readonly id: string; readonly atMs: number; readonly count: number }
  | {
      readonly type: 'event'
      readonly id: string
      readonly event: HistoryEventView
      readonly within?: Within
    }
  /** `events` are those of its events that are shown, newest first. */
  | {
      readonly type: 'race'
      readonly id: string
      readonly race: RaceView
      readonly events: readonly HistoryEventView[]
    }
  | { readonly type: 'routine'; readonly id: string; readonly events: readonly HistoryEventView[] }

/** What goes on by itself and asks nothing of anybody. */
const ROUTINE: ReadonlySet<HistoryKind> = new Set(['refreshed', 'adopted', 'superseded'])
/** Folding away fewer would save nothing. */
const FEWEST = 3

/**
 * Each day a heading, then its rows. A race is one row in the place of its newest event; routine events that follow each
 * other are one row. Both have their events below them once they are unfolded.
 * @param whole routine is not folded: the person asked for just that
 */
export function historyRows(
  days: readonly Day[],
  races: readonly RaceView[] = [],
  isUnfolded: (rowId: string) => boolean = () => false,
  whole = false,
): readonly HistoryRow[] {
  const raceOf = new Map(races.flatMap((race) => race.eventIds.map((id) => [id, race] as const)))
  const members = new Map<RaceView, HistoryEventView[]>()
  for (const event of days.flatMap((day) => day.events)) {
    const race = raceOf.get(event.id)
    if (!race) continue
    const known = members.get(race)
    if (known) known.push(event)
    else members.set(race, [event])
  }
  const below = (id: string, events: readonly HistoryEventView[], within: Within): readonly HistoryRow[] =>
    isUnfolded(id) ? events.map((event) => ({ type: 'event', id: event.id, event, within })) : []

  function rowsOf(day: Day): readonly HistoryRow[] {
    const rows: HistoryRow[] = []
    let run: HistoryEventView[] = []
    const endRun = () => {
      const oldest = run.at(-1)
      if (!oldest || whole || run.length < FEWEST) rows.push(...run.map(single))
      else {
        // Named by its oldest event: newer ones join it.
        const id = `routine:${oldest.id}`
        rows.push({ type: 'routine', id, events: run }, ...below(id, run, 'routine'))
      }
      run = []
    }
    for (const event of day.events) {
      const race = raceOf.get(event.id)
      if (!race && ROUTINE.has(event.kind)) {
        run.push(event)
        continue
      }
      const events = race ? (members.get(race) ?? []) : []
      if (race && events[0] !== event) continue
      endRun()
      if (race) rows.push({ type: 'race', id: race.id, race, events }, ...below(race.id, events, 'race'))
      else rows.push(single(event))
    }
    endRun()
    return rows
  }

  return days.flatMap((day): readonly HistoryRow[] => {
    const rows = rowsOf(day)
    if (rows.length === 0) return [] // all of them belong to a race that went on past midnight
    const id = `day:${new Date(day.atMs).toDateString()}`
    return [{ type: 'group', id, atMs: day.atMs, count: day.events.length }, ...rows]
  })
}

/** The folded row that an event is in, if it is in one. */
export function foldOf(rows: readonly HistoryRow[], eventId: string): string | undefined {
  return rows.find((row) => 'events' in row && row.events.some(({ id }) => id === eventId))?.id
}

/** "14 renewals, 2 tokens taken over" */
export function routineInWords(events: readonly HistoryEventView[]): string {
  const of = (kind: HistoryKind) => events.filter((event) => event.kind === kind).length
  const [renewed, adopted, superseded] = [of('refreshed'), of('adopted'), of('superseded')]
  return commaList([
    renewed > 0 ? counted(renewed, 'renewal') : '',
    adopted > 0 ? t('{tokens} taken over', { tokens: counted(adopted, 'token') }) : '',
    superseded > 0 ? t('{races} avoided', { races: counted(superseded, 'race') }) : '',
  ])
}

function single(event: HistoryEventView): HistoryRow {
  return { type: 'event', id: event.id, event }
}
