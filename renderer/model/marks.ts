/** The marks of one lane: where each stands, and which of them share one place. */
import type { HistoryEventView, HistoryKind } from '../../app/contract/views.ts'
import { type Scale, xOf } from './ranges.ts'

export type LaneMark =
  | { readonly type: 'event'; readonly id: string; readonly x: number; readonly event: HistoryEventView }
  | {
      readonly type: 'cluster'
      readonly id: string
      readonly x: number
      readonly width: number
      /** Newest first. */
      readonly events: readonly HistoryEventView[]
    }
  | {
      readonly type: 'planned'
      readonly id: string
      readonly x: number
      readonly atMs: number
      /** False for one that is only expected: it stands on the life of a token that does not exist yet. */
      readonly certain: boolean
    }

/** A mark with a little air around it, in em: 13 px at 13 px text. */
const MARK_EM = 1
/** A shape, the count and the padding of a cluster. */
const CLUSTER_EM = 1.75
const DIGIT_EM = 0.54

export function markWidth(textPx: number): number {
  return MARK_EM * textPx
}

export function clusterWidth(count: number, textPx: number): number {
  return Math.round((CLUSTER_EM + DIGIT_EM * countLabel(count).length) * textPx)
}

/** Four figures are as much as a mark can bear. */
export function countLabel(count: number): string {
  return count > 9999 ? '9999+' : String(count)
}

/** The smallest gap between two repetitions that still lets both be seen, in milliseconds. */
export function leastGapMs(scale: Scale): number {
  const pxPerMs = (xOf(scale.nowMs, scale) - xOf(scale.nowMs - 1000, scale)) / 1000
  return pxPerMs > 0 ? (markWidth(scale.textPx) * 1.15) / pxPerMs : Number.POSITIVE_INFINITY
}

/** What happened stays behind now and what is planned ahead of it, even when it was or will be this minute. */
export function layLane(
  events: readonly HistoryEventView[],
  planned: readonly number[],
  scale: Scale,
): readonly LaneMark[] {
  const half = markWidth(scale.textPx) / 2
  const now = xOf(scale.nowMs, scale)
  const past = events
    .map((event) => ({ x: Math.min(xOf(event.atMs, scale), now - half), event }))
    .sort((a, b) => a.event.atMs - b.event.atMs)
  const ahead = planned.map((atMs, place): LaneMark => {
    const x = Math.max(xOf(atMs, scale), now + half)
    return { type: 'planned', id: `planned:${place}`, x, atMs, certain: place === 0 }
  })
  return [...cluster(past, scale.textPx), ...ahead]
}

interface Placed {
  readonly x: number
  readonly event: HistoryEventView
}

/**
 * From the right: a mark that the next one would overlap becomes a cluster, which grows to the left by as much as its
 * count needs and takes in what it covers. So no two marks overlap, none is further from its time than a cluster is
 * wide, and what falls off the left edge later changes nothing here.
 * @param placed by x
 */
export function cluster(placed: readonly Placed[], textPx: number): readonly LaneMark[] {
  const mark = markWidth(textPx)
  const marks: LaneMark[] = []
  let at = placed.length - 1
  while (at >= 0) {
    const last = placed[at]
    if (!last) break
    const right = last.x + mark / 2
    let count = 1
    // One that stands alone covers its own width, a cluster what its figures need.
    let left = right - mark
    for (let next = placed[at - count]; next && next.x + mark / 2 > left; next = placed[at - count]) {
      count += 1
      left = right - clusterWidth(count, textPx)
    }
    const events = placed.slice(at - count + 1, at + 1).map((one) => one.event)
    marks.push(
      count === 1
        ? { type: 'event', id: last.event.id, x: last.x, event: last.event }
        : {
            type: 'cluster',
            id: `cluster:${last.event.id}`,
            x: (left + right) / 2,
            width: right - left,
            events: events.reverse(),
          },
    )
    at -= count
  }
  return marks.reverse()
}

/** The first that occurs gives a cluster its shape: what a person would want to know of. */
const BY_WEIGHT: readonly HistoryKind[] = [
  'rejected',
  'failed',
  'login-failed',
  'retrying',
  'signed-in',
  'signed-out',
  'imported',
  'forgotten',
  'withheld',
  'repaired',
  'adopted',
  'superseded',
  'refreshed',
]

export function weightiest(events: readonly HistoryEventView[]): HistoryKind {
  const kinds = new Set(events.map((event) => event.kind))
  return BY_WEIGHT.find((kind) => kinds.has(kind)) ?? 'refreshed'
}
