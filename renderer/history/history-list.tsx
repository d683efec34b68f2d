/** The history as a list, newest first under its days, of which only the rows on screen are drawn. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { RaceView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { dayLabel } from '../format/dates.ts'
import { counted } from '../format/labels.ts'
import { offsetsOf } from '../format/visible-rows.ts'
import { drawnGroups } from '../model/profile-rows.ts'
import { useRange, useTextSize } from '../ui/list-view.ts'
import { EventRow } from './event-row.tsx'
import type { RowPlace } from './folding-row.tsx'
import type { Day } from './history-days.ts'
import { foldOf, type HistoryRow, historyRows } from './history-rows.ts'
import { RaceRow } from './race-row.tsx'
import { RoutineRow } from './routine-row.tsx'

/** In units of the text size: 39 px and 33 px at 13 px text. */
const ROW_EM = 39 / 13
const DAY_EM = 33 / 13

/** An event to show: scrolled to, opened, focused. A new object each time it is asked for. */
export interface Reveal {
  readonly eventId: string
}

export function HistoryList(props: {
  days: readonly Day[]
  races: readonly RaceView[]
  nowMs: number
  /** Routine is not folded. */
  whole: boolean
  reveal: Reveal | undefined
  /** Below the last row. */
  end: React.ReactNode
}) {
  const { days, races, nowMs, whole, reveal } = props
  const scroller = useRef<HTMLElement>(null)
  const textPx = useTextSize()
  const rowPx = Math.round(ROW_EM * textPx)
  const dayPx = Math.round(DAY_EM * textPx)
  /** What unfolds below an event is as high as its words need: measured once it is there. */
  const [opened, setOpened] = useState<ReadonlyMap<string, number>>(new Map())
  const rows = useMemo(
    () => historyRows(days, races, (id) => opened.has(id), whole),
    [days, races, opened, whole],
  )
  const offsets = useMemo(
    () => offsetsOf(rows.map((row) => (row.type === 'group' ? dayPx : (opened.get(row.id) ?? rowPx)))),
    [rows, dayPx, rowPx, opened],
  )
  const range = useRange(scroller, offsets)
  const [focusAt, setFocusAt] = useState<string>()
  const also = focusAt === undefined ? -1 : rows.findIndex((row) => row.id === focusAt)
  const groups = useMemo(() => drawnGroups(rows, range, also), [rows, range, also])
  const total = rows.reduce((sum, row) => sum + Number(row.type !== 'group'), 0)
  const numbers = useMemo(() => numbered(rows), [rows])

  const onHeight = useCallback((id: string, height: number | undefined) => {
    setOpened((known) => {
      if (known.get(id) === height) return known
      const next = new Map(known)
      if (height === undefined) next.delete(id)
      else next.set(id, height)
      return next
    })
  }, [])

  const wanted = useRef<Reveal | undefined>(undefined)
  useLayoutEffect(() => {
    if (!reveal) return
    wanted.current = reveal
    setFocusAt(reveal.eventId)
  }, [reveal])
  useEffect(() => {
    const eventId = wanted.current?.eventId
    const at = rows.findIndex((row) => row.id === eventId)
    const box = scroller.current
    if (eventId === undefined || !box) return
    if (at < 0) {
      const fold = foldOf(rows, eventId)
      if (fold !== undefined) onHeight(fold, rowPx) // its events are rows in a moment
      return
    }
    const row = box.querySelector<HTMLElement>(`[data-event="${CSS.escape(eventId)}"]`)
    if (!row) return // drawn in a moment
    wanted.current = undefined
    box.scrollTop = Math.max(0, (offsets[at] ?? 0) - dayPx)
    const details = row.querySelector('details')
    if (details) details.open = true
    row.querySelector<HTMLElement>('summary')?.focus({ preventScroll: true })
  })

  return (
    <section ref={scroller} className="list-scroll" aria-label={t('Events by day')}>
      <div className="list-all" style={{ height: offsets.at(-1) ?? 0 }}>
        {groups.map(({ at, end, rows: drawn }) => {
          const day = rows[at]
          const top = offsets[at] ?? 0
          if (day?.type !== 'group') return null
          return (
            <section
              key={day.id}
              className="group"
              // Not a transform: what is sticky in here would not know of it.
              style={{ height: (offsets[end] ?? 0) - top, top }}
            >
              <h2 className="group-row group-name" style={{ height: dayPx }}>
                {dayLabel(day.atMs, nowMs)}
                <span className="group-count">{counted(day.count, 'event')}</span>
              </h2>
              <ul>
                {drawn.map((place) => {
                  const row = rows[place]
                  if (!row || row.type === 'group') return null
                  const where = {
                    top: (offsets[place] ?? 0) - top,
                    height: rowPx,
                    open: opened.has(row.id),
                    number: numbers[place] ?? 0,
                    total,
                    onHeight,
                    onFocus: setFocusAt,
                  }
                  return <Row key={row.id} row={row} {...where} />
                })}
              </ul>
            </section>
          )
        })}
      </div>
      {props.end}
    </section>
  )
}

function Row({ row, ...place }: RowPlace & { readonly row: Exclude<HistoryRow, { type: 'group' }> }) {
  switch (row.type) {
    case 'race':
      return <RaceRow race={row.race} events={row.events} {...place} />
    case 'routine':
      return <RoutineRow id={row.id} events={row.events} {...place} />
    case 'event':
      return <EventRow event={row.event} within={row.within} {...place} />
  }
}

/** The place of each row among all of them, from 1: a screen reader counts without the days. */
function numbered(rows: readonly HistoryRow[]): readonly number[] {
  let count = 0
  return rows.map((row) => {
    if (row.type !== 'group') count += 1
    return count
  })
}
