/** A command as other programs' files have it. Pure. */

import { join } from '../../base/path.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { Around } from './consumer.ts'
import type { FileEdit } from './edit.ts'

type System = Pick<Around, 'platform'>

/** For a POSIX shell, which git brings along on Windows too: `'it'\''s'`. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}

/** For whoever has it run by the system's own shell, or splits words as that does. */
export function commandLine({ platform }: System, words: readonly string[]): string {
  return platform === 'win32' ? words.map(windowsWord).join(' ') : shellLine(words)
}

/** In double quotes, with a backslash before what would end them: git's and mbsync's files, JSON, YAML, TOML. */
export function inQuotes(text: string): string {
  return JSON.stringify(text)
}

/** A command that is started by its name, or without words. @param words what starts ours; its own follow */
export function launcher(
  { platform }: System,
  folder: string,
  name: string,
  words: readonly string[],
): FileEdit {
  if (platform === 'win32') {
    return {
      kind: 'file',
      path: launcherPath({ platform }, folder, name),
      text: batchText(words),
      mode: 0o755,
    }
  }
  const text = `#!/bin/sh\nexec ${shellLine(words)} "$@"\n`
  return { kind: 'file', path: launcherPath({ platform }, folder, name), text, mode: 0o755 }
}

/** Windows finds `name.cmd` where `name` is asked for. */
export function launcherPath({ platform }: System, folder: string, name: string): string {
  return join(folder, platform === 'win32' ? `${name}.cmd` : name)
}

/** A percent sign begins a variable there. */
function batchText(words: readonly string[]): string {
  return `@${words.map((word) => windowsWord(word).replaceAll('%', '%%')).join(' ')} %*\r\n`
}

/** As programs on Windows split their words: in double quotes, where there is a blank. None of ours has quotes in it. */
function windowsWord(word: string): string {
  return /^[\w@+=:,./\\-]+$/.test(word) ? word : `"${word.replace(/\\+$/, (end) => end + end)}"`
}
