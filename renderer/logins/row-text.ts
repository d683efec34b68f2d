/** What a row and the detail say about time, from a profile and the present moment. */
import type { OverviewView, ProfileView, StatusView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { aheadLabel, soonLabel } from '../format/dates.ts'
import { counted, statusWord } from '../format/labels.ts'
import { ago, coarse, countdown } from '../format/time.ts'
import { agentsOf } from '../model/band.ts'

/** Flat, so that two of them compare cheaply and a row renders only when its words change. */
export interface TimeCell {
  /** The boldest thing in the row. */
  readonly main: string
  /** What happens then, or since when it is so. */
  readonly sub: string
  readonly kind: StatusView['kind']
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

export function timeCell(
  profile: ProfileView,
  nowMs: number,
  paused: OverviewView['scheduler']['paused'] = undefined,
): TimeCell {
  const status = statusAt(profile, nowMs)
  const left = profile.accessExpiresAtMs === undefined ? undefined : profile.accessExpiresAtMs - nowMs
  const cell = (main: string, sub: string): TimeCell => ({ main, sub, kind: status.kind })
  const live = left !== undefined && left > 0 ? countdown(left) : undefined
  const lapsed = left !== undefined && left <= 0 ? ago(-left) : ''
  switch (status.kind) {
    case 'refreshing':
      return cell(t('Renewing…'), '')
    case 'expired':
      return cell(t('Expired'), paused ? t('paused') : ago(nowMs - status.sinceMs))
    case 'retrying':
      return cell(live ?? t('Expired'), paused ? t('paused') : againAt(status.untilMs, nowMs))
    case 'needs-login':
      if (live) return cell(live, t('then stops'))
      if (lapsed) return cell(t('Expired'), lapsed)
      return cell(t('Ended'), status.sinceMs === undefined ? '' : ago(nowMs - status.sinceMs))
    case 'held':
      if (live) return cell(live, t('by {by}', { by: status.by }))
      return left === undefined && !status.expired
        ? cell('', t('by {by}', { by: status.by }))
        : cell(t('Expired'), waitsFor(profile, status.by) ?? t('by {by}', { by: status.by }))
    case 'static':
      return cell(live ?? t('Never expires'), rotationCell(profile, nowMs) ?? (live ? t('not renewed') : ''))
    case 'unknown':
      return live
        ? cell(live, t('not confirmed'))
        : cell(t('Cannot be read'), t('looked {ago}', { ago: ago(nowMs - status.lookedAtMs) }))
    case 'fresh':
    case 'due':
      return cell(
        live ?? t('End not known'),
        rotationCell(profile, nowMs) ?? renewsAt(profile, nowMs, paused),
      )
  }
}

/** "renews 14:14", "renews 9 Dec", "renews now"; nothing where nobody plans it. */
function renewsAt(profile: ProfileView, nowMs: number, paused: OverviewView['scheduler']['paused']): string {
  const wanted = profile.nextRefreshAtMs
  if (wanted === undefined) return profile.status.kind === 'due' ? statusWord(profile) : ''
  if (paused?.untilMs === undefined && paused) return t('paused')
  const at = Math.max(wanted, paused?.untilMs ?? wanted)
  return at <= nowMs ? t('renews now') : t('renews {when}', { when: soonLabel(at, nowMs) })
}

/** "new key in 12 d", where a person makes it; "rotates in 12 d" where a command does. */
function rotationCell({ rotateAtMs, can }: ProfileView, nowMs: number): string | undefined {
  if (rotateAtMs === undefined) return undefined
  if (rotateAtMs <= nowMs) return can.refresh ? t('rotates now') : t('new key now')
  const time = coarse(rotateAtMs - nowMs)
  return can.refresh ? t('rotates in {time}', { time }) : t('new key in {time}', { time })
}

/** "In 12 d 3 h, by you"; nothing where no rotation is planned. */
export function rotationFact({ rotateAtMs, can }: ProfileView, nowMs: number): string | undefined {
  if (rotateAtMs === undefined) return undefined
  const who = can.refresh ? t('by its command') : t('by you')
  return rotateAtMs > nowMs
    ? t('In {left}, {who}', { left: countdown(rotateAtMs - nowMs), who })
    : t('Was due {ago}, {who}', { ago: ago(nowMs - rotateAtMs), who })
}

function againAt(atMs: number, nowMs: number): string {
  return atMs <= nowMs ? t('trying again') : t('again {when}', { when: soonLabel(atMs, nowMs) })
}

/** Until the person has to sign in again: "27 d", "ended"; nothing where nobody said. */
export function grantCell(profile: ProfileView, nowMs: number): string {
  if (profile.grantExpiresAtMs !== undefined) {
    return profile.grantExpiresAtMs > nowMs ? coarse(profile.grantExpiresAtMs - nowMs) : t('ended')
  }
  return ''
}

/** The second line of a row: the provider where no heading names it, and where the login is kept or what has stopped. */
export function whereLine(profile: ProfileView, withProvider: boolean, nowMs: number): string {
  const { status, accessExpiresAtMs: end } = profile
  const agents = agentsOf([profile]).length
  const stopped = status.kind === 'needs-login' && agents > 0 && (end === undefined || end <= nowMs)
  const where = stopped
    ? t('{agents} stopped', { agents: counted(agents, 'agent') })
    : (heldByFleet(profile) ?? known(profile.whereLine))
  return withProvider ? `${profile.providerName} · ${where}` : where
}

/** Whose it is, and whether the fleet is out of reach; nothing for what no fleet holds. */
export function heldByFleet({ owner: { fleet }, warnings }: ProfileView): string | undefined {
  if (fleet === undefined) return undefined
  return warnings.some(({ code }) => code === 'FLEET_UNREACHABLE')
    ? t('held by {fleet}, not reached', { fleet })
    : t('held by {fleet}', { fleet })
}

/** What is wrong with it beside its state, for the second line of its row: "files differ", "1 warning". */
export function tellings({ holders, warnings }: ProfileView): readonly string[] {
  return [
    ...(holders.some(({ drift }) => drift) ? [t('files differ')] : []),
    ...(holders.some(({ problem }) => problem) ? [t('a file has a problem')] : []),
    ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
  ]
}

/**
 * The second line of a row in pieces, of which those that do not fit are left out whole, the last first: so what is wrong
 * comes right after the provider, before where the login is kept.
 */
export function rowParts(
  where: string,
  told: readonly string[],
  withProvider: boolean,
): readonly { readonly words: string; readonly isTold: boolean }[] {
  const plain = where.split(' · ').map((words) => ({ words, isTold: false }))
  const first = withProvider ? 1 : 0
  const wrong = told.map((words) => ({ words, isTold: true }))
  return [...plain.slice(0, first), ...wrong, ...plain.slice(first)].map(({ words, isTold }, at) => ({
    words: at === 0 ? words : ` · ${words}`,
    isTold,
  }))
}

/** The first words of the callout; the core's advice follows them. */
export function headline(profile: ProfileView, nowMs: number): string {
  const status = statusAt(profile, nowMs)
  const left = profile.accessExpiresAtMs === undefined ? undefined : profile.accessExpiresAtMs - nowMs
  switch (status.kind) {
    case 'fresh':
      return profile.nextRefreshAtMs !== undefined && profile.nextRefreshAtMs > nowMs
        ? t('Renews in {left}.', { left: countdown(profile.nextRefreshAtMs - nowMs) })
        : t('Fresh.')
    case 'due':
      return left !== undefined
        ? t('Renewing soon, with {left} left.', { left: countdown(left) })
        : t('Renewing soon.')
    case 'refreshing':
      return t('Renewing now.')
    case 'retrying':
      return status.untilMs > nowMs
        ? t('Tries again in {left}.', { left: countdown(status.untilMs - nowMs) })
        : t('Trying again.')
    case 'expired':
      return t('Expired {ago}.', { ago: ago(nowMs - status.sinceMs) })
    case 'needs-login':
      return endedWords(profile, nowMs)
    case 'held':
      if (profile.owner.fleet !== undefined) return fleetHolds(profile.owner.fleet, left)
      return profile.owner.mode === 'borrowed'
        ? borrowedFrom(status.by, left)
        : t('Kept by {by}.', { by: status.by })
    case 'static':
      return t('Never expires by itself.')
    case 'unknown':
      return t('Cannot be read, last looked {ago}.', { ago: ago(nowMs - status.lookedAtMs) })
  }
}

/** "Expired 3 h ago.", "Works for another 45 min.": what the end of a sign-in means by now. */
function endedWords(profile: ProfileView, nowMs: number): string {
  const end = profile.accessExpiresAtMs
  if (end === undefined) return t('Needs you to sign in.')
  return end <= nowMs
    ? t('Expired {ago}.', { ago: ago(nowMs - end) })
    : t('Works for another {left}, then stops.', { left: countdown(end - nowMs) })
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
      head: t('Renewing is paused.'),
      advice: t('Lamplighter renews it once you resume; until then only “Renew now” does.'),
    }
  }
  if (paused.untilMs <= Math.max(next, nowMs)) return undefined
  return {
    head: t('Renewing is paused until {when}.', { when: aheadLabel(paused.untilMs, nowMs) }),
    advice: t('Lamplighter renews it then; until then only “Renew now” does.'),
  }
}

/** The access token of another node: how long it is good for, or since when that node is waited for. */
function borrowedFrom(owner: string, leftMs: number | undefined): string {
  if (leftMs === undefined) return t('Borrowed from {owner}.', { owner })
  if (leftMs > 0) return t('Borrowed from {owner}, good for {left}.', { owner, left: countdown(leftMs) })
  return t('Waiting for {owner}; expired {ago}.', { owner, ago: ago(-leftMs) })
}

function fleetHolds(fleet: string, leftMs: number | undefined): string {
  if (leftMs === undefined) return t('Held by the fleet {fleet}.', { fleet })
  if (leftMs > 0) return t('Held by the fleet {fleet}, good for {left}.', { fleet, left: countdown(leftMs) })
  return t('Waiting for the fleet {fleet}; expired {ago}.', { fleet, ago: ago(-leftMs) })
}

/** Who is waited for, where that is another machine: a program on this one needs nobody's patience. */
function waitsFor(profile: ProfileView, owner: string): string | undefined {
  return profile.owner.mode === 'borrowed' ? t('waiting for {owner}', { owner }) : undefined
}

/** "12 min left of 8 h", "Expired 3 h ago", "Not known". */
export function accessFact(profile: ProfileView, nowMs: number): string {
  const { accessExpiresAtMs: end, accessIssuedAtMs: start } = profile
  if (end === undefined)
    return profile.status.kind === 'static' ? t('Never expires') : t('Its end is not known')
  if (end <= nowMs) return t('Expired {ago}', { ago: ago(nowMs - end) })
  const left = t('{left} left', { left: countdown(end - nowMs) })
  return start !== undefined && start < end
    ? t('{left} of {whole}', { left, whole: countdown(end - start) })
    : left
}

export function grantFact(profile: ProfileView, nowMs: number): string {
  if (profile.status.kind === 'needs-login') return t('Ended')
  if (profile.grantExpiresAtMs === undefined) return t('The provider does not say when it ends')
  const left = profile.grantExpiresAtMs - nowMs
  return left <= 0 ? t('Ended') : t('{left} left', { left: countdown(left) })
}

/** Every moment the words of a profile count towards: what the ticker has to keep an eye on. */
export function targetsOf(profile: ProfileView): readonly number[] {
  const { status } = profile
  const own =
    status.kind === 'retrying' ? status.untilMs : status.kind === 'unknown' ? status.lookedAtMs : undefined
  return [profile.accessExpiresAtMs, profile.grantExpiresAtMs, profile.rotateAtMs, own].filter(
    (at) => at !== undefined,
  )
}
