/** lamplighter(1) in man(7)'s language, made from the declarations of the commands. Pure. */
import type { Command, OwnCommand } from './command.ts'
import { EXIT_CODES, flagsShown, sentence, usagesIn } from './help.ts'

type Described = Command | OwnCommand

export function manPage(commands: readonly Described[], version: string): string {
  const lines = [
    `.TH LAMPLIGHTER 1 "" "Lamplighter ${roff(version)}" "User Commands"`,
    '.SH NAME',
    'lamplighter \\- keeps the OAuth logins on this machine alive',
    '.SH SYNOPSIS',
    '.B lamplighter',
    '.I COMMAND',
    '[\\fB\\-\\-json\\fR]',
    '.SH DESCRIPTION',
    'Lists and renews the OAuth logins of this machine, and hands out their access tokens. It works whether',
    'the application is running or not. With \\fB\\-\\-json\\fR most commands print one line of JSON, with times in UTC;',
    'for people times are local.',
    '.SH COMMANDS',
    ...commands.flatMap(commandLines),
    '.SH EXIT STATUS',
    ...EXIT_CODES.flatMap(([code, means]) => ['.TP', `.B ${code}`, roff(means)]),
    '.SH ENVIRONMENT',
    '.TP',
    '.B LAMPLIGHTER_HOME',
    'One folder for everything that Lamplighter keeps.',
    '.TP',
    '.B NO_COLOR',
    'When set and not empty, nothing is shown in colour.',
    '.TP',
    '.BR HTTPS_PROXY ", " NO_PROXY ", " NODE_EXTRA_CA_CERTS',
    'How the network is reached.',
  ]
  return `${lines.join('\n')}\n`
}

function commandLines(command: Described): readonly string[] {
  const { name, usage, summary, examples } = command
  return [
    `.SS ${roff(name)}`,
    ...usagesIn(usage).flatMap((one) => [`.B lamplighter ${roff(one)}`, '.br']),
    '.PP',
    roff(sentence(summary)),
    ...flagsShown(command).flatMap(([flag, help]) => ['.TP', `.B ${roff(flag)}`, roff(help)]),
    '.PP',
    examples.length > 1 ? 'Examples:' : 'Example:',
    '.PP',
    '.nf',
    ...examples.map((example) => `    lamplighter ${roff(example)}`),
    '.fi',
  ]
}

/** A backslash and a dash mean something there, and so does a dot or an apostrophe at the beginning of a line. */
function roff(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(
      /[^ -~]/gu,
      (sign) => `\\[u${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped
}
