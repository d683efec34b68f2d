import { describe, expect, it } from 'vitest'
import { moment } from '../../../main/text/clock-text.ts'

/** Local, as a person reads a clock: the tests hold in any time zone. */
const at = (day: number, hours: number, minutes = 0) => new Date(2026, 0, day, hours, minutes).getTime()

describe('moment', () => {
  it('is as short as it can be without being mistaken', () => {
    expect(moment(at(15, 14, 5), at(15, 9))).toBe('14:05')
    expect(moment(at(16, 6), at(15, 23, 50))).toBe('tomorrow 06:00')
    expect(moment(at(22, 6), at(15, 9))).toBe('Thu 22 Jan, 06:00')
  })
})
