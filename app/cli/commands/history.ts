import stringWidth from 'string-width'
import { AppError } from '../../base/errors.ts'
import type { HistoryEventView, HistoryKind, RaceView } from '../../contract/views.ts'
import { command, isoOrNull, printJson, type Screen } from '../io/command.ts'
import { parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'
import { localTime } from '../io/local-time.ts'
import { eventMark } from '../io/marks.ts'
import { type Cell, table } from '../io/table.ts'
import { wrapped } from '../io/wrap.ts'

const DEFAULT_LIMIT = 50

export const history = command({
  name: 'history',
  usage: 'history [PROFILE] [{since}] [{limit}] [{csv} | {json}]',
  summary: 'what happened to the logins, newest first; what several processes did at once is told once',
  examples: ['history ada@example.test --since 24h'],
  words: { min: 0, max: 1 },
  completes: 'logins',
  flags: {
    since: { type: 'string', value: '24h', help: 'how far back' },
    csv: { type: 'boolean', help: 'a table for a spreadsheet' },
    limit: { type: 'string', value: '50', help: 'how many events, at most' },
  },
  async run(core, words, flags, io) {
    const limit = Number(flags.limit ?? DEFAULT_LIMIT)
    if (!Number.isInteger(limit) || limit < 1) {
      throw new AppError('ARGUMENT_INVALID', `"${flags.limit}" is not a number of events.`)
    }
    const query = {
      ...(words[0] === undefined ? {} : { profileId: core.profile(words[0]).id }),
      ...(flags.since === undefined ? {} : { sinceMs: io.now() - parseDuration(flags.since) }),
    }
    if (flags.csv) {
      if (flags.json) throw new AppError('ARGUMENT_INVALID', 'Say --csv or --json, not both.')
      for (const line of (await core.exportHistory('csv', { ...query, limit })).trimEnd().split('\n'))
        io.out(line.trimEnd())
      return EXIT.ok
    }
    const events = await core.history({ ...query, limit })
    const shown = new Set(events.map(({ id }) => id))
    const races = (await core.races(query)).filter(({ eventIds }) => eventIds.some((id) => shown.has(id)))
    if (flags.json) {
      printJson(io, { events: events.map(dated), races: races.map(dated) })
      return EXIT.ok
    }
    if (events.length === 0) io.out('Nothing of that is in the history.')
    for (const line of table(rowsOf(events, races, io.screen))) io.out(line)
    return EXIT.ok
  },
})

function dated<T extends { readonly atMs: number }>({ atMs, ...rest }: T) {
  return { at: isoOrNull(atMs), ...rest }
}

/** A race stands in the place of its newest event, and its events, set in, below it. */
function rowsOf(
  events: readonly HistoryEventView[],
  races: readonly RaceView[],
  screen: Screen | undefined,
): readonly (readonly Cell[])[] {
  const raceOf = new Map(races.flatMap((race) => race.eventIds.map((id) => [id, race] as const)))
  const told = new Set<RaceView>()
  const rows = events.flatMap((event): readonly Row[] => {
    const race = raceOf.get(event.id)
    if (!race) return [rowOf(event)]
    if (told.has(race)) return []
    told.add(race)
    const members = events.filter(({ id }) => raceOf.get(id) === race)
    const what: Row = { ...race, word: 'race', what: `${race.message} ${race.advice}` }
    return [what, ...members.map((member) => rowOf(member, '  '))]
  })
  return screen
    ? onTerminal(rows, screen.columns)
    : rows.map((row) => [...beginningOf(row), row.what, row.who ?? ''])
}

interface Row {
  readonly atMs: number
  readonly profileId: string
  readonly kind?: HistoryKind
  readonly word: string
  readonly what: string
  readonly who?: string
}

function rowOf(event: HistoryEventView, indent = ''): Row {
  const who = `(${event.askedBy}, ${event.process} ${event.pid})`
  return {
    ...event,
    word: `${indent}${event.kind === 'refreshed' ? 'renewed' : event.kind}`,
    what: event.times === undefined ? event.message : `${event.message} (${event.times} times)`,
    who,
  }
}

function beginningOf({ atMs, word, profileId }: Row): readonly [string, string, string] {
  return [localTime(atMs), word, profileId]
}

/** Below this, a message set in beside the other columns would be a ribbon. */
const NARROWEST = 30
const SIGN = 2
const GAPS = 6

/** A message goes on below itself, so that the columns stay columns and nothing is cut. */
function onTerminal(rows: readonly Row[], columns: number): readonly (readonly Cell[])[] {
  const widest = (at: 0 | 1 | 2): number => Math.max(...rows.map((row) => stringWidth(beginningOf(row)[at])))
  const left = columns - (widest(0) + widest(1) + SIGN + widest(2) + GAPS)
  return rows.flatMap((row): readonly (readonly Cell[])[] => {
    const { kind, word, who } = row
    const [time, , profile] = beginningOf(row)
    const mark: Cell = kind ? eventMark(kind, word) : { text: `◇ ${word}`, tone: 'strong' }
    const lines = left < NARROWEST ? [row.what] : wrapped(row.what, left)
    const by: readonly Cell[] = who === undefined ? [] : [{ text: who, tone: 'quiet' }]
    const [first = '', ...rest] = [...lines, ...by]
    return [[time, mark, profile, first], ...rest.map((line) => ['', '', '', line])]
  })
}
