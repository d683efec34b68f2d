import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../../../renderer/format/time.ts'
import { brightness, soonestEnd } from '../../../renderer/model/squares.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const left = (ms: number) => sampleProfile(NOW, { accessExpiresAtMs: NOW + ms })

describe('the squares of a folded group', () => {
  it('are brighter with more time left', () => {
    expect([HOUR / 2, 2 * HOUR, 5 * HOUR, 2 * DAY].map((ms) => brightness(left(ms), NOW))).toEqual([
      0, 1, 2, 3,
    ])
  })

  it('tell the end that comes soonest', () => {
    expect(soonestEnd([left(2 * HOUR), left(HOUR)])).toBe(NOW + HOUR)
    expect(soonestEnd([])).toBeUndefined()
  })
})
