/** `provider secret ID`: a client's secret or private key into the vault, or out of it. Never an argument: every process can read those. */
import { AppError } from '../../base/errors.ts'
import type { Core } from '../../core.ts'
import { Secret } from '../../model/secret.ts'
import { type Io, printJson } from '../io/command.ts'
import type { FlagsOf, FlagTable, GeneralFlags } from '../io/flags.ts'
import { beginningOf } from '../io/given-file.ts'

const MOST_BYTES = 64 * 1024

export const SECRET_FLAGS = {
  'from-file': { type: 'string', value: 'FILE', help: 'secret: takes it from a file, whole' },
  stdin: { type: 'boolean', help: 'secret: takes it from standard input, whole' },
  delete: { type: 'boolean', help: 'secret: takes it out of the vault' },
} as const satisfies FlagTable

type Where = Pick<FlagsOf<typeof SECRET_FLAGS>, 'fromFile' | 'stdin'>

/** @throws AppError ARGUMENT_INVALID, PROVIDER_UNKNOWN, CONFIG_INVALID, STORE_* */
export async function keepSecret(
  core: Core,
  id: string,
  flags: FlagsOf<typeof SECRET_FLAGS> & GeneralFlags,
  io: Io,
): Promise<void> {
  const secret = flags.delete ? undefined : await givenSecret(flags, io, 'Client secret: ')
  const { id: kept, name } = await core.setClientSecret(id, secret)
  if (flags.json) return printJson(io, { provider: kept, kept: secret !== undefined })
  io.out(
    secret ? `The client secret of ${name} is in the vault.` : `The vault holds no client secret of ${name}.`,
  )
}

/** What the flags name, or the person types unseen. @throws AppError ARGUMENT_INVALID */
export async function givenSecret(flags: Where, io: Io, question: string): Promise<Secret> {
  const given = (await whole(flags, io, question)).trim()
  if (given !== '') return new Secret(given)
  throw new AppError('ARGUMENT_INVALID', 'No secret was given, and nothing was written.')
}

async function whole({ fromFile, stdin }: Where, io: Io, question: string): Promise<string> {
  if (fromFile !== undefined) return beginningOf(fromFile, 'The secret', MOST_BYTES)
  if (stdin) {
    const lines: string[] = []
    for await (const line of io.lines()) lines.push(line)
    return lines.join('\n')
  }
  if (io.terminal) return (await io.terminal.askSecret(question)).expose()
  throw new AppError('ARGUMENT_INVALID', 'Nobody is here to type the secret.', {
    hint: 'Give it with --from-file FILE or --stdin.',
  })
}
