import { describe, expect, it } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import { drawnGroups, dueNow, listRows } from '../../../renderer/model/profile-rows.ts'
import { comparing, type SortId } from '../../../renderer/model/sort.ts'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const ids = (profiles: readonly ProfileView[], sort: SortId) =>
  [...profiles].sort(comparing(sort)).map((profile) => profile.id)

describe('comparing', () => {
  it('goes by time left, with what never lapses last', () => {
    const order = ids(twelve(NOW), 'time')
    expect(order.slice(0, 2)).toEqual(['anthropic-ops', 'chutes-ada'])
    expect(order.slice(-3).sort()).toEqual(['copilot-ada', 'minimax-key', 'qwen-ada'])
  })

  it('goes by name, as people count', () => {
    const names = [...crowd(NOW, 30)].sort(comparing('name')).map((profile) => profile.account)
    expect(names[0]).toBe('ada-lovelace')
    expect(names.indexOf('agent-0002@fleet.example.test')).toBeLessThan(
      names.indexOf('agent-0010@fleet.example.test'),
    )
  })

  it('is the same whatever order they come in', () => {
    const profiles = crowd(NOW, 60)
    for (const sort of ['provider', 'program', 'time', 'name', 'attention'] as const) {
      expect(ids([...profiles].reverse(), sort)).toEqual(ids(profiles, sort))
    }
  })
})

describe('listRows in an order without groups', () => {
  it('has no headings, and is drawn all the same', () => {
    const rows = listRows(twelve(NOW), { nowMs: NOW, sort: 'time' })
    expect(rows.every((row) => row.type === 'profile')).toBe(true)
    expect(rows).toHaveLength(12)
    expect(drawnGroups(rows, { start: 2, end: 5 }, 9)).toEqual([{ at: -1, end: 12, rows: [2, 3, 4, 9] }])
  })

  it('still searches and filters', () => {
    expect(listRows(twelve(NOW), { nowMs: NOW, query: 'build', sort: 'name' })).toHaveLength(1)
    expect(listRows(twelve(NOW), { nowMs: NOW, filter: 'needs-you', sort: 'name' })).toHaveLength(1)
  })
})

describe('dueNow', () => {
  it('is what a refresh of everything due would take along', () => {
    expect(dueNow(twelve(NOW)).map((profile) => profile.id)).toEqual(['codex-ada', 'xai-ada', 'chutes-ada'])
  })
})
