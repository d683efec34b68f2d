// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are not on screen
// biome-ignore-all lint/a11y/useFocusableInteractive: a row takes the focus, its cells do not
/** The list: a grid for assistive technology, of which only the rows on screen are drawn. */
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { offsetsOf, scrollToShow } from '../format/visible-rows.ts'
import { drawnGroups, type ListRow } from '../model/profile-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { useRange, useTextSize } from '../ui/list-view.ts'
import { GroupHeading } from './group-heading.tsx'
import { nextRow } from './list-keys.ts'
import { ProfileRow } from './profile-row.tsx'

/** In units of the text size, so that the rows grow with it: 53 px and 33 px at 13 px text. */
const ROW_EM = 53 / 13
const GROUP_EM = 33 / 13

export function ProfileList(props: { rows: readonly ListRow[]; onOpen: () => void }) {
  const { rows } = props
  const actions = useActions()
  const selectedId = useAppState((state) => state.selectedId)
  const sort = useAppState((state) => state.sort)
  const scroller = useRef<HTMLDivElement>(null)
  const textPx = useTextSize()
  const headingPx = Math.round(GROUP_EM * textPx)
  const rowPx = Math.round(ROW_EM * textPx)
  const offsets = useMemo(
    () => offsetsOf(rows.map((row) => (row.type === 'group' ? headingPx : rowPx))),
    [rows, headingPx, rowPx],
  )
  const range = useRange(scroller, offsets)
  const grouped = rows[0]?.type === 'group'
  const selectedAt = rows.findIndex((row) => row.id === selectedId)
  const groups = useMemo(() => drawnGroups(rows, range, selectedAt), [rows, range, selectedAt])

  const focusNext = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (focusNext.current === undefined) return
    scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(focusNext.current)}"]`)?.focus()
    focusNext.current = undefined
  })

  /** The heading stays at the top, so a row is hidden under it until it clears that much more. */
  function show(at: number): void {
    const box = scroller.current
    if (!box) return
    const top = (offsets[at] ?? 0) - (grouped ? headingPx : 0)
    box.scrollTop = scrollToShow(top, offsets[at + 1] ?? 0, box.scrollTop, box.clientHeight)
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

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const target = event.target as Element
    const onRow = target.getAttribute('role') === 'row'
    if (event.key === 'Enter' && onRow && selectedId !== undefined) {
      actions.openDetail(selectedId)
      props.onOpen()
    } else if (event.key === 'ArrowRight' && onRow) {
      target.querySelector<HTMLElement>('button')?.focus()
    } else if (event.key === 'ArrowLeft' && !onRow) {
      target.closest<HTMLElement>('[role="row"]')?.focus()
    } else {
      const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPx) - 1)
      if (!goTo(nextRow(rows, selectedAt, event.key, page))) return
    }
    event.preventDefault()
  }

  function goTo(to: number | undefined): boolean {
    const row = to === undefined ? undefined : rows[to]
    if (to === undefined || !row) return false
    focusNext.current = row.id
    actions.select(row.id)
    show(to)
    return true
  }

  return (
    <div
      ref={scroller}
      role="grid"
      className="list-scroll"
      aria-label="Logins"
      aria-rowcount={rows.length}
      // With no row selected, the list itself takes the focus and hands it on.
      tabIndex={selectedAt >= 0 ? -1 : 0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // The selected login was filtered away: whoever comes into the list comes to its first row.
        if (event.target === event.currentTarget && selectedAt < 0) goTo(nextRow(rows, -1, 'Home', 0))
      }}
    >
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
                <GroupHeading name={heading.name} count={heading.count} index={at + 1} height={headingPx} />
              ) : null}
              {drawn.map((place) => {
                const row = rows[place]
                return row?.type === 'profile' ? (
                  <ProfileRow
                    key={row.id}
                    profile={row.profile}
                    index={place + 1}
                    top={(offsets[place] ?? 0) - top}
                    height={rowPx}
                    selected={row.id === selectedId}
                    withProvider={!grouped}
                  />
                ) : null
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}
