/** What is looked for: by words, by who has to do something, and in which order. */
import { type RefObject, useMemo } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { numberText, t } from '../../app/words/t.ts'
import { keyLabel } from '../format/keys.ts'
import { ATTENTIONS, type Attention, countAttentions } from '../model/attention.ts'
import { worthALook } from '../model/findings.ts'
import type { FilterId } from '../model/profile-rows.ts'
import { useActions, useApp, useAppState } from '../state/app-context.ts'
import { listedProblems } from '../state/selection.ts'
import { PlusIcon } from '../ui/icons.tsx'
import { rich } from '../ui/rich.ts'
import { SearchField } from '../ui/search-field.tsx'
import { ProgramMenu } from './program-menu.tsx'
import { SortMenu } from './sort-menu.tsx'

export function SearchBar(props: { input: RefObject<HTMLInputElement | null> }) {
  const { actions, platform } = useApp()
  const query = useAppState((state) => state.query)
  const filter = useAppState((state) => state.filter)
  const profiles = useAppState((state) => state.overview?.profiles ?? NONE)
  const atMs = useAppState((state) => state.overview?.atMs ?? 0)
  const findings = useAppState((state) => worthALook(state.findings).length)
  const overview = useAppState((state) => state.overview)
  const dismissed = useAppState((state) => state.dismissed)
  const counts = useMemo(() => {
    const logins = countAttentions(profiles, atMs)
    const problems = listedProblems({ overview, dismissed })
    const pressing = problems.filter(({ attention }) => attention === 'needs-you').length
    return {
      ...logins,
      'needs-you': logins['needs-you'] + pressing,
      look: logins.look + findings + problems.length - pressing,
    }
  }, [profiles, atMs, findings, overview, dismissed])
  return (
    <search className="search-bar">
      <SearchField
        input={props.input}
        label={t('Search logins')}
        placeholder={t('Search')}
        query={query}
        shortcut={keyLabel('Ctrl K', platform)}
        onQuery={actions.search}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          document
            .querySelector<HTMLElement>('[role="grid"] [tabindex="0"], [role="grid"][tabindex="0"]')
            ?.focus()
        }}
      />
      <fieldset className="segments">
        <legend className="only-read">{t('Show')}</legend>
        <Segment id="all" label={t('All')} count={profiles.length} />
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
        {rich('Add {login}', { login: <span className="only-read">{t('a login')}</span> })}
      </button>
    </search>
  )
}

const SHORT: Readonly<Record<Attention, string>> = {
  'needs-you': t('Needs you'),
  look: t('Worth a look'),
  renewing: t('Renewing'),
  others: t('By others'),
  lasting: t('Never expire'),
}

function Segment(props: { id: FilterId; label: string; count: number }) {
  const { id } = props
  const actions = useActions()
  const pressed = useAppState((state) => state.filter === id)
  return (
    <button type="button" className="segment" aria-pressed={pressed} onClick={() => actions.filter(id)}>
      {props.label} <span className="segment-count">{numberText(props.count)}</span>
    </button>
  )
}

const NONE: readonly ProfileView[] = []
