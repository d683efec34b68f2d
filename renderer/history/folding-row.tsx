/** A row of the history: one line, and what unfolds below it as high as its words need. */
import { type ReactNode, useEffect, useRef } from 'react'
import { ChevronIcon } from '../ui/icons.tsx'

/** Where a row stands and what it tells of itself. */
export interface RowPlace {
  readonly top: number
  /** While it is folded. */
  readonly height: number
  readonly open: boolean
  /** Its place among all rows, from 1. */
  readonly number: number
  readonly total: number
  /** How high it is unfolded; undefined: folded again. */
  readonly onHeight: (id: string, height: number | undefined) => void
  readonly onFocus: (id: string) => void
}

/** The line above each row. */
const BORDER_PX = 1

export function FoldingRow(props: {
  id: string
  place: RowPlace
  kind: 'event' | 'race' | 'routine'
  /** Below the row it is a part of. */
  nested?: boolean
  line: ReactNode
  children: ReactNode
}) {
  const { id, place } = props
  const { height, open, onHeight } = place
  const row = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const details = row.current
    if (!details || !open) return
    const measure = () => onHeight(id, Math.max(height, Math.ceil(details.offsetHeight) + BORDER_PX))
    const observer = new ResizeObserver(measure)
    observer.observe(details)
    return () => observer.disconnect()
  }, [open, id, height, onHeight])
  return (
    <li
      className="event"
      style={{ transform: `translateY(${place.top}px)` }}
      {...{ [`data-${props.kind}`]: id }}
      data-nested={props.nested === true}
      aria-posinset={place.number}
      aria-setsize={place.total}
    >
      <details
        ref={row}
        open={open}
        onFocus={() => place.onFocus(id)}
        onToggle={(toggle) => {
          const now = toggle.currentTarget.open
          if (now !== open) onHeight(id, now ? height : undefined)
        }}
      >
        <summary style={{ height: height - BORDER_PX }}>
          {props.line}
          <span className="event-chevron">
            <ChevronIcon />
          </span>
        </summary>
        {open ? props.children : null}
      </details>
    </li>
  )
}
