import { memo } from 'react'
import type { HistoryEventView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { clockTime, exactTime } from '../format/dates.ts'
import { counted, eventMark } from '../format/labels.ts'
import { useAppState } from '../state/app-context.ts'
import { providerNameOf } from '../state/store.ts'
import { Glyph } from '../ui/glyph.tsx'
import { FoldingRow, type RowPlace } from './folding-row.tsx'
import { routineInWords } from './history-rows.ts'

/** What went well and asks nothing of anybody: "14 renewals". The list shows them below it once it is unfolded. */
export const RoutineRow = memo(function RoutineRow({
  id,
  events,
  ...place
}: RowPlace & { readonly id: string; readonly events: readonly HistoryEventView[] }) {
  const [newest] = events
  const provider = useAppState((state) => providerNameOf(state, newest?.providerId ?? ''))
  const oldest = events.at(-1)
  if (!newest || !oldest) return null
  const accounts = new Set(events.map(({ profileId }) => profileId)).size
  const ofOne = events.every(({ providerId }) => providerId === newest.providerId)
  const mark = eventMark(newest.kind)
  const who = accounts === 1 ? newest.account : counted(accounts, 'login')
  return (
    <FoldingRow
      id={id}
      kind="routine"
      place={place}
      line={
        <>
          <Glyph shape={mark.shape} tone={mark.tone} small />
          <time
            className="tabular"
            dateTime={new Date(newest.atMs).toISOString()}
            title={exactTime(newest.atMs)}
          >
            {clockTime(newest.atMs)}
          </time>
          <span className="event-who clip">{who}</span>
          <span className="event-message clip">
            {routineInWords(events)}
            <span className="quiet tabular"> {t('since {time}', { time: clockTime(oldest.atMs) })}</span>
          </span>
          <span className="event-provider clip">{ofOne ? provider : null}</span>
        </>
      }
    >
      {null}
    </FoldingRow>
  )
})
