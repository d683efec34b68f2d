import { describe, expect, it } from 'vitest'
import { processInWords, raceMark, raceSpan } from '../../../renderer/history/race-marks.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = new Date(2026, 2, 3, 9, 41, 7).getTime()
const event = (id: string, atMs: number) => sampleEvent(id, sampleProfile(NOW), 'adopted', atMs)

describe('raceMark', () => {
  it('is red only where a person has to act', () => {
    expect(raceMark({ needsYou: false })).toEqual({ shape: 'twins', tone: 'other', word: 'Race' })
    expect(raceMark({ needsYou: true }).tone).toBe('alarm')
  })
})

describe('processInWords', () => {
  it('says what it came to, with the pid where one is known', () => {
    expect(processInWords({ name: 'x', pid: 7, part: 'adopted' })).toBe('pid 7, used the new tokens')
    expect(processInWords({ name: 'OpenClaw', part: 'refreshed' })).toBe('got the new tokens')
    expect(processInWords({ name: 'x', pid: 7, part: 'refused' })).toBe('pid 7, was refused')
    expect(processInWords({ name: 'x', pid: 7, part: 'failed' })).toBe('pid 7, failed')
  })
})

describe('raceSpan', () => {
  it('is the moment it began, and how long it took where it took any time', () => {
    expect(raceSpan([event('a', NOW)])).toBe('3 Mar 2026, 09:41:07')
    expect(raceSpan([event('b', NOW + 40), event('a', NOW)])).toBe('3 Mar 2026, 09:41:07, all within 40 ms')
    expect(raceSpan([])).toBe('')
  })
})
