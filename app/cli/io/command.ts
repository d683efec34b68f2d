/** What every command gets, and how it answers. */

import { escapedJson } from '../../base/outside-text.ts'
import type { LineChannel, Ports } from '../../base/ports.ts'
import type { Core } from '../../core.ts'
import type { Secret } from '../../model/secret.ts'
import type { OwnEtcd, OwnEtcdDeps, OwnEtcdWish } from '../../platform/fleet/own-etcd.ts'
import type { Children } from '../../platform/process/child-command.ts'
import type { Service } from '../../platform/service/service.ts'
import type { RequestBroker } from './broker.ts'
import type { ExitCode } from './exit-codes.ts'
import { type FlagsOf, type FlagTable, type GeneralFlags, withFlags } from './flags.ts'
import type { Line } from './line.ts'

export interface Io {
  readonly out: (line: Line) => void
  readonly err: (line: Line) => void
  /** Lines typed by the person; ends when stdin does. */
  readonly lines: () => AsyncIterable<string>
  readonly now: () => number
  readonly onInterrupt: (stop: () => void) => void
  /** Every second, for what is counted down. @returns ends it */
  readonly everySecond?: (tick: () => void) => () => void
  /** Present where standard output is a terminal. */
  readonly screen?: Screen
  /** Absent where nobody sits at one. */
  readonly terminal?: Terminal
}

/** A terminal that is drawn anew as a whole. */
export interface Screen {
  readonly rows: number
  readonly columns: number
  draw(lines: readonly Line[]): void
  /** A line that the next one replaces; undefined takes it away. */
  note(line: Line | undefined): void
}

/** The person at the keyboard. */
export interface Terminal {
  /** One line; empty when they only pressed Enter. @throws AppError ARGUMENT_INVALID when they cancel, here and below */
  ask(question: string): Promise<string>
  /** Shows nothing of what is typed. */
  askSecret(question: string): Promise<Secret>
}

interface Described<T extends FlagTable> {
  readonly name: string
  /** Shown by --help, after the name; "{for}" stands for the flag of that name. */
  readonly usage: string
  readonly summary: string
  /** As they are typed after "lamplighter ": at least one of each command is in its help. */
  readonly examples: readonly string[]
  /** How many words may follow the name. */
  readonly words: { readonly min: number; readonly max: number }
  /** What the words are, for whoever completes them: logins of this machine, files, or one of these first. */
  readonly completes?: 'logins' | 'files' | readonly string[]
  /** Its own, beside those that every command takes. */
  readonly flags: T
}

export interface Command<T extends FlagTable = FlagTable> extends Described<T> {
  run(core: Core, words: readonly string[], flags: FlagsOf<T> & GeneralFlags, io: Io): Promise<ExitCode>
}

/** A command that arranges for itself what it needs, since it does without a core, or for long with one. */
export interface OwnCommand<T extends FlagTable = FlagTable> extends Described<T> {
  /** For Lamplighter itself, not for people: left out of --help. */
  readonly internal?: true
  /** What the history calls it, and what a person approves, where its name alone says too little. */
  readonly label?: (words: readonly string[]) => string
  /** What follows `--` is a command to run. */
  readonly takesCommand?: true
  /** @returns an ExitCode, or what a command that was run in our place ended with */
  own(
    machinery: Machinery,
    words: readonly string[],
    flags: FlagsOf<T> & GeneralFlags,
    io: Io,
  ): Promise<number>
}

/** With its usage spelled out. What it is handed is what its table says, whoever calls it. */
export function command<const T extends FlagTable>(declared: Command<T>): Command {
  return { ...declared, usage: withFlags(declared.usage, declared.flags) } as unknown as Command
}

export function ownCommand<const T extends FlagTable>(declared: OwnCommand<T>): OwnCommand {
  return { ...declared, usage: withFlags(declared.usage, declared.flags) } as unknown as OwnCommand
}

export interface Machinery {
  readonly ports: Ports
  /** Not started yet; closed when the command has ended. */
  readonly core: Core
  /** Where exchanges with providers are made. */
  readonly broker: RequestBroker
  /** Standard input and output as a wire; absent where there are none. */
  readonly stdio?: () => LineChannel
  /** The words after `--`; absent where there are none. */
  readonly command?: readonly string[]
  /** Runs that command; absent where none can be run. */
  readonly children?: Children
  /** Starting with the session. */
  readonly service?: (userHome: string) => Service
  /** An etcd of the fleet's own. */
  readonly ownEtcd?: (wish: OwnEtcdWish, deps: Omit<OwnEtcdDeps, 'env' | 'run'>) => Promise<OwnEtcd>
}

/** Every JSON answer carries the version of its schema. */
export function printJson(
  io: { readonly out: (text: string) => void },
  body: Readonly<Record<string, unknown>>,
): void {
  io.out(escapedJson(JSON.stringify({ version: 1, ...body })))
}

/** ISO 8601 in UTC, or null. */
export function isoOrNull(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}
