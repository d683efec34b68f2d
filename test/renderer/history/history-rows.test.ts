import { describe, expect, it } from 'vitest'
import type { RaceView } from '../../../app/contract/views.ts'
import { byDay } from '../../../renderer/history/history-days.ts'
import { foldOf, historyRows, routineInWords } from '../../../renderer/history/history-rows.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const raceOf = (...eventIds: string[]): RaceView => ({
  id: `race-${eventIds.at(-1)}`,
  atMs: 0,
  profileId: 'p',
  providerId: 'acme',
  account: 'ada',
  message: 'One renewed, one adopted.',
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

describe('historyRows', () => {
  const ids = (races: readonly RaceView[], unfolded: readonly string[] = [], shown = events) =>
    historyRows(byDay(shown), races, (id) => unfolded.includes(id)).map((row) =>
      row.type === 'group' ? row.count : row.type === 'event' && row.within ? `- ${row.id}` : row.id,
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

describe('routine', () => {
  const routine = [
    sampleEvent('8', profile, 'refreshed', at(12, 9)),
    sampleEvent('7', profile, 'adopted', at(12, 8)),
    sampleEvent('6', profile, 'refreshed', at(12, 7)),
    sampleEvent('5', profile, 'failed', at(12, 6)),
    sampleEvent('4', profile, 'refreshed', at(12, 5)),
    sampleEvent('3', profile, 'refreshed', at(12, 4)),
  ]
  const ids = (unfolded: readonly string[] = [], whole = false, races: readonly RaceView[] = []) =>
    historyRows(byDay(routine), races, (id) => unfolded.includes(id), whole)
      .filter((row) => row.type !== 'group')
      .map((row) => (row.type === 'event' && row.within ? `- ${row.id}` : row.id))

  it('is one row where it goes on undisturbed, and trouble stands in the open', () => {
    expect(ids()).toEqual(['routine:6', '5', '4', '3'])
  })

  it('is named by its oldest event, so that it stays open when a newer one joins it', () => {
    const newer = [sampleEvent('9', profile, 'refreshed', at(12, 10)), ...routine]
    expect(historyRows(byDay(newer))[1]?.id).toBe('routine:6')
  })

  it('shows its events below it once it is unfolded', () => {
    expect(ids(['routine:6'])).toEqual(['routine:6', '- 8', '- 7', '- 6', '5', '4', '3'])
  })

  it('is not folded where a person asked for just that kind, and is told apart from a race', () => {
    expect(ids([], true)).toEqual(['8', '7', '6', '5', '4', '3'])
    expect(ids([], false, [raceOf('7')])).toEqual(['8', 'race-7', '6', '5', '4', '3'])
  })

  it('never goes on from one day to the next', () => {
    const days = byDay([...routine.slice(0, 2), sampleEvent('2', profile, 'refreshed', at(11, 23))])
    expect(historyRows(days).every((row) => row.type !== 'routine')).toBe(true)
  })

  it('says what it was', () => {
    expect(routineInWords(routine.slice(0, 3))).toBe('2 renewals, 1 token taken over')
    expect(routineInWords([sampleEvent('1', profile, 'superseded', 0)])).toBe('1 race avoided')
  })

  it('is found by any of its events', () => {
    expect(foldOf(historyRows(byDay(routine)), '7')).toBe('routine:6')
    expect(foldOf(historyRows(byDay(routine)), '5')).toBeUndefined()
  })
})
