import { describe, expect, it } from 'vitest'
import { clockTime } from '../../../renderer/format/dates.ts'
import { HOUR, MINUTE } from '../../../renderer/format/time.ts'
import { AHEAD_MS, laneInWords, lanes, PAST_MS, placeOf } from '../../../renderer/model/timeline-lanes.ts'
import { crowd, sampleEvent, sampleHistory } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000

describe('placeOf', () => {
  it('runs from ten hours ago to six hours ahead', () => {
    expect(placeOf(NOW - PAST_MS, NOW)).toBe(0)
    expect(placeOf(NOW, NOW)).toBe(10 / 16)
    expect(placeOf(NOW + AHEAD_MS, NOW)).toBe(1)
    expect(placeOf(NOW + AHEAD_MS + 1, NOW)).toBeUndefined()
    expect(placeOf(NOW - PAST_MS - 1, NOW)).toBeUndefined()
  })
})

describe('lanes', () => {
  it('always has the selected one and those in need, in the order of the list', () => {
    const profiles = twelve(NOW)
    const shown = lanes(profiles, sampleHistory(NOW, profiles), NOW, 3, 'codex-work')
    const ids = shown.map((lane) => lane.profile.id)
    expect(ids).toContain('codex-work')
    expect(ids).toContain('anthropic-ops')
    expect(ids).toHaveLength(3)
    expect(ids).toEqual(profiles.map((profile) => profile.id).filter((id) => ids.includes(id)))
  })

  it('leaves out what neither happened nor is planned', () => {
    const { nextRefreshAtMs: _, ...quiet } = sampleProfile(NOW)
    expect(lanes([quiet], [], NOW, 4)).toEqual([])
    const old = sampleEvent('e', quiet, 'refreshed', NOW - PAST_MS - MINUTE)
    expect(lanes([quiet], [old], NOW, 4)).toEqual([])
  })

  it('shows what happened in the minute that has begun, and nothing of the time ahead', () => {
    const { nextRefreshAtMs: _, ...quiet } = sampleProfile(NOW)
    const justNow = sampleEvent('e1', quiet, 'refreshed', NOW + MINUTE - 1)
    const ahead = sampleEvent('e2', quiet, 'refreshed', NOW + MINUTE)
    expect(lanes([quiet], [ahead, justNow], NOW, 4)[0]?.past).toEqual([justNow])
  })

  it('plans on at the pace of the present token', () => {
    const hourly = sampleProfile(NOW, {
      accessIssuedAtMs: NOW - 10 * MINUTE,
      nextRefreshAtMs: NOW + 50 * MINUTE,
    })
    const [lane] = lanes([hourly], [], NOW, 1)
    expect(lane?.planned).toHaveLength(6)
    expect(lane?.planned[1]).toBe(NOW + HOUR + 50 * MINUTE)
  })

  it('shows one ring, not a row of them, for tokens of two minutes', () => {
    const short = sampleProfile(NOW, { accessIssuedAtMs: NOW - MINUTE, nextRefreshAtMs: NOW + MINUTE })
    expect(lanes([short], [], NOW, 1)[0]?.planned).toEqual([NOW + MINUTE])
  })

  it('puts an overdue refresh at now', () => {
    const overdue = sampleProfile(NOW, { nextRefreshAtMs: NOW - MINUTE })
    expect(lanes([overdue], [], NOW, 1)[0]?.planned[0]).toBe(NOW)
  })

  it('has as many as asked for out of two thousand', () => {
    expect(lanes(crowd(NOW, 2000), [], NOW, 4)).toHaveLength(4)
  })
})

describe('laneInWords', () => {
  it('tells the lane to those who do not see it', () => {
    const profile = sampleProfile(NOW, { nextRefreshAtMs: NOW + HOUR })
    const events = [1, 2].map((hours) => sampleEvent(`e${hours}`, profile, 'refreshed', NOW - hours * HOUR))
    const [lane] = lanes([profile], events, NOW, 1)
    expect(lane && laneInWords(lane, NOW, clockTime)).toBe(
      `refreshed 2 times in the last 10 hours; next refresh at ${clockTime(NOW + HOUR)}`,
    )
  })
})
