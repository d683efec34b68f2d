import { memo } from 'react'
import type { HistoryEventView } from '../../app/contract/views.ts'
import { clockTime, exactTime } from '../format/dates.ts'
import { counted, eventMark } from '../format/labels.ts'
import { duration } from '../format/time.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { providerNameOf } from '../state/store.ts'
import { CopyButton } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { FoldingRow, type RowPlace } from './folding-row.tsx'
import type { Within } from './history-rows.ts'

/** One event; who asked, how long it took and the technical text unfold below it. */
export const EventRow = memo(function EventRow({
  event,
  within,
  ...place
}: RowPlace & { readonly event: HistoryEventView; readonly within: Within | undefined }) {
  const mark = eventMark(event.kind)
  const provider = useAppState((state) => providerNameOf(state, event.providerId))
  return (
    <FoldingRow
      id={event.id}
      kind="event"
      nested={within !== undefined}
      place={place}
      line={
        <>
          <Glyph shape={mark.shape} tone={mark.tone} small />
          <time
            className="tabular"
            dateTime={new Date(event.atMs).toISOString()}
            title={exactTime(event.atMs)}
          >
            {clockTime(event.atMs)}
          </time>
          {within === 'race' ? (
            <span className="event-who clip">
              {event.process} <span className="quiet tabular">{event.pid}</span>
            </span>
          ) : (
            <span className="event-who clip" title={`${provider} · ${event.account}`}>
              {event.account}
            </span>
          )}
          <span className="event-message clip" title={event.message}>
            <span className="only-read">{mark.word}: </span>
            {event.message}
            {event.times === undefined ? null : <span className="quiet tabular"> {event.times} times</span>}
          </span>
          <span className="event-provider clip">{within === 'race' ? null : provider}</span>
        </>
      }
    >
      <EventFacts event={event} />
    </FoldingRow>
  )
})

function EventFacts(props: { event: HistoryEventView }) {
  const { event } = props
  const actions = useActions()
  const provider = useAppState((state) => providerNameOf(state, event.providerId))
  const known = useAppState(
    (state) => state.overview?.profiles.some((profile) => profile.id === event.profileId) ?? false,
  )
  const chosen = useAppState((state) => state.historyProfile === event.profileId)
  return (
    <div className="event-facts">
      <p>{event.message}</p>
      <dl className="facts">
        <dt>Login</dt>
        <dd>
          {event.account} <span className="quiet">{provider}</span>
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
        {chosen ? null : (
          <button
            type="button"
            className="button button-small"
            onClick={() => actions.historyOf(event.profileId)}
          >
            Only this login
          </button>
        )}
        {event.detail ? <CopyButton text={`${event.message}\n${event.detail}`} label="Copy detail" /> : null}
      </div>
    </div>
  )
}
