/** How things are, in the words of the tray. Pure. */
import { isDown } from '../../app/contract/is-down.ts'
import { needingYou, type ProblemView, problemsOf } from '../../app/contract/problems.ts'
import type { OverviewView, ProfileView, StatusView } from '../../app/contract/views.ts'
import { needsYou } from '../../app/words/needs-you.ts'
import { firstWord, numberWord } from '../../app/words/number-word.ts'
import { numberText, t } from '../../app/words/t.ts'
import { moment } from '../text/clock-text.ts'
import { fromNow } from '../text/duration-text.ts'

/** The first line of the menu: "One login needs you", "All six lamps are lit". */
export function headline(overview: OverviewView): string {
  const { profiles, scheduler } = overview
  const count = (is: (profile: ProfileView) => boolean) => profiles.filter(is).length
  const needing = needingYou(overview)
  if (needing.count > 0) return needsYou(needing, firstWord(needing.count))
  if (scheduler.paused) return t('Renewing is paused')
  const down = count((profile) => doubtOf(profile, overview.atMs) === t('expired'))
  if (down > 0)
    return t('{down, plural, one {{count} login has} other {{count} logins have}} expired', {
      down,
      count: firstWord(down),
    })
  const doubtful = count((profile) => doubtOf(profile, overview.atMs) !== undefined)
  const looking = doubtful + lookedAt(overview).length
  if (looking > doubtful)
    return t('{looking, plural, one {{count} thing is} other {{count} things are}} worth a look', {
      looking,
      count: firstWord(looking),
    })
  if (doubtful > 0)
    return t('{doubtful, plural, one {{count} login is} other {{count} logins are}} worth a look', {
      doubtful,
      count: firstWord(doubtful),
    })
  if (profiles.length === 0) return t('No logins found yet')
  return profiles.length === 1
    ? t('The lamp is lit')
    : t('All {count} lamps are lit', { count: numberWord(profiles.length) })
}

/** The first words of the tooltip: "6 logins, 1 needs you". */
export function summary(overview: OverviewView): string {
  const all = overview.profiles.length
  const { paused } = overview.scheduler
  const { count: waiting, noun } = needingYou(overview)
  const needing = needsYou({ count: waiting, noun }, numberText(waiting))
  if (all === 0) return waiting > 0 ? needing : t('No logins found yet')
  const logins = t('{count, plural, one {# login} other {# logins}}', { count: all })
  if (waiting > 0 && noun !== 'login') {
    return paused
      ? t('{logins}; {needing}, paused', { logins, needing })
      : t('{logins}; {needing}', { logins, needing })
  }
  if (waiting > 0)
    return paused
      ? t('{logins}, {waiting, plural, one {# needs} other {# need}} you, paused', { logins, waiting })
      : t('{logins}, {waiting, plural, one {# needs} other {# need}} you', { logins, waiting })
  if (paused) return t('{logins}, paused', { logins })
  const down = overview.profiles.filter((profile) => isDown(profile, overview.atMs)).length
  if (down > 0) return t('{logins}, {down} expired', { logins, down })
  const retrying = overview.profiles.filter((profile) => profile.status.kind === 'retrying').length
  if (retrying > 0) return t('{logins}, {retrying} retrying', { logins, retrying })
  // The lamp has a notch or is half lit for these: the words must not say otherwise.
  const troubles = lookedAt(overview).length
  if (troubles > 0)
    return t('{logins}, {troubles, plural, one {# problem} other {# problems}}', { logins, troubles })
  const lapsed = overview.profiles.filter(({ status }) => isLapsed(status)).length
  if (lapsed > 0) return t('{logins}, {lapsed} expired', { logins, lapsed })
  const unknown = overview.profiles.filter(({ status }) => status.kind === 'unknown').length
  return unknown > 0
    ? t('{logins}, {unknown} cannot be read', { logins, unknown })
    : t('{logins}, all well', { logins })
}

function lookedAt(overview: OverviewView): readonly ProblemView[] {
  return problemsOf(overview).filter(({ attention }) => attention === 'look')
}

/** What makes a login worth a look though it asks for nobody; undefined where nothing does. */
export function doubtOf(profile: ProfileView, atMs: number): string | undefined {
  const { status } = profile
  if (status.kind === 'needs-login') return undefined
  if (isDown(profile, atMs) || isLapsed(status)) return t('expired')
  if (status.kind === 'unknown') return t('cannot be read')
  return status.kind === 'retrying' ? t('tried again') : undefined
}

function isLapsed(status: StatusView): boolean {
  return status.kind === 'expired' || (status.kind === 'held' && status.expired)
}

/** "6 logins, all well · next: ada@example.test in 4 min" */
export function tooltip(overview: OverviewView, nowMs: number): string {
  const next = overview.scheduler.next
  const who = overview.profiles.find((profile) => profile.id === next?.profileId)
  const planned =
    next && who
      ? ` · ${t('next: {account} {when}', { account: who.account, when: fromNow(next.atMs, nowMs) })}`
      : ''
  return `Lamplighter · ${summary(overview)}${planned}`
}

/** "Paused until 14:30" */
export function pausedLine({ untilMs }: { readonly untilMs?: number }, nowMs: number): string {
  return untilMs === undefined
    ? t('Paused until you resume')
    : t('Paused until {when}', { when: moment(untilMs, nowMs) })
}

/** "ada@example.test · OpenAI Codex · renews in 4 min" */
export function renewalLine({ account, providerName, nextRefreshAtMs }: ProfileView, nowMs: number): string {
  const when =
    nextRefreshAtMs === undefined ? '' : ` · ${t('renews {when}', { when: fromNow(nextRefreshAtMs, nowMs) })}`
  return `${account} · ${providerName}${when}`
}
