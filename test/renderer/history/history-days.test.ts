import { describe, expect, it } from 'vitest'
import type { RaceView } from '../../../app/contract/views.ts'
import { byDay, historyRows, matchingEvents, troubled } from '../../../renderer/history/history-days.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const raceOf = (...eventIds: string[]): RaceView => ({
  id: `race-${eventIds.at(-1)}`,
  atMs: 0,
  profileId: 'p',
  providerId: 'acme',
  account: 'ada',
  message: 'One refreshed, one adopted.',
  advice: 'Nothing to do.',
  needsYou: false,
  processes: [],
  eventIds,
})

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
    expect(ids('CODEX refreshed')).toEqual(['3'])
    expect(ids('rejected')).toEqual(['1'])
    expect(ids(' ')).toEqual(['3', '2', '1'])
  })
})

describe('troubled', () => {
  it('counts what did not go well', () => {
    expect(troubled(events)).toBe(2)
  })
})

describe('historyRows', () => {
  const ids = (races: readonly RaceView[], unfolded: readonly string[] = [], shown = events) =>
    historyRows(byDay(shown), races, (id) => unfolded.includes(id)).map((row) =>
      row.type === 'group' ? row.count : row.type === 'event' && row.nested ? `- ${row.id}` : row.id,
    )

  it('puts each event under its day', () => {
    expect(ids([])).toEqual([1, '3', 2, '2', '1'])
  })

  it('has one row for a race, in the place of its newest event', () => {
    expect(ids([raceOf('2', '1')])).toEqual([1, '3', 2, 'race-1'])
  })

  it('shows its events below it once it is unfolded', () => {
    expect(ids([raceOf('2', '1')], ['race-1'])).toEqual([1, '3', 2, 'race-1', '- 2', '- 1'])
  })

  it('keeps a race whole that went on past midnight, and no heading over nothing', () => {
    expect(ids([raceOf('3', '2', '1')], ['race-1'])).toEqual([1, 'race-1', '- 3', '- 2', '- 1'])
  })

  it('leaves out what is not shown, and a race of nothing else', () => {
    expect(ids([raceOf('2', '1'), raceOf('9', '8')], ['race-1'], events.slice(0, 2))).toEqual([
      1,
      '3',
      1,
      'race-1',
      '- 2',
    ])
  })
})
