// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not on screen
// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus, its cells do not
/** The list: a grid for assistive technology, of which only the rows on screen are drawn. */

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../app/words/t.ts'
import { MINUTE } from '../format/time.ts'
import { offsetsOf, scrollToShow } from '../format/visible-rows.ts'
import { drawnGroups, type ListRow } from '../model/profile-rows.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { useRange, useTextSize } from '../ui/list-view.ts'
import { FindingRow } from './finding-row.tsx'
import { FoldRow } from './fold-row.tsx'
import { GroupHeading } from './group-heading.tsx'
import { ListHead } from './list-head.tsx'
import { nextRow } from './list-keys.ts'
import { ProblemRow } from './problem-row.tsx'
import { ProfileRow } from './profile-row.tsx'
import { useRowMenu } from './row-menu.tsx'

/** In units of the text size, so that the rows grow with it: 44 px at 13 px text, 34 px where the person wants more. */
const ROW_EM = 44 / 13
const COMPACT_EM = 34 / 13
const GROUP_EM = 30 / 13
const HEAD_EM = 26 / 13

export function ProfileList(props: { rows: readonly ListRow[]; onOpen: () => void }) {
  const { rows } = props
  const actions = useActions()
  const selectedId = useAppState((state) => state.selectedId)
  const sort = useAppState((state) => state.sort)
  const scroller = useRef<HTMLDivElement>(null)
  const textPx = useTextSize()
  const compact = useAppState((state) => state.compact)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const headPx = Math.round(HEAD_EM * textPx)
  const headingPx = Math.round(GROUP_EM * textPx)
  const rowPx = Math.round((compact ? COMPACT_EM : ROW_EM) * textPx)
  const offsets = useMemo(
    () => offsetsOf(rows.map((row) => (row.type === 'group' ? headingPx : rowPx))),
    [rows, headingPx, rowPx],
  )
  const range = useRange(scroller, offsets)
  const grouped = rows[0]?.type === 'group'
  const renewAt = useMemo(() => renewHeading(rows), [rows])
  const selectedAt = rows.findIndex((row) => row.id === selectedId)
  // A fold and what could be safer have the focus, but are never the selection: the details are about neither.
  const [fold, setFold] = useState<string | undefined>(undefined)
  const foldAt = fold === undefined ? -1 : rows.findIndex((row) => row.id === fold)
  const activeAt = foldAt >= 0 ? foldAt : selectedAt
  const groups = useMemo(() => drawnGroups(rows, range, activeAt), [rows, range, activeAt])

  const focusNext = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (focusNext.current === undefined) return
    const id = CSS.escape(focusNext.current)
    scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"], [data-fold="${id}"]`)?.focus()
    focusNext.current = undefined
  })

  /** The heading stays at the top, so a row is hidden under it until it clears that much more. */
  function show(at: number): void {
    const box = scroller.current
    if (!box) return
    const top = (offsets[at] ?? 0) - (grouped ? headingPx : 0)
    box.scrollTop = scrollToShow(top, offsets[at + 1] ?? 0, box.scrollTop, box.clientHeight - headPx)
  }

  // In a new order the list begins at its beginning.
  const lastSort = useRef(sort)
  useEffect(() => {
    if (lastSort.current !== sort && scroller.current) scroller.current.scrollTop = 0
    lastSort.current = sort
  }, [sort])

  // The first time, what is selected is brought into sight; later the list stays where the person left it.
  const placed = useRef(false)
  useEffect(() => {
    if (placed.current || selectedAt < 0) return
    placed.current = true
    show(selectedAt)
  })

  const rowMenu = useRowMenu()

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const target = event.target as Element
    const onRow = target.getAttribute('role') === 'row'
    const active = rows[activeAt]
    const opens = event.key === 'Enter' || event.key === ' '
    if (active?.type === 'finding' && onRow && opens) {
      actions.openFinding(active.id)
    } else if (active?.type === 'fold' && onRow && opens) {
      actions.fold(active.id, !active.open)
    } else if (active?.type === 'fold' && onRow && event.key === (active.open ? 'ArrowLeft' : 'ArrowRight')) {
      actions.fold(active.id, !active.open)
    } else if (event.key === 'Enter' && onRow && selectedId !== undefined) {
      actions.openDetail(selectedId)
      props.onOpen()
    } else if (event.key === 'ArrowRight' && onRow) {
      target.querySelector<HTMLElement>('button')?.focus()
    } else if (event.key === 'ArrowLeft' && !onRow) {
      target.closest<HTMLElement>('[role="row"]')?.focus()
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 1)
      if (!goTo(nextRow(rows, activeAt, event.key, page))) return
    }
    event.preventDefault()
  }

  function goTo(to: number | undefined): boolean {
    const row = to === undefined ? undefined : rows[to]
    if (to === undefined || !row) return false
    focusNext.current = row.id
    if (row.type === 'fold' || row.type === 'finding') setFold(row.id)
    else actions.select(row.id)
    show(to)
    return true
  }

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        className="list-scroll"
        aria-label={t('Logins')}
        aria-rowcount={rows.length + 1}
        // With no row selected, the list itself takes the focus and hands it on.
        tabIndex={activeAt >= 0 ? -1 : 0}
        onKeyDown={onKeyDown}
        onContextMenu={rowMenu.onContextMenu}
        onFocus={(event) => {
          // The selected login was filtered away: whoever comes into the list comes to its first row.
          if (event.target === event.currentTarget && activeAt < 0) goTo(nextRow(rows, -1, 'Home', 0))
          const row = (event.target as Element).closest<HTMLElement>('[data-row], [data-fold]')
          if (row) setFold(row.dataset.fold)
        }}
      >
        <ListHead nowMs={nowMs} height={headPx} />
        <div role="presentation" className="list-all" style={{ height: offsets.at(-1) ?? 0 }}>
          {groups.map(({ at, end, rows: drawn }) => {
            const heading = at < 0 ? undefined : rows[at]
            const top = offsets[Math.max(0, at)] ?? 0
            return (
              <div
                key={heading?.id ?? 'all'}
                role="rowgroup"
                className="group"
                // Not a transform: what is sticky in here would not know of it.
                style={{ height: (offsets[end] ?? 0) - top, top }}
              >
                {heading?.type === 'group' ? (
                  <GroupHeading
                    name={heading.name}
                    count={heading.count}
                    isMixed={heading.isMixed === true}
                    index={at + 2}
                    height={headingPx}
                    top={headPx}
                    withRenew={at === renewAt}
                    withSquares={rows[at + 1]?.type === 'fold'}
                  />
                ) : null}
                {drawn.map((place) => {
                  const row = rows[place]
                  const at = { index: place + 2, top: (offsets[place] ?? 0) - top, height: rowPx }
                  if (row?.type === 'fold') {
                    return <FoldRow key={row.id} {...row} {...at} active={place === activeAt} />
                  }
                  if (row?.type === 'finding') {
                    return (
                      <FindingRow key={row.id} finding={row.finding} {...at} active={place === activeAt} />
                    )
                  }
                  if (row?.type === 'problem') {
                    return (
                      <ProblemRow
                        key={row.id}
                        problem={row.problem}
                        {...at}
                        selected={row.id === selectedId}
                        active={place === activeAt}
                        nowMs={nowMs}
                      />
                    )
                  }
                  return row?.type === 'profile' ? (
                    <ProfileRow
                      key={row.id}
                      profile={row.profile}
                      {...at}
                      selected={row.id === selectedId}
                      active={place === activeAt}
                      withProvider={sort !== 'provider'}
                      nowMs={nowMs}
                    />
                  ) : null
                })}
              </div>
            )
          })}
        </div>
      </div>
      {rowMenu.menu}
    </>
  )
}

/** Under which heading the button for everything that is due stands: where those stand that were not renewed in time. */
function renewHeading(rows: readonly ListRow[]): number {
  return rows.findIndex((row) => row.type === 'group' && row.attention === 'look')
}
