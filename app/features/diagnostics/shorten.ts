/** Names of people and places made short enough to share, and still good to tell apart. Pure. */
import { redact } from '../../model/redact.ts'

const EMAIL = /[\p{L}\p{N}._%+-]+@([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/gu
const UUID = /\b([0-9a-f]{4})[0-9a-f]{4}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi

export interface Known {
  readonly userHome: string
  /** Accounts as the window shows them: emails, names, ids. Not the names of profiles. */
  readonly accounts: readonly string[]
}

/** "ada@example.test" becomes "a…@example.test", the home "~", and what looks like a token "[secret]". */
export function shortener({ userHome, accounts }: Known): (text: string) => string {
  // The longest first: one account may be a part of another.
  const names = [...new Set(accounts)]
    .filter((name) => name.length > 1 && name.search(EMAIL) === -1)
    .sort((a, b) => b.length - a.length)
  const anyOf = wholeWords(names)
  const homes = homesOf(userHome)
  return (text) => {
    let short = text
    for (const home of homes) short = withoutHome(short, home)
    short = short.replace(EMAIL, (email, domain: string) => `${[...email][0]}…@${domain}`)
    if (names.length > 0) short = short.replace(anyOf, (name) => `${[...name].slice(0, 2).join('')}…`)
    return redact(short.replace(UUID, '$1…'))
  }
}

/** As the system spells it, and with the slashes the other way round. */
function homesOf(home: string): readonly string[] {
  const plain = home.replace(/[\\/]+$/, '')
  if (plain === '') return []
  return [...new Set([plain, plain.replaceAll('\\', '/'), plain.replaceAll('\\', '\\\\')])]
}

/** Whole parts of a path only: /home/ada is not the home in /home/adam. Windows does not tell cases apart. */
function withoutHome(text: string, home: string): string {
  const flags = /^[a-z]:/i.test(home) ? 'giu' : 'gu'
  return text.replace(new RegExp(`${escaped(home)}(?![\\p{L}\\p{N}._-])`, flags), '~')
}

/** An account "Ann" must not shorten "Annotation". */
function wholeWords(names: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
