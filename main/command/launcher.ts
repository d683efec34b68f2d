/** The command line's launcher on this system: where it goes, and what it says. Pure. */
import { posix, win32 } from 'node:path'

export interface LauncherPlace {
  readonly platform: NodeJS.Platform
  /** Absolute path of dist/cli/lamplighter.cjs, outside of any archive. */
  readonly script: string
  readonly userHome: string
  readonly env: NodeJS.ProcessEnv
  /** LAMPLIGHTER_HOME, where the command has to look there too. */
  readonly movedHome?: string
  /** A test or the demo: it stays in that home, where no shell looks. */
  readonly isApart: boolean
}

export interface Launcher {
  readonly path: string
  readonly text: string
}

/** In the second line of each: what bears it is ours to write over. */
export const MARK = "Lamplighter's command line, installed from its settings"

export function launcherFor(place: LauncherPlace): Launcher {
  return place.platform === 'win32' ? windowsLauncher(place) : posixLauncher(place)
}

/** Is the launcher's folder one in which shells look? As far as this process was told. */
export function isOnPath(path: string, { platform, env }: Pick<LauncherPlace, 'platform' | 'env'>): boolean {
  const { dirname, delimiter } = platform === 'win32' ? win32 : posix
  const variable = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? ''
  return variable.split(delimiter).includes(dirname(path))
}

/** The folder of the user's own commands: systemd's file-hierarchy(7), and what most shells of today look in. */
function posixLauncher({ script, userHome, movedHome, isApart }: LauncherPlace): Launcher {
  const folder =
    isApart && movedHome !== undefined ? posix.join(movedHome, 'bin') : posix.join(userHome, '.local', 'bin')
  const lines = [
    '#!/bin/sh',
    `# ${MARK}. It runs on the Node.js that is in PATH.`,
    ...(movedHome === undefined ? [] : [`export LAMPLIGHTER_HOME=${quoted(movedHome)}`]),
    'version=$(node --version 2>/dev/null) || version=none',
    'case $version in',
    '  none | v[0-9].* | v1[0-9].*)',
    '    echo "lamplighter: needs Node.js 20.19 or newer in PATH; found: $version" >&2',
    '    exit 69',
    '    ;;',
    'esac',
    `exec node ${quoted(script)} "$@"`,
  ]
  return { path: posix.join(folder, 'lamplighter'), text: `${lines.join('\n')}\n` }
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}

/** The one folder of a user's own that Windows has in PATH from the beginning. */
function windowsLauncher({ script, userHome, env, movedHome, isApart }: LauncherPlace): Launcher {
  const local = env.LOCALAPPDATA ?? win32.join(userHome, 'AppData', 'Local')
  const folder =
    isApart && movedHome !== undefined
      ? win32.join(movedHome, 'bin')
      : win32.join(local, 'Microsoft', 'WindowsApps')
  const lines = [
    '@echo off',
    `rem ${MARK}. It runs on the Node.js that is in PATH.`,
    ...(movedHome === undefined ? [] : [`set "LAMPLIGHTER_HOME=${doubled(movedHome)}"`]),
    `node "${doubled(script)}" %*`,
  ]
  return { path: win32.join(folder, 'lamplighter.cmd'), text: `${lines.join('\r\n')}\r\n` }
}

/** In a batch file a percent sign begins a variable. */
function doubled(word: string): string {
  return word.replaceAll('%', '%%')
}
