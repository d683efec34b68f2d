import { describe, expect, it } from 'vitest'
import { changed } from '../../../renderer/model/settings-change.ts'
import { FULL_SETTINGS, SETTINGS } from '../../../renderer/preview/sample-settings.ts'
import {
  hoursText,
  leadText,
  parseClock,
  parseConcurrent,
  parseHours,
  parseLead,
  parseQuietEnd,
} from '../../../renderer/settings/settings-fields.ts'

const ok = <T>(value: T) => ({ ok: true, value })

describe('parseLead', () => {
  it.each([
    ['10', 600],
    [' 15 min ', 900],
    ['7,5', 450],
    ['1440', 86_400],
  ])('takes %j as minutes', (text, seconds) => expect(parseLead(text)).toEqual(ok(seconds)))

  it('takes an empty field for the provider’s own', () => expect(parseLead('  ')).toEqual(ok(null)))

  it.each(['soon', '-5', '0', '1441', '1e3'])('refuses %j in a sentence', (text) => {
    const parsed = parseLead(text)
    expect(parsed.ok).toBe(false)
    if (!parsed.ok) expect(parsed.error).toMatch(/minute/)
  })

  it('reads back what it shows', () => {
    for (const seconds of [60, 90, 600, 86_400]) expect(parseLead(leadText(seconds))).toEqual(ok(seconds))
    expect(leadText(undefined)).toBe('')
  })
})

describe('parseConcurrent', () => {
  it('takes whole numbers from 1 to 64', () => {
    expect(parseConcurrent('1')).toEqual(ok(1))
    expect(parseConcurrent('64')).toEqual(ok(64))
    for (const text of ['0', '65', '2.5', '', 'many']) expect(parseConcurrent(text).ok).toBe(false)
  })
})

describe('parseHours', () => {
  it('takes hours, and days where they are named', () => {
    expect(parseHours('12', [])).toEqual(ok(12))
    expect(parseHours('36 h', [])).toEqual(ok(36))
    expect(parseHours('3 days', [])).toEqual(ok(72))
  })

  it('refuses what is set already, too far, or no time', () => {
    expect(parseHours('1 d', [24])).toEqual({ ok: false, error: '24 h is set already.' })
    for (const text of ['0', '91 d', 'soon', '3 weeks x', '0,5']) expect(parseHours(text, []).ok).toBe(false)
  })

  it('says days only where they are shorter', () => {
    expect([0.5, 1, 24, 36, 48, 168].map(hoursText)).toEqual(['30 min', '1 h', '24 h', '36 h', '2 d', '7 d'])
  })
})

describe('parseClock', () => {
  it.each([
    ['22:00', '22:00'],
    ['7', '07:00'],
    ['7.30', '07:30'],
    ['0730', '07:30'],
    ['0', '00:00'],
  ])('takes %j', (text, time) => expect(parseClock(text)).toEqual(ok(time)))

  it.each(['24:00', '7:60', 'evening', '', '7:3'])('refuses %j', (text) => {
    expect(parseClock(text).ok).toBe(false)
  })

  it('refuses an end that leaves no time between', () => {
    expect(parseQuietEnd('22', '22:00').ok).toBe(false)
    expect(parseQuietEnd('22', '07:00')).toEqual(ok('22:00'))
  })
})

describe('changed', () => {
  it('takes optional members away with null, and leaves the rest', () => {
    const next = changed(FULL_SETTINGS, { leadSeconds: null, notifications: { quietHours: null } })
    expect('leadSeconds' in next).toBe(false)
    expect('quietHours' in next.notifications).toBe(false)
    expect(next.notifications.grantEndsHours).toEqual([168, 24, 1])
  })

  it('changes one member of the notifications without the others', () => {
    const next = changed(SETTINGS, { notifications: { mutedProfiles: ['a'] }, theme: 'dark' })
    expect(next).toEqual({
      ...SETTINGS,
      theme: 'dark',
      notifications: { ...SETTINGS.notifications, mutedProfiles: ['a'] },
    })
  })
})
