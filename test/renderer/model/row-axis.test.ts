import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../../renderer/format/time.ts'
import { AHEAD_MS, axisTicks, NOW_AT, PAST_MS, placeOf, rowAxis } from '../../../renderer/model/row-axis.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { REVOKED, sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = new Date(2026, 1, 4, 14, 2).getTime()

describe('placeOf', () => {
  it('goes from edge to edge, with now where the line is', () => {
    expect([NOW - PAST_MS, NOW, NOW + AHEAD_MS].map((at) => placeOf(at, NOW))).toEqual([0, NOW_AT, 100])
  })
})

describe('rowAxis', () => {
  const profile = sampleProfile(NOW, { accessExpiresAtMs: NOW + HOUR, nextRefreshAtMs: NOW + 50 * MINUTE })

  it('keeps what happened behind now and what is planned ahead of it, even this minute', () => {
    const due = { ...profile, nextRefreshAtMs: NOW - MINUTE }
    const axis = rowAxis(due, [sampleEvent('e', profile, 'refreshed', NOW + 10_000)], NOW)
    expect(axis.past[0]?.at).toBeLessThan(NOW_AT)
    expect(axis.planned[0]?.at).toBeGreaterThan(NOW_AT)
  })

  it('shows one mark for those that would lie on each other, of the kind that says most', () => {
    const events = [
      sampleEvent('a', profile, 'refreshed', NOW - HOUR),
      sampleEvent('b', profile, 'rejected', NOW - HOUR + MINUTE),
      sampleEvent('c', profile, 'refreshed', NOW - 3 * HOUR),
      sampleEvent('d', profile, 'refreshed', NOW - PAST_MS - MINUTE),
    ]
    const { past } = rowAxis(profile, events, NOW)
    expect(past.map(({ kind }) => kind)).toEqual(['refreshed', 'rejected'])
    expect(past.map(({ atMs }) => atMs)).toEqual([NOW - 3 * HOUR, NOW - HOUR + MINUTE])
  })

  it('tells when each renewal is planned, also of one that is moved beside now', () => {
    const due = { ...profile, nextRefreshAtMs: NOW + MINUTE }
    expect(rowAxis(due, [], NOW).planned[0]?.atMs).toBe(NOW + MINUTE)
  })

  it('draws the life that is left, past the edge where it goes on, and the gap where none is', () => {
    expect(rowAxis(profile, [], NOW).life).toEqual({ to: placeOf(NOW + HOUR, NOW), beyond: false })
    expect(rowAxis({ ...profile, accessExpiresAtMs: NOW + 99 * HOUR }, [], NOW).life).toEqual({
      to: 100,
      beyond: true,
    })
    const gone = rowAxis({ ...profile, accessExpiresAtMs: NOW - 99 * HOUR }, [], NOW)
    expect(gone).toMatchObject({ gone: 0 })
    expect(gone.life).toBeUndefined()
  })

  it('plans nothing in a pause without end, nor for a login that only a person brings back', () => {
    expect(rowAxis(profile, [], NOW, {}).planned).toEqual([])
    const ended = { ...profile, status: { kind: 'needs-login', failure: REVOKED } as const }
    expect(rowAxis(ended, [], NOW).planned).toEqual([])
    expect(rowAxis(profile, [], NOW).planned.length).toBeGreaterThan(0)
  })
})

describe('axisTicks', () => {
  it.each([
    ['narrow', 1, 27],
    ['wide', 3, 8],
  ] as const)(
    'stands at whole hours of the clock, clear of now and of the edges: %s',
    (width, least, clear) => {
      for (let minute = 0; minute < 24 * 60; minute += 7) {
        const ticks = axisTicks(NOW + minute * MINUTE, width)
        expect(ticks.length).toBeGreaterThanOrEqual(least)
        for (const { at, label } of ticks) {
          expect(label).toMatch(/:00$/)
          expect(Math.abs(at - NOW_AT)).toBeGreaterThan(clear)
        }
      }
    },
  )
})
