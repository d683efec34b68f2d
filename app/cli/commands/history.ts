import { AppError } from '../../base/errors.ts'
import type { HistoryEventView, RaceView } from '../../contract/views.ts'
import { command, isoOrNull, printJson, table } from '../io/command.ts'
import { parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'

const DEFAULT_LIMIT = 50

export const history = command({
  name: 'history',
  usage: 'history [PROFILE] [{since}] [{limit}] [{json}]',
  summary: 'what happened to the logins, newest first; what several processes did at once is told once',
  words: { min: 0, max: 1 },
  flags: {
    since: { type: 'string', value: '24h', help: 'how far back' },
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
    const events = await core.history({ ...query, limit })
    const shown = new Set(events.map(({ id }) => id))
    const races = (await core.races(query)).filter(({ eventIds }) => eventIds.some((id) => shown.has(id)))
    if (flags.json) {
      printJson(io, { events: events.map(dated), races: races.map(dated) })
      return EXIT.ok
    }
    if (events.length === 0) io.out('Nothing has happened yet.')
    for (const line of table(rowsOf(events, races))) io.out(line)
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
): readonly (readonly string[])[] {
  const raceOf = new Map(races.flatMap((race) => race.eventIds.map((id) => [id, race] as const)))
  const told = new Set<RaceView>()
  return events.flatMap((event) => {
    const race = raceOf.get(event.id)
    if (!race) return [rowOf(event)]
    if (told.has(race)) return []
    told.add(race)
    const members = events.filter(({ id }) => raceOf.get(id) === race)
    return [
      [timeOf(race.atMs), 'race', race.profileId, `${race.message} ${race.advice}`, ''],
      ...members.map((member) => rowOf(member, '  ')),
    ]
  })
}

function rowOf(event: HistoryEventView, indent = ''): readonly string[] {
  return [
    timeOf(event.atMs),
    `${indent}${event.kind}`,
    event.profileId,
    event.times === undefined ? event.message : `${event.message} (${event.times} times)`,
    `(${event.askedBy}, ${event.process} ${event.pid})`,
  ]
}

function timeOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 19).replace('T', ' ')
}
