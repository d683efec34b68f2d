/** Past and future on one line: solid marks behind the amber now, dashed rings ahead of it. */
import { useMemo, useRef } from 'react'
import type { ProfileView } from '../../../app/contract/views.ts'
import { clockTime } from '../../format/dates.ts'
import { MINUTE } from '../../format/time.ts'
import { layLane } from '../../model/marks.ts'
import { type Scale, xOf } from '../../model/ranges.ts'
import { AHEAD_MS, type Lane, laneInWords, lanes, PAST_MS } from '../../model/timeline-lanes.ts'
import { useActions, useAppState, useTicked } from '../../state/app-context.ts'
import { useTextSize, useWidth } from '../../ui/list-view.ts'
import { useMedia } from '../../ui/use-media.ts'
import { DrawnMark } from './lane-row.tsx'
import { markInWords } from './mark-text.ts'

const MOST_LANES = 4
const RANGE = { pastMs: PAST_MS, aheadMs: AHEAD_MS }

export function Timeline(props: { profiles: readonly ProfileView[] }) {
  const events = useAppState((state) => state.events)
  const selectedId = useAppState((state) => state.selectedId)
  const paused = useAppState((state) => state.overview?.scheduler.paused)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const most = useMostLanes()
  const shown = useMemo(
    () => lanes(props.profiles, events, nowMs, most, selectedId, paused),
    [props.profiles, events, nowMs, most, selectedId, paused],
  )
  const line = useRef<HTMLDivElement>(null)
  const width = useWidth(line, shown[0]?.profile.id)
  const textPx = useTextSize()
  const scale = useMemo<Scale>(() => ({ nowMs, range: RANGE, width, textPx }), [nowMs, width, textPx])
  if (shown.length === 0) return null
  return (
    <section className="card timeline" aria-label="Timeline: the last 10 hours and the next 6">
      <h2 className="timeline-title">
        Next 6 hours <span>and the last 10</span>
      </h2>
      <ul className="lanes">
        {shown.map((lane, at) => (
          <LaneRow
            key={lane.profile.id}
            lane={lane}
            scale={scale}
            selected={lane.profile.id === selectedId}
            line={at === 0 ? line : undefined}
          />
        ))}
      </ul>
    </section>
  )
}

/** The list keeps its room: the timeline gives way as the window gets lower, what matters least first. */
function useMostLanes(): number {
  const low = useMedia('(height < 44em)')
  const lowest = useMedia('(height < 38em)')
  return lowest ? MOST_LANES - 2 : low ? MOST_LANES - 1 : MOST_LANES
}

function LaneRow(props: {
  lane: Lane
  scale: Scale
  selected: boolean
  line: { current: HTMLDivElement | null } | undefined
}) {
  const { lane, scale } = props
  const actions = useActions()
  const { profile } = lane
  const marks = useMemo(() => layLane(lane.past, lane.planned, scale), [lane, scale])
  const now = xOf(scale.nowMs, scale)
  return (
    <li className="lane">
      <button
        type="button"
        className="lane-name"
        aria-current={props.selected}
        title={`${profile.providerName} · ${profile.account}`}
        onClick={() => actions.openDetail(profile.id)}
      >
        <span className="lane-provider clip">{profile.providerName}</span>
        <span className="lane-account clip">{profile.account}</span>
        <span className="only-read">: {laneInWords(lane, scale.nowMs, clockTime)}</span>
      </button>
      <div className="lane-line" aria-hidden="true" {...(props.line ? { ref: props.line } : {})}>
        <div className="lane-ahead" style={{ left: now }} />
        <div className="lane-now" style={{ left: now }} />
        {marks.map((mark) => (
          <div
            key={mark.id}
            className="lane-spot"
            style={mark.type === 'cluster' ? { left: mark.x, width: mark.width } : { left: mark.x }}
            title={markInWords(mark, scale.nowMs)}
          >
            <DrawnMark mark={mark} />
          </div>
        ))}
      </div>
    </li>
  )
}
