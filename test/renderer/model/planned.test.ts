import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../renderer/format/time.ts'
import { plannedTimes } from '../../../renderer/model/planned.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const hourly = sampleProfile(NOW, { accessIssuedAtMs: NOW - 10 * MINUTE, nextRefreshAtMs: NOW + 50 * MINUTE })
const options = { aheadMs: 6 * HOUR, leastGapMs: 20 * MINUTE }

describe('plannedTimes', () => {
  it('goes on at the pace of the present token', () => {
    expect(plannedTimes(hourly, NOW, options)).toEqual(
      [0, 1, 2, 3, 4, 5].map((hours) => NOW + 50 * MINUTE + hours * HOUR),
    )
  })

  it('names the next one alone where repetitions would touch, or were not asked for', () => {
    expect(plannedTimes(hourly, NOW, { ...options, leastGapMs: 2 * HOUR })).toHaveLength(1)
    expect(plannedTimes(hourly, NOW, { ...options, leastGapMs: undefined })).toHaveLength(1)
  })

  it('puts an overdue one at now, and knows of none where none is planned', () => {
    expect(plannedTimes({ ...hourly, nextRefreshAtMs: NOW - HOUR }, NOW, options)[0]).toBe(NOW)
    const { nextRefreshAtMs: _, ...quiet } = hourly
    expect(plannedTimes(quiet, NOW, options)).toEqual([])
  })

  it('leaves out what lies beyond the range', () => {
    expect(plannedTimes({ ...hourly, nextRefreshAtMs: NOW + 7 * HOUR }, NOW, options)).toEqual([])
  })

  it('plans nothing during a pause', () => {
    expect(plannedTimes(hourly, NOW, { ...options, paused: {} })).toEqual([])
    const paused = { untilMs: NOW + 2 * HOUR }
    expect(plannedTimes(hourly, NOW, { ...options, paused })[0]).toBe(NOW + 2 * HOUR)
    expect(plannedTimes(hourly, NOW, { ...options, paused: { untilMs: NOW + MINUTE } })[0]).toBe(
      NOW + 50 * MINUTE,
    )
  })
})
