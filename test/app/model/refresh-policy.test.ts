import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backoffMs, dueAtMs, spreadOf } from '../../../app/model/refresh-policy.ts'

const MINUTE = 60_000

describe('dueAtMs', () => {
  it('is the lead before the expiry', () => {
    const due = dueAtMs({ expiresAtMs: 60 * MINUTE, issuedAtMs: 0, leadMs: 10 * MINUTE, spread: 0.5 })
    expect(due).toBe(50 * MINUTE)
  })

  it('takes a fifth of a short life at most', () => {
    const due = dueAtMs({ expiresAtMs: 2 * MINUTE, issuedAtMs: 0, leadMs: 10 * MINUTE, spread: 0.5 })
    expect(due).toBe(2 * MINUTE - 24_000)
  })

  it('spreads by a tenth of the lead either way, never past the expiry', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 1e8 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (life, lead, spread) => {
          const due = dueAtMs({ expiresAtMs: life, issuedAtMs: 0, leadMs: lead, spread })
          const capped = Math.min(lead, life * 0.2)
          expect(due).toBeLessThanOrEqual(life)
          expect(Math.abs(life - capped - due)).toBeLessThanOrEqual(capped * 0.1 + 1)
        },
      ),
    )
  })
})

describe('backoffMs', () => {
  it('stays between five seconds and five minutes, and can grow', () => {
    for (let failures = 1; failures < 40; failures++) {
      expect(backoffMs(failures, 0)).toBe(5_000)
      expect(backoffMs(failures, 0.999)).toBeLessThanOrEqual(5 * MINUTE)
    }
    expect(backoffMs(1, 1)).toBe(10_000)
    expect(backoffMs(9, 1)).toBe(5 * MINUTE)
  })
})

describe('spreadOf', () => {
  it('is the same for the same token, and within [0, 1)', () => {
    expect(spreadOf('ffff00000000')).toBeLessThan(1)
    expect(spreadOf('000000000000')).toBe(0)
    expect(spreadOf(undefined)).toBe(0.5)
    expect(spreadOf('abcdef012345')).toBe(spreadOf('abcdef012345'))
  })
})
