/** Where the list of events ends, or has not begun: what there is beyond, and how to see it. */

import { counted } from '../format/labels.ts'
import { longerRange, type TimeRange } from '../model/ranges.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { MOST_EVENTS } from '../state/store.ts'

export function HistoryEnd(props: { range: TimeRange }) {
  const cut = useAppState((state) => state.historyCut)
  const failed = useAppState((state) => state.historyFailure !== undefined)
  if (failed) return <p className="history-end">There may be more: not all of it could be read.</p>
  return (
    <p className="history-end">
      {cut
        ? `These are the newest ${counted(MOST_EVENTS, 'event')} of ${props.range.words}.`
        : `That is all of ${props.range.words}.`}{' '}
      {cut ? null : <ShowLonger range={props.range} />}
    </p>
  )
}

export function NothingHappened(props: { filtered: boolean; query: string; range: TimeRange }) {
  const actions = useActions()
  const { filtered, query, range } = props
  if (filtered) {
    return (
      <p className="nothing">
        Nothing in {range.words} matches{query ? ` “${query}”` : ''}.{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => {
            actions.searchHistory('')
            actions.showAllKinds()
            actions.historyOf(undefined)
          }}
        >
          Show all
        </button>
      </p>
    )
  }
  return (
    <div className="nothing">
      <h2>Nothing happened in {range.words}</h2>
      <p>
        Each renewal, each token taken over from another program and each sign-in will be listed here, with
        who asked for it and how long it took. <ShowLonger range={range} />
      </p>
    </div>
  )
}

function ShowLonger(props: { range: TimeRange }) {
  const actions = useActions()
  const longer = longerRange(props.range.id)
  if (!longer) return null
  return (
    <button type="button" className="link-button" onClick={() => actions.showRange(longer.id)}>
      Show {longer.label}
    </button>
  )
}
