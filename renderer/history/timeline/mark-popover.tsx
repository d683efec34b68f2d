/** What a mark says when the pointer or the focus is on it. Assistive technology has it in the mark's own name. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { numberText, t } from '../../../app/words/t.ts'
import { clockTime } from '../../format/dates.ts'
import { eventMark } from '../../format/labels.ts'
import { type PopoverPlace, placePopover } from '../../format/popover.ts'
import { type LaneMark, weightiest } from '../../model/marks.ts'
import { CoreWords } from '../../ui/core-words.tsx'
import { Glyph } from '../../ui/glyph.tsx'
import type { HistoryLane } from './history-lanes.ts'
import { markWords } from './mark-text.ts'

export interface Shown {
  readonly mark: LaneMark
  readonly lane: HistoryLane
  readonly anchor: HTMLElement
}

/** One popover at a time; the pointer may move on to it without losing it (WCAG 1.4.13). */
export function useShown() {
  const [shown, setShown] = useState<Shown>()
  const hide = useCallback(() => setShown(undefined), [])
  /** The pointer or the focus has left the mark or the popover. */
  const leave = useCallback((to: EventTarget | null) => {
    if (to instanceof Element && to.closest('.popover')) return
    setShown((now) => (now && (now.anchor.contains(to as Node) || focused(now)) ? now : undefined))
  }, [])
  /** What is under the pointer changes as the lanes scroll; what has the focus stays the same, elsewhere. */
  const follow = useCallback(() => setShown((now) => (now && focused(now) ? { ...now } : undefined)), [])
  return { shown, show: setShown, hide, leave, follow }
}

function focused(shown: Shown): boolean {
  return shown.anchor === document.activeElement
}

export function MarkPopover(props: {
  shown: Shown
  nowMs: number
  onLeave: (to: EventTarget | null) => void
}) {
  const { shown } = props
  const { mark, lane } = shown
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<PopoverPlace>()
  useLayoutEffect(() => {
    if (!box.current) return
    const view = { width: window.innerWidth, height: window.innerHeight }
    setPlace(
      placePopover(shown.anchor.getBoundingClientRect(), box.current.getBoundingClientRect(), view, 'below'),
    )
  }, [shown])
  const words = markWords(mark, props.nowMs)
  const look =
    mark.type === 'planned'
      ? undefined
      : eventMark(mark.type === 'event' ? mark.event.kind : weightiest(mark.events))
  return (
    <div
      ref={box}
      className="popover"
      aria-hidden="true"
      style={place ? { left: place.left, top: place.top } : { opacity: 0 }}
      onPointerLeave={(event) => props.onLeave(event.relatedTarget)}
    >
      <div className="popover-card">
        <p className="popover-head">
          {look ? (
            <Glyph shape={look.shape} tone={look.tone} small />
          ) : (
            <span className="lane-planned" data-first={mark.type === 'planned' && mark.certain} />
          )}
          <strong>{words.title}</strong>
        </p>
        <p className="popover-when tabular">{words.when}</p>
        {words.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {words.events.length > 0 ? (
          <ul className="popover-events">
            {words.events.map((event) => {
              const { shape, tone } = eventMark(event.kind)
              return (
                <li key={event.id}>
                  <Glyph shape={shape} tone={tone} small />
                  <span className="tabular quiet">{clockTime(event.atMs)}</span>
                  <span className="break">
                    <CoreWords words={event.message} />
                  </span>
                </li>
              )
            })}
          </ul>
        ) : null}
        {words.more > 0 ? (
          <p className="quiet">{t('and {more} earlier', { more: numberText(words.more) })}</p>
        ) : null}
        <p className="popover-who quiet break">
          {lane.account} · {lane.providerName}
        </p>
      </div>
    </div>
  )
}
