/** Everything that happened, newest first. */
import { type RefObject, useEffect, useMemo } from 'react'
import { useActions, useAppState, useTicked } from '../app-context.ts'
import { EventRow } from '../components/event-row.tsx'
import { FailureNote } from '../components/failure-note.tsx'
import { SearchIcon } from '../components/icons.tsx'
import { dayLabel } from '../format/dates.ts'
import { byDay, matchingEvents, troubled } from '../format/history.ts'
import { counted } from '../format/labels.ts'
import { MINUTE } from '../format/time.ts'

export function HistoryScreen(props: { search: RefObject<HTMLInputElement | null> }) {
  const actions = useActions()
  const events = useAppState((state) => state.events)
  const query = useAppState((state) => state.historyQuery)
  const loaded = useAppState((state) => state.historyLoaded)
  const failure = useAppState((state) => state.historyFailure)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  useEffect(() => void actions.loadHistory(), [actions])
  const matching = useMemo(() => matchingEvents(events, query), [events, query])
  const days = useMemo(() => byDay(matching), [matching])
  const trouble = useMemo(() => troubled(matching), [matching])
  return (
    <main className="screen">
      <header className="screen-head">
        <div className="summary">
          <h1>History</h1>
          <ul>
            <li>
              <strong>{matching.length.toLocaleString('en-GB')}</strong>{' '}
              {matching.length === 1 ? 'event' : 'events'}
            </li>
            {trouble > 0 ? (
              <li>
                <strong>{trouble.toLocaleString('en-GB')}</strong> with trouble
              </li>
            ) : null}
          </ul>
        </div>
      </header>
      <search className="search-bar">
        <label className="search">
          <SearchIcon />
          <span className="only-read">Filter the history</span>
          <input
            ref={props.search}
            type="search"
            placeholder="Account, provider, what happened…"
            value={query}
            spellCheck={false}
            onChange={(event) => actions.searchHistory(event.target.value)}
          />
          <span className="key" aria-hidden="true">
            /
          </span>
        </label>
      </search>
      {failure ? <FailureNote failure={failure} /> : null}
      <div className="card list history">
        <section className="list-scroll" aria-label="Events by day" aria-busy={!loaded}>
          {days.map((day) => (
            <section key={day.atMs} className="day">
              <h2 className="group-name">
                {dayLabel(day.atMs, nowMs)}
                <span className="group-count">{counted(day.events.length, 'event')}</span>
              </h2>
              <ul>
                {day.events.map((event) => (
                  <EventRow key={event.id} event={event} />
                ))}
              </ul>
            </section>
          ))}
          {days.length === 0 && loaded ? <Nothing query={query} /> : null}
        </section>
      </div>
    </main>
  )
}

function Nothing(props: { query: string }) {
  if (props.query) return <p className="nothing">Nothing in the history matches “{props.query}”.</p>
  return (
    <div className="nothing">
      <h2>Nothing has happened yet</h2>
      <p>
        Each refresh, each token taken over from another program and each sign-in will be listed here, with
        who asked for it and how long it took.
      </p>
    </div>
  )
}
