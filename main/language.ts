/** The language that people chose, or the system's, for all that this process says. */
import { app } from 'electron'
import type { SettingsView } from '../app/contract/views.ts'
import { type Language, languageFor } from '../app/words/languages.ts'
import { fetchWords, loadLanguage } from '../app/words/load.ts'
import { currentLanguage } from '../app/words/t.ts'

/** @returns whether it is another one than before */
export async function applyLanguage(chosen: SettingsView['language']): Promise<boolean> {
  const language = languageOf(chosen)
  return language !== currentLanguage() && (await loadLanguage(language))
}

/** @throws where its words are not there any more, since another version lies under this one */
export async function checkLanguage(chosen: SettingsView['language']): Promise<void> {
  const language = languageOf(chosen)
  if (language !== 'en') await fetchWords(language)
}

function languageOf(chosen: SettingsView['language']): Language {
  return chosen === 'system' ? languageFor(app.getPreferredSystemLanguages()) : chosen
}
