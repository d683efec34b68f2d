import { type Command, isoOrNull, printJson } from './command.ts'
import { parseDuration } from './duration.ts'
import { EXIT } from './exit-codes.ts'

export const token: Command = {
  name: 'token',
  usage: 'token PROFILE [--for 30m] [--json]',
  summary: 'a working access token, alone on standard output; refreshed first when it lapses sooner',
  words: { min: 1, max: 1 },
  async run(core, words, flags, io) {
    const profile = core.profile(words[0] ?? '')
    const validForMs = flags.for === undefined ? 0 : parseDuration(flags.for)
    const got = await core.token(profile.id, { validForMs, askedBy: 'lamplighter token' })
    // The one place where a token leaves the program in clear: the person asked for exactly that.
    const accessToken = got.accessToken.expose()
    if (flags.json) printJson(io, { profile: profile.id, accessToken, expiresAt: isoOrNull(got.expiresAtMs) })
    else io.out(accessToken)
    return EXIT.ok
  },
}
