import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HistoryKind } from '../../../app/contract/views.ts'
import { HOUR, MINUTE } from '../../../renderer/format/time.ts'
import {
  cluster,
  clusterWidth,
  countLabel,
  type LaneMark,
  layLane,
  leastGapMs,
  markWidth,
  weightiest,
} from '../../../renderer/model/marks.ts'
import { rangeOf, type Scale, xOf } from '../../../renderer/model/ranges.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const TEXT = 13
const profile = sampleProfile(NOW)
const eventAt = (atMs: number, kind: HistoryKind = 'refreshed', id = `e${atMs}`) =>
  sampleEvent(id, profile, kind, atMs)
const at = (...xs: number[]) => xs.map((x) => ({ x, event: eventAt(x) }))
const scale = (width = 700, id: '24h' | '7d' | '30d' = '24h'): Scale => ({
  nowMs: NOW,
  range: rangeOf(id),
  width,
  textPx: TEXT,
})

function edges(mark: LaneMark): readonly [number, number] {
  const width = mark.type === 'cluster' ? mark.width : markWidth(TEXT)
  return [mark.x - width / 2, mark.x + width / 2]
}

const counts = (marks: readonly LaneMark[]) =>
  marks.map((mark) => (mark.type === 'cluster' ? mark.events.length : 1))

describe('cluster', () => {
  it('leaves alone what has room', () => {
    expect(counts(cluster(at(10, 30, 50), TEXT))).toEqual([1, 1, 1])
    expect(cluster([], TEXT)).toEqual([])
  })

  it('lets marks touch, and joins those that would overlap', () => {
    const touching = markWidth(TEXT)
    expect(counts(cluster(at(50, 50 + touching), TEXT))).toEqual([1, 1])
    expect(counts(cluster(at(50, 49 + touching), TEXT))).toEqual([2])
  })

  it('takes in what the count of a cluster covers, and not more', () => {
    const width = clusterWidth(2, TEXT)
    const right = 200 + markWidth(TEXT) / 2
    const covered = right - width + 1 - markWidth(TEXT) / 2
    expect(counts(cluster(at(covered, 195, 200), TEXT))).toEqual([3])
    expect(counts(cluster(at(covered - 2, 195, 200), TEXT))).toEqual([1, 2])
  })

  it('does not chain a dense lane into one', () => {
    const marks = cluster(at(...Array.from({ length: 300 }, (_, step) => step * 2)), TEXT)
    expect(marks.length).toBeGreaterThan(10)
    expect(Math.max(...counts(marks))).toBeLessThan(40)
  })

  it('never overlaps, loses nothing, and keeps the order of time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { maxLength: 200 }),
        fc.integer({ min: 10, max: 30 }),
        (xs, textPx) => {
          const placed = [...xs].sort((a, b) => a - b).map((x, n) => ({ x, event: eventAt(n) }))
          const marks = cluster(placed, textPx)
          const boxes = marks.map((mark) => {
            const width = mark.type === 'cluster' ? mark.width : markWidth(textPx)
            return [mark.x - width / 2, mark.x + width / 2] as const
          })
          for (let next = 1; next < boxes.length; next += 1) {
            expect(boxes[next]?.[0]).toBeGreaterThanOrEqual((boxes[next - 1]?.[1] ?? 0) - 1e-6)
          }
          const kept = marks.flatMap((mark) =>
            mark.type === 'cluster' ? [...mark.events].reverse() : mark.type === 'event' ? [mark.event] : [],
          )
          expect(kept).toEqual(placed.map(({ event }) => event))
        },
      ),
    )
  })

  it('stays as it is when something falls off the left edge', () => {
    const placed = at(5, 9, 60, 100, 104, 108, 300)
    expect(cluster(placed.slice(2), TEXT)).toEqual(cluster(placed, TEXT).slice(-3))
  })

  it('lists the newest first', () => {
    const [mark] = cluster(at(50, 52, 54), TEXT)
    expect(mark?.type === 'cluster' && mark.events.map((event) => event.atMs)).toEqual([54, 52, 50])
  })
})

describe('layLane', () => {
  it('keeps what happened behind now and what is planned ahead of it', () => {
    const marks = layLane([eventAt(NOW), eventAt(NOW - HOUR)], [NOW, NOW + HOUR], scale())
    const now = xOf(NOW, scale())
    for (const mark of marks) {
      const [left, right] = edges(mark)
      if (mark.type === 'planned') expect(left).toBeGreaterThanOrEqual(now)
      else expect(right).toBeLessThanOrEqual(now)
    }
    expect(marks.map((mark) => mark.type)).toEqual(['event', 'event', 'planned', 'planned'])
  })

  it('tells the planned refresh from those that are only expected', () => {
    const marks = layLane([], [NOW + HOUR, NOW + 2 * HOUR], scale())
    expect(marks.map((mark) => mark.type === 'planned' && mark.certain)).toEqual([true, false])
  })

  it('goes from left to right, whatever order the events come in', () => {
    const marks = layLane(
      [1, 20, 9].map((hours) => eventAt(NOW - hours * HOUR)),
      [],
      scale(),
    )
    const xs = marks.map((mark) => mark.x)
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
  })

  it('holds three thousand in one lane', () => {
    const events = Array.from({ length: 3000 }, (_, step) =>
      eventAt(NOW - step * 20_000, 'refreshed', `e${step}`),
    )
    const marks = layLane(events, [], scale())
    expect(counts(marks).reduce((sum, count) => sum + count, 0)).toBe(3000)
  })
})

describe('a cluster', () => {
  it('is as wide as its count needs, which never outgrows it', () => {
    expect(clusterWidth(10, TEXT)).toBeGreaterThan(clusterWidth(9, TEXT))
    expect(clusterWidth(100_000, TEXT)).toBe(clusterWidth(10_000, TEXT))
    expect(countLabel(12_345)).toBe('9999+')
  })

  it('has the shape of what a person would want to know of', () => {
    const kinds: HistoryKind[] = ['refreshed', 'retrying', 'rejected', 'adopted']
    expect(weightiest(kinds.map((kind, n) => eventAt(n, kind)))).toBe('rejected')
    expect(weightiest([eventAt(1), eventAt(2, 'superseded')])).toBe('superseded')
    expect(weightiest([eventAt(1)])).toBe('refreshed')
  })
})

describe('leastGapMs', () => {
  it('is the time that one mark covers, and a little', () => {
    const gap = leastGapMs(scale())
    const px = xOf(NOW + gap, scale()) - xOf(NOW, scale())
    expect(px).toBeGreaterThan(markWidth(TEXT))
    expect(px).toBeLessThan(2 * markWidth(TEXT))
    expect(leastGapMs(scale(0))).toBe(Number.POSITIVE_INFINITY)
    expect(gap).toBeGreaterThan(10 * MINUTE)
  })
})
