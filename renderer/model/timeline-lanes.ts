/** The strip under the list: what happened in the past ten hours and what is planned for the next six. */
import type { HistoryEventView, OverviewView, ProfileView } from '../../app/contract/views.ts'
import { eventMark } from '../format/labels.ts'
import { HOUR, MINUTE } from '../format/time.ts'
import { plannedTimes } from './planned.ts'

export const PAST_MS = 10 * HOUR
export const AHEAD_MS = 6 * HOUR
export interface Lane {
  readonly profile: ProfileView
  readonly past: readonly HistoryEventView[]
  /** The planned refresh, then those that follow if every token lives as long as this one. */
  readonly planned: readonly number[]
}

/** From 0, ten hours ago, to 1, six hours ahead. Undefined outside. */
export function placeOf(atMs: number, nowMs: number): number | undefined {
  const place = (atMs - nowMs + PAST_MS) / (PAST_MS + AHEAD_MS)
  return place >= 0 && place <= 1 ? place : undefined
}

/**
 * The `most` profiles with most to show: in need first, then those planned or changed soonest. In the list's order.
 * @param nowMs the whole minute
 */
export function lanes(
  profiles: readonly ProfileView[],
  events: readonly HistoryEventView[],
  nowMs: number,
  most: number,
  selectedId?: string,
  paused?: OverviewView['scheduler']['paused'],
): readonly Lane[] {
  const byProfile = new Map<string, HistoryEventView[]>()
  for (const event of events) {
    // The minute that has begun belongs to the past: what happened just now is there at once.
    if (placeOf(event.atMs, nowMs) === undefined || event.atMs >= nowMs + MINUTE) continue
    const marks = byProfile.get(event.profileId) ?? []
    marks.push(event)
    byProfile.set(event.profileId, marks)
  }
  return profiles
    .map((profile, at) => ({
      at,
      lane: { profile, past: byProfile.get(profile.id) ?? [], planned: plannedFor(profile, nowMs, paused) },
    }))
    .filter(({ lane }) => lane.past.length > 0 || lane.planned.length > 0)
    .sort((a, b) => weight(b.lane, nowMs, selectedId) - weight(a.lane, nowMs, selectedId) || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ lane }) => lane)
}

/** One lane, for ears. */
export function laneInWords(lane: Lane, nowMs: number, clock: (atMs: number) => string): string {
  const counts = new Map<string, number>()
  for (const mark of lane.past) {
    const word = eventMark(mark.kind).word.toLowerCase()
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const past = [...counts].map(([word, count]) => `${word} ${count === 1 ? 'once' : `${count} times`}`)
  const next = lane.planned[0]
  const ahead = next === undefined ? 'no refresh planned' : `next refresh at ${clock(Math.max(next, nowMs))}`
  return `${past.length > 0 ? `${past.join(', ')} in the last 10 hours` : 'nothing in the last 10 hours'}; ${ahead}`
}

function plannedFor(
  profile: ProfileView,
  nowMs: number,
  paused: OverviewView['scheduler']['paused'],
): readonly number[] {
  // Marks closer than this would touch each other and say less than one.
  const options = { aheadMs: AHEAD_MS, leastGapMs: 20 * MINUTE }
  return plannedTimes(profile, nowMs, paused ? { ...options, paused } : options)
}

function weight(lane: Lane, nowMs: number, selectedId: string | undefined): number {
  if (lane.profile.id === selectedId) return 4
  if (lane.profile.status.kind === 'needs-login') return 3
  const next = lane.planned[0]
  if (next !== undefined) return 1 + (1 - (next - nowMs) / AHEAD_MS)
  return Math.min(1, lane.past.length / 10)
}
