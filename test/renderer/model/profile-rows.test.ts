import { describe, expect, it } from 'vitest'
import {
  drawnGroups,
  FOLD_FROM,
  type ListRow,
  type ListWish,
  listRows,
  mostPressing,
} from '../../../renderer/model/profile-rows.ts'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const told = (rows: readonly ListRow[]) =>
  rows.map((row) =>
    row.type === 'group'
      ? `# ${row.name} ${row.count}`
      : row.type === 'fold'
        ? `> ${row.name} ${row.members.length}`
        : row.type === 'finding'
          ? `! ${row.finding.path}`
          : row.type === 'problem'
            ? `x ${row.problem.id}`
            : row.profile.account,
  )
const ids = (rows: readonly ListRow[]) => rows.flatMap((row) => (row.type === 'profile' ? row.id : []))
const wish = (over: Partial<ListWish> = {}): ListWish => ({ nowMs: NOW, ...over })

describe('listRows', () => {
  it('stands what needs a person above what is worth a look, and that above what renews by itself', () => {
    expect(told(listRows(twelve(NOW), wish()).filter(({ type }) => type === 'group'))).toEqual([
      '# Needs you 1',
      '# Worth a look 4',
      '# Renewing by themselves 3',
      '# Kept by others 2',
      '# Never expire 2',
    ])
    expect(ids(listRows(twelve(NOW), wish())).slice(0, 5)).toEqual([
      'anthropic-ops',
      'chutes-ada',
      'xai-ada',
      'codex-ada',
      'qwen-ada',
    ])
  })

  it('folds a long group that is well by provider, and never what needs somebody', () => {
    const needing = Array.from({ length: 40 }, (_, at) =>
      sampleProfile(NOW, {
        id: `n${at}`,
        status: { kind: 'needs-login', failure: { code: 'X', message: 'x' } },
      }),
    )
    const rows = listRows([...crowd(NOW, 200), ...needing], wish())
    expect(rows.filter(({ type }) => type === 'fold').length).toBeGreaterThan(3)
    expect(ids(rows).filter((id) => id.startsWith('n'))).toHaveLength(40)
    const fold = rows.find((row) => row.type === 'fold')
    const open = listRows([...crowd(NOW, 200), ...needing], wish({ opened: new Set([fold?.id ?? '']) }))
    expect(open.length).toBe(rows.length + (fold?.type === 'fold' ? fold.members.length : 0))
  })

  it('folds by program where a person wants that, and opens those', () => {
    const profiles = crowd(NOW, 200)
    const folds = (over: Partial<ListWish>) =>
      listRows(profiles, wish({ foldBy: 'program', ...over })).filter((row) => row.type === 'fold')
    const names = folds({}).map(({ name }) => name)
    expect(names).toContain('OpenClaw')
    expect(names).not.toContain('xAI')
    const [first] = folds({})
    expect(new Set(first?.members.map(({ providerName }) => providerName)).size).toBeGreaterThan(1)
    expect(folds({ opened: new Set([first?.id ?? '']) })[0]?.open).toBe(true)
  })

  it('does not fold what is searched for, filtered, or short enough to be read', () => {
    const folds = (over: Partial<ListWish>, count = 200) =>
      listRows(crowd(NOW, count), wish(over)).filter(({ type }) => type === 'fold').length
    expect(folds({ query: 'agent' })).toBe(0)
    expect(folds({ filter: 'renewing' })).toBe(0)
    expect(folds({}, FOLD_FROM)).toBe(0)
    expect(folds({})).toBeGreaterThan(0)
  })

  it('groups by provider or program, numbers as numbers', () => {
    const profile = (id: string, providerId: string, account: string) =>
      sampleProfile(NOW, { id, providerId, providerName: providerId, account })
    const rows = listRows(
      [profile('1', 'xai', 'b'), profile('2', 'acme', 'bot-10'), profile('3', 'acme', 'bot-9')],
      wish({ sort: 'provider' }),
    )
    expect(told(rows)).toEqual(['# acme 2', 'bot-9', 'bot-10', '# xai 1', 'b'])
    const programs = told(
      listRows(twelve(NOW), wish({ sort: 'program' })).filter(({ type }) => type === 'group'),
    )
    expect(programs).toEqual([
      '# Claude Code 1',
      '# GitHub CLI 1',
      '# Lamplighter 1',
      '# OpenClaw 8',
      '# T440 1',
    ])
  })

  it('finds by account, provider, place and file, all words at once', () => {
    const found = (query: string) => ids(listRows(twelve(NOW), wish({ query })))
    expect(found('OPS')).toEqual(['anthropic-ops'])
    expect(found('anthropic ops')).toEqual(['anthropic-ops'])
    expect(found('agents/agent-15')).toEqual(['codex-ada'])
    expect(found('vault')).toEqual(['acme-bot', 'acme-ada'])
    expect(found('nobody')).toEqual([])
  })

  it('filters by who has to do something', () => {
    const of = (filter: ListWish['filter']) => ids(listRows(twelve(NOW), wish({ filter: filter ?? 'all' })))
    expect(of('needs-you')).toEqual(['anthropic-ops'])
    expect(of('others')).toEqual(['acme-ada', 'anthropic-ada'])
    expect(of('lasting')).toEqual(['copilot-ada', 'minimax-key'])
  })
})

describe('mostPressing', () => {
  it('is what needs a person, else what is worth a look, else what is next, else the first in the list', () => {
    const all = twelve(NOW)
    const without = (...kinds: readonly string[]) => all.filter(({ status }) => !kinds.includes(status.kind))
    expect(mostPressing(all, wish(), 'codex-ada')).toBe('anthropic-ops')
    expect(mostPressing(without('needs-login'), wish(), 'codex-work')).toBe('chutes-ada')
    const well = all.filter(({ id }) => ['codex-work', 'acme-bot', 'gemini-ada'].includes(id))
    expect(mostPressing(well, wish(), 'codex-work')).toBe('codex-work')
    expect(mostPressing(well, wish(), 'gone')).toBe('gemini-ada')
    expect(mostPressing([], wish(), undefined)).toBeUndefined()
  })

  it('is only ever one that the search leaves', () => {
    expect(mostPressing(twelve(NOW), wish({ query: 'build' }), 'codex-work')).toBe('acme-bot')
  })
})

describe('drawnGroups', () => {
  const rows = listRows(crowd(NOW, 2000), wish({ sort: 'provider' }))

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

describe('files that could be safer', () => {
  const file = (kind: 'open' | 'keychain', path: string) => ({
    id: `${kind}:${path}`,
    kind,
    path,
    what: '',
    todo: '',
  })
  const findings = [file('open', '/a/auth.json'), file('keychain', '/b/auth.json')]

  it('stand under what is worth a look, but for what is the owner’s choice', () => {
    const rows = told(listRows(twelve(NOW), wish({ findings })))
    expect(rows).toContain('# Worth a look 5')
    expect(rows[rows.indexOf('! /a/auth.json') + 1]).toBe('# Renewing by themselves 3')
    expect(rows).not.toContain('! /b/auth.json')
  })

  it('make that group where no login does', () => {
    const fine = twelve(NOW)
      .filter(({ status }) => status.kind === 'fresh')
      .slice(0, 1)
    expect(told(listRows(fine, wish({ findings }))).slice(0, 2)).toEqual([
      '# Worth a look 1',
      '! /a/auth.json',
    ])
  })

  it('come last in any other order, and not with one program or another group', () => {
    const sort = (over: Partial<ListWish>) => told(listRows(twelve(NOW), wish({ findings, ...over })))
    expect(sort({ sort: 'provider' }).slice(-2)).toEqual(['# Files worth a look 1', '! /a/auth.json'])
    expect(sort({ sort: 'time' }).at(-1)).toBe('! /a/auth.json')
    expect(sort({ program: 'OpenClaw' })).not.toContain('! /a/auth.json')
    expect(sort({ filter: 'needs-you' })).not.toContain('! /a/auth.json')
    expect(sort({ filter: 'look' })).toContain('! /a/auth.json')
  })
})
