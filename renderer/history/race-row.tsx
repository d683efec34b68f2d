import { memo } from 'react'
import type { HistoryEventView, RaceView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { clockTime, exactTime } from '../format/dates.ts'
import { counted } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { providerNameOf } from '../state/store.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { Glyph } from '../ui/glyph.tsx'
import { FoldingRow, type RowPlace } from './folding-row.tsx'
import { processInWords, raceMark, raceSpan } from './race-marks.ts'

const MOST_NAMED = 8

/** Several events that are one story. Unfolded it says who took part; the list shows its events below it. */
export const RaceRow = memo(function RaceRow({
  race,
  events,
  ...place
}: RowPlace & { readonly race: RaceView; readonly events: readonly HistoryEventView[] }) {
  const mark = raceMark(race)
  const provider = useAppState((state) => providerNameOf(state, race.providerId))
  return (
    <FoldingRow
      id={race.id}
      kind="race"
      place={place}
      line={
        <>
          <Glyph shape={mark.shape} tone={mark.tone} small />
          <time className="tabular" dateTime={new Date(race.atMs).toISOString()} title={exactTime(race.atMs)}>
            {clockTime(race.atMs)}
          </time>
          <span className="event-who clip" title={`${provider} · ${race.account}`}>
            {race.account}
          </span>
          <span className="event-message clip" title={known(race.message)}>
            <span className="only-read">{mark.word}: </span>
            <CoreWords words={race.message} />
          </span>
          <span className="event-provider clip">{counted(events.length, 'event')}</span>
        </>
      }
    >
      <RaceFacts race={race} events={events} />
    </FoldingRow>
  )
})

function RaceFacts(props: { race: RaceView; events: readonly HistoryEventView[] }) {
  const { race } = props
  const actions = useActions()
  const provider = useAppState((state) => providerNameOf(state, race.providerId))
  const isKnown = useAppState(
    (state) => state.overview?.profiles.some((profile) => profile.id === race.profileId) ?? false,
  )
  const named = race.processes.slice(0, MOST_NAMED)
  return (
    <div className="event-facts">
      <p>
        <CoreWords words={race.message} />{' '}
        <strong>
          <CoreWords words={race.advice} />
        </strong>
      </p>
      <dl className="facts">
        <dt>{t('Login')}</dt>
        <dd>
          {race.account} <span className="quiet">{provider}</span>
        </dd>
        <dt>{t('Took part')}</dt>
        <dd>
          <ul className="race-processes">
            {named.map((process) => (
              <li key={`${process.pid} ${process.name}`}>
                {process.name} <span className="quiet">{processInWords(process)}</span>
              </li>
            ))}
          </ul>
          {race.processes.length > named.length ? (
            <p className="quiet">{t('and {count} more', { count: race.processes.length - named.length })}</p>
          ) : null}
        </dd>
        <dt>{t('When')}</dt>
        <dd className="tabular">{raceSpan(props.events)}</dd>
      </dl>
      {isKnown ? (
        <div className="buttons">
          <button
            type="button"
            className="button button-small"
            onClick={() => actions.openDetail(race.profileId)}
          >
            {t('Show the login')}
          </button>
        </div>
      ) : null}
    </div>
  )
}
