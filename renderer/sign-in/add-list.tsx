/** The first page of "Add a login": one field, and what fits the words in it. The arrow keys walk, Enter chooses. */
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react'
import type { CatalogueItemView } from '../../app/contract/catalogue.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { ProfileView, ProviderView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { ChevronIcon, DownIcon, GlobeIcon, KeyIcon, MachineIcon, SearchIcon } from '../ui/icons.tsx'
import { Tile } from '../ui/tile.tsx'
import { type AddChoice, type AddOption, addGroups } from './add-options.ts'

export function AddList(props: {
  query: string
  onQuery: (query: string) => void
  onChoose: (choice: AddChoice) => void
}) {
  const { query } = props
  const id = useId()
  const actions = useActions()
  const providers = useAppState((state) => state.providers ?? NO_PROVIDERS)
  const profiles = useAppState((state) => state.overview?.profiles ?? NO_PROFILES)
  const { catalogue, failure } = useCatalogue(query)
  const [pointed, setPointed] = useState<string>()
  useEffect(() => void actions.loadProviders(), [actions])
  const groups = useMemo(
    () => addGroups(query, { catalogue: catalogue ?? [], providers, profiles }),
    [query, catalogue, providers, profiles],
  )
  const options = groups.flatMap((group) => group.options).filter(({ choice }) => choice !== undefined)
  const place = options.findIndex((option) => option.id === pointed)
  const active = place < 0 ? 0 : place
  useEffect(() => {
    if (pointed) document.getElementById(`${id}-${pointed}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [id, pointed])

  function onKeyDown(event: KeyboardEvent): void {
    const last = options.length - 1
    const to = (next: number) => setPointed(options[next]?.id)
    if (event.key === 'ArrowDown') to(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') to(active <= 0 ? last : active - 1)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(options[active])
    else return
    event.preventDefault()
  }
  function choose(option: AddOption | undefined): void {
    if (option?.choice) props.onChoose(option.choice)
  }

  const activeId = options[active]?.id
  return (
    <>
      <div className="add-field">
        <SearchIcon />
        <input
          data-first=""
          type="text"
          role="combobox"
          aria-label={t('Which provider, or its address')}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          {...(activeId ? { 'aria-activedescendant': `${id}-${activeId}` } : {})}
          placeholder={t('Google, Slack, your company’s Keycloak, or an address')}
          spellCheck={false}
          value={query}
          onChange={(event) => {
            props.onQuery(event.target.value)
            setPointed(undefined)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        className="add-list"
        id={id}
        role="listbox"
        aria-label={t('Ways to add a login')}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {failure ? <FailureNote failure={failure} /> : null}
        {groups.map(({ id: group, heading, options: held }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group} role="group" aria-labelledby={`${id}-${group}`} className="add-group">
            <h3 id={`${id}-${group}`} role="presentation">
              {heading} {group === 'own' ? <span className="add-count">{held.length}</span> : null}
            </h3>
            {held.map((option) => (
              <Option
                key={option.id}
                id={`${id}-${option.id}`}
                option={option}
                active={option.id === activeId}
                onPoint={() => setPointed(option.id)}
                onChoose={() => choose(option)}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  )
}

const NO_PROVIDERS: readonly ProviderView[] = []
const NO_PROFILES: readonly ProfileView[] = []

/** What was found last stays until the next answer is there, so that the list does not flicker. */
function useCatalogue(query: string) {
  const actions = useActions()
  const [found, setFound] = useState<{
    readonly catalogue?: readonly CatalogueItemView[]
    readonly failure?: Failure
  }>({})
  useEffect(() => {
    let isCurrent = true
    void actions.searchCatalogue(query).then((reply) => {
      if (isCurrent) setFound(reply.ok ? { catalogue: reply.value } : { failure: reply.failure })
    })
    return () => {
      isCurrent = false
    }
  }, [actions, query])
  return found
}

function Option(props: {
  id: string
  option: AddOption
  active: boolean
  onPoint: () => void
  onChoose: () => void
}) {
  const { name, tile, note, untried, choice } = props.option
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active one
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys for all of them
    <div
      id={props.id}
      role="option"
      className={`add-option ${choice ? '' : 'add-option-off'}`}
      aria-selected={props.active}
      aria-disabled={!choice}
      onPointerMove={choice && !props.active ? props.onPoint : undefined}
      onClick={props.onChoose}
    >
      {tile === undefined ? <WayIcon kind={choice?.kind} /> : <Tile name={tile} small />}
      <span className="clip">{name}</span>
      <span className="add-note clip">{note}</span>
      {untried ? <Untried /> : null}
      {choice ? <ChevronIcon /> : null}
    </div>
  )
}

function WayIcon(props: { kind: AddChoice['kind'] | undefined }) {
  return (
    <span className="add-way">
      {props.kind === 'key' ? <KeyIcon /> : null}
      {props.kind === 'machine' ? <MachineIcon /> : null}
      {props.kind === 'file' ? <DownIcon /> : null}
      {props.kind === 'server' ? <GlobeIcon /> : null}
    </span>
  )
}

/** Only believed: nobody has read or tried it. */
export function Untried() {
  return (
    <span className="untried" title={t('Believed, and not tried by anybody yet')}>
      {t('not tried')}
    </span>
  )
}
