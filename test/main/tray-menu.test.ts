import { describe, expect, it } from 'vitest'
import type { ProfileView } from '../../app/contract/views.ts'
import { byUrgency, summary, type TrayEntry, tooltip, trayMenu } from '../../main/tray-menu.ts'
import { HOUR_MS, MINUTE_MS, NOW_MS, overviewView, profileView } from './views.ts'

const ENDED = { code: 'NEEDS_LOGIN', message: 'The provider ended this login.' }
const needy = profileView({ id: 'needy', status: { kind: 'needs-login', failure: ENDED } })
const soon = profileView({ id: 'soon', accessExpiresAtMs: NOW_MS + 4 * MINUTE_MS })
const later = profileView({ id: 'later', accessExpiresAtMs: NOW_MS + 3 * HOUR_MS })
const fixed = profileView({ id: 'fixed', status: { kind: 'static' } })

function menuOf(...profiles: readonly ProfileView[]): readonly TrayEntry[] {
  return trayMenu(overviewView(profiles), NOW_MS)
}

function labels(entries: readonly TrayEntry[]): readonly string[] {
  return entries.map((entry) => (entry.kind === 'separator' ? '—' : entry.label))
}

function submenuOf(profile: ProfileView): readonly TrayEntry[] {
  const entry = menuOf(profile).find(({ kind }) => kind === 'submenu')
  return entry?.kind === 'submenu' ? entry.entries : []
}

describe('trayMenu', () => {
  it('opens with the summary and ends with Open and Quit', () => {
    expect(labels(menuOf(soon))).toEqual([
      '1 login, all well',
      '—',
      'soon@example.test · OpenAI Codex · 4 min',
      '—',
      'Open Lamplighter',
      'Quit',
    ])
  })

  it('is short and still usable when there are no logins', () => {
    expect(labels(menuOf())).toEqual(['No logins found yet', '—', 'Open Lamplighter', 'Quit'])
  })

  it('shows at most twelve profiles and then says how many more there are', () => {
    const many = Array.from({ length: 15 }, (_, at) => profileView({ id: `p${at}` }))
    const menu = menuOf(...many)
    expect(menu.filter(({ kind }) => kind === 'submenu')).toHaveLength(12)
    expect(menu).toContainEqual({ kind: 'action', label: '3 more…', action: { kind: 'open' }, enabled: true })
  })

  it('says in each submenu what is true and what can be done', () => {
    const entries = submenuOf(profileView({ ...soon, nextRefreshAtMs: NOW_MS + 2 * MINUTE_MS }))
    expect(labels(entries)).toEqual(['4 min left, refresh in 2 min', '—', 'Refresh now', 'Sign in again…'])
    expect(entries).toContainEqual({
      kind: 'action',
      label: 'Refresh now',
      action: { kind: 'refresh', profileId: 'soon' },
      enabled: true,
    })
  })

  it('offers no refresh while one is under way, and none where there is nothing to refresh', () => {
    const enabled = (profile: ProfileView) =>
      submenuOf(profile).map((entry) => entry.kind === 'action' && entry.enabled)
    const refreshing = profileView({ status: { kind: 'refreshing', sinceMs: NOW_MS } })
    expect(enabled(refreshing)).toEqual([false, false, false, true])
    expect(enabled(profileView({ can: { refresh: false, login: false } }))).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('tells an expired login that mends itself from one that needs a person', () => {
    const expired = profileView({ status: { kind: 'expired', sinceMs: NOW_MS - HOUR_MS } })
    expect(labels(submenuOf(expired))[0]).toBe('Expired 1 h ago, will refresh by itself')
    expect(labels(submenuOf(needy))[0]).toBe('The provider ended this login.')
  })

  it('never promises time that has passed', () => {
    const lapsed = profileView({
      accessExpiresAtMs: NOW_MS - MINUTE_MS,
      status: { kind: 'due', sinceMs: NOW_MS },
    })
    expect(labels(submenuOf(lapsed))[0]).toBe('Due for a refresh')
  })

  it('keeps shortcuts, accelerators and line breaks out of labels', () => {
    const tricky = profileView({ account: 'Q&A\tteam\nmate' })
    expect(labels(menuOf(tricky))[2]).toBe('Q&&A team mate · OpenAI Codex · fresh')
  })

  it('cuts a name that would be wider than a screen', () => {
    const wide = profileView({ account: 'a'.repeat(300) })
    expect(labels(menuOf(wide))[2]).toBe(`${'a'.repeat(63)}…`)
  })

  it('stays the same while no shown minute changes', () => {
    const overview = overviewView([soon])
    expect(trayMenu(overview, NOW_MS + 1)).toEqual(trayMenu(overview, NOW_MS + 30_000))
    expect(trayMenu(overview, NOW_MS + 1)).not.toEqual(trayMenu(overview, NOW_MS + 61_000))
  })
})

describe('byUrgency', () => {
  it('puts those who need a person first, then what lapses soonest, then what never lapses', () => {
    const sorted = byUrgency([fixed, later, needy, soon], NOW_MS)
    expect(sorted.map(({ id }) => id)).toEqual(['needy', 'soon', 'later', 'fixed'])
  })
})

describe('summary', () => {
  it('counts the logins and those that need a person', () => {
    expect(summary(overviewView([soon, needy]))).toBe('2 logins, 1 needs you')
    expect(summary(overviewView([needy, { ...needy, id: 'b' }]))).toBe('2 logins, 2 need you')
  })

  it('does not ask for a person when a login is retried', () => {
    const retrying = profileView({ status: { kind: 'retrying', untilMs: NOW_MS + 5, failure: ENDED } })
    expect(summary(overviewView([soon, retrying]))).toBe('2 logins, 1 retrying')
  })
})

describe('summary while paused', () => {
  it('says so before anything else', () => {
    expect(summary(overviewView([needy], { scheduler: { running: true, paused: {} } }))).toBe(
      '1 login, paused',
    )
  })
})

describe('tooltip', () => {
  it('says what happens next', () => {
    const scheduler = { running: true, next: { profileId: 'soon', atMs: NOW_MS + 3 * MINUTE_MS } }
    expect(tooltip(overviewView([soon], { scheduler }), NOW_MS)).toBe(
      'Lamplighter · 1 login, all well · next: soon@example.test in 3 min',
    )
  })
})
