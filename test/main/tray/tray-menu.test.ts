import { describe, expect, it } from 'vitest'
import type { OverviewView, ProfileView } from '../../../app/contract/views.ts'
import type { MenuItem } from '../../../main/tray/menu-item.ts'
import { trayMenu } from '../../../main/tray/tray-menu.ts'
import { HOUR_MS, MINUTE_MS, NOW_MS, overviewView, profileView } from '../../support/views.ts'

const ENDED = { code: 'NEEDS_LOGIN', message: 'The provider ended this login.' }

function needy(id: string, changes: Partial<ProfileView> = {}): ProfileView {
  return profileView({ id, status: { kind: 'needs-login', failure: ENDED }, ...changes })
}

function planned(id: string, inMs: number): ProfileView {
  return profileView({ id, nextRefreshAtMs: NOW_MS + inMs })
}

function menuOf(profiles: readonly ProfileView[], changes: Partial<OverviewView> = {}): readonly MenuItem[] {
  return trayMenu({ overview: overviewView(profiles, changes), welcomed: true, nowMs: NOW_MS })
}

function labels(entries: readonly MenuItem[]): readonly string[] {
  return entries.map((entry) => (entry.kind === 'separator' ? '—' : entry.label))
}

function find(entries: readonly MenuItem[], label: string): MenuItem | undefined {
  return entries.find((entry) => entry.kind !== 'separator' && entry.label === label)
}

describe('trayMenu', () => {
  it('offers nothing but to begin, before anybody has', () => {
    const menu = trayMenu({ overview: overviewView([needy('ada')]), welcomed: false, nowMs: NOW_MS })
    const actions = menu.flatMap((item) => (item.kind === 'action' ? [item.action.kind] : []))
    expect(actions).toEqual(['open', 'quit'])
  })

  it('says what needs somebody first, with the way to mend it at first level, then what is next', () => {
    const menu = menuOf([planned('soon', 4 * MINUTE_MS), needy('bob')])
    expect(labels(menu)).toEqual([
      'One login needs you',
      'Sign in: bob@example.test · OpenAI Codex',
      '—',
      'soon@example.test · OpenAI Codex · renews in 4 min',
      '—',
      'Can programs restart?',
      'Pause renewing',
      '—',
      'Open Lamplighter',
      'Quit',
    ])
    expect(menu[1]).toMatchObject({ enabled: true, action: { kind: 'login', profileId: 'bob' } })
    expect(menu[3]).toMatchObject({ enabled: true, action: { kind: 'open', profileId: 'soon' } })
  })

  it('leads to a file that keeps logins from being read, after the logins that need somebody', () => {
    const problem = { code: 'STORE_CORRUPT', message: 'It is damaged.' }
    const place = {
      label: 'OpenClaw · ops',
      path: '/a/ops.json',
      found: 'unreadable',
      present: true,
      problem,
    }
    const menu = menuOf([needy('bob')], {
      places: [place, { ...place, path: '/fine', problem: undefined as never }],
    })
    expect(labels(menu).slice(0, 4)).toEqual([
      'Two things need you',
      'Sign in: bob@example.test · OpenAI Codex',
      'What to do: ops.json · OpenClaw · ops',
      '—',
    ])
    expect(menu[2]).toMatchObject({ action: { kind: 'open', problemId: 'place:OpenClaw · ops:/a/ops.json' } })
  })

  it('is short and still usable when there are no logins', () => {
    expect(labels(menuOf([]))).toEqual([
      'No logins found yet',
      '—',
      'Pause renewing',
      '—',
      'Open Lamplighter',
      'Quit',
    ])
  })

  it('shows what to do where the program that owns the login is what signs in', () => {
    const menu = menuOf([needy('bob', { can: { refresh: false, login: false } })])
    expect(menu[1]).toMatchObject({
      label: 'What to do: bob@example.test · OpenAI Codex',
      action: { kind: 'open', profileId: 'bob' },
    })
  })

  it('names what is worth a look after what needs somebody, and only once', () => {
    const unread = profileView({ id: 'ops', status: { kind: 'unknown', lookedAtMs: NOW_MS } })
    const down = { ...planned('down', MINUTE_MS), accessExpiresAtMs: NOW_MS - 1 }
    const retrying: ProfileView = { ...down, status: { kind: 'retrying', untilMs: NOW_MS, failure: ENDED } }
    const menu = menuOf([unread, retrying, needy('bob')])
    expect(labels(menu).slice(0, 5)).toEqual([
      'One login needs you',
      'Sign in: bob@example.test · OpenAI Codex',
      'down@example.test · OpenAI Codex · expired',
      'ops@example.test · OpenAI Codex · cannot be read',
      '—',
    ])
    expect(labels(menu)).not.toContain('down@example.test · OpenAI Codex · renews in 1 min')
  })

  it('stays short with two hundred logins: the pause is the only submenu, two lines at most are grey', () => {
    const many = Array.from({ length: 100 }, (_, at) => [needy(`n${at}`), planned(`p${at}`, at * MINUTE_MS)])
    for (const paused of [undefined, {}]) {
      const menu = menuOf(many.flat(), { scheduler: { running: true, ...(paused ? { paused } : {}) } })
      expect(menu.length).toBeLessThanOrEqual(17)
      expect(menu.filter(({ kind }) => kind === 'submenu').length).toBeLessThanOrEqual(1)
      expect(menu.filter((item) => item.kind === 'text').length).toBeLessThanOrEqual(2)
      expect(find(menu, '95 more…')).toMatchObject({ action: { kind: 'open' } })
    }
  })

  it('puts those that stopped first on top, and the next three renewals in their order', () => {
    const ended = (id: string, sinceMs: number) => needy(id, { accessExpiresAtMs: NOW_MS - sinceMs })
    const menu = menuOf([
      needy('works', { accessExpiresAtMs: NOW_MS + HOUR_MS }),
      ended('late', MINUTE_MS),
      ended('early', HOUR_MS),
      ...[40, 10, 30, 20].map((minutes) => planned(`in-${minutes}`, minutes * MINUTE_MS)),
      needy('never', { nextRefreshAtMs: NOW_MS + MINUTE_MS }),
    ])
    const ids = menu.flatMap((item) =>
      item.kind === 'action' && 'profileId' in item.action ? [item.action.profileId] : [],
    )
    expect(ids).toEqual(['early', 'late', 'works', 'never', 'in-10', 'in-20', 'in-30'])
  })

  it('keeps shortcuts, accelerators and line breaks out of labels', () => {
    expect(labels(menuOf([needy('bob', { account: 'Q&A\tteam\nmate' })]))[1]).toBe(
      'Sign in: Q&&A team mate · OpenAI Codex',
    )
  })

  it('cuts a name that would be wider than a screen', () => {
    const label = labels(menuOf([needy('bob', { account: 'a'.repeat(300) })]))[1]
    expect(label).toBe(`Sign in: ${'a'.repeat(54)}…`)
  })

  it('stays the same while no shown minute changes', () => {
    const at = (ms: number) =>
      trayMenu({
        overview: overviewView([planned('soon', 4 * MINUTE_MS)]),
        welcomed: true,
        nowMs: NOW_MS + ms,
      })
    expect(at(1)).toEqual(at(30_000))
    expect(at(1)).not.toEqual(at(61_000))
  })
})

describe('a pause in the menu', () => {
  it('has three lengths', () => {
    const pause = find(menuOf([planned('soon', MINUTE_MS)]), 'Pause renewing')
    const choices = pause?.kind === 'submenu' ? pause.entries : []
    expect(choices).toEqual(
      (
        [
          ['For an hour', 'in-an-hour'],
          ['Until tomorrow', 'tomorrow'],
          ['Until I resume', 'resumed'],
        ] as const
      ).map(([label, until]) => ({ kind: 'action', label, action: { kind: 'pause', until }, enabled: true })),
    )
  })

  it('says until when, offers to resume, and promises no renewal meanwhile', () => {
    const whilePaused = (paused: { untilMs?: number }) =>
      labels(menuOf([planned('soon', MINUTE_MS)], { scheduler: { running: true, paused } }))
    const until = new Date(NOW_MS)
    until.setHours(23, 5)
    const shown = whilePaused({ untilMs: until.getTime() })
    expect(shown.slice(3, 5)).toEqual(['Paused until 23:05', 'Resume renewing'])
    expect(shown).not.toContain('Pause renewing')
    expect(shown.some((label) => label.includes('renews'))).toBe(false)
    expect(whilePaused({})).toContain('Paused until you resume')
  })
})
