import { describe, expect, it } from 'vitest'
import { tomorrowMorning } from '../../../app/contract/tomorrow.ts'

/** Local, as a person reads a clock: the tests hold in any time zone. */
const at = (day: number, hours: number, minutes = 0) => new Date(2026, 0, day, hours, minutes).getTime()

describe('tomorrowMorning', () => {
  it('is six o’clock of the next day', () => {
    expect(tomorrowMorning(at(15, 14, 30))).toBe(at(16, 6))
    expect(tomorrowMorning(at(15, 23, 59))).toBe(at(16, 6))
    expect(tomorrowMorning(at(31, 12))).toBe(new Date(2026, 1, 1, 6).getTime())
  })

  it('is the coming morning for whoever is still up at night, and never a moment away', () => {
    expect(tomorrowMorning(at(15, 3, 59))).toBe(at(15, 6))
    expect(tomorrowMorning(at(15, 4))).toBe(at(16, 6))
    expect(tomorrowMorning(at(15, 5, 59))).toBe(at(16, 6))
  })
})
