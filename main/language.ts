/** The language that people chose, or the system's, for all that this process says. */
import { app } from 'electron'
import type { SettingsView } from '../app/contract/views.ts'
import { languageFor } from '../app/words/languages.ts'
import { loadLanguage } from '../app/words/load.ts'
import { currentLanguage } from '../app/words/t.ts'

/** @returns whether it is another one than before */
export async function applyLanguage(chosen: SettingsView['language']): Promise<boolean> {
  const language = chosen === 'system' ? languageFor(app.getPreferredSystemLanguages()) : chosen
  return language !== currentLanguage() && (await loadLanguage(language))
}
