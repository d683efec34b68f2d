/** Two letters and a quiet colour by which a provider or a program is recognised before its name is read. */
import { fileName } from '../../app/contract/file-name.ts'

export interface Tile {
  readonly letters: string
  /** One of the colours --tile-0 to --tile-7. */
  readonly hue: number
}

const HUES = 8

/** "OpenAI Codex" is Oc, "xAI" is xA, "GitHub CLI" is Gc. A path is called by its last part: "/usr/bin/git" is Gi. */
export function tileOf(called: string): Tile {
  const name = /^([A-Za-z]:)?[\\/]/.test(called) ? fileName(called) : called
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const [first = '?', second] = words
  const letters = second
    ? `${first.charAt(0).toUpperCase()}${second.charAt(0).toLowerCase()}`
    : `${first.slice(0, 2)}`
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return { letters: second ? letters : upperFirst(letters), hue: sum % HUES }
}

/** "xAI" writes itself so. */
function upperFirst(letters: string): string {
  return /[A-Z]/.test(letters) ? letters : letters.charAt(0).toUpperCase() + letters.slice(1)
}
