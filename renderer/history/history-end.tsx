/** Where the list of events ends, or has not begun: what there is beyond, and how to see it. */
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { longerRange, type TimeRange } from '../model/ranges.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { MOST_EVENTS } from '../state/store.ts'

export function HistoryEnd(props: { range: TimeRange }) {
  const cut = useAppState((state) => state.historyCut)
  const failed = useAppState((state) => state.historyFailure !== undefined)
  if (failed) return <p className="history-end">{t('There may be more: not all of it could be read.')}</p>
  return (
    <p className="history-end">
      {cut
        ? t('These are the newest {events} of {words}.', {
            events: counted(MOST_EVENTS, 'event'),
            words: props.range.words,
          })
        : t('That is all of {words}.', { words: props.range.words })}{' '}
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
        {query
          ? t('Nothing in {words} matches “{query}”.', { words: range.words, query })
          : t('Nothing in {words} matches.', { words: range.words })}{' '}
        <button
          type="button"
          className="link-button"
          onClick={() => {
            actions.searchHistory('')
            actions.showAllKinds()
            actions.historyOf(undefined)
          }}
        >
          {t('Show all')}
        </button>
      </p>
    )
  }
  return (
    <div className="nothing">
      <h2>{t('Nothing happened in {words}', { words: range.words })}</h2>
      <p>
        {t(
          'Each renewal, each token taken over from another program and each sign-in will be listed here, with who asked for it and how long it took.',
        )}{' '}
        <ShowLonger range={range} />
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
      {t('Show {label}', { label: longer.label })}
    </button>
  )
}
