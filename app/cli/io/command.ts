/** What every command gets, and how it answers. */

import type { LineChannel, Ports } from '../../base/ports.ts'
import type { Core } from '../../core.ts'
import type { Secret } from '../../model/secret.ts'
import type { Children } from '../../platform/process/child-command.ts'
import type { Service } from '../../platform/service/service.ts'
import type { RequestBroker } from './broker.ts'
import type { ExitCode } from './exit-codes.ts'

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

export interface Flags {
  readonly json: boolean
  readonly all: boolean
  readonly device: boolean
  readonly noBrowser: boolean
  readonly stdin: boolean
  readonly watch: boolean
  readonly install: boolean
  readonly uninstall: boolean
  readonly for?: string
  readonly since?: string
  readonly limit?: string
  readonly provider?: string
  readonly issuer?: string
  readonly clientId?: string
  readonly scopes?: string
  readonly name?: string
  readonly authorizationEndpoint?: string
  readonly tokenEndpoint?: string
  readonly deviceAuthorizationEndpoint?: string
  readonly lead?: string
  readonly refreshEncoding?: string
  readonly to?: readonly string[]
  readonly recipientsFile?: string
  readonly passphraseFile?: string
  readonly passphraseStdin?: boolean
  readonly withForks?: boolean
  readonly force?: boolean
  readonly identity?: string
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly list?: boolean
  readonly undo?: string
  readonly remove?: string
  readonly from?: string
  readonly way?: string
  readonly env?: string
  readonly file?: string
  readonly profiles?: string
  readonly service?: string
  readonly within?: string
  readonly refresh?: boolean
}

export interface Command {
  readonly name: string
  /** Shown by --help, after the name. */
  readonly usage: string
  readonly summary: string
  /** How many words may follow the name. */
  readonly words: { readonly min: number; readonly max: number }
  run(core: Core, words: readonly string[], flags: Flags, io: Io): Promise<ExitCode>
}

/** A command that arranges for itself what it needs, since it does without a core, or for long with one. */
export interface OwnCommand extends Omit<Command, 'run'> {
  /** For Lamplighter itself, not for people: left out of --help. */
  readonly internal?: true
  /** What follows `--` is a command to run. */
  readonly takesCommand?: true
  /** @returns an ExitCode, or what a command that was run in our place ended with */
  own(machinery: Machinery, words: readonly string[], flags: Flags, io: Io): Promise<number>
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
  const text = JSON.stringify({ version: 1, ...body })
  io.out(text.replace(/[\x7f-\x9f]/g, (c) => `\\u00${c.charCodeAt(0).toString(16)}`)) // the rest is escaped already
}

/** ISO 8601 in UTC, or null. */
export function isoOrNull(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString()
}

/** Names come out of other programs' files, and a terminal obeys control characters instead of showing them. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, '\uFFFD')
}

/** Columns padded to the widest cell, one line for each row. */
export function table(rawRows: readonly (readonly string[])[]): readonly string[] {
  const rows = rawRows.map((row) => row.map((cell) => printable(cell).replaceAll('\n', '\uFFFD')))
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
