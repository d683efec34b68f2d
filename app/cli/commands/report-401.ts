import { AppError } from '../../base/errors.ts'
import { type Io, ownCommand, printJson } from '../io/command.ts'
import { signInHint } from '../io/event-text.ts'
import { EXIT, exitCodeOfEvent } from '../io/exit-codes.ts'

export const report401 = ownCommand({
  name: 'report-401',
  usage: 'report-401 PROFILE [{stdin}] [{json}]',
  summary: 'a server refused the access token before its time: get another',
  examples: ['report-401 ada@example.test'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {
    stdin: { type: 'boolean', help: 'the token that was refused comes on standard input' },
  },
  async own({ broker }, words, flags, io) {
    const accessToken = flags.stdin ? await firstLine(io) : undefined
    const answer = await broker.ask('report401', {
      profile: words[0] ?? '',
      ...(accessToken === undefined ? {} : { accessToken }),
    })
    if (flags.json) printJson(io, { answer })
    else {
      io.out(answer.message)
      const hint = answer.event && signInHint(answer.event)
      if (hint !== undefined) io.out(`  ${hint}`)
    }
    if (answer.event) return exitCodeOfEvent(answer.event)
    return answer.kind === 'waiting' ? EXIT.transient : EXIT.ok
  },
})

/** Not an argument: every process on the machine can read those. */
async function firstLine(io: Io): Promise<string> {
  for await (const line of io.lines()) if (line.trim() !== '') return line.trim()
  throw new AppError('ARGUMENT_INVALID', 'No token came on standard input.')
}
