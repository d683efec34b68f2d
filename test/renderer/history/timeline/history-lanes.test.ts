import { describe, expect, it } from 'vitest'
import { historyLanes } from '../../../../renderer/history/timeline/history-lanes.ts'
import { crowd, sampleEvent } from '../../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const named = (id: string, account: string, providerName = 'Acme') =>
  sampleProfile(NOW, { id, account, providerName })
const everything = { plans: () => false, keep: undefined }

describe('historyLanes', () => {
  it('has a lane for every login, those with something to show first', () => {
    const [a, b, c] = [named('a', 'ada'), named('b', 'bob'), named('c', 'cyd', 'Aaron')]
    const lanes = historyLanes([a, b, c], [sampleEvent('e', b, 'refreshed', NOW)], everything)
    expect(lanes.map((lane) => [lane.id, lane.still])).toEqual([
      ['b', false],
      ['c', true],
      ['a', true],
    ])
  })

  it('counts a planned refresh as something to show', () => {
    const lanes = historyLanes([named('a', 'ada'), named('b', 'bob')], [], {
      ...everything,
      plans: (profile) => profile.id === 'b',
    })
    expect(lanes.map((lane) => lane.id)).toEqual(['b', 'a'])
  })

  it('keeps the history of a login that is gone', () => {
    const gone = named('gone', 'old@example.test')
    const [lane] = historyLanes([], [sampleEvent('e', gone, 'rejected', NOW)], everything)
    expect(lane).toMatchObject({ id: 'gone', account: 'old@example.test', profile: undefined, still: false })
  })

  it('shows with a filter only what passes it, or has events that do', () => {
    const [a, b, c] = [named('a', 'ada'), named('b', 'bob'), named('c', 'cyd')]
    const lanes = historyLanes([a, b, c], [sampleEvent('e', b, 'refreshed', NOW)], {
      ...everything,
      keep: (profile) => profile.id === 'c',
    })
    expect(lanes.map((lane) => lane.id)).toEqual(['b', 'c'])
  })

  it('are made of two thousand logins and five thousand events', () => {
    const profiles = crowd(NOW, 2000)
    const events = Array.from({ length: 5000 }, (_, n) =>
      sampleEvent(`e${n}`, profiles[n % 2000] ?? named('x', 'x'), 'refreshed', NOW - n),
    )
    expect(historyLanes(profiles, events, everything)).toHaveLength(2000)
  })
})
