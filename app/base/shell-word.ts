/** Words for a POSIX shell, whatever is in them. Pure. */

/** In quotes: `it's` becomes `'it'\''s'`. */
export function quotedWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

const PLAIN = /^[\w@%+=:,./-]+$/

/** As it is where no shell reads anything into it; else in quotes. */
export function shellWord(text: string): string {
  return PLAIN.test(text) ? text : quotedWord(text)
}
