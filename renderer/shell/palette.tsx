/** The command palette: every action and every login, by a few letters. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { t } from '../../app/words/t.ts'
import { MINUTE } from '../format/time.ts'
import { useApp, useAppState, useTicked } from '../state/app-context.ts'
import { SearchIcon } from '../ui/icons.tsx'
import { showModal } from '../ui/modal.ts'
import type { PaletteItem } from './palette-item.ts'
import { foundItems, paletteItems } from './palette-items.ts'

export function Palette(props: { search: RefObject<HTMLInputElement | null> }) {
  const { store, actions } = useApp()
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const overview = useAppState((state) => state.overview)
  const programs = useAppState((state) => state.programs)
  const nodes = useAppState((state) => state.nodes)
  const fleet = useAppState((state) => state.fleet.page)
  const { search } = props
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it reads of the state is named
  const items = useMemo(() => {
    const fields = {
      search() {
        actions.show('logins')
        queueMicrotask(() => search.current?.focus())
      },
      addMachine() {
        queueMicrotask(() => document.querySelector<HTMLElement>('.add-node input')?.focus())
      },
    }
    return foundItems(
      paletteItems(store.getState(), actions, nowMs, fields),
      overview?.profiles ?? [],
      query,
      actions.openDetail,
    )
  }, [store, actions, search, nowMs, overview, programs, nodes, fleet, query])
  const active = Math.min(at, items.length - 1)

  useEffect(() => {
    // Whoever has not been there yet finds what is there all the same.
    void actions.loadPrograms()
    void actions.loadNodes()
    void actions.loadFleet()
  }, [actions])
  useEffect(() => {
    const before = document.activeElement
    const close = box.current ? showModal(box.current) : undefined
    return () => {
      close?.()
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) {
        before.focus()
      }
    }
  }, [])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [id, active])

  function run(item: PaletteItem | undefined): void {
    if (!item) return
    // Closed first: what the item opens takes the place of the palette.
    void actions.closeDialog().then(item.run)
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = items.length - 1
    if (event.key === 'ArrowDown') setAt(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setAt(active <= 0 ? last : active - 1)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(items[active])
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={box}
      className="dialog palette"
      aria-label={t('Command palette')}
      onCancel={(event) => {
        event.preventDefault()
        void actions.closeDialog()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) void actions.closeDialog()
      }}
      onKeyDown={onKeyDown}
    >
      <div className="palette-field">
        <SearchIcon />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={t('What to do, or which login')}
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          {...(items.length > 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
          placeholder={t('What to do, or which login')}
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
        />
      </div>
      <div className="palette-items" id={id} role="listbox" aria-label={t('Actions and logins')}>
        {items.map((item, place) => (
          <Item
            key={item.id}
            id={`${id}-${place}`}
            item={item}
            active={place === active}
            onPoint={() => setAt(place)}
            onRun={() => run(item)}
          />
        ))}
      </div>
      {items.length === 0 ? (
        <p className="palette-none">{t('Nothing matches “{query}”.', { query })}</p>
      ) : null}
    </dialog>
  )
}

function Item(props: {
  id: string
  item: PaletteItem
  active: boolean
  onPoint: () => void
  onRun: () => void
}) {
  const { item } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the active one
    // biome-ignore lint/a11y/useKeyWithClickEvents: the palette hears the keys for all of them
    <div
      id={props.id}
      role="option"
      className="palette-item"
      aria-selected={props.active}
      onPointerMove={props.onPoint}
      onClick={props.onRun}
    >
      <span className="clip">{item.label}</span>
      <span className="palette-note clip">{item.note}</span>
      {item.keys?.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </div>
  )
}
