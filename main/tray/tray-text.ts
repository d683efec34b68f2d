/** How things are, in the words of the tray. Pure. */
import { isDown } from '../../app/contract/is-down.ts'
import type { OverviewView, ProfileView, StatusView } from '../../app/contract/views.ts'
import { moment } from '../text/clock-text.ts'
import { fromNow } from '../text/duration-text.ts'
import { numberWord, sentenceOf } from '../text/number-word.ts'

/** The first line of the menu: "One login needs you", "All six lamps are lit". */
export function headline(overview: OverviewView): string {
  const { profiles, problems, scheduler } = overview
  const count = (is: (profile: ProfileView) => boolean) => profiles.filter(is).length
  const needing = count(({ status }) => status.kind === 'needs-login')
  if (needing > 0) return sentenceOf(needing, 'login needs you', 'logins need you')
  if (scheduler.paused) return 'Renewing is paused'
  const down = count((profile) => doubtOf(profile, overview.atMs) === 'expired')
  if (down > 0) return sentenceOf(down, 'login has expired', 'logins have expired')
  if (problems.length > 0) return sentenceOf(problems.length, 'problem to look at', 'problems to look at')
  const doubtful = count((profile) => doubtOf(profile, overview.atMs) !== undefined)
  if (doubtful > 0) return sentenceOf(doubtful, 'login is worth a look', 'logins are worth a look')
  if (profiles.length === 0) return 'No logins found yet'
  return profiles.length === 1 ? 'The lamp is lit' : `All ${numberWord(profiles.length)} lamps are lit`
}

/** The first words of the tooltip: "6 logins, 1 needs you". */
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
  return unknown > 0 ? `${logins}, ${unknown} cannot be read` : `${logins}, all well`
}

/** What makes a login worth a look though it asks for nobody; undefined where nothing does. */
export function doubtOf(profile: ProfileView, atMs: number): string | undefined {
  const { status } = profile
  if (status.kind === 'needs-login') return undefined
  if (isDown(profile, atMs) || isLapsed(status)) return 'expired'
  if (status.kind === 'unknown') return 'cannot be read'
  return status.kind === 'retrying' ? 'tried again' : undefined
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

/** "ada@example.test · OpenAI Codex · renews in 4 min" */
export function renewalLine({ account, providerName, nextRefreshAtMs }: ProfileView, nowMs: number): string {
  const when = nextRefreshAtMs === undefined ? '' : ` · renews ${fromNow(nextRefreshAtMs, nowMs)}`
  return `${account} · ${providerName}${when}`
}
