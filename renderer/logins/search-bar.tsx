/** What is looked for: by words, by who has to do something, and in which order. */
import { type RefObject, useMemo } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { keyLabel } from '../format/keys.ts'
import { ATTENTIONS, type Attention, countAttentions } from '../model/attention.ts'
import { worthALook } from '../model/findings.ts'
import type { FilterId } from '../model/profile-rows.ts'
import { useActions, useApp, useAppState } from '../state/app-context.ts'
import { PlusIcon, SearchIcon } from '../ui/icons.tsx'
import { ProgramMenu } from './program-menu.tsx'
import { SortMenu } from './sort-menu.tsx'

export function SearchBar(props: { input: RefObject<HTMLInputElement | null> }) {
  const { actions, platform } = useApp()
  const query = useAppState((state) => state.query)
  const filter = useAppState((state) => state.filter)
  const profiles = useAppState((state) => state.overview?.profiles ?? NONE)
  const atMs = useAppState((state) => state.overview?.atMs ?? 0)
  const findings = useAppState((state) => worthALook(state.findings).length)
  const counts = useMemo(() => {
    const logins = countAttentions(profiles, atMs)
    return { ...logins, look: logins.look + findings }
  }, [profiles, atMs, findings])
  return (
    <search className="search-bar">
      <label className="search">
        <SearchIcon />
        <span className="only-read">Search logins</span>
        <input
          ref={props.input}
          type="search"
          placeholder="Search"
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
          {keyLabel('Ctrl K', platform)}
        </span>
      </label>
      <fieldset className="segments">
        <legend className="only-read">Show</legend>
        <Segment id="all" label="All" count={profiles.length} />
        {ATTENTIONS.map(({ id }) =>
          counts[id] > 0 || filter === id ? (
            <Segment key={id} id={id} label={SHORT[id]} count={counts[id]} />
          ) : null,
        )}
      </fieldset>
      <ProgramMenu />
      <SortMenu />
      <button type="button" className="button button-large add-button" onClick={actions.openAdd}>
        <PlusIcon />
        Add<span className="only-read"> a login</span>
      </button>
    </search>
  )
}

const SHORT: Readonly<Record<Attention, string>> = {
  'needs-you': 'Needs you',
  look: 'Worth a look',
  renewing: 'Renewing',
  others: 'By others',
  lasting: 'Never expire',
}

function Segment(props: { id: FilterId; label: string; count: number }) {
  const { id } = props
  const actions = useActions()
  const pressed = useAppState((state) => state.filter === id)
  return (
    <button type="button" className="segment" aria-pressed={pressed} onClick={() => actions.filter(id)}>
      {props.label} <span className="segment-count">{props.count.toLocaleString('en-GB')}</span>
    </button>
  )
}

const NONE: readonly ProfileView[] = []
