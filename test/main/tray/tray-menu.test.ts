import { describe, expect, it } from 'vitest'
import type { ProfileView } from '../../../app/contract/views.ts'
import type { MenuItem } from '../../../main/tray/menu-item.ts'
import { byUrgency, trayMenu } from '../../../main/tray/tray-menu.ts'
import { HOUR_MS, MINUTE_MS, NOW_MS, overviewView, profileView } from '../../support/views.ts'

const ENDED = { code: 'NEEDS_LOGIN', message: 'The provider ended this login.' }
const needy = profileView({ id: 'needy', status: { kind: 'needs-login', failure: ENDED } })
const soon = profileView({ id: 'soon', accessExpiresAtMs: NOW_MS + 4 * MINUTE_MS })
const later = profileView({ id: 'later', accessExpiresAtMs: NOW_MS + 3 * HOUR_MS })
const fixed = profileView({ id: 'fixed', status: { kind: 'static' } })

function menuOf(...profiles: readonly ProfileView[]): readonly MenuItem[] {
  return trayMenu({ overview: overviewView(profiles), muted: [], welcomed: true, nowMs: NOW_MS })
}

function labels(entries: readonly MenuItem[]): readonly string[] {
  return entries.map((entry) => (entry.kind === 'separator' ? '—' : entry.label))
}

function submenuOf(profile: ProfileView): readonly MenuItem[] {
  const entry = menuOf(profile).find(({ kind }) => kind === 'submenu')
  return entry?.kind === 'submenu' ? entry.entries : []
}

describe('trayMenu', () => {
  it('offers nothing but to begin, before anybody has', () => {
    const menu = trayMenu({
      overview: overviewView([profileView()]),
      muted: [],
      welcomed: false,
      nowMs: NOW_MS,
    })
    expect(menu.flatMap((item) => (item.kind === 'action' ? [item.action.kind] : []))).toEqual([
      'open',
      'quit',
    ])
  })

  it('opens with the summary and ends with Open and Quit', () => {
    expect(labels(menuOf(soon))).toEqual([
      '1 login, all well',
      '—',
      'soon@example.test · OpenAI Codex · 4 min',
      '—',
      'Refresh all due',
      'Ready to restart?',
      'Pause refreshing',
      '—',
      'Import…',
      'Open Lamplighter',
      'Quit',
    ])
  })

  it('is short and still usable when there are no logins', () => {
    expect(labels(menuOf())).toEqual([
      'No logins found yet',
      '—',
      'Refresh all due',
      'Ready to restart?',
      'Pause refreshing',
      '—',
      'Import…',
      'Open Lamplighter',
      'Quit',
    ])
  })

  it('shows at most twelve profiles and then says how many more there are', () => {
    const many = Array.from({ length: 15 }, (_, at) => profileView({ id: `p${at}` }))
    const menu = menuOf(...many)
    expect(labels(menu).filter((label) => label.includes('@'))).toHaveLength(12)
    expect(menu).toContainEqual({ kind: 'action', label: '3 more…', action: { kind: 'open' }, enabled: true })
  })

  it('says in each submenu what is true and what can be done', () => {
    const entries = submenuOf(profileView({ ...soon, nextRefreshAtMs: NOW_MS + 2 * MINUTE_MS }))
    expect(labels(entries)).toEqual([
      '4 min left, refresh in 2 min',
      '—',
      'Refresh now',
      'Sign in again…',
      'Mute notifications',
    ])
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
    expect(enabled(refreshing)).toEqual([false, false, false, true, true])
    expect(enabled(profileView({ can: { refresh: false, login: false } }))).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })

  it('tells an expired login that mends itself from one that needs a person', () => {
    const expired = profileView({ status: { kind: 'expired', sinceMs: NOW_MS - HOUR_MS } })
    expect(labels(submenuOf(expired))[0]).toBe('Expired 1 h ago, will refresh by itself')
    expect(labels(submenuOf(needy))[0]).toBe('The provider ended this login.')
  })

  it('promises no refresh while refreshing is paused', () => {
    const expired = profileView({ status: { kind: 'expired', sinceMs: NOW_MS - HOUR_MS } })
    const planned = profileView({ ...soon, nextRefreshAtMs: NOW_MS + 2 * MINUTE_MS })
    const linesOf = (profile: ProfileView) => {
      const overview = overviewView([profile], { scheduler: { running: true, paused: {} } })
      const entry = trayMenu({ overview, muted: [], welcomed: true, nowMs: NOW_MS }).find(
        ({ kind }) => kind === 'submenu',
      )
      return entry?.kind === 'submenu' ? [entry.label, labels(entry.entries)[0]] : []
    }
    expect(linesOf(expired)).toEqual([
      'ada@example.test · OpenAI Codex · expired',
      'Expired 1 h ago, refreshing is paused',
    ])
    expect(linesOf(planned)[1]).toBe('4 min left, refreshing is paused')
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
    const paused = { running: true, paused: { untilMs: NOW_MS + HOUR_MS } }
    const at = (ms: number) =>
      trayMenu({
        overview: overviewView([soon], { scheduler: paused }),
        muted: [],
        welcomed: true,
        nowMs: NOW_MS + ms,
      })
    expect(at(1)).toEqual(at(30_000))
    expect(at(1)).not.toEqual(at(61_000))
  })
})

describe('trayMenu below the profiles', () => {
  const find = (entries: readonly MenuItem[], label: string) =>
    entries.find((entry) => entry.kind !== 'separator' && entry.label === label)
  const refreshDue = (profile: ProfileView) => find(menuOf(profile), 'Refresh all due')

  it('offers to refresh what is due only while something is', () => {
    const failure = { code: 'PROVIDER_UNREACHABLE', message: 'No answer.' }
    const dueOnes: readonly ProfileView['status'][] = [
      { kind: 'due', sinceMs: NOW_MS },
      { kind: 'expired', sinceMs: NOW_MS },
      { kind: 'retrying', untilMs: NOW_MS, failure },
    ]
    for (const status of dueOnes) {
      expect(refreshDue(profileView({ status }))).toMatchObject({
        enabled: true,
        action: { kind: 'refresh-due' },
      })
    }
    expect(refreshDue(soon)).toMatchObject({ enabled: false })
    expect(refreshDue(needy)).toMatchObject({ enabled: false })
    const anothers = profileView({
      status: { kind: 'expired', sinceMs: 0 },
      can: { refresh: false, login: false },
    })
    expect(refreshDue(anothers)).toMatchObject({ enabled: false })
  })

  it('offers three lengths of a pause', () => {
    const pause = find(menuOf(soon), 'Pause refreshing')
    expect(pause?.kind === 'submenu' && pause.entries).toEqual([
      {
        kind: 'action',
        label: 'For an hour',
        action: { kind: 'pause', until: 'in-an-hour' },
        enabled: true,
      },
      {
        kind: 'action',
        label: 'Until tomorrow',
        action: { kind: 'pause', until: 'tomorrow' },
        enabled: true,
      },
      {
        kind: 'action',
        label: 'Until I resume',
        action: { kind: 'pause', until: 'resumed' },
        enabled: true,
      },
    ])
  })

  it('says until when it is paused, and offers to resume', () => {
    const whilePaused = (paused: { untilMs?: number }) =>
      labels(
        trayMenu({
          overview: overviewView([soon], { scheduler: { running: true, paused } }),
          muted: [],
          welcomed: true,
          nowMs: NOW_MS,
        }),
      )
    const until = new Date(NOW_MS)
    until.setHours(23, 5)
    const shown = whilePaused({ untilMs: until.getTime() })
    expect(shown.slice(6, 8)).toEqual(['Paused until 23:05', 'Resume refreshing'])
    expect(shown).not.toContain('Pause refreshing')
    expect(whilePaused({})).toContain('Paused until you resume')
  })

  it('opens the import', () => {
    expect(find(menuOf(), 'Import…')).toMatchObject({ action: { kind: 'import' }, enabled: true })
  })

  it('turns the entry around for a profile that is muted', () => {
    const menu = trayMenu({
      overview: overviewView([soon, later]),
      muted: ['soon'],
      welcomed: true,
      nowMs: NOW_MS,
    })
    const actions = menu.flatMap((entry) => (entry.kind === 'submenu' ? entry.entries : []))
    expect(find(actions, 'Unmute notifications')).toMatchObject({
      action: { kind: 'mute', profileId: 'soon', muted: false },
    })
    expect(find(actions, 'Mute notifications')).toMatchObject({
      action: { kind: 'mute', profileId: 'later', muted: true },
    })
  })
})

describe('byUrgency', () => {
  it('puts those who need a person first, then what lapses soonest, then what never lapses', () => {
    const sorted = byUrgency([fixed, later, needy, soon], NOW_MS)
    expect(sorted.map(({ id }) => id)).toEqual(['needy', 'soon', 'later', 'fixed'])
  })
})
