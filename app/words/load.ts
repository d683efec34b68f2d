/** A language is fetched when somebody reads it: nobody else's process or page holds its words. */

import { setSentences } from './known.ts'
import type { Language } from './languages.ts'
import { setLanguage, type Translation } from './t.ts'

const TRANSLATIONS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Translation>>> = {
  de: async () => (await import('./de.ts')).de,
  zh: async () => (await import('./zh.ts')).zh,
}

/** @throws where they are not there any more: toFailure() has a sentence for that */
export function fetchWords(language: Exclude<Language, 'en'>) {
  return Promise.all([TRANSLATIONS[language](), import('./core-sentences.ts')])
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
  const [words, { CORE_SENTENCES }] = await fetchWords(language)
  if (latest !== language) return false
  setSentences(CORE_SENTENCES)
  setLanguage(language, words, whenMissing)
  return true
}
