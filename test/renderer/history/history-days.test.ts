import { describe, expect, it } from 'vitest'
import { byDay, matchingEvents, troubled } from '../../../renderer/history/history-days.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime()
const profile = sampleProfile(at(12, 12))
const events = [
  sampleEvent('3', profile, 'refreshed', at(12, 1)),
  sampleEvent('2', profile, 'retrying', at(11, 23)),
  sampleEvent('1', { ...profile, account: 'ops@example.test' }, 'rejected', at(11, 2)),
]

describe('byDay', () => {
  it('cuts at local midnight and keeps the order', () => {
    expect(byDay(events).map((day) => day.events.map((event) => event.id))).toEqual([['3'], ['2', '1']])
    expect(byDay([])).toEqual([])
  })
})

describe('matchingEvents', () => {
  it('finds by account, by what happened and by cause', () => {
    const ids = (query: string) => matchingEvents(events, query).map((event) => event.id)
    expect(ids('ops')).toEqual(['1'])
    expect(ids('CODEX renewed')).toEqual(['3'])
    expect(ids('rejected')).toEqual(['1'])
    expect(ids(' ')).toEqual(['3', '2', '1'])
  })
})

describe('troubled', () => {
  it('counts what did not go well', () => {
    expect(troubled(events)).toBe(2)
  })
})
