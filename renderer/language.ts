/** The language of this page, as it was served. Loaded before the rest, whose modules make their words as they are loaded. */
import { isLanguage } from '../app/words/languages.ts'
import { loadLanguage } from '../app/words/load.ts'

export async function loadPageLanguage(): Promise<void> {
  const { lang } = document.documentElement
  if (isLanguage(lang)) await loadLanguage(lang)
}
