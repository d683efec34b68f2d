/**
 * Text that others wrote (a provider, another program's file, another machine), before it is shown anywhere. A terminal
 * obeys control characters, a reader is led astray by what turns the direction of writing or cannot be seen, and nobody
 * reads a megabyte. Pure.
 */

/** Line breaks other than \n, what turns the direction, what has no width (but joiners, which scripts and emoji need). */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
const MARK = '\uFFFD'

/** A name of an account, of a provider, of a place. */
export const LONGEST_NAME = 256
/** Some sentences, not a page. */
export const LONGEST_WORDS = 4_000
const LONGEST_ID = 200

/** What cannot be seen becomes a mark that can; its lines stay lines. */
export function shown(text: string): string {
  return text.replace(UNSEEN, (one) => (one === '\n' ? one : MARK))
}

/** On one line, and cut where it is longer than `most` characters. */
export function shownLine(text: string, most: number = LONGEST_NAME): string {
  return cut(shown(text).replaceAll('\n', MARK), most)
}

/** Cut where it is longer than `most` characters; its lines stay lines. */
export function shownWords(text: string, most: number = LONGEST_WORDS): string {
  return cut(shown(text), most)
}

/** Every text in plain data, in members and lists at any depth. What has nothing to clean is the same as before. */
export function shownAll<T>(value: T): T {
  if (typeof value === 'string') return shown(value) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(shownAll) as T
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [shown(name), shownAll(one)])) as T
}

/** As JSON has it: nothing unseen in it, and the same text to whoever parses it. */
export function escapedJson(json: string): string {
  return json.replace(UNSEEN, (one) =>
    [...Array(one.length).keys()]
      .map((at) => `\\u${one.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )
}

/** Something to call a login by, which can be read, typed and put on a line. */
export function harmlessId(text: string): string {
  return text.replace(UNSEEN, '_').slice(0, LONGEST_ID) || '_'
}

/** Is it what it looks like? */
export function isHarmless(text: string, most: number = LONGEST_NAME): boolean {
  return text.length <= most && shown(text) === text && !text.includes('\n')
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text
}
