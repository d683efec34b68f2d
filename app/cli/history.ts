import { AppError } from '../errors.ts'
import { type Command, isoOrNull, printJson, table } from './command.ts'
import { parseDuration } from './duration.ts'
import { EXIT } from './exit-codes.ts'

const DEFAULT_LIMIT = 50

export const history: Command = {
  name: 'history',
  usage: 'history [PROFILE] [--since 24h] [--limit 50] [--json]',
  summary: 'what happened to the logins, newest first',
  words: { min: 0, max: 1 },
  async run(core, words, flags, io) {
    const limit = Number(flags.limit ?? DEFAULT_LIMIT)
    if (!Number.isInteger(limit) || limit < 1) {
      throw new AppError('ARGUMENT_INVALID', `"${flags.limit}" is not a number of events.`)
    }
    const events = await core.history({
      limit,
      ...(words[0] === undefined ? {} : { profileId: core.profile(words[0]).id }),
      ...(flags.since === undefined ? {} : { sinceMs: io.now() - parseDuration(flags.since) }),
    })
    if (flags.json) {
      printJson(io, { events: events.map(({ atMs, ...rest }) => ({ at: isoOrNull(atMs), ...rest })) })
      return EXIT.ok
    }
    if (events.length === 0) io.out('Nothing has happened yet.')
    const rows = events.map((event) => [
      new Date(event.atMs).toISOString().slice(0, 19).replace('T', ' '),
      event.kind,
      event.profileId,
      event.message,
      `(${event.askedBy}, ${event.process} ${event.pid})`,
    ])
    for (const line of table(rows)) io.out(line)
    return EXIT.ok
  },
}
