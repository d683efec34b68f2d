import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ago,
  coarse,
  countdown,
  DAY,
  duration,
  HOUR,
  MINUTE,
  nextChangeMs,
  SECOND,
} from '../../../renderer/format/time.ts'

describe('countdown', () => {
  it.each([
    [9 * DAY + 3 * HOUR + 59 * MINUTE, '9 d 3 h'],
    [9 * DAY, '9 d'],
    [DAY, '1 d'],
    [45 * DAY + 5 * HOUR, '45 d'],
    [DAY - 1, '23 h 59 min'],
    [5 * HOUR + 10 * MINUTE + 59 * SECOND, '5 h 10 min'],
    [5 * HOUR + 59 * SECOND, '5 h'],
    [HOUR - 1, '59 min'],
    [12 * MINUTE, '12 min'],
    [10 * MINUTE, '10 min'],
    [10 * MINUTE - 1, '9 min'],
    [4 * MINUTE + 10 * SECOND, '4 min'],
    [MINUTE, '1 min'],
    [MINUTE - 1, '59 s'],
    [48 * SECOND, '48 s'],
    [999, '1 s'],
    [1, '1 s'],
    [0, 'now'],
    [-5 * MINUTE, 'now'],
  ])('says of %i ms: %s', (left, words) => {
    expect(countdown(left)).toBe(words)
  })

  it('never says zero of anything', () => {
    fc.assert(
      fc.property(fc.integer({ min: -DAY, max: 400 * DAY }), (left) => {
        expect(countdown(left)).not.toMatch(/\b0 (d|h|m|min|s)\b/)
        expect(coarse(left)).not.toMatch(/\b0 /)
      }),
    )
  })
})

describe('nextChangeMs', () => {
  it('wakes no later than the words change, in whole seconds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 * DAY }), (left) => {
        const wait = nextChangeMs(left)
        expect(wait % SECOND).toBe(0)
        expect(wait).toBeGreaterThanOrEqual(SECOND)
        expect(countdown(left - (wait - SECOND))).toBe(countdown(left))
      }),
    )
  })

  it('wakes when the words do change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2 * SECOND, max: DAY }), (left) => {
        expect(countdown(left - nextChangeMs(left))).not.toBe(countdown(left))
      }),
    )
  })

  it('does the same for what has passed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * DAY }), (elapsed) => {
        expect(ago(elapsed + nextChangeMs(-elapsed) - SECOND)).toBe(ago(elapsed))
      }),
    )
  })
})

describe('ago', () => {
  it.each([
    [0, 'just now'],
    [59 * SECOND, 'just now'],
    [MINUTE, '1 min ago'],
    [3 * HOUR + 59 * MINUTE, '3 h ago'],
    [2 * DAY, '2 d ago'],
  ])('says of %i ms: %s', (elapsed, words) => {
    expect(ago(elapsed)).toBe(words)
  })
})

describe('duration', () => {
  it.each([
    [0.2, '1 ms'],
    [340, '340 ms'],
    [1240, '1.2 s'],
    [40 * SECOND, '40 s'],
    [125 * SECOND, '2 min 05 s'],
  ])('says of %d ms: %s', (ms, words) => {
    expect(duration(ms)).toBe(words)
  })
})
