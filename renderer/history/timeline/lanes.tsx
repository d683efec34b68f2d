// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the lanes that are not on screen
// biome-ignore-all lint/a11y/useFocusableInteractive: the marks take the focus, one of them at a time
/** One lane for each login: a grid for assistive technology, of which only the lanes on screen are drawn. */

import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { t } from '../../../app/words/t.ts'
import { offsetsOf, scrollToShow } from '../../format/visible-rows.ts'
import { type LaneMark, layLane, leastGapMs } from '../../model/marks.ts'
import { plannedTimes } from '../../model/planned.ts'
import { type Scale, type TimeRange, ticksOf, xOf } from '../../model/ranges.ts'
import { useActions, useAppState } from '../../state/app-context.ts'
import { useRange } from '../../ui/list-view.ts'
import type { HistoryLane } from './history-lanes.ts'
import { type Move, moveOnLanes, type Spot } from './lane-keys.ts'
import { LaneRow } from './lane-row.tsx'
import { MarkPopover, type Shown, useShown } from './mark-popover.tsx'

/** In units of the text size: 28 px at 13 px text. */
const LANE_EM = 28 / 13
const AXIS_EM = 26 / 13

export function Lanes(props: {
  lanes: readonly HistoryLane[]
  scale: Scale
  range: TimeRange
  /** Measures the part of the axis that the marks stand on. */
  line: { current: HTMLDivElement | null }
  onReveal: (eventId: string) => void
}) {
  const { lanes, scale, range: shown, line } = props
  const actions = useActions()
  const paused = useAppState((state) => state.overview?.scheduler.paused)
  const scroller = useRef<HTMLDivElement>(null)
  const lanePx = Math.round(LANE_EM * scale.textPx)
  const axisPx = Math.round(AXIS_EM * scale.textPx)
  const offsets = useMemo(() => offsetsOf(lanes.map(() => lanePx)), [lanes, lanePx])
  const range = useRange(scroller, offsets)
  const ticks = useMemo(() => ticksOf(scale, shown.id), [scale, shown.id])
  const popover = useShown()
  const { hide } = popover

  const marksOf = useCallback(
    (lane: HistoryLane): readonly LaneMark[] => {
      const options = {
        aheadMs: scale.range.aheadMs,
        leastGapMs: shown.id === '24h' ? leastGapMs(scale) : undefined,
        ...(paused ? { paused } : {}),
      }
      const planned = lane.profile ? plannedTimes(lane.profile, scale.nowMs, options) : []
      return layLane(lane.events, planned, scale)
    },
    [scale, shown.id, paused],
  )

  const [at, setAt] = useState<Move>({ spot: { lane: 0, mark: -1 }, goalX: undefined })
  const spot: Spot = { ...at.spot, lane: Math.min(at.spot.lane, Math.max(0, lanes.length - 1)) }
  const focusNext = useRef(false)
  useEffect(() => {
    if (!focusNext.current) return
    focusNext.current = false
    const row = scroller.current?.querySelector(`[data-lane="${spot.lane}"]`)
    row?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape' && popover.shown) {
      event.stopPropagation()
      hide()
      return
    }
    const target = event.target as HTMLElement
    if ((event.key === 'Enter' || event.key === ' ') && target.role === 'gridcell') {
      event.preventDefault()
      target.click()
      return
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / lanePx) - 2)
    const move = moveOnLanes(event.key, event.ctrlKey || event.metaKey, spot, at.goalX, {
      lanes: lanes.length,
      page,
      xsOf: (lane) => (lanes[lane] ? marksOf(lanes[lane]).map((mark) => mark.x) : []),
    })
    if (!move) return
    event.preventDefault()
    hide()
    show(move.spot.lane)
    focusNext.current = true
    setAt(move)
  }

  /** The axis stays at the top, so a lane is hidden under it until it clears that much more. */
  function show(lane: number): void {
    const box = scroller.current
    if (!box) return
    const top = offsets[lane] ?? 0
    const bottom = (offsets[lane + 1] ?? 0) + axisPx
    box.scrollTop = scrollToShow(top, bottom, box.scrollTop, box.clientHeight)
  }

  const { onReveal } = props
  const pick = useCallback(
    ({ mark, lane }: Shown) => {
      if (mark.type === 'planned') actions.openDetail(lane.id)
      else onReveal(mark.type === 'event' ? mark.event.id : (mark.events[0]?.id ?? ''))
    },
    [actions, onReveal],
  )
  const place = useCallback(
    (lane: number, mark: number, x: number | undefined) => setAt({ spot: { lane, mark }, goalX: x }),
    [],
  )
  const drawn = Array.from({ length: range.end - range.start }, (_, step) => range.start + step)
  if (lanes.length > 0 && !drawn.includes(spot.lane)) drawn.push(spot.lane) // it may have the focus
  const now = xOf(scale.nowMs, scale)
  return (
    <>
      <div
        ref={scroller}
        role="grid"
        className="history-lanes"
        aria-label={t('Timeline of {words} and what is planned: a lane for each login', {
          words: shown.words,
        })}
        aria-rowcount={lanes.length}
        onKeyDown={onKeyDown}
        onScroll={popover.follow}
      >
        <div className="axis" aria-hidden="true" style={{ height: axisPx }}>
          <div ref={line} className="axis-line">
            {ticks.map((tick) => (
              <span key={tick.atMs} className="axis-label" style={{ left: tick.x }}>
                {tick.label}
              </span>
            ))}
            <span className="axis-label axis-now" style={{ left: now }}>
              {t('now')}
            </span>
          </div>
        </div>
        <div role="presentation" className="lanes-all" style={{ height: offsets.at(-1) ?? 0 }}>
          <div className="lanes-behind" aria-hidden="true">
            <div className="lane-ahead" style={{ left: now }} />
            {ticks.map((tick) => (
              <div key={tick.atMs} className="lanes-tick" style={{ left: tick.x }} />
            ))}
            <div className="lane-now" style={{ left: now }} />
          </div>
          {drawn.map((index) => {
            const lane = lanes[index]
            return lane ? (
              <LaneRow
                key={lane.id}
                lane={lane}
                index={index}
                top={offsets[index] ?? 0}
                height={lanePx}
                nowMs={scale.nowMs}
                marksOf={marksOf}
                spot={spot.lane === index ? spot.mark : undefined}
                onPlace={place}
                onShow={popover.show}
                onLeave={popover.leave}
                onPick={pick}
              />
            ) : null
          })}
        </div>
      </div>
      {popover.shown ? (
        <MarkPopover shown={popover.shown} nowMs={scale.nowMs} onLeave={popover.leave} />
      ) : null}
    </>
  )
}
