/** Which terminal is opened, and what it is given to run. Pure: what each system wants is told from any. */

import { quotedWord } from '../../base/shell-word.ts'

type System = 'linux' | 'darwin' | 'win32'

export interface TerminalChoice {
  /** "GNOME Terminal" */
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
}

/** In this order: what the person or their system chose, then each desktop's own. What follows is a command and its arguments. */
const ON_LINUX: readonly (readonly [command: string, name: string, ...args: readonly string[]])[] = [
  ['xdg-terminal-exec', 'your terminal'],
  ['x-terminal-emulator', 'your terminal', '-e'],
  ['gnome-terminal', 'GNOME Terminal', '--'],
  ['ptyxis', 'Ptyxis', '--'],
  ['konsole', 'Konsole', '-e'],
  ['xfce4-terminal', 'Xfce Terminal', '-x'],
  ['mate-terminal', 'MATE Terminal', '-x'],
  ['kitty', 'kitty'],
  ['alacritty', 'Alacritty', '-e'],
  ['foot', 'foot'],
  ['wezterm', 'WezTerm', 'start', '--'],
  ['xterm', 'xterm', '-e'],
]

/**
 * All that could be tried, in order.
 * @param isThere by the name that a shell would find
 * @param script made by terminalScript()
 */
export function terminalsFor(
  platform: System,
  isThere: (command: string) => boolean,
  env: (name: string) => string | undefined,
  script: string,
): readonly TerminalChoice[] {
  if (platform === 'darwin') return [{ name: 'Terminal', command: 'open', args: ['-a', 'Terminal', script] }]
  if (platform === 'win32') {
    const run = ['cmd.exe', '/d', '/c', script]
    const wt = { name: 'Windows Terminal', command: 'wt.exe', args: ['new-tab', '--', ...run] }
    const cmd = { name: 'a command window', command: 'cmd.exe', args: ['/d', '/c', 'start', '', ...run] }
    return isThere('wt.exe') ? [wt, cmd] : [cmd]
  }
  if (!env('DISPLAY') && !env('WAYLAND_DISPLAY')) return []
  return ON_LINUX.filter(([command]) => isThere(command)).map(([command, name, ...args]) => ({
    name,
    command,
    args: [...args, 'sh', script],
  }))
}

export interface TerminalScript {
  readonly fileName: string
  readonly text: string
}

/**
 * Runs the command, writes down what it ended with, and keeps what it said on the screen.
 * @returns undefined where a word cannot be said safely in this system's language: then a person has to type it
 */
export function terminalScript(
  platform: System,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  endFile: string,
): TerminalScript | undefined {
  return platform === 'win32' ? batch(words, env, endFile) : shell(platform, words, env, endFile)
}

function shell(
  platform: System,
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  endFile: string,
): TerminalScript {
  const sets = Object.entries(env).map(([name, value]) => `export ${name}=${quotedWord(value)}`)
  const lines = [
    '#!/bin/sh',
    ...sets,
    words.map(quotedWord).join(' '),
    'code=$?',
    `{ printf '%s\\n' "$code" > ${quotedWord(endFile)}; } 2>/dev/null`, // nobody may be waiting any more
    `printf '\\nPress Enter to close this window. '`,
    'read -r _',
    'exit 0', // some terminals end as their command did: that is no failure to open
  ]
  return { fileName: platform === 'darwin' ? 'sign-in.command' : 'sign-in.sh', text: `${lines.join('\n')}\n` }
}

/** cmd.exe has no quoting that holds for every character. */
const SAFE_IN_BATCH = /^[\w ./:@=\\~+,#-]+$/

function batch(
  words: readonly string[],
  env: Readonly<Record<string, string>>,
  endFile: string,
): TerminalScript | undefined {
  if (![...words, ...Object.values(env), endFile].every((word) => SAFE_IN_BATCH.test(word))) return undefined
  const sets = Object.entries(env).map(([name, value]) => `set "${name}=${value}"`)
  const lines = [
    '@echo off',
    ...sets,
    `call ${words.map((word) => `"${word}"`).join(' ')}`,
    `>"${endFile}" echo %errorlevel%`,
    'pause',
  ]
  return { fileName: 'sign-in.cmd', text: `${lines.join('\r\n')}\r\n` }
}
