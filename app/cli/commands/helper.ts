import { AppError } from '../../base/errors.ts'
import { askerOf } from '../helpers/asker.ts'
import { aws } from '../helpers/aws.ts'
import { QUICK } from '../helpers/helpers.ts'
import { type Io, ownCommand } from '../io/command.ts'

const HELPERS = [...QUICK, aws]

export const helper = ownCommand({
  name: 'helper',
  usage: 'helper NAME [WORDS]',
  summary: `answers a program in its own protocol, with the token of the login that is for what it asks: ${HELPERS.map(({ name }) => name).join(', ')}`,
  examples: [
    'helper bearer reports',
    'helper kube production id-token',
    'helper xoauth2 imap.example.test ada',
  ],
  completes: HELPERS.map(({ name }) => name),
  words: { min: 1, max: 9 },
  flags: {},
  takesCommand: true,
  label: ([name = '']) => `lamplighter helper ${name}`,
  async own({ broker, ports, command = [] }, [name, ...words], _flags, io) {
    const found = HELPERS.find((one) => one.name === name)
    if (!found) {
      throw new AppError('ARGUMENT_INVALID', `"${name}" is not a helper.`, {
        hint: `They are: ${HELPERS.map((one) => one.name).join(', ')}.`,
      })
    }
    return found.answer({
      words: [...words, ...command],
      env: (variable) => ports.process.env(variable),
      input: () => allOf(io),
      folder: process.cwd(),
      asker: askerOf(process.env),
      out: io.out,
      ask: (call, params) => broker.ask(call, params),
      http: ports.http,
    })
  },
})

async function allOf(io: Io): Promise<string> {
  const lines: string[] = []
  for await (const line of io.lines()) lines.push(line)
  return lines.map((line) => `${line}\n`).join('')
}
