import { memo } from 'react'
import type { HistoryEventView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { clockTime, exactTime } from '../format/dates.ts'
import { counted, eventMark } from '../format/labels.ts'
import { duration } from '../format/time.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { providerNameOf } from '../state/store.ts'
import { CoreWords } from '../ui/core-words.tsx'
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
          <span className="event-message clip" title={known(event.message)}>
            <span className="only-read">{mark.word}: </span>
            <CoreWords words={event.message} />
            {event.times === undefined ? null : (
              <span className="quiet tabular"> {t('{times} times', { times: event.times })}</span>
            )}
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
  const isKnown = useAppState(
    (state) => state.overview?.profiles.some((profile) => profile.id === event.profileId) ?? false,
  )
  const chosen = useAppState((state) => state.historyProfile === event.profileId)
  return (
    <div className="event-facts">
      <p>{known(event.message)}</p>
      <dl className="facts">
        <dt>{t('Login')}</dt>
        <dd>
          {event.account} <span className="quiet">{provider}</span>
        </dd>
        <dt>{t('Asked by')}</dt>
        <dd>
          <CoreWords words={event.askedBy} />{' '}
          <span className="quiet">
            {t('in {process}, pid {pid}', { process: event.process, pid: event.pid })}
          </span>
        </dd>
        <dt>{t('When')}</dt>
        <dd className="tabular">
          {exactTime(event.atMs)}
          {event.durationMs === undefined ? null : (
            <span className="quiet">{t(', took {duration}', { duration: duration(event.durationMs) })}</span>
          )}
        </dd>
        {event.grant ? (
          <>
            <dt>{t('Lineage')}</dt>
            <dd className="mono">{event.successor ? `${event.grant} → ${event.successor}` : event.grant}</dd>
          </>
        ) : null}
        {event.holders === undefined ? null : (
          <>
            <dt>{t('Written to')}</dt>
            <dd>{counted(event.holders, 'file')}</dd>
          </>
        )}
        {event.cause ? (
          <>
            <dt>{t('Cause')}</dt>
            <dd>{known(event.cause)}</dd>
          </>
        ) : null}
      </dl>
      {event.detail ? <pre>{event.detail}</pre> : null}
      <div className="buttons">
        {isKnown ? (
          <button
            type="button"
            className="button button-small"
            onClick={() => actions.openDetail(event.profileId)}
          >
            {t('Show the login')}
          </button>
        ) : null}
        {chosen ? null : (
          <button
            type="button"
            className="button button-small"
            onClick={() => actions.historyOf(event.profileId)}
          >
            {t('Only this login')}
          </button>
        )}
        {event.detail ? (
          <CopyButton text={`${known(event.message)}\n${event.detail}`} label={t('Copy detail')} />
        ) : null}
      </div>
    </div>
  )
}
