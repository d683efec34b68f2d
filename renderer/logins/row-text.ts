/** What a row and the detail say about time, from a profile and the present moment. */
import type { OverviewView, ProfileView, StatusView } from '../../app/contract/views.ts'
import { aheadLabel } from '../format/dates.ts'
import { statusMark, statusWord, type Tone } from '../format/labels.ts'
import { ago, coarse, countdown } from '../format/time.ts'

/** Flat, so that two of them compare cheaply and a row renders only when its words change. */
export interface TimeCell {
  /** The boldest thing in the row. */
  readonly main: string
  readonly word: string
  readonly tone: Tone
  readonly kind: StatusView['kind']
  /** In place of the bar, where a bar would be empty and words say more. */
  readonly note: string
  /** Share of life left, thousandths; -1 where it is not known. */
  readonly share: number
}

/** Between two looks the clock goes on: what was fresh and has lapsed since is expired. */
export function statusAt(profile: ProfileView, nowMs: number): StatusView {
  const { status, accessExpiresAtMs } = profile
  const lapsed = accessExpiresAtMs !== undefined && accessExpiresAtMs <= nowMs
  if (lapsed && (status.kind === 'fresh' || status.kind === 'due')) {
    return { kind: 'expired', sinceMs: accessExpiresAtMs }
  }
  return status
}

export function timeCell(profile: ProfileView, nowMs: number): TimeCell {
  const status = statusAt(profile, nowMs)
  const left = profile.accessExpiresAtMs === undefined ? undefined : profile.accessExpiresAtMs - nowMs
  const cell = (main: string, word: string, note = ''): TimeCell => ({
    main,
    word,
    note,
    tone: statusMark(status.kind).tone,
    kind: status.kind,
    share: share(profile, nowMs),
  })
  const live = left !== undefined && left > 0 ? countdown(left) : undefined
  const lapsed = left !== undefined && left <= 0 ? ago(-left) : ''
  switch (status.kind) {
    case 'refreshing':
      return cell('Refreshing…', '')
    case 'expired':
      return cell('Expired', ago(nowMs - status.sinceMs), 'will refresh by itself')
    case 'retrying':
      return live ? cell(live, 'retrying') : cell('Expired', lapsed, retryNote(status.untilMs - nowMs))
    case 'needs-login':
      if (live) return cell(live, 'needs sign-in')
      if (lapsed) return cell('Expired', lapsed)
      return cell('Needs sign-in', status.sinceMs === undefined ? '' : ago(nowMs - status.sinceMs))
    case 'held':
      if (live) return cell(live, statusWord(profile))
      return left === undefined && !status.expired
        ? cell('Held', `by ${status.by}`)
        : cell('Expired', lapsed, waitsFor(profile, status.by) ?? `${status.by} renews it`)
    case 'static':
      return live ? cell(live, 'static') : cell('No expiry', 'static')
    case 'unknown':
      return live ? cell(live, 'not confirmed') : cell('Unknown', `looked ${ago(nowMs - status.lookedAtMs)}`)
    case 'fresh':
    case 'due':
      return live ? cell(live, statusWord(profile)) : cell('Expiry not known', statusWord(profile))
  }
}

/** The grant's own countdown: "27 d", "ended", "—" where nobody said. */
export function grantCell(profile: ProfileView, nowMs: number): string {
  if (profile.grantExpiresAtMs !== undefined) {
    return profile.grantExpiresAtMs > nowMs ? coarse(profile.grantExpiresAtMs - nowMs) : 'ended'
  }
  return profile.status.kind === 'needs-login' ? 'ended' : '—'
}

/** The first words of the callout; the core's advice follows them. */
export function headline(profile: ProfileView, nowMs: number): string {
  const status = statusAt(profile, nowMs)
  const left = profile.accessExpiresAtMs === undefined ? undefined : profile.accessExpiresAtMs - nowMs
  switch (status.kind) {
    case 'fresh':
      return profile.nextRefreshAtMs !== undefined && profile.nextRefreshAtMs > nowMs
        ? `Next refresh in ${countdown(profile.nextRefreshAtMs - nowMs)}.`
        : 'Fresh.'
    case 'due':
      return left !== undefined ? `Due, with ${countdown(left)} left.` : 'Due.'
    case 'refreshing':
      return 'Refreshing now.'
    case 'retrying':
      return status.untilMs > nowMs ? `Tries again in ${countdown(status.untilMs - nowMs)}.` : 'Trying again.'
    case 'expired':
      return `Expired ${ago(nowMs - status.sinceMs)}.`
    case 'needs-login':
      return 'Needs you to sign in.'
    case 'held':
      return profile.owner.mode === 'borrowed' ? borrowedFrom(status.by, left) : `Held by ${status.by}.`
    case 'static':
      return 'Does not lapse by itself.'
    case 'unknown':
      return `Unknown, last looked ${ago(nowMs - status.lookedAtMs)}.`
  }
}

/** In place of the headline and the core's advice, where a pause puts off what they promise. */
export function putOff(
  profile: ProfileView,
  nowMs: number,
  paused: OverviewView['scheduler']['paused'],
): { readonly head: string; readonly advice: string } | undefined {
  const { nextRefreshAtMs: next } = profile
  const { kind } = statusAt(profile, nowMs)
  const waits = kind === 'fresh' || kind === 'due' || kind === 'expired' || kind === 'retrying'
  if (!paused || !waits || !profile.can.refresh || next === undefined) return undefined
  if (paused.untilMs === undefined) {
    return {
      head: 'Refreshing is paused.',
      advice: 'Lamplighter refreshes it once you resume; until then only “Refresh now” does.',
    }
  }
  if (paused.untilMs <= Math.max(next, nowMs)) return undefined
  return {
    head: `Refreshing is paused until ${aheadLabel(paused.untilMs, nowMs)}.`,
    advice: 'Lamplighter refreshes it then; until then only “Refresh now” does.',
  }
}

/** The access token of another node: how long it is good for, or since when that node is waited for. */
function borrowedFrom(owner: string, leftMs: number | undefined): string {
  if (leftMs === undefined) return `Borrowed from ${owner}.`
  if (leftMs > 0) return `Borrowed from ${owner}, good for ${countdown(leftMs)}.`
  return `Waiting for ${owner}; lapsed ${ago(-leftMs)}.`
}

/** Who is waited for, where that is another machine: a program on this one needs nobody's patience. */
function waitsFor(profile: ProfileView, owner: string): string | undefined {
  return profile.owner.mode === 'borrowed' ? `waiting for ${owner}` : undefined
}

/** "12 min left of 8 h", "Expired 3 h ago", "Not known". */
export function accessFact(profile: ProfileView, nowMs: number): string {
  const { accessExpiresAtMs: end, accessIssuedAtMs: start } = profile
  if (end === undefined) return profile.status.kind === 'static' ? 'Does not expire' : 'Expiry not known'
  if (end <= nowMs) return `Expired ${ago(nowMs - end)}`
  const left = `${countdown(end - nowMs)} left`
  return start !== undefined && start < end ? `${left} of ${countdown(end - start)}` : left
}

export function grantFact(profile: ProfileView, nowMs: number): string {
  const cell = grantCell(profile, nowMs)
  if (cell === '—') return 'The provider does not say when it ends'
  return cell === 'ended' ? 'Ended' : `${countdown((profile.grantExpiresAtMs ?? nowMs) - nowMs)} left`
}

/** Every moment the words of a profile count towards: what the ticker has to keep an eye on. */
export function targetsOf(profile: ProfileView): readonly number[] {
  const { status } = profile
  const own =
    status.kind === 'retrying' ? status.untilMs : status.kind === 'unknown' ? status.lookedAtMs : undefined
  return [profile.accessExpiresAtMs, profile.grantExpiresAtMs, own].filter((at) => at !== undefined)
}

function share(profile: ProfileView, nowMs: number): number {
  const { accessExpiresAtMs: end, accessIssuedAtMs: start } = profile
  if (end === undefined || start === undefined || start >= end) return -1
  return Math.round(Math.min(1, Math.max(0, (end - nowMs) / (end - start))) * 1000)
}

function retryNote(leftMs: number): string {
  return leftMs > 0 ? `tries again in ${countdown(leftMs)}` : 'trying again'
}
