/** The head of the history: how much there is, as a list or a timeline, how far back, and the way out. */
import { RANGES } from '../model/ranges.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Choice } from '../ui/choice.tsx'
import { ExportMenu } from './export-menu.tsx'

const VIEWS = [
  { id: 'list', label: 'List' },
  { id: 'timeline', label: 'Timeline' },
] as const

export function HistoryHead(props: { count: number; trouble: number }) {
  const { count, trouble } = props
  const actions = useActions()
  const view = useAppState((state) => state.historyView)
  const range = useAppState((state) => state.historyRange)
  return (
    <header className="screen-head">
      <div className="summary">
        <h1>History</h1>
        <ul>
          <li>
            <strong>{count.toLocaleString('en-GB')}</strong> {count === 1 ? 'event' : 'events'}
          </li>
          {trouble > 0 ? (
            <li>
              <strong>{trouble.toLocaleString('en-GB')}</strong> with trouble
            </li>
          ) : null}
        </ul>
      </div>
      <div className="history-actions">
        <Choice
          name="history-view"
          label="View"
          choices={VIEWS}
          chosen={view}
          onChoose={actions.showHistoryAs}
        />
        <Choice
          name="history-range"
          label="Range"
          choices={RANGES}
          chosen={range}
          onChoose={actions.showRange}
        />
        <ExportMenu />
      </div>
    </header>
  )
}
