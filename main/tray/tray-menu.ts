/** The tray's menu: views in, plain entries out. Pure. */
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'
import { action, type MenuItem, SEPARATOR, submenu, text } from './menu-item.ts'
import { brief, pausedLine, stateLine, summary } from './tray-text.ts'

const MOST_PROFILES = 12 // a menu longer than a small screen scrolls, and then nobody reads it

export interface TrayView {
  readonly overview: OverviewView
  /** Ids of those whose notifications are off. */
  readonly muted: readonly string[]
  /** The person has seen what was found and pressed "Begin". */
  readonly welcomed: boolean
  readonly nowMs: number
}

export function trayMenu(view: TrayView): readonly MenuItem[] {
  const { overview, nowMs } = view
  if (!view.welcomed) {
    return [
      text(summary(overview)),
      text('Nothing is refreshed before you begin'),
      SEPARATOR,
      action('Open Lamplighter to begin', { kind: 'open' }),
      action('Quit', { kind: 'quit' }),
    ]
  }
  const profiles = byUrgency(overview.profiles, nowMs)
  const shown = profiles.slice(0, MOST_PROFILES).map((profile) => profileEntry(profile, view))
  const hidden = profiles.length - shown.length
  return [
    text(summary(overview)),
    SEPARATOR,
    ...shown,
    ...(hidden > 0 ? [action(`${hidden} more…`, { kind: 'open' })] : []),
    ...(shown.length > 0 ? [SEPARATOR] : []),
    action('Refresh all due', { kind: 'refresh-due' }, overview.profiles.some(isDue)),
    action('Ready to restart?', { kind: 'check' }, profiles.length > 0),
    ...pauseEntries(overview, nowMs),
    SEPARATOR,
    action('Import…', { kind: 'import' }),
    action('Open Lamplighter', { kind: 'open' }),
    action('Quit', { kind: 'quit' }),
  ]
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

function profileEntry(profile: ProfileView, { overview, muted, nowMs }: TrayView): MenuItem {
  const paused = overview.scheduler.paused !== undefined
  const { id: profileId, status, account, providerName } = profile
  const isMuted = muted.includes(profileId)
  return submenu(`${account} · ${providerName} · ${brief(profile, nowMs, paused)}`, [
    text(stateLine(profile, nowMs, paused)),
    SEPARATOR,
    action(
      'Refresh now',
      { kind: 'refresh', profileId },
      profile.can.refresh && status.kind !== 'refreshing',
    ),
    action('Sign in again…', { kind: 'login', profileId }, profile.can.login),
    action(isMuted ? 'Unmute notifications' : 'Mute notifications', {
      kind: 'mute',
      profileId,
      muted: !isMuted,
    }),
  ])
}

/** The same rule as the core's refreshDue(). */
function isDue({ can, status }: ProfileView): boolean {
  return can.refresh && ['due', 'expired', 'retrying'].includes(status.kind)
}

function pauseEntries({ scheduler }: OverviewView, nowMs: number): readonly MenuItem[] {
  if (scheduler.paused) {
    return [text(pausedLine(scheduler.paused, nowMs)), action('Resume refreshing', { kind: 'resume' })]
  }
  return [
    submenu('Pause refreshing', [
      action('For an hour', { kind: 'pause', until: 'in-an-hour' }),
      action('Until tomorrow', { kind: 'pause', until: 'tomorrow' }),
      action('Until I resume', { kind: 'pause', until: 'resumed' }),
    ]),
  ]
}
