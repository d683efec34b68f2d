/** The command line without the process around it: words in, lines and an exit code out. */
import { AppError, toFailure } from '../base/errors.ts'
import { nearest } from '../base/nearest.ts'
import type { LineChannel, Ports } from '../base/ports.ts'
import { VERSION } from '../base/version.ts'
import { type Core, createCore } from '../core.ts'
import type { Children } from '../platform/process/child-command.ts'
import type { Service } from '../platform/service/service.ts'
import { ALL, COMMANDS, OPTIONS, PEOPLES } from './command-table.ts'
import { createRequestBroker } from './io/broker.ts'
import { type Command, type Io, type Machinery, type OwnCommand, printJson } from './io/command.ts'
import { EXIT, exitCodeOf } from './io/exit-codes.ts'
import { failureText } from './io/failure-text.ts'
import { tellFirstRun } from './io/first-run.ts'
import { flagsFor, GENERAL_FLAGS } from './io/flags.ts'
import { commandHelp, generalHelp } from './io/help.ts'
import { written } from './io/line.ts'
import { type Parsed, parse } from './io/parse.ts'
import { thisTerminal } from './io/this-terminal.ts'

/** What the process around it gives: whole lines, written as they are. */
export interface RawIo extends Omit<Io, 'out' | 'err'> {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Standard output is a terminal that shows colours, and its owner wants them. */
  readonly hasColour?: boolean
}

export interface Machine {
  readonly io: RawIo
  /** Made only for a command that needs them. @throws AppError UNSAFE_HOME */
  readonly portsFor: (label: string) => Ports
  /** A process of ours that outlives this one and speaks the protocol of a host; absent where none can be started. */
  readonly startExchange?: () => LineChannel
  /** Standard input and output. */
  readonly stdio?: () => LineChannel
  readonly service?: (userHome: string) => Service
  readonly ownEtcd?: NonNullable<Machinery['ownEtcd']>
  readonly children?: Children
}

/** One command from its words to its exit code. Never throws: what went wrong is said, as JSON where that was asked for. */
export async function lamplighter(argv: readonly string[], machine: Machine): Promise<number> {
  const io: Io = {
    ...machine.io,
    out: (line) => machine.io.out(written(line, machine.io.hasColour === true)),
    err: (line) => machine.io.err(written(line, false)),
  }
  try {
    return await dispatch(argv, { ...machine, io }, io)
  } catch (error) {
    if (splitAtCommand(argv).own.includes('--json')) printJson(io, { failure: toFailure(error) })
    else io.err(failureText(error))
    return exitCodeOf(error)
  }
}

async function dispatch(argv: readonly string[], machine: Machine, io: Io): Promise<number> {
  const { own, command: toRun } = splitAtCommand(argv)
  const { values, positionals } = parsed(own, toRun !== undefined)
  if (values.version) {
    io.out(VERSION)
    return EXIT.ok
  }
  const [name, ...words] = positionals
  if (values.help || name === undefined || name === 'help') {
    const about = name === 'help' ? words[0] : name
    for (const line of about === undefined ? generalHelp(PEOPLES, widthOf(io)) : helpFor(about, io))
      io.out(line)
    return name === undefined && !values.help ? EXIT.usage : EXIT.ok
  }
  const command = commandNamed(name)
  if (words.length < command.words.min || words.length > command.words.max) {
    throw wrongWords(command, words.length > command.words.max)
  }
  const flags = flagsFor(command.name, command.flags, values)
  const label = 'label' in command ? command.label?.(words) : undefined
  const ports = machine.portsFor(label ?? `lamplighter ${name}`)
  const core = createCore({
    ...ports,
    terminals: thisTerminal(machine.io.terminal && machine.children),
    ...(values['no-browser'] ? { browser: { open: async () => undefined } } : {}),
  })
  const around = toRun && toRun.length > 0 ? { ...machine, command: toRun } : machine
  return run(command, { core, ports, machine: around, io }, words, flags)
}

/** What follows `--` belongs to the command that it names, its flags included. */
function splitAtCommand(argv: readonly string[]): {
  readonly own: readonly string[]
  readonly command?: readonly string[]
} {
  const name = argv.find((word) => !word.startsWith('-'))
  const at = argv.indexOf('--')
  const takesCommand = ALL.some((one) => one.name === name && 'takesCommand' in one)
  return at < 0 || !takesCommand ? { own: argv } : { own: argv.slice(0, at), command: argv.slice(at + 1) }
}

async function run(
  command: Command | OwnCommand,
  {
    core,
    ports,
    machine,
    io,
  }: {
    readonly core: Core
    readonly ports: Ports
    readonly machine: Machine & Pick<Machinery, 'command'>
    readonly io: Io
  },
  words: readonly string[],
  given: ReturnType<typeof flagsFor>,
): Promise<number> {
  const { startExchange: startProcess } = machine
  const flags = given as Parameters<Command['run']>[2]
  const broker = createRequestBroker({ core, ports, startProcess })
  try {
    if (!flags.json && COMMANDS.includes(command)) await tellFirstRun(ports, io)
    if ('own' in command) return await command.own({ ...machine, core, ports, broker }, words, flags, io)
    await core.start({ schedule: false })
    return await command.run(core, words, flags, io)
  } finally {
    broker.close()
    await core.close()
  }
}

/** A flag that nobody knows is most often one of the command to run, which was not parted from ours. */
function parsed(own: readonly string[], isParted: boolean): Parsed {
  const command = ALL.find(({ name }) => name === own.find((word) => !word.startsWith('-')))
  try {
    const meant = command ? { ...command.flags, ...GENERAL_FLAGS } : OPTIONS
    return parse(own, { ...OPTIONS, ...command?.flags }, meant)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const help = `See: lamplighter ${command ? `help ${command.name}` : '--help'}`
    const isMixed = !isParted && command !== undefined && 'takesCommand' in command
    const hint = isMixed
      ? [error.hint, PARTED, howOf(command)].filter(Boolean).join(' ')
      : (error.hint ?? help)
    throw new AppError(error.code, error.message, { hint })
  }
}

const PARTED = 'A command to run, with flags of its own, stands after "--":'

function howOf({ usage }: Command | OwnCommand): string {
  return `lamplighter ${usage}`
}

/** @throws AppError ARGUMENT_INVALID */
function commandNamed(name: string): Command | OwnCommand {
  const command = ALL.find((one) => one.name === name)
  if (command) return command
  const near = nearest(
    name,
    PEOPLES.map((one) => one.name),
  )
  throw new AppError('ARGUMENT_INVALID', `"${name}" is not a command.`, {
    hint: near === undefined ? 'See: lamplighter --help' : `Did you mean: lamplighter ${near}`,
  })
}

function helpFor(name: string, io: Io) {
  return commandHelp(commandNamed(name), widthOf(io))
}

/** A whole line of text is hard to read when it is longer. */
const READABLE = 100

function widthOf({ screen }: Io): number {
  return Math.min(READABLE, screen?.columns ?? READABLE)
}

/** Most often too many words mean that the command to run was not parted from ours. */
function wrongWords(command: Command | OwnCommand, areTooMany: boolean): AppError {
  const message = `That is not how "${command.name}" is used.`
  const hint = areTooMany && 'takesCommand' in command ? `${PARTED} ${howOf(command)}` : howOf(command)
  return new AppError('ARGUMENT_INVALID', message, { hint })
}
