import { describe, expect, it } from 'vitest'
import { duration, fromNow } from '../../../main/text/duration-text.ts'
import { HOUR_MS, MINUTE_MS } from '../../support/views.ts'

describe('duration', () => {
  it('is coarse when far and never zero', () => {
    expect(duration(9 * 24 * HOUR_MS + 3 * HOUR_MS + 59 * MINUTE_MS)).toBe('9 d 3 h')
    expect(duration(3 * HOUR_MS + 20 * MINUTE_MS)).toBe('3 h 20 min')
    expect(duration(2 * HOUR_MS)).toBe('2 h')
    expect(duration(4 * MINUTE_MS + 59_999)).toBe('4 min')
    expect(duration(59_999)).toBe('under a minute')
    expect(duration(-1)).toBe('under a minute')
  })
})

describe('fromNow', () => {
  it('says now for what is due', () => {
    expect(fromNow(1000, 1000)).toBe('now')
    expect(fromNow(30_000, 0)).toBe('in under a minute')
    expect(fromNow(5 * MINUTE_MS, 0)).toBe('in 5 min')
  })
})
