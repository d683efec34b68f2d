/** The command line without the process around it: words in, lines and an exit code out. */
import { parseArgs } from 'node:util'
import { type Core, createCore } from '../core.ts'
import { AppError, toFailure } from '../errors.ts'
import type { Ports } from '../ports.ts'
import { type Command, type Flags, type Io, printable, printJson } from './command.ts'
import { doctor } from './doctor.ts'
import { EXIT, type ExitCode, exitCodeOf } from './exit-codes.ts'
import { history } from './history.ts'
import { list } from './list.ts'
import { login } from './login.ts'
import { provider } from './provider.ts'
import { refresh } from './refresh.ts'
import { report401 } from './report-401.ts'
import { token } from './token.ts'

declare const LAMPLIGHTER_VERSION: string

export const COMMANDS: readonly Command[] = [
  list,
  token,
  refresh,
  login,
  history,
  provider,
  report401,
  doctor,
]

export const OPTIONS = {
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  device: { type: 'boolean' },
  'no-browser': { type: 'boolean' },
  stdin: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  for: { type: 'string' },
  since: { type: 'string' },
  limit: { type: 'string' },
  provider: { type: 'string' },
  issuer: { type: 'string' },
  'client-id': { type: 'string' },
  scopes: { type: 'string' },
  name: { type: 'string' },
  'authorization-endpoint': { type: 'string' },
  'token-endpoint': { type: 'string' },
  'device-authorization-endpoint': { type: 'string' },
  lead: { type: 'string' },
  'refresh-encoding': { type: 'string' },
} as const

export interface Machine {
  readonly io: Io
  /** Made only for a command that needs them. @throws AppError UNSAFE_HOME */
  readonly portsFor: (label: string) => Ports
}

/** One command from its words to its exit code. Never throws: what went wrong is said, as JSON where that was asked for. */
export async function lamplighter(argv: readonly string[], machine: Machine): Promise<ExitCode> {
  const io: Io = {
    ...machine.io,
    out: (line) => machine.io.out(printable(line)),
    err: (line) => machine.io.err(printable(line)),
  }
  try {
    return await dispatch(argv, { ...machine, io })
  } catch (error) {
    const failure = toFailure(error)
    if (argv.includes('--json')) printJson(io, { failure })
    else
      io.err([`lamplighter: ${failure.message}`, failure.hint, failure.detail].filter(Boolean).join('\n  '))
    return exitCodeOf(error)
  }
}

async function dispatch(argv: readonly string[], { io, portsFor }: Machine): Promise<ExitCode> {
  const { values, positionals } = parse(argv)
  if (values.version) {
    io.out(LAMPLIGHTER_VERSION)
    return EXIT.ok
  }
  const [name, ...words] = positionals
  if (values.help || name === undefined || name === 'help') {
    io.out(help())
    return name === undefined && !values.help ? EXIT.usage : EXIT.ok
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (!command)
    throw new AppError('ARGUMENT_INVALID', `"${name}" is not a command.`, { hint: 'See: lamplighter --help' })
  if (words.length < command.words.min || words.length > command.words.max) {
    throw new AppError('ARGUMENT_INVALID', `That is not how "${name}" is used.`, {
      hint: `lamplighter ${command.usage}`,
    })
  }
  const ports = portsFor(`lamplighter ${name}`)
  const core = createCore(
    values['no-browser'] ? { ...ports, browser: { open: async () => undefined } } : ports,
  )
  return run(command, core, words, toFlags(values), io)
}

async function run(
  command: Command,
  core: Core,
  words: readonly string[],
  flags: Flags,
  io: Io,
): Promise<ExitCode> {
  try {
    await core.start({ schedule: false })
    return await command.run(core, words, flags, io)
  } finally {
    await core.close()
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true })
  } catch (error) {
    throw new AppError('ARGUMENT_INVALID', error instanceof Error ? error.message : String(error), {
      hint: 'See: lamplighter --help',
    })
  }
}

function toFlags(values: Partial<Record<keyof typeof OPTIONS, string | boolean | undefined>>): Flags {
  const camel = (name: string): string => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const flags = Object.fromEntries(given.map(([name, value]) => [camel(name), value]))
  return { json: false, all: false, device: false, noBrowser: false, stdin: false, ...flags }
}

function help(): string {
  const lines = COMMANDS.map((command) => `  lamplighter ${command.usage}\n      ${command.summary}`)
  return [
    'Keeps the OAuth logins on this machine alive.',
    '',
    ...lines,
    '',
    'Exit codes: 0 ok, 1 a passing failure, 2 needs login, 64 wrong usage, 69 cannot be done.',
  ].join('\n')
}
