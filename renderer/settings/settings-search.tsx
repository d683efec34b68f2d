/** Search over the settings: a row that does not say what was typed is not drawn, nor is a part without rows. */
import { createContext, type RefObject, useContext } from 'react'
import { t } from '../../app/words/t.ts'
import { SearchField } from '../ui/search-field.tsx'

/** The words that were typed, in lower case. */
export const SettingsQuery = createContext<readonly string[]>([])
/** What the part around a row is called: whoever types that sees all of it. */
export const PartTitle = createContext('')

/** @param text what the row says, and other words for it */
export function useIsSought(text: string): boolean {
  const words = useContext(SettingsQuery)
  const said = `${useContext(PartTitle)} ${text}`.toLowerCase()
  return words.every((word) => said.includes(word))
}

export function SettingsSearch(props: {
  input: RefObject<HTMLInputElement | null>
  query: string
  onQuery: (query: string) => void
}) {
  return (
    <search className="settings-search">
      <SearchField {...props} label={t('Search settings')} placeholder={t('Search settings')} shortcut="/" />
    </search>
  )
}
