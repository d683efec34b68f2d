import { describe, expect, it } from 'vitest'
import { clockTime } from '../../../renderer/format/dates.ts'
import { HOUR } from '../../../renderer/format/time.ts'
import {
  longerRange,
  RANGES,
  type RangeId,
  rangeOf,
  type Scale,
  ticksOf,
  xOf,
} from '../../../renderer/model/ranges.ts'

/** A Wednesday afternoon, wherever the machine stands. */
const NOW = new Date(2026, 1, 4, 15, 20).getTime()
const scale = (id: RangeId, width = 900): Scale => ({ nowMs: NOW, range: rangeOf(id), width, textPx: 13 })

describe('xOf', () => {
  it('keeps now at the same place in all ranges, inside the lane with both ends', () => {
    const places = RANGES.map(({ id }) => xOf(NOW, scale(id)))
    expect(new Set(places.map(Math.round)).size).toBe(1)
    for (const { id, pastMs, aheadMs } of RANGES) {
      expect(xOf(NOW - pastMs, scale(id))).toBeGreaterThan(0)
      expect(xOf(NOW + aheadMs, scale(id))).toBeLessThan(900)
    }
  })

  it('is even: an hour is as long behind now as ahead of it', () => {
    const s = scale('24h')
    expect(xOf(NOW + HOUR, s) - xOf(NOW, s)).toBeCloseTo(xOf(NOW - 5 * HOUR, s) - xOf(NOW - 6 * HOUR, s))
  })
})

describe('ticksOf', () => {
  it('has every six hours, with the name of the day at midnight', () => {
    const labels = ticksOf(scale('24h'), '24h').map((tick) => tick.label)
    const clock = (hour: number) => clockTime(new Date(2026, 1, 4, hour).getTime())
    expect(labels).toEqual([clock(18), 'Wed', clock(6), clock(12), clock(18)])
  })

  it('has every midnight of a week, and every Monday of a month', () => {
    expect(ticksOf(scale('7d'), '7d').map((tick) => tick.label)).toEqual([
      'Thu',
      'Fri',
      'Sat',
      'Sun',
      'Mon',
      'Tue',
      'Wed',
      'Fri', // Thursday's midnight is too close to now
    ])
    expect(ticksOf(scale('30d'), '30d').map((tick) => tick.label)).toEqual([
      '12 Jan',
      '19 Jan',
      '26 Jan',
      '2 Feb',
      '9 Feb',
    ])
  })

  it('leaves out a label that would run into another, into “now” or over the edge', () => {
    for (const width of [260, 400, 700, 1200]) {
      for (const { id } of RANGES) {
        const s = scale(id, width)
        const ticks = ticksOf(s, id)
        for (const [at, tick] of ticks.entries()) {
          const before = ticks[at - 1]
          if (before) expect(tick.x - before.x).toBeGreaterThanOrEqual(3 * 13)
          expect(Math.abs(tick.x - xOf(NOW, s))).toBeGreaterThanOrEqual(3 * 13)
          expect(tick.x).toBeLessThanOrEqual(width - 19)
        }
      }
    }
  })
})

describe('longerRange', () => {
  it('leads from a day to a week to a month, and no further', () => {
    expect(longerRange('24h')?.id).toBe('7d')
    expect(longerRange('7d')?.id).toBe('30d')
    expect(longerRange('30d')).toBeUndefined()
  })
})
