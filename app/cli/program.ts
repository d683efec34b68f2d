/** The command line without the process around it: words in, lines and an exit code out. */
import { parseArgs } from 'node:util'
import { AppError, toFailure } from '../base/errors.ts'
import { shown } from '../base/outside-text.ts'
import type { LineChannel, Ports } from '../base/ports.ts'
import { VERSION } from '../base/version.ts'
import { type Core, createCore } from '../core.ts'
import type { Children } from '../platform/process/child-command.ts'
import type { Service } from '../platform/service/service.ts'
import { answer } from './commands/answer.ts'
import { check } from './commands/check.ts'
import { doctor } from './commands/doctor.ts'
import { exchange } from './commands/exchange.ts'
import { exportLogins } from './commands/export.ts'
import { helper } from './commands/helper.ts'
import { history } from './commands/history.ts'
import { importLogins } from './commands/import.ts'
import { list } from './commands/list.ts'
import { locks } from './commands/locks.ts'
import { login } from './commands/login.ts'
import { node } from './commands/node.ts'
import { provider } from './commands/provider.ts'
import { refresh } from './commands/refresh.ts'
import { report401 } from './commands/report-401.ts'
import { run as runCommand } from './commands/run.ts'
import { send } from './commands/send.ts'
import { serve } from './commands/serve.ts'
import { status } from './commands/status.ts'
import { takeOver } from './commands/take-over.ts'
import { token } from './commands/token.ts'
import { use } from './commands/use.ts'
import { createRequestBroker } from './io/broker.ts'
import { type Command, type Io, type Machinery, type OwnCommand, printJson } from './io/command.ts'
import { EXIT, exitCodeOf } from './io/exit-codes.ts'
import { failureText } from './io/failure-text.ts'
import { type FlagTable, flagsFor, GENERAL_FLAGS } from './io/flags.ts'

/** Those that end by themselves. */
export const COMMANDS: readonly (Command | OwnCommand)[] = [
  list,
  status,
  check,
  token,
  runCommand,
  use,
  helper,
  refresh,
  login,
  history,
  provider,
  exportLogins,
  importLogins,
  node,
  send,
  takeOver,
  report401,
  locks,
  doctor,
]

/** Those that go on until somebody ends them. */
const LASTING: readonly OwnCommand[] = [serve, answer, exchange]

const ALL = [...COMMANDS, ...LASTING]

/** Every flag of every command: one name is read in one way. */
export const OPTIONS: FlagTable = Object.assign({}, ...ALL.map(({ flags }) => flags), GENERAL_FLAGS)

export interface Machine {
  readonly io: Io
  /** Made only for a command that needs them. @throws AppError UNSAFE_HOME */
  readonly portsFor: (label: string) => Ports
  /** A process of ours that outlives this one and speaks the protocol of a host; absent where none can be started. */
  readonly startExchange?: () => LineChannel
  /** Standard input and output. */
  readonly stdio?: () => LineChannel
  readonly service?: (userHome: string) => Service
  readonly children?: Children
}

/** One command from its words to its exit code. Never throws: what went wrong is said, as JSON where that was asked for. */
export async function lamplighter(argv: readonly string[], machine: Machine): Promise<number> {
  const io: Io = {
    ...machine.io,
    out: (line) => machine.io.out(shown(line)),
    err: (line) => machine.io.err(shown(line)),
  }
  try {
    return await dispatch(argv, { ...machine, io })
  } catch (error) {
    if (splitAtCommand(argv).own.includes('--json')) printJson(io, { failure: toFailure(error) })
    else io.err(failureText(error))
    return exitCodeOf(error)
  }
}

async function dispatch(argv: readonly string[], machine: Machine): Promise<number> {
  const { io, portsFor } = machine
  const { own, command: toRun } = splitAtCommand(argv)
  const { values, positionals } = parse(own)
  if (values.version) {
    io.out(VERSION)
    return EXIT.ok
  }
  const [name, ...words] = positionals
  if (values.help || name === undefined || name === 'help') {
    io.out(help())
    return name === undefined && !values.help ? EXIT.usage : EXIT.ok
  }
  const command = ALL.find((one) => one.name === name)
  if (!command)
    throw new AppError('ARGUMENT_INVALID', `"${name}" is not a command.`, { hint: 'See: lamplighter --help' })
  if (words.length < command.words.min || words.length > command.words.max) {
    throw new AppError('ARGUMENT_INVALID', `That is not how "${name}" is used.`, {
      hint: `lamplighter ${command.usage}`,
    })
  }
  const flags = flagsFor(command.name, command.flags, values)
  const label = 'label' in command ? command.label?.(words) : undefined
  const ports = portsFor(label ?? `lamplighter ${name}`)
  const core = createCore(
    values['no-browser'] ? { ...ports, browser: { open: async () => undefined } } : ports,
  )
  const around = toRun && toRun.length > 0 ? { ...machine, command: toRun } : machine
  return run(command, { core, ports, machine: around }, words, flags)
}

/** What follows `--` belongs to the command that it names, its flags included. */
function splitAtCommand(argv: readonly string[]): {
  readonly own: readonly string[]
  readonly command?: readonly string[]
} {
  const name = argv.find((word) => !word.startsWith('-'))
  const at = argv.indexOf('--')
  const takesCommand = COMMANDS.some((one) => one.name === name && 'takesCommand' in one)
  return at < 0 || !takesCommand ? { own: argv } : { own: argv.slice(0, at), command: argv.slice(at + 1) }
}

async function run(
  command: Command | OwnCommand,
  {
    core,
    ports,
    machine,
  }: {
    readonly core: Core
    readonly ports: Ports
    readonly machine: Machine & Pick<Machinery, 'command'>
  },
  words: readonly string[],
  given: ReturnType<typeof flagsFor>,
): Promise<number> {
  const { io, startExchange: startProcess } = machine
  const flags = given as Parameters<Command['run']>[2]
  const broker = createRequestBroker({ core, ports, startProcess })
  try {
    if ('own' in command) return await command.own({ ...machine, core, ports, broker }, words, flags, io)
    await core.start({ schedule: false })
    return await command.run(core, words, flags, io)
  } finally {
    broker.close()
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

function help(): string {
  const people = ALL.filter((command) => !('internal' in command))
  const lines = people.map((command) => `  lamplighter ${command.usage}\n      ${command.summary}`)
  return [
    'Keeps the OAuth logins on this machine alive.',
    '',
    ...lines,
    '',
    'Exit codes: 0 ok, 1 a passing failure, 2 needs login, 64 wrong usage, 69 cannot be done.',
  ].join('\n')
}
