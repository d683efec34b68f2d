/** Past and future on one line: solid marks behind the amber now, dashed rings ahead of it. */
import { useMemo } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { useActions, useAppState, useTicked } from '../app-context.ts'
import { clockTime } from '../format/dates.ts'
import { eventMark } from '../format/labels.ts'
import { MINUTE } from '../format/time.ts'
import { type Lane, laneInWords, lanes, NOW_AT, placeOf } from '../format/timeline.ts'
import { Glyph } from './glyph.tsx'

const MOST_LANES = 4

export function Timeline(props: { profiles: readonly ProfileView[] }) {
  const events = useAppState((state) => state.events)
  const selectedId = useAppState((state) => state.selectedId)
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const shown = useMemo(
    () => lanes(props.profiles, events, nowMs, MOST_LANES, selectedId),
    [props.profiles, events, nowMs, selectedId],
  )
  if (shown.length === 0) return null
  return (
    <section className="card timeline" aria-label="Timeline: the last 10 hours and the next 6">
      <h2 className="timeline-title">
        Next 6 hours <span>and the last 10</span>
      </h2>
      <ul className="lanes">
        {shown.map((lane) => (
          <LaneRow
            key={lane.profile.id}
            lane={lane}
            nowMs={nowMs}
            selected={lane.profile.id === selectedId}
          />
        ))}
      </ul>
    </section>
  )
}

function LaneRow(props: { lane: Lane; nowMs: number; selected: boolean }) {
  const { lane, nowMs } = props
  const actions = useActions()
  const { profile } = lane
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
        <span className="only-read">: {laneInWords(lane, nowMs, clockTime)}</span>
      </button>
      <div className="lane-line" aria-hidden="true">
        <div className="lane-ahead" style={{ left: `${NOW_AT * 100}%` }} />
        <div className="lane-now" style={{ left: `${NOW_AT * 100}%` }} />
        {lane.past.map((mark) => {
          const { shape, tone, word } = eventMark(mark.kind)
          return (
            <span
              key={mark.id}
              className="lane-mark"
              style={{ left: at(mark.atMs, nowMs) }}
              title={`${clockTime(mark.atMs)} ${word}: ${mark.message}`}
            >
              <Glyph shape={shape} tone={tone} small />
            </span>
          )
        })}
        {lane.planned.map((atMs, place) => (
          <span
            key={atMs}
            className="lane-mark lane-planned"
            data-first={place === 0}
            style={{ left: at(atMs, nowMs) }}
            title={`${clockTime(atMs)} ${place === 0 ? 'Planned refresh' : 'Expected, if the next token lives as long'}`}
          />
        ))}
      </div>
    </li>
  )
}

function at(atMs: number, nowMs: number): string {
  return `${(placeOf(atMs, nowMs) ?? 0) * 100}%`
}
