/** What the tray says: views in, plain menu entries out. Pure. */
import type { OverviewView, ProfileView, StatusView } from '../app/contract/views.ts'
import { ago, duration, fromNow } from './time-left.ts'

export type TrayAction =
  | { readonly kind: 'open' }
  | { readonly kind: 'quit' }
  | { readonly kind: 'refresh'; readonly profileId: string }
  | { readonly kind: 'login'; readonly profileId: string }

export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'action'
      readonly label: string
      readonly action: TrayAction
      readonly enabled: boolean
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly TrayEntry[] }

const MOST_PROFILES = 12 // a menu longer than a small screen scrolls, and then nobody reads it
const MOST_CHARACTERS = 64

const SEPARATOR: TrayEntry = { kind: 'separator' }

export function trayMenu(overview: OverviewView, nowMs: number): readonly TrayEntry[] {
  const profiles = byUrgency(overview.profiles, nowMs)
  const shown = profiles.slice(0, MOST_PROFILES).map((profile) => profileEntry(profile, nowMs))
  const hidden = profiles.length - shown.length
  const more: readonly TrayEntry[] =
    hidden > 0 ? [{ kind: 'action', label: `${hidden} more…`, action: { kind: 'open' }, enabled: true }] : []
  return [
    { kind: 'text', label: label(summary(overview)) },
    SEPARATOR,
    ...shown,
    ...more,
    ...(shown.length > 0 ? [SEPARATOR] : []),
    { kind: 'action', label: 'Open Lamplighter', action: { kind: 'open' }, enabled: true },
    { kind: 'action', label: 'Quit', action: { kind: 'quit' }, enabled: true },
  ]
}

/** The first line of the menu, and of the tooltip: "6 logins, 1 needs you". */
export function summary(overview: OverviewView): string {
  const all = overview.profiles.length
  if (all === 0) return 'No logins found yet'
  const logins = all === 1 ? '1 login' : `${all} logins`
  if (overview.scheduler.paused) return `${logins}, paused`
  const waiting = overview.profiles.filter((profile) => profile.status.kind === 'needs-login').length
  if (waiting > 0) return `${logins}, ${waiting} need${waiting === 1 ? 's' : ''} you`
  const retrying = overview.profiles.filter((profile) => profile.status.kind === 'retrying').length
  return retrying > 0 ? `${logins}, ${retrying} retrying` : `${logins}, all well`
}

/** "6 logins, all well · next: ada@example.test in 4 min" */
export function tooltip(overview: OverviewView, nowMs: number): string {
  const next = overview.scheduler.next
  const who = overview.profiles.find((profile) => profile.id === next?.profileId)
  const planned = next && who ? ` · next: ${who.account} ${fromNow(next.atMs, nowMs)}` : ''
  return `Lamplighter · ${summary(overview)}${planned}`
}

/** Those who need a person first, then by what lapses soonest; what does not lapse comes last. */
export function byUrgency(profiles: readonly ProfileView[], nowMs: number): readonly ProfileView[] {
  const rank = (profile: ProfileView) => (profile.status.kind === 'needs-login' ? 0 : 1)
  const left = (profile: ProfileView) => (profile.accessExpiresAtMs ?? Number.POSITIVE_INFINITY) - nowMs
  return profiles.toSorted((a, b) => rank(a) - rank(b) || compare(left(a), left(b)) || byName(a, b))
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1 // Infinity - Infinity is not a number
}

function byName(a: ProfileView, b: ProfileView): number {
  return a.account.localeCompare(b.account) || a.id.localeCompare(b.id)
}

function profileEntry(profile: ProfileView, nowMs: number): TrayEntry {
  const { id: profileId, status } = profile
  return {
    kind: 'submenu',
    label: label(`${profile.account} · ${profile.providerName} · ${brief(profile, nowMs)}`),
    entries: [
      { kind: 'text', label: label(stateLine(profile, nowMs)) },
      SEPARATOR,
      {
        kind: 'action',
        label: 'Refresh now',
        action: { kind: 'refresh', profileId },
        enabled: profile.can.refresh && status.kind !== 'refreshing',
      },
      {
        kind: 'action',
        label: 'Sign in again…',
        action: { kind: 'login', profileId },
        enabled: profile.can.login,
      },
    ],
  }
}

/** The end of a profile's own line: one word or the time left. */
function brief(profile: ProfileView, nowMs: number): string {
  const left = timeLeft(profile, nowMs)
  const said: Record<StatusView['kind'], string> = {
    fresh: left ?? 'fresh',
    due: left === undefined ? 'due' : `${left}, due`,
    refreshing: 'refreshing',
    retrying: left === undefined ? 'retrying' : `${left}, retrying`,
    expired: 'expired, will refresh',
    'needs-login': 'sign in',
    held: left ?? 'held elsewhere',
    static: 'does not expire',
    unknown: 'unknown',
  }
  return said[profile.status.kind]
}

/** The first line of a profile's submenu: what is true, and what happens next. */
function stateLine(profile: ProfileView, nowMs: number): string {
  const { status } = profile
  const left = timeLeft(profile, nowMs)
  const next = profile.nextRefreshAtMs
  switch (status.kind) {
    case 'fresh':
      if (left === undefined) return 'Fresh'
      return next === undefined ? `${left} left` : `${left} left, refresh ${fromNow(next, nowMs)}`
    case 'due':
      return left === undefined ? 'Due for a refresh' : `Due for a refresh, ${left} left`
    case 'refreshing':
      return 'Refreshing now'
    case 'retrying':
      return `Trying again ${fromNow(status.untilMs, nowMs)}`
    case 'expired':
      return `Expired ${ago(status.sinceMs, nowMs)}, will refresh by itself`
    case 'needs-login':
      return status.failure.message
    case 'held':
      return `${status.by} refreshes it${left === undefined ? '' : `, ${left} left`}`
    case 'static':
      return 'Does not expire'
    case 'unknown':
      return `Unknown, last looked ${ago(status.lookedAtMs, nowMs)}`
  }
}

function timeLeft(profile: ProfileView, nowMs: number): string | undefined {
  const at = profile.accessExpiresAtMs
  return at === undefined || at <= nowMs ? undefined : duration(at - nowMs)
}

/** A label means what it says: `&` would mark a shortcut, a tab an accelerator, a line break nothing good. */
function label(text: string): string {
  const characters = Array.from(text.replace(/\p{Cc}+/gu, ' ').trim())
  const short =
    characters.length > MOST_CHARACTERS
      ? `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`
      : characters.join('')
  return short.replaceAll('&', '&&')
}
