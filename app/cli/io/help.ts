/** What --help says, made from the same declarations that the commands are read by. Pure. */
import stringWidth from 'string-width'
import type { Command, OwnCommand } from './command.ts'
import { type FlagTable, GENERAL_FLAGS, spelled } from './flags.ts'
import type { Line } from './line.ts'
import { wrapped } from './wrap.ts'

type Described = Command | OwnCommand

/** For text that is piped somewhere: as wide as a page. */
const PAGE = 100
const GAP = 2

export const EXIT_CODES: readonly (readonly [string, string])[] = [
  ['0', 'ok'],
  ['1', 'a failure that passes by itself'],
  ['2', 'somebody has to sign in'],
  ['64', 'wrong usage'],
  ['69', 'cannot be done'],
]

/** All commands, one paragraph for each. */
export function generalHelp(commands: readonly Described[], width = PAGE): readonly Line[] {
  return [
    'Keeps the OAuth logins on this machine alive.',
    '',
    heading('Usage'),
    '  lamplighter COMMAND [--json]',
    '',
    heading('Commands'),
    ...listed(
      commands.map(({ name, summary }) => [name, summary] as const),
      width,
    ),
    '',
    ...wrapped('How one of them is used, with an example: lamplighter help COMMAND', width),
    '',
    ...wrapped(`Exit codes: ${EXIT_CODES.map(([code, means]) => `${code} ${means}`).join(', ')}.`, width),
  ]
}

/** One command: how it is used, what each flag does, and how it looks. */
export function commandHelp(command: Described, width = PAGE): readonly Line[] {
  const { usage, summary, examples } = command
  const flags = flagsShown(command)
  return [
    ...usagesIn(usage).flatMap((one) => wrapped(`lamplighter ${one}`, width, '    ')),
    '',
    ...wrapped(sentence(summary), width),
    ...(flags.length > 0 ? ['', heading('Flags'), ...listed(flags, width)] : []),
    '',
    heading(examples.length > 1 ? 'Examples' : 'Example'),
    ...examples.map((example) => `  lamplighter ${example}`),
  ]
}

function heading(text: string): Line {
  return [{ text, tone: 'strong' }]
}

/** "a | b" at the outermost level is two ways to use a command. */
export function usagesIn(usage: string): readonly string[] {
  return usage.split(/ \| (?![^[]*\])(?=[a-z])/)
}

/** Its own flags, and of the general ones those that its usage names. */
export function flagsShown({ flags, usage }: Described): readonly (readonly [string, string])[] {
  const general = Object.entries<FlagTable[string]>(GENERAL_FLAGS).filter(([name]) =>
    usage.includes(`--${name}`),
  )
  return [...Object.entries(flags), ...general].map(([name, flag]) => [spelled(name, flag), flag.help])
}

/** The summaries are written to stand in a list. */
export function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}${/[.?!]$/.test(summary) ? '' : '.'}`
}

function listed(rows: readonly (readonly [string, string])[], width: number): readonly string[] {
  const first = Math.max(0, ...rows.map(([name]) => stringWidth(name)))
  return rows.flatMap(([name, what]) => {
    const indent = ' '.repeat(GAP + first + GAP)
    const [head = '', ...rest] = wrapped(what, width - indent.length)
    const gap = ' '.repeat(first - stringWidth(name) + GAP)
    return [`  ${name}${gap}${head}`, ...rest.map((line) => `${indent}${line}`)]
  })
}
