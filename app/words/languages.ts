/** The languages that people can read Lamplighter in, and which of them the system asks for. Pure. */

export type Language = 'en' | 'de' | 'zh'

interface LanguageFacts {
  /** In itself: whoever looks for it reads no other. */
  readonly name: string
  /** Of its dates, numbers and plurals: BCP 47. English is the one with a 24-hour clock. */
  readonly locale: string
}

export const LANGUAGES: Readonly<Record<Language, LanguageFacts>> = {
  en: { name: 'English', locale: 'en-GB' },
  de: { name: 'Deutsch', locale: 'de-DE' },
  zh: { name: '中文', locale: 'zh-CN' },
}

/** The first that we speak; English where none is. @param wanted BCP 47, the dearest first */
export function languageFor(wanted: readonly string[]): Language {
  const spoken = wanted.map((tag) => tag.split(/[-_.]/)[0]?.toLowerCase())
  return spoken.find(isLanguage) ?? 'en'
}

export function isLanguage(word: string | undefined): word is Language {
  return word !== undefined && Object.hasOwn(LANGUAGES, word)
}
