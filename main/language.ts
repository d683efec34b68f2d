/** The language that people chose, or the system's, for all that this process says. */
import { app } from 'electron'
import type { SettingsView } from '../app/contract/views.ts'
import { languageFor } from '../app/words/languages.ts'
import { currentLanguage, setLanguage } from '../app/words/t.ts'

/** @returns whether it is another one than before */
export function applyLanguage(chosen: SettingsView['language']): boolean {
  const language = chosen === 'system' ? languageFor(app.getPreferredSystemLanguages()) : chosen
  if (language === currentLanguage()) return false
  setLanguage(language)
  return true
}
