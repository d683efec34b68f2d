/** Everything that happened: one list with routine folded, or a timeline with what is planned. */
import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { ExportNote } from './export-menu.tsx'
import { byDay, troubled } from './history-days.ts'
import { HistoryEnd, NothingHappened } from './history-end.tsx'
import { HistoryFilter } from './history-filter.tsx'
import { HistoryHead } from './history-head.tsx'
import { HistoryList, type Reveal } from './history-list.tsx'
import { OnlyThis } from './only-this.tsx'
import { TimelineCard } from './timeline/timeline-card.tsx'
import { useHistory } from './use-history.ts'

export function HistoryScreen(props: { search: RefObject<HTMLInputElement | null> }) {
  const actions = useActions()
  const query = useAppState((state) => state.historyQuery)
  const loaded = useAppState((state) => state.historyLoaded)
  const failure = useAppState((state) => state.historyFailure)
  const view = useAppState((state) => state.historyView)
  const only = useAppState((state) => state.historyProfile)
  const whole = useAppState((state) => state.historyKinds.size > 0)
  const races = useAppState((state) => state.races)
  useEffect(() => void actions.loadHistory(), [actions])
  const { range, nowMs, kinds, matching, lanes, filtered } = useHistory()
  const days = useMemo(() => byDay(matching), [matching])
  const trouble = useMemo(() => troubled(matching), [matching])
  const [reveal, setReveal] = useState<Reveal>()
  const onReveal = useCallback(
    (eventId: string) => {
      actions.showHistoryAs('list')
      setReveal({ eventId })
    },
    [actions],
  )
  const timeline = view === 'timeline' && lanes.length > 0
  const nothing = loaded && matching.length === 0
  return (
    <main className="screen history">
      <HistoryHead count={matching.length} trouble={trouble} />
      <NoticeBanner />
      <ExportNote />
      <HistoryFilter input={props.search} kinds={kinds} />
      {failure ? (
        <div className="page-failure">
          <FailureNote failure={failure} />
          <button type="button" className="button" onClick={() => void actions.loadHistory()}>
            {t('Read it again')}
          </button>
        </div>
      ) : null}
      {only === undefined ? null : <OnlyThis profileId={only} />}
      {timeline || (only !== undefined && lanes.length > 0) ? (
        <TimelineCard lanes={lanes} range={range} nowMs={nowMs} alone={timeline} onReveal={onReveal} />
      ) : null}
      {timeline ? null : (
        <div className="card list" aria-busy={!loaded}>
          {nothing && failure ? (
            <p className="nothing">{t('What happened could not be read.')}</p>
          ) : nothing ? (
            <NothingHappened filtered={filtered} query={query} range={range} />
          ) : (
            <HistoryList
              days={days}
              races={races}
              nowMs={nowMs}
              whole={whole}
              reveal={reveal}
              end={<HistoryEnd range={range} />}
            />
          )}
        </div>
      )}
    </main>
  )
}
