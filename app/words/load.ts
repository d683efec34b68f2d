/** A language is fetched when somebody reads it: nobody else's process or page holds its words. */

import { setSentences } from './known.ts'
import type { Language } from './languages.ts'
import { setLanguage, type Translation } from './t.ts'

/** A file each: what this process says itself is `said`, the others are sentences of the core's. */
type Parts = { readonly said: Translation } & Readonly<Record<string, Translation>>

const TRANSLATIONS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Parts>>> = {
  de: () => import('./de/index.ts'),
  zh: () => import('./zh/index.ts'),
}

/** One language. */
export interface Translated {
  /** What window, tray and notifications say themselves, through `t`. */
  readonly said: Translation
  /** What the core says in English, which `known` finds again. */
  readonly told: Translation
}

/** @throws where they are not there any more: toFailure() has a sentence for that */
export async function fetchWords(language: Exclude<Language, 'en'>): Promise<Translated> {
  const { said, ...told } = await TRANSLATIONS[language]()
  return { said, told: Object.fromEntries(Object.values(told).flatMap(Object.entries<string>)) }
}

let latest: Language | undefined

/**
 * @param whenMissing is told each message that has no translation: tests throw there
 * @returns false where another one was asked for meanwhile: that one stays
 */
export async function loadLanguage(
  language: Language,
  whenMissing?: (message: string) => void,
): Promise<boolean> {
  latest = language
  if (language === 'en') {
    setLanguage(language, {})
    return true
  }
  const { said, told } = await fetchWords(language)
  if (latest !== language) return false
  setSentences(Object.keys(told))
  setLanguage(language, { ...told, ...said }, whenMissing)
  return true
}
