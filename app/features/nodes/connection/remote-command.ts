/** The command lines that run on another machine. Pure. */
import { quotedWord } from '../../../base/shell-word.ts'
import { ABSENT } from './ssh-errors.ts'

/** A session without a terminal reads no profile, so its PATH is often the system's alone. */
const PLACES = [
  'lamplighter',
  '"$HOME/.local/bin/lamplighter"',
  '"$HOME/bin/lamplighter"',
  '/usr/local/bin/lamplighter',
  '/opt/homebrew/bin/lamplighter',
  '/opt/lamplighter/lamplighter',
  '/opt/Lamplighter/lamplighter',
]

/**
 * @param command how a person says it is started there; then it is left to that machine's own shell, whichever that is
 * @param words what it is to do, quoted for a POSIX shell
 */
export function remoteCommand(command: string | undefined, words = 'answer'): string {
  if (command !== undefined) return `${command} ${words}`
  const tries = `for l in ${PLACES.join(' ')}; do if command -v "$l" >/dev/null 2>&1; then exec "$l" ${words}; fi; done`
  return inPosixShell(`${tries}; echo ${ABSENT} >&2; exit 127`)
}

/** The login shell may be any: what it gets is one word after `sh -c`. */
export function inPosixShell(script: string): string {
  return `exec sh -c ${quotedWord(script)}`
}
