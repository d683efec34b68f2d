/** What every command gets, and how it answers. */

import { escapedJson, LONGEST_WORDS, shownLine } from '../../base/outside-text.ts'
import type { LineChannel, Ports } from '../../base/ports.ts'
import type { Core } from '../../core.ts'
import type { Secret } from '../../model/secret.ts'
import type { Children } from '../../platform/process/child-command.ts'
import type { Service } from '../../platform/service/service.ts'
import type { RequestBroker } from './broker.ts'
import type { ExitCode } from './exit-codes.ts'
import { type FlagsOf, type FlagTable, type GeneralFlags, withFlags } from './flags.ts'

export interface Io {
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  /** Lines typed by the person; ends when stdin does. */
  readonly lines: () => AsyncIterable<string>
  readonly now: () => number
  readonly onInterrupt: (stop: () => void) => void
  /** Present where standard output is a terminal. */
  readonly screen?: Screen
  /** Absent where nobody sits at one. */
  readonly terminal?: Terminal
}

/** A terminal that is drawn anew as a whole. */
export interface Screen {
  readonly rows: number
  readonly columns: number
  draw(lines: readonly string[]): void
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
  /** How many words may follow the name. */
  readonly words: { readonly min: number; readonly max: number }
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
}

/** Every JSON answer carries the version of its schema. */
export function printJson(io: Pick<Io, 'out'>, body: Readonly<Record<string, unknown>>): void {
  io.out(escapedJson(JSON.stringify({ version: 1, ...body })))
}

/** ISO 8601 in UTC, or null. */
export function isoOrNull(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}

/** Columns padded to the widest cell, one line for each row. */
export function table(rawRows: readonly (readonly string[])[]): readonly string[] {
  const rows = rawRows.map((row) => row.map((cell) => shownLine(cell, LONGEST_WORDS)))
  const widths: number[] = []
  for (const row of rows) {
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length)
  }
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
