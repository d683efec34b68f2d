/** How things are, in the words of the tray. Pure. */
import { isDown } from '../../app/contract/is-down.ts'
import type { OverviewView, ProfileView, StatusView } from '../../app/contract/views.ts'
import { moment } from '../text/clock-text.ts'
import { ago, duration, fromNow } from '../text/duration-text.ts'

/** The first line of the menu, and of the tooltip: "6 logins, 1 needs you". */
export function summary(overview: OverviewView): string {
  const all = overview.profiles.length
  if (all === 0) return 'No logins found yet'
  const logins = all === 1 ? '1 login' : `${all} logins`
  const paused = overview.scheduler.paused ? ', paused' : ''
  const waiting = overview.profiles.filter((profile) => profile.status.kind === 'needs-login').length
  if (waiting > 0) return `${logins}, ${waiting} need${waiting === 1 ? 's' : ''} you${paused}`
  if (paused) return `${logins}${paused}`
  const down = overview.profiles.filter((profile) => isDown(profile, overview.atMs)).length
  if (down > 0) return `${logins}, ${down} expired`
  const retrying = overview.profiles.filter((profile) => profile.status.kind === 'retrying').length
  if (retrying > 0) return `${logins}, ${retrying} retrying`
  // The lamp has a notch or is half lit for these: the words must not say otherwise.
  const troubles = overview.problems.length
  if (troubles > 0) return `${logins}, ${troubles} problem${troubles === 1 ? '' : 's'}`
  const lapsed = overview.profiles.filter(({ status }) => isLapsed(status)).length
  if (lapsed > 0) return `${logins}, ${lapsed} expired`
  const unknown = overview.profiles.filter(({ status }) => status.kind === 'unknown').length
  return unknown > 0 ? `${logins}, ${unknown} unknown` : `${logins}, all well`
}

function isLapsed(status: StatusView): boolean {
  return status.kind === 'expired' || (status.kind === 'held' && status.expired)
}

/** "6 logins, all well · next: ada@example.test in 4 min" */
export function tooltip(overview: OverviewView, nowMs: number): string {
  const next = overview.scheduler.next
  const who = overview.profiles.find((profile) => profile.id === next?.profileId)
  const planned = next && who ? ` · next: ${who.account} ${fromNow(next.atMs, nowMs)}` : ''
  return `Lamplighter · ${summary(overview)}${planned}`
}

/** "Paused until 14:30" */
export function pausedLine({ untilMs }: { readonly untilMs?: number }, nowMs: number): string {
  return untilMs === undefined ? 'Paused until you resume' : `Paused until ${moment(untilMs, nowMs)}`
}

/** The end of a profile's own line: one word or the time left. */
export function brief(profile: ProfileView, nowMs: number, paused = false): string {
  const left = timeLeft(profile, nowMs)
  const said: Record<StatusView['kind'], string> = {
    fresh: left ?? 'fresh',
    due: left === undefined ? 'due' : `${left}, due`,
    refreshing: 'refreshing',
    retrying: `${left ?? (profile.accessExpiresAtMs === undefined ? '' : 'expired')}, retrying`.replace(
      /^, /,
      '',
    ),
    expired: paused ? 'expired' : 'expired, will refresh',
    'needs-login': 'sign in',
    held: left ?? 'held elsewhere',
    static: 'does not expire',
    unknown: 'unknown',
  }
  return said[profile.status.kind]
}

/** The first line of a profile's submenu: what is true, and what happens next. */
export function stateLine(profile: ProfileView, nowMs: number, paused = false): string {
  const { status } = profile
  const left = timeLeft(profile, nowMs)
  const next = profile.nextRefreshAtMs
  // Each of these says what happens next, and a pause has a line of its own that says until when.
  if (paused && profile.can.refresh) {
    if (status.kind === 'expired') return `Expired ${ago(status.sinceMs, nowMs)}, refreshing is paused`
    if (status.kind === 'retrying') return 'The last try failed, refreshing is paused'
    if (left !== undefined && (status.kind === 'fresh' || status.kind === 'due')) {
      return `${left} left, refreshing is paused`
    }
  }
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
