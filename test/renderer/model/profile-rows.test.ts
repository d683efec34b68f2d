import { describe, expect, it } from 'vitest'
import { drawnGroups, type ListRow, listRows, mostPressing } from '../../../renderer/model/profile-rows.ts'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const told = (rows: readonly ListRow[]) =>
  rows.map((row) => (row.type === 'group' ? `# ${row.name} ${row.count}` : row.profile.account))

describe('listRows', () => {
  it('groups by provider and sorts by account, numbers as numbers', () => {
    const profile = (id: string, providerId: string, account: string) =>
      sampleProfile(NOW, { id, providerId, providerName: providerId, account })
    const rows = listRows(
      [profile('1', 'xai', 'b'), profile('2', 'acme', 'bot-10'), profile('3', 'acme', 'bot-9')],
      '',
      'all',
    )
    expect(told(rows)).toEqual(['# acme 2', 'bot-9', 'bot-10', '# xai 1', 'b'])
  })

  it('keeps its order whatever the time left', () => {
    const ids = (nowMs: number) => listRows(crowd(nowMs, 40), '', 'all').map((row) => row.id)
    expect(ids(NOW)).toEqual(ids(NOW + 3_600_000))
  })

  it('finds by account, provider, place and file, all words at once', () => {
    const found = (query: string) =>
      listRows(twelve(NOW), query, 'all').flatMap((row) => (row.type === 'profile' ? row.id : []))
    expect(found('OPS')).toEqual(['anthropic-ops'])
    expect(found('anthropic ops')).toEqual(['anthropic-ops'])
    expect(found('agents/agent-15')).toEqual(['codex-ada'])
    expect(found('vault')).toEqual(['acme-bot'])
    expect(found('nobody')).toEqual([])
  })

  it('filters by what the state asks for', () => {
    const ids = (filter: Parameters<typeof listRows>[2]) =>
      listRows(twelve(NOW), '', filter).flatMap((row) => (row.type === 'profile' ? row.id : []))
    expect(ids('needs-you')).toEqual(['anthropic-ops'])
    expect(ids('due')).toEqual(['chutes-ada', 'gemini-ada', 'codex-ada', 'xai-ada'])
    expect(ids('held')).toEqual(['acme-ada', 'anthropic-ada', 'copilot-ada'])
  })
})

describe('mostPressing', () => {
  it('is what needs a person, else what is next, else the first in the list', () => {
    const all = twelve(NOW)
    const calm = all.filter((profile) => profile.status.kind !== 'needs-login')
    expect(mostPressing(all, 'codex-ada')).toBe('anthropic-ops')
    expect(mostPressing(calm, 'codex-ada')).toBe('codex-ada')
    expect(mostPressing(calm, 'gone')).toBe('acme-ada')
    expect(mostPressing([], undefined)).toBeUndefined()
  })
})

describe('drawnGroups', () => {
  const rows = listRows(crowd(NOW, 2000), '', 'all')

  it('draws the heading of every row on screen, and that of the one with the focus', () => {
    const last = rows.length - 1
    const groups = drawnGroups(rows, { start: 100, end: 120 }, last)
    expect(groups.flatMap((group) => group.rows)).toEqual([
      ...Array.from({ length: 20 }, (_, at) => 100 + at),
      last,
    ])
    for (const group of groups) {
      expect(rows[group.at]?.type).toBe('group')
      for (const at of group.rows) expect(at > group.at && at < group.end).toBe(true)
    }
  })

  it('never draws a row twice', () => {
    const drawn = drawnGroups(rows, { start: 0, end: 40 }, 5).flatMap((group) => group.rows)
    expect(new Set(drawn).size).toBe(drawn.length)
  })
})
