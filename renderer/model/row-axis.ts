/** What one row shows on the time axis that all rows share. Places are percent of the axis, so nothing is measured. */
import type { HistoryEventView, HistoryKind, OverviewView, ProfileView } from '../../app/contract/views.ts'
import { clockTime } from '../format/dates.ts'
import { HOUR, MINUTE } from '../format/time.ts'
import { weightiest } from './marks.ts'
import { plannedTimes } from './planned.ts'

export const PAST_MS = 4 * HOUR
export const AHEAD_MS = 8 * HOUR
export const NOW_AT = (100 * PAST_MS) / (PAST_MS + AHEAD_MS)

/** Marks closer than this would lie on each other. */
const MARK_PERCENT = 6
/** What happens this minute stands beside the line and not on it; the page makes room for the mark itself. */
const BESIDE_NOW = 0.5
const LEAST_GAP_MS = (MARK_PERCENT / 100) * (PAST_MS + AHEAD_MS)
/** Hours between two labels, and how near to now one may stand without running into it. */
const LABELS = {
  narrow: { every: 4, clear: 28 },
  middle: { every: 4, clear: 21 },
  wide: { every: 2, clear: 9 },
} as const

export interface AxisMark {
  readonly at: number
  readonly atMs: number
  readonly kind: HistoryKind
}

export interface AxisPlan {
  readonly at: number
  readonly atMs: number
}

export interface RowAxis {
  readonly past: readonly AxisMark[]
  /** The first is the planned renewal, the others are expected if each token lives as long as this one. */
  readonly planned: readonly AxisPlan[]
  /** Life left, from now to here; `beyond` when it goes on past the edge. */
  readonly life?: { readonly to: number; readonly beyond: boolean }
  /** Nothing works from here until now. */
  readonly gone?: number
}

export function placeOf(atMs: number, nowMs: number): number {
  return (100 * (atMs - nowMs + PAST_MS)) / (PAST_MS + AHEAD_MS)
}

/** @param events of this login alone, in any order */
export function rowAxis(
  profile: ProfileView,
  events: readonly HistoryEventView[],
  nowMs: number,
  paused?: OverviewView['scheduler']['paused'],
): RowAxis {
  const end = profile.accessExpiresAtMs
  const to = end === undefined ? undefined : placeOf(end, nowMs)
  const options = { aheadMs: AHEAD_MS, leastGapMs: LEAST_GAP_MS }
  // Nothing is planned for a login that only a person can bring back.
  const waits = profile.status.kind === 'needs-login'
  const planned = waits ? [] : plannedTimes(profile, nowMs, paused ? { ...options, paused } : options)
  return {
    past: pastMarks(events, nowMs),
    planned: planned.map((atMs) => ({
      at: Math.max(placeOf(atMs, nowMs), NOW_AT + BESIDE_NOW),
      atMs,
    })),
    ...(to !== undefined && to > NOW_AT ? { life: { to: Math.min(100, to), beyond: to > 100 } } : {}),
    ...(to !== undefined && to < NOW_AT ? { gone: Math.max(0, to) } : {}),
  }
}

/** Newest last; those that would lie on each other are one, of the kind that says most. */
function pastMarks(events: readonly HistoryEventView[], nowMs: number): readonly AxisMark[] {
  const placed = events
    .filter(({ atMs }) => atMs >= nowMs - PAST_MS && atMs < nowMs + MINUTE)
    .map((event) => ({ at: Math.min(placeOf(event.atMs, nowMs), NOW_AT - BESIDE_NOW), event }))
    .sort((a, b) => b.at - a.at)
  const groups: { at: number; events: HistoryEventView[] }[] = []
  for (const { at, event } of placed) {
    const last = groups.at(-1)
    if (last && last.at - at < MARK_PERCENT) last.events.push(event)
    else groups.push({ at, events: [event] })
  }
  return groups.reverse().map(({ at, events: [newest, ...more] }) => ({
    at,
    atMs: newest?.atMs ?? nowMs,
    kind: weightiest(newest ? [newest, ...more] : more),
  }))
}

export interface AxisTick {
  readonly at: number
  readonly label: string
}

/** Every few hours by the clock on the wall; those beside now give way to it. */
export function axisTicks(nowMs: number, width: keyof typeof LABELS): readonly AxisTick[] {
  const { every, clear } = LABELS[width]
  const hour = new Date(nowMs - PAST_MS)
  hour.setMinutes(0, 0, 0)
  const ticks: AxisTick[] = []
  for (; hour.getTime() <= nowMs + AHEAD_MS; hour.setHours(hour.getHours() + 1)) {
    const at = placeOf(hour.getTime(), nowMs)
    const isClear = Math.abs(at - NOW_AT) >= clear && at >= 7 && at <= 95
    if (hour.getHours() % every === 0 && isClear) ticks.push({ at, label: clockTime(hour.getTime()) })
  }
  return ticks
}
