// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys for all its lanes
// biome-ignore-all lint/a11y/useSemanticElements: part of the grid in lanes.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: the name and the marks take the focus, the row does not
/** One lane: its name, and its marks in the order of time. */

import { memo, useMemo } from 'react'
import { t } from '../../../app/words/t.ts'
import { eventMark } from '../../format/labels.ts'
import { countLabel, type LaneMark, weightiest } from '../../model/marks.ts'
import { useActions } from '../../state/app-context.ts'
import { Glyph } from '../../ui/glyph.tsx'
import type { HistoryLane } from './history-lanes.ts'
import type { Shown } from './mark-popover.tsx'
import { markInWords } from './mark-text.ts'

export const LaneRow = memo(function LaneRow(props: {
  lane: HistoryLane
  index: number
  top: number
  height: number
  nowMs: number
  marksOf: (lane: HistoryLane) => readonly LaneMark[]
  /** The mark that Tab reaches, -1 for the name; undefined in all lanes but one. */
  spot: number | undefined
  onPlace: (lane: number, mark: number, x: number | undefined) => void
  onShow: (shown: Shown) => void
  onLeave: (to: EventTarget | null) => void
  onPick: (shown: Shown) => void
}) {
  const { lane, index, marksOf } = props
  const actions = useActions()
  const marks = useMemo(() => marksOf(lane), [marksOf, lane])
  // Marks come and go with time: the focus then stays at the last of them.
  const spot = props.spot === undefined ? undefined : Math.min(props.spot, marks.length - 1)
  return (
    <div
      role="row"
      className="history-lane"
      aria-rowindex={index + 1}
      data-lane={index}
      data-still={lane.still}
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
    >
      <div role="rowheader" className="lane-head">
        <button
          type="button"
          className="lane-name"
          tabIndex={spot === -1 ? 0 : -1}
          aria-disabled={!lane.profile}
          title={lane.profile ? `${lane.providerName} · ${lane.account}` : t('No longer on this machine')}
          onFocus={() => props.onPlace(index, -1, undefined)}
          onClick={() => lane.profile && actions.openDetail(lane.id)}
        >
          <span className="lane-account clip">{lane.account}</span>
          <span className="lane-provider clip">{lane.providerName}</span>
        </button>
      </div>
      <div role="presentation" className="lane-line">
        {marks.map((mark, at) => (
          <div
            key={mark.id}
            role="gridcell"
            className="lane-spot"
            data-mark={mark.type}
            tabIndex={spot === at ? 0 : -1}
            aria-label={markInWords(mark, props.nowMs)}
            style={mark.type === 'cluster' ? { left: mark.x, width: mark.width } : { left: mark.x }}
            onFocus={(event) => {
              props.onPlace(index, at, mark.x)
              props.onShow({ mark, lane, anchor: event.currentTarget })
            }}
            onBlur={(event) => props.onLeave(event.relatedTarget)}
            onPointerEnter={(event) => props.onShow({ mark, lane, anchor: event.currentTarget })}
            onPointerLeave={(event) => props.onLeave(event.relatedTarget)}
            onClick={(event) => props.onPick({ mark, lane, anchor: event.currentTarget })}
          >
            <DrawnMark mark={mark} />
          </div>
        ))}
      </div>
    </div>
  )
})

export function DrawnMark(props: { mark: LaneMark }) {
  const { mark } = props
  if (mark.type === 'planned') return <span className="lane-planned" data-first={mark.certain} />
  const { shape, tone } = eventMark(mark.type === 'event' ? mark.event.kind : weightiest(mark.events))
  if (mark.type === 'event') return <Glyph shape={shape} tone={tone} small />
  return (
    <span className="lane-cluster">
      <Glyph shape={shape} tone={tone} small />
      {countLabel(mark.events.length)}
    </span>
  )
}
