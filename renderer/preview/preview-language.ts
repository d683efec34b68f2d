/** A preview is served in English, as a plain file, and asked for another language in its address: lang: de, zh. */
import { loadPageLanguage } from '../language.ts'

export function loadPreviewLanguage(): Promise<void> {
  document.documentElement.lang = new URLSearchParams(location.search).get('lang') ?? 'en'
  return loadPageLanguage()
}
