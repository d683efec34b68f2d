/** The head of the history: how much there is, as a list or a timeline, how far back, and the way out. */
import { numberText, t } from '../../app/words/t.ts'
import { RANGES } from '../model/ranges.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Choice } from '../ui/choice.tsx'
import { rich } from '../ui/rich.ts'
import { ExportMenu } from './export-menu.tsx'

const VIEWS = [
  { id: 'list', label: t('List') },
  { id: 'timeline', label: t('Timeline') },
] as const

export function HistoryHead(props: { count: number; trouble: number }) {
  const { count, trouble } = props
  const actions = useActions()
  const view = useAppState((state) => state.historyView)
  const range = useAppState((state) => state.historyRange)
  return (
    <header className="screen-head">
      <div className="summary">
        <h1>{t('History')}</h1>
        <ul>
          <li>
            <strong>{numberText(count)}</strong> {count === 1 ? t('event') : t('events')}
          </li>
          {trouble > 0 ? (
            <li>{rich('{count} with trouble', { count: <strong>{numberText(trouble)}</strong> })}</li>
          ) : null}
        </ul>
      </div>
      <div className="history-actions">
        <Choice
          name="history-view"
          label={t('View')}
          choices={VIEWS}
          chosen={view}
          onChoose={actions.showHistoryAs}
        />
        <Choice
          name="history-range"
          label={t('Range')}
          choices={RANGES}
          chosen={range}
          onChoose={actions.showRange}
        />
        <ExportMenu />
      </div>
    </header>
  )
}
