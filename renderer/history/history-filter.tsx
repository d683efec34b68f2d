/** Which events are shown, on the timeline and in the list alike. The chips are its legend, too. */
import type { RefObject } from 'react'
import { numberText, t } from '../../app/words/t.ts'
import { eventMark } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { SearchField } from '../ui/search-field.tsx'
import type { KindCount } from './history-days.ts'

export function HistoryFilter(props: {
  input: RefObject<HTMLInputElement | null>
  kinds: readonly KindCount[]
}) {
  const actions = useActions()
  const query = useAppState((state) => state.historyQuery)
  const chosen = useAppState((state) => state.historyKinds)
  return (
    <search className="search-bar">
      <SearchField
        input={props.input}
        label={t('Filter the history')}
        placeholder={t('Account, provider, what happened…')}
        query={query}
        shortcut="/"
        onQuery={actions.searchHistory}
      />
      {props.kinds.length > 0 ? (
        <fieldset className="chips kinds">
          <legend className="only-read">{t('Show')}</legend>
          <button
            type="button"
            className="chip"
            aria-pressed={chosen.size === 0}
            onClick={actions.showAllKinds}
          >
            {t('All')}
          </button>
          {props.kinds.map(({ kind, label, count }) => (
            <button
              key={kind}
              type="button"
              className="chip chip-kind"
              aria-pressed={chosen.has(kind)}
              onClick={() => actions.toggleKind(kind)}
            >
              <Glyph shape={eventMark(kind).shape} tone={eventMark(kind).tone} small />
              {label}
              <span className="chip-count">{numberText(count)}</span>
            </button>
          ))}
        </fieldset>
      ) : null}
    </search>
  )
}
