import type { RefObject } from 'react'
import { FILTERS } from '../model/profile-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { SearchIcon } from '../ui/icons.tsx'
import { RefreshDue } from './pause-menu.tsx'
import { SortMenu } from './sort-menu.tsx'

export function SearchBar(props: { input: RefObject<HTMLInputElement | null> }) {
  const actions = useActions()
  const query = useAppState((state) => state.query)
  const filter = useAppState((state) => state.filter)
  return (
    <search className="search-bar">
      <label className="search">
        <SearchIcon />
        <span className="only-read">Search logins</span>
        <input
          ref={props.input}
          type="search"
          placeholder="Search account, provider, file…"
          value={query}
          spellCheck={false}
          onChange={(event) => actions.search(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            document
              .querySelector<HTMLElement>('[role="grid"] [tabindex="0"], [role="grid"][tabindex="0"]')
              ?.focus()
          }}
        />
        <span className="key" aria-hidden="true">
          /
        </span>
      </label>
      <fieldset className="chips">
        <legend className="only-read">Show and sort</legend>
        {FILTERS.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            className="chip"
            aria-pressed={filter === id}
            onClick={() => actions.filter(id)}
          >
            {label}
          </button>
        ))}
        <SortMenu />
        {filter === 'due' ? <RefreshDue className="button" /> : null}
      </fieldset>
    </search>
  )
}
