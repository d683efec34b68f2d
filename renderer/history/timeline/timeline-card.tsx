/** The timeline: all lanes as a view of its own, or the one of the login whose history is shown. */
import { useMemo, useRef } from 'react'
import { t } from '../../../app/words/t.ts'
import type { Scale, TimeRange } from '../../model/ranges.ts'
import { useTextSize, useWidth } from '../../ui/list-view.ts'
import type { HistoryLane } from './history-lanes.ts'
import { Lanes } from './lanes.tsx'

export function TimelineCard(props: {
  lanes: readonly HistoryLane[]
  range: TimeRange
  nowMs: number
  /** It has the screen to itself. */
  alone: boolean
  onReveal: (eventId: string) => void
}) {
  const { lanes, range, nowMs } = props
  const line = useRef<HTMLDivElement>(null)
  const width = useWidth(line)
  const textPx = useTextSize()
  const scale = useMemo<Scale>(() => ({ nowMs, range, width, textPx }), [nowMs, range, width, textPx])
  return (
    <section className="card lanes-card" aria-label={t('Timeline')} data-alone={props.alone}>
      <Lanes lanes={lanes} scale={scale} range={range} line={line} onReveal={props.onReveal} />
    </section>
  )
}
