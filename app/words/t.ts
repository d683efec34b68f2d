/**
 * What people read, in their language. The English text is its own key, as gettext has it: the source stays readable, and
 * what is not translated yet is English. One language a process, since a process has one person before it; pages are
 * loaded anew when it changes, so that what is made at import time is in it, too.
 */
import { LANGUAGES, type Language } from './languages.ts'
import { fill, numberIn, type Piece, parseMessage } from './message.ts'

export type Translation = Readonly<Record<string, string>>

let language: Language = 'en'
let words: Translation = {}
let onMissing: (message: string) => void = () => undefined
const parsed = new Map<string, readonly Piece[]>()

/** @see loadLanguage, which fetches the words */
export function setLanguage(
  next: Language,
  translation: Translation,
  whenMissing: (message: string) => void = () => undefined,
): void {
  language = next
  words = translation
  onMissing = whenMissing
}

export function currentLanguage(): Language {
  return language
}

/** For `Intl`: "en-GB". */
export function locale(): string {
  return LANGUAGES[language].locale
}

/** The message with its values: `t('Sign in to {provider}', { provider })`. It has to be written there, so that a test finds it. */
export function t(message: string, values?: Readonly<Record<string, string | number | undefined>>): string {
  const text = translated(message) ?? missing(message)
  return values === undefined ? text : parts(text, values).join('')
}

/** As `t`, with values that are no words: what a page puts together itself. */
export function tParts<V>(message: string, values: Readonly<Record<string, V>>): readonly (string | V)[] {
  return parts(translated(message) ?? missing(message), values)
}

/** Sentences one after the other, with a space between them where the language has spaces. */
export function inARow(sentences: readonly (string | undefined)[]): string {
  return sentences
    .filter(Boolean)
    .join(' ')
    .replace(/([。？！]) /gu, '$1')
}

/** "2,000" */
export function numberText(count: number): string {
  return numberIn(count, locale())
}

/** Undefined where the language has no words for it. */
export function translated(message: string): string | undefined {
  if (language === 'en') return message
  return Object.hasOwn(words, message) ? words[message] : undefined
}

function missing(message: string): string {
  onMissing(message)
  return message
}

function parts<V>(text: string, values: Readonly<Record<string, V>>): readonly (string | V)[] {
  let pieces = parsed.get(text)
  if (pieces === undefined) {
    pieces = parseMessage(text)
    parsed.set(text, pieces)
  }
  return fill(pieces, values, locale())
}
