/** The Programs port: what stands on the PATH, and in the folders that a desktop's PATH often lacks. */
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Programs } from '../../base/ports.ts'

const windows = process.platform === 'win32'
const ENDINGS = windows ? ['.exe', '.cmd', '.bat'] : ['']

export interface ProgramsOptions {
  readonly env: NodeJS.ProcessEnv
  readonly userHome: string
  /** Our command line's file. */
  readonly script?: string
}

export function createPrograms({ env, userHome, script }: ProgramsOptions): Programs {
  const bin = windows
    ? join(env['LOCALAPPDATA'] ?? join(userHome, 'AppData', 'Local'), 'Microsoft', 'WindowsApps')
    : join(userHome, '.local', 'bin')
  const path = Object.entries(env).find(([name]) => name.toUpperCase() === 'PATH')?.[1] ?? ''
  const also = [bin, join(userHome, 'bin'), join(userHome, '.cargo', 'bin')]
  const mac = process.platform === 'darwin' ? ['/opt/homebrew/bin', '/usr/local/bin'] : []
  const folders = [...path.split(delimiter), ...also, ...mac].filter(isAbsolute)
  const find = (command: string): string | undefined =>
    folders
      .flatMap((folder) => ENDINGS.map((ending) => join(folder, command + ending)))
      .find((file) => isCommand(file))
  return {
    find,
    bin,
    get own() {
      const words = ownWords(find, script, windows ? 'program' : 'command')
      const moved = env['LAMPLIGHTER_HOME']
      // Whoever starts it knows nothing of a home elsewhere.
      return words && moved && !windows ? ['/usr/bin/env', `LAMPLIGHTER_HOME=${moved}`, ...words] : words
    },
  }
}

/**
 * The installed command outlives an update; a file of ours is run by the Node.js that runs us, or by the one on the PATH.
 * @param first on Windows that command is a batch file, which not everybody can start, while all can start Node.js
 */
function ownWords(
  find: Programs['find'],
  script: string | undefined,
  first: 'command' | 'program',
): readonly string[] | undefined {
  const installed = find('lamplighter')
  const node = process.versions['electron'] === undefined ? process.execPath : find('node')
  const program = node && script && isFile(script) ? [node, script] : undefined
  const command = installed ? [installed] : undefined
  return first === 'command' ? (command ?? program) : (program ?? command)
}

function isCommand(path: string): boolean {
  try {
    if (!isFile(path)) return false
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false // in a folder, or of a kind, that is not for us: as if it were not there
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
