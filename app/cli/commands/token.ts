import { isoOrNull, ownCommand, printJson } from '../io/command.ts'
import { parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'

export const token = ownCommand({
  name: 'token',
  usage: 'token PROFILE [{for}] [{json}]',
  summary: 'a working access token, alone on standard output; renewed first when it expires sooner',
  examples: ['token ada@example.test --for 30m'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {
    for: { type: 'string', value: '30m', help: 'how long it has to be good, at least' },
  },
  async own({ broker }, words, flags, io) {
    const validForMs = flags.for === undefined ? 0 : parseDuration(flags.for)
    const got = await broker.ask('token', { profile: words[0] ?? '', validForMs })
    // The one place where a token leaves the program in clear: the person asked for exactly that.
    const { profile, accessToken, expiresAtMs } = got
    if (flags.json) printJson(io, { profile, accessToken, expiresAt: isoOrNull(expiresAtMs) })
    else io.out(accessToken)
    return EXIT.ok
  },
})
