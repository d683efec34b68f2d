import { describe, expect, it } from 'vitest'
import { aheadLabel, clockTime, dayLabel, whenLabel } from '../../../renderer/format/dates.ts'

const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute).getTime()
const NOW = at(12, 0, 1) // Thursday, a minute past midnight

describe('whenLabel', () => {
  it('gives the time today, the weekday this week, else the date', () => {
    expect(whenLabel(at(12, 0, 0), NOW)).toBe('00:00')
    expect(whenLabel(at(11, 23, 59), NOW)).toBe('Wed')
    expect(whenLabel(at(6, 12), NOW)).toBe('Fri')
    expect(whenLabel(at(5, 12), NOW)).toBe('5 Mar')
  })

  it('gives the date for what lies ahead of today', () => {
    expect(whenLabel(at(13, 9), NOW)).toBe('13 Mar')
  })
})

describe('aheadLabel', () => {
  it('always gives the time, and the day where it is another one', () => {
    expect(aheadLabel(at(12, 9, 5), NOW)).toBe('09:05')
    expect(aheadLabel(at(13, 6), NOW)).toBe('tomorrow 06:00')
    expect(aheadLabel(at(14, 6), NOW)).toBe('Sat 14 Mar, 06:00')
  })
})

describe('dayLabel', () => {
  it('counts calendar days, not spans of 24 hours', () => {
    expect(dayLabel(at(12, 0, 0), NOW)).toBe('Today')
    expect(dayLabel(at(11, 23, 59), NOW)).toBe('Yesterday')
    expect(dayLabel(at(10, 23, 59), NOW)).toBe('Tuesday 10 March')
  })
})

describe('clockTime', () => {
  it('has 24 hours and two digits', () => {
    expect(clockTime(at(12, 9, 5))).toBe('09:05')
    expect(clockTime(at(12, 0, 0))).toBe('00:00')
  })
})
