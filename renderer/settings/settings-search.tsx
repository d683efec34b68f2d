/** Search over the settings: a row that does not say what was typed is not drawn, nor is a part without rows. */
import { createContext, type RefObject, useContext } from 'react'
import { t } from '../../app/words/t.ts'
import { SearchIcon } from '../ui/icons.tsx'

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
      <label className="search">
        <SearchIcon />
        <span className="only-read">{t('Search settings')}</span>
        <input
          ref={props.input}
          type="search"
          placeholder={t('Search settings')}
          value={props.query}
          spellCheck={false}
          onChange={(event) => props.onQuery(event.target.value)}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </label>
    </search>
  )
}
