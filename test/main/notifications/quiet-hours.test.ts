import { describe, expect, it } from 'vitest'
import { isQuiet } from '../../../main/notifications/quiet-hours.ts'

describe('isQuiet', () => {
  it.each([
    ['22:00', '07:00', '21:59', false],
    ['22:00', '07:00', '22:00', true],
    ['22:00', '07:00', '00:00', true],
    ['22:00', '07:00', '06:59', true],
    ['22:00', '07:00', '07:00', false],
    ['12:00', '13:30', '13:29', true],
    ['12:00', '13:30', '13:30', false],
    ['09:00', '09:00', '09:00', false],
  ])('from %s to %s at %s: %s', (from, to, now, quiet) => {
    const [hours = 0, minutes = 0] = now.split(':').map(Number)
    expect(isQuiet({ from, to }, new Date(2026, 0, 15, hours, minutes).getTime())).toBe(quiet)
  })

  it('is never without hours', () => {
    expect(isQuiet(undefined, 0)).toBe(false)
  })
})
