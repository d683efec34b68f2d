import { Secret } from '../credentials/secret.ts'
import { AppError } from '../errors.ts'
import { type Command, type Io, printJson } from './command.ts'
import { EXIT, exitCodeOfEvent } from './exit-codes.ts'

export const report401: Command = {
  name: 'report-401',
  usage: 'report-401 PROFILE [--stdin] [--json]',
  summary: 'a server refused the access token before its time: get another, and trust its provider less long',
  words: { min: 1, max: 1 },
  async run(core, words, flags, io) {
    const accessToken = flags.stdin ? await firstLine(io) : undefined
    const answer = await core.report401(core.profile(words[0] ?? '').id, {
      askedBy: 'lamplighter report-401',
      ...(accessToken ? { accessToken } : {}),
    })
    if (flags.json) printJson(io, { answer })
    else io.out(answer.message)
    if (answer.event) return exitCodeOfEvent(answer.event)
    return answer.kind === 'waiting' ? EXIT.transient : EXIT.ok
  },
}

/** Not an argument: every process on the machine can read those. */
async function firstLine(io: Io): Promise<Secret> {
  for await (const line of io.lines()) if (line.trim() !== '') return new Secret(line.trim())
  throw new AppError('ARGUMENT_INVALID', 'No token came on standard input.')
}
