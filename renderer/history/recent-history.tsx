import { t } from '../../app/words/t.ts'
import { exactTime, whenLabel } from '../format/dates.ts'
import { eventMark } from '../format/labels.ts'
import { MINUTE } from '../format/time.ts'
import { useApp, useAppState, useTicked } from '../state/app-context.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Glyph } from '../ui/glyph.tsx'

const SHOWN = 8

export function RecentHistory(props: { profileId: string }) {
  const { actions } = useApp()
  const events = useAppState((state) =>
    state.events.filter((event) => event.profileId === props.profileId).slice(0, SHOWN),
  )
  const failure = useAppState((state) => state.historyFailure)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  return (
    <section className="detail-part">
      <h3>{t('History')}</h3>
      {failure ? <FailureNote failure={failure} /> : null}
      {events.length === 0 && !failure ? (
        <p className="quiet">{t('Nothing yet. Renewals and sign-ins will be listed here.')}</p>
      ) : null}
      <ul className="recent">
        {events.map((event) => {
          const mark = eventMark(event.kind)
          return (
            <li key={event.id}>
              <Glyph shape={mark.shape} tone={mark.tone} small />
              <span>
                <span className="only-read">{mark.word}: </span>
                <CoreWords words={event.message} />
              </span>
              <time dateTime={new Date(event.atMs).toISOString()} title={exactTime(event.atMs)}>
                {whenLabel(event.atMs, nowMs)}
              </time>
            </li>
          )
        })}
      </ul>
      {events.length === SHOWN ? (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            actions.historyOf(props.profileId)
            actions.showHistoryAs('list')
            actions.show('history')
          }}
        >
          {t('All of it')}
        </button>
      ) : null}
    </section>
  )
}
