/** Everything that happened and what is planned: on a timeline, and below it the same as a list. */
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { MINUTE } from '../format/time.ts'
import { plannedTimes } from '../model/planned.ts'
import { matchesWords, wordsOf } from '../model/profile-rows.ts'
import { rangeOf, type Scale } from '../model/ranges.ts'
import { useActions, useAppState, useTicked } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { useTextSize, useWidth } from '../ui/list-view.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { ExportMenu, ExportNote } from './export-menu.tsx'
import { byDay, kindCounts, matchingEvents, ofKinds, troubled } from './history-days.ts'
import { HistoryEnd, NothingHappened } from './history-end.tsx'
import { HistoryFilter } from './history-filter.tsx'
import { HistoryList, type Reveal } from './history-list.tsx'
import { RangeSwitch } from './range-switch.tsx'
import { historyLanes } from './timeline/history-lanes.ts'
import { Lanes } from './timeline/lanes.tsx'

export function HistoryScreen(props: { search: RefObject<HTMLInputElement | null> }) {
  const actions = useActions()
  const query = useAppState((state) => state.historyQuery)
  const loaded = useAppState((state) => state.historyLoaded)
  const failure = useAppState((state) => state.historyFailure)
  useEffect(() => void actions.loadHistory(), [actions])
  const { range, nowMs, kinds, matching, lanes, filtered } = useHistory()
  const days = useMemo(() => byDay(matching), [matching])
  const races = useAppState((state) => state.races)
  const trouble = useMemo(() => troubled(matching), [matching])
  const [reveal, setReveal] = useState<Reveal>()
  const onReveal = useCallback((eventId: string) => setReveal({ eventId }), [])
  const line = useRef<HTMLDivElement>(null)
  const width = useWidth(line)
  const textPx = useTextSize()
  const scale = useMemo<Scale>(() => ({ nowMs, range, width, textPx }), [nowMs, range, width, textPx])
  const nothing = loaded && matching.length === 0
  return (
    <main className="screen history">
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
        <div className="history-actions">
          <RangeSwitch />
          <ExportMenu />
        </div>
      </header>
      <NoticeBanner />
      <ExportNote />
      <HistoryFilter input={props.search} kinds={kinds} />
      {failure ? (
        <div className="page-failure">
          <FailureNote failure={failure} />
          <button type="button" className="button" onClick={() => void actions.loadHistory()}>
            Read it again
          </button>
        </div>
      ) : null}
      <section className="card lanes-card" aria-label="Timeline" hidden={lanes.length === 0}>
        <Lanes lanes={lanes} scale={scale} range={range} line={line} onReveal={onReveal} />
      </section>
      <div className="card list" aria-busy={!loaded}>
        {nothing && failure ? (
          <p className="nothing">What happened could not be read.</p>
        ) : nothing ? (
          <NothingHappened filtered={filtered} query={query} range={range} />
        ) : (
          <HistoryList
            days={days}
            races={races}
            nowMs={nowMs}
            reveal={reveal}
            end={<HistoryEnd range={range} />}
          />
        )}
      </div>
    </main>
  )
}

/** The same events for the timeline and for the list. */
function useHistory() {
  const events = useAppState((state) => state.events)
  const profiles = useAppState((state) => state.overview?.profiles)
  const paused = useAppState((state) => state.overview?.scheduler.paused)
  const query = useAppState((state) => state.historyQuery)
  const chosen = useAppState((state) => state.historyKinds)
  const range = useAppState((state) => rangeOf(state.historyRange))
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const inRange = useMemo(() => {
    // The minute that has begun belongs to the range at its other end, too.
    const sinceMs = nowMs - range.pastMs
    const names = new Map(profiles?.map(({ providerId, providerName }) => [providerId, providerName]))
    const nameOf = (id: string) => names.get(id) ?? id
    return matchingEvents(events, query, nameOf).filter((event) => event.atMs >= sinceMs)
  }, [events, query, profiles, range, nowMs])
  const kinds = useMemo(() => kindCounts(inRange, chosen), [inRange, chosen])
  const matching = useMemo(() => ofKinds(inRange, chosen), [inRange, chosen])
  const lanes = useMemo(() => {
    const words = wordsOf(query)
    const options = { aheadMs: range.aheadMs, leastGapMs: undefined, ...(paused ? { paused } : {}) }
    const some = words.length > 0
    return historyLanes(profiles ?? [], matching, {
      plans: (profile) => plannedTimes(profile, nowMs, options).length > 0,
      keep: chosen.size > 0 ? () => false : some ? (profile) => matchesWords(profile, words) : undefined,
    })
  }, [profiles, paused, matching, query, chosen, range, nowMs])
  return { range, nowMs, kinds, matching, lanes, filtered: query !== '' || chosen.size > 0 }
}
