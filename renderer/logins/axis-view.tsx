/** One row's part of the time axis: marks behind now, life left, and rings for what is planned. */
import { useMemo } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { clockTime } from '../format/dates.ts'
import { eventMark } from '../format/labels.ts'
import { NOW_AT, rowAxis } from '../model/row-axis.ts'
import { useAppState } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { useEventsOf } from './row-events.ts'

/** Between now and the middle of the nearest mark. */
const ROOM = '0.3846rem'

export function AxisView(props: { profile: ProfileView; nowMs: number }) {
  const { profile, nowMs } = props
  const events = useEventsOf(profile.id)
  const paused = useAppState((state) => state.overview?.scheduler.paused)
  const axis = useMemo(() => rowAxis(profile, events, nowMs, paused), [profile, events, nowMs, paused])
  const { life, gone } = axis
  return (
    <div className="axis-row" aria-hidden="true">
      {life ? (
        <div
          className="axis-life"
          data-beyond={life.beyond}
          style={{ left: `${NOW_AT}%`, width: `${life.to - NOW_AT}%` }}
        />
      ) : null}
      {gone === undefined ? null : (
        <div className="axis-gone" style={{ left: `${gone}%`, width: `${NOW_AT - gone}%` }} />
      )}
      {axis.past.map(({ at, atMs, kind }) => {
        const { shape, tone, word } = eventMark(kind)
        return (
          <span
            key={at}
            className="axis-mark"
            data-usual={kind === 'refreshed'}
            style={{ left: `min(${at}%, ${NOW_AT}% - ${ROOM})` }}
            title={`${word}, ${clockTime(atMs)}`}
          >
            <Glyph shape={shape} tone={tone} small />
          </span>
        )
      })}
      {axis.planned.map(({ at, atMs }, place) => (
        <span
          key={atMs}
          className="axis-planned"
          data-first={place === 0}
          style={{ left: `max(${at}%, ${NOW_AT}% + ${ROOM})` }}
          title={
            place === 0
              ? t('Next renewal, {time}', { time: clockTime(atMs) })
              : t('Renewal expected, {time}', { time: clockTime(atMs) })
          }
        />
      ))}
    </div>
  )
}
