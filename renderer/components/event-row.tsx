import { memo, useEffect, useRef } from 'react'
import type { HistoryEventView } from '../../app/contract/views.ts'
import { useActions, useAppState } from '../app-context.ts'
import { clockTime, exactTime } from '../format/dates.ts'
import { counted, eventMark } from '../format/labels.ts'
import { duration } from '../format/time.ts'
import { CopyButton } from './failure-note.tsx'
import { Glyph } from './glyph.tsx'
import { ChevronIcon } from './icons.tsx'

/** One event; who asked, how long it took and the technical text unfold below it. */
export const EventRow = memo(function EventRow(props: {
  event: HistoryEventView
  top: number
  /** While it is folded. */
  height: number
  open: boolean
  /** Its place among all events, from 1. */
  number: number
  total: number
  /** How high it is unfolded; undefined: folded again. */
  onHeight: (id: string, height: number | undefined) => void
  onFocus: (id: string) => void
}) {
  const { event, height, onHeight } = props
  const row = useRef<HTMLDetailsElement>(null)
  const mark = eventMark(event.kind)
  useEffect(() => {
    const details = row.current
    if (!details || !props.open) return
    const measure = () => onHeight(event.id, Math.max(height, Math.ceil(details.offsetHeight) + BORDER_PX))
    const observer = new ResizeObserver(measure)
    observer.observe(details)
    return () => observer.disconnect()
  }, [props.open, event.id, height, onHeight])
  return (
    <li
      className="event"
      style={{ transform: `translateY(${props.top}px)` }}
      data-event={event.id}
      aria-posinset={props.number}
      aria-setsize={props.total}
    >
      <details
        ref={row}
        open={props.open}
        onFocus={() => props.onFocus(event.id)}
        onToggle={(toggle) => {
          const { open } = toggle.currentTarget
          if (open !== props.open) onHeight(event.id, open ? height : undefined)
        }}
      >
        <summary style={{ height: height - BORDER_PX }}>
          <Glyph shape={mark.shape} tone={mark.tone} small />
          <time
            className="tabular"
            dateTime={new Date(event.atMs).toISOString()}
            title={exactTime(event.atMs)}
          >
            {clockTime(event.atMs)}
          </time>
          <span className="event-who clip" title={`${event.providerId} · ${event.account}`}>
            {event.account}
          </span>
          <span className="event-message clip" title={event.message}>
            <span className="only-read">{mark.word}: </span>
            {event.message}
          </span>
          <span className="event-provider clip">{event.providerId}</span>
          <span className="event-chevron">
            <ChevronIcon />
          </span>
        </summary>
        {props.open ? <EventFacts event={event} /> : null}
      </details>
    </li>
  )
})

/** The line above each row. */
const BORDER_PX = 1

function EventFacts(props: { event: HistoryEventView }) {
  const { event } = props
  const actions = useActions()
  const known = useAppState(
    (state) => state.overview?.profiles.some((profile) => profile.id === event.profileId) ?? false,
  )
  return (
    <div className="event-facts">
      <p>{event.message}</p>
      <dl className="facts">
        <dt>Login</dt>
        <dd>
          {event.account} <span className="quiet">{event.providerId}</span>
        </dd>
        <dt>Asked by</dt>
        <dd>
          {event.askedBy}{' '}
          <span className="quiet">
            in {event.process}, pid {event.pid}
          </span>
        </dd>
        <dt>When</dt>
        <dd className="tabular">
          {exactTime(event.atMs)}
          {event.durationMs === undefined ? null : (
            <span className="quiet">, took {duration(event.durationMs)}</span>
          )}
        </dd>
        {event.grant ? (
          <>
            <dt>Lineage</dt>
            <dd className="mono">{event.successor ? `${event.grant} → ${event.successor}` : event.grant}</dd>
          </>
        ) : null}
        {event.holders === undefined ? null : (
          <>
            <dt>Written to</dt>
            <dd>{counted(event.holders, 'file')}</dd>
          </>
        )}
        {event.cause ? (
          <>
            <dt>Cause</dt>
            <dd>{event.cause}</dd>
          </>
        ) : null}
      </dl>
      {event.detail ? <pre>{event.detail}</pre> : null}
      <div className="buttons">
        {known ? (
          <button
            type="button"
            className="button button-small"
            onClick={() => actions.openDetail(event.profileId)}
          >
            Show the login
          </button>
        ) : null}
        {event.detail ? <CopyButton text={`${event.message}\n${event.detail}`} label="Copy detail" /> : null}
      </div>
    </div>
  )
}
