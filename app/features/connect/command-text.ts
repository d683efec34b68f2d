/** A command as other programs' files have it. Pure. */

import { shellWord } from '../../base/shell-word.ts'

/** For a POSIX shell, and whoever splits words as one does: `'it'\''s'`. */
export function shellLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}

/** In double quotes, with a backslash before what would end them: git's and mbsync's files, JSON, YAML, TOML. */
export function inQuotes(text: string): string {
  return JSON.stringify(text)
}

/** The first line of a script, and what it does. */
export function script(words: readonly string[]): string {
  return `#!/bin/sh\nexec ${shellLine(words)} "$@"\n`
}
