/** The band over the list: how things stand in one sentence, why, who has stopped, and the one button that mends it. */
import { isDown } from '../../app/contract/is-down.ts'
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'
import { aheadLabel, whenLabel } from '../format/dates.ts'
import { andList, calledOf, counted, numberWord, sentence } from '../format/labels.ts'
import { attentionOf, countAttentions, type LampState, lampOf } from './attention.ts'
import { byProviderAndAccount, comparing } from './sort.ts'

export type BandAct =
  | { readonly kind: 'sign-in'; readonly profileId: string; readonly label: string }
  | { readonly kind: 'renew'; readonly profileId: string; readonly label: string }
  | { readonly kind: 'repair'; readonly profileId: string; readonly label: string }
  | { readonly kind: 'show'; readonly profileId: string; readonly label: string }
  | { readonly kind: 'resume'; readonly label: string }

export interface Band {
  readonly mood: 'needs-you' | 'paused' | 'look' | 'quiet'
  readonly headline: string
  readonly why: string
  readonly act?: BandAct
}

export interface StreetLamp {
  readonly id: string
  readonly name: string
  readonly state: LampState
}

/** As many lamps as can still be told apart. */
export const MOST_LAMPS = 30

/** In the order of names, so that no lamp moves when its state changes; none where there are too many. */
export function streetOf(profiles: readonly ProfileView[], nowMs: number): readonly StreetLamp[] {
  if (profiles.length > MOST_LAMPS) return []
  return [...profiles].sort(byProviderAndAccount).map((profile) => ({
    id: profile.id,
    name: `${calledOf(profile)}, ${profile.providerName}`,
    state: lampOf(attentionOf(profile, nowMs)),
  }))
}

export function bandOf(overview: OverviewView, nowMs: number): Band {
  const { profiles, scheduler } = overview
  const needing = profiles.filter(({ status }) => status.kind === 'needs-login').sort(soonest)
  const looking = profiles.filter((profile) => attentionOf(profile, nowMs) === 'look').sort(comparing('time'))
  if (scheduler.paused) return pausedBand(overview, scheduler.paused, needing.length, nowMs)
  const [first] = needing
  if (first) return needsYouBand(first, needing, profiles.length, looking.length, nowMs)
  const [look] = looking
  if (look) return lookBand(look, looking, profiles.length, nowMs)
  return {
    mood: 'quiet',
    headline: profiles.length === 1 ? 'The lamp is lit' : `All ${numberWord(profiles.length)} lamps are lit`,
    why: nextRenewal(overview, nowMs),
  }
}

function needsYouBand(
  first: ProfileView,
  needing: readonly ProfileView[],
  all: number,
  looking: number,
  nowMs: number,
): Band {
  const count = needing.length
  const of = all > 12 ? ` of ${all.toLocaleString('en-GB')}` : ''
  const verb = count === 1 ? 'needs' : 'need'
  const others = all - count - looking
  const rest =
    count === 1 || others === 0
      ? ''
      : `The other ${others.toLocaleString('en-GB')} ${others === 1 ? 'is' : 'are'} fine.`
  return {
    mood: 'needs-you',
    headline: `${sentence(numberWord(count))}${of} ${of !== '' || count > 1 ? 'logins' : 'login'} ${verb} you`,
    why: [count === 1 ? causeOf(first, nowMs) : '', stoppedInWords(needing, nowMs), rest]
      .filter(Boolean)
      .join(' '),
    ...(first.can.login
      ? {
          act: {
            kind: 'sign-in',
            profileId: first.id,
            label: `Sign in to ${first.providerName}${count > 1 ? ' first' : ''}`,
          },
        }
      : { act: { kind: 'show', profileId: first.id, label: 'Show what to do' } }),
  }
}

function pausedBand(
  { profiles }: OverviewView,
  paused: { readonly untilMs?: number },
  needing: number,
  nowMs: number,
): Band {
  const until = paused.untilMs === undefined ? '' : ` until ${aheadLabel(paused.untilMs, nowMs)}`
  const horizon = paused.untilMs ?? Number.POSITIVE_INFINITY
  const lapsing = profiles.filter(
    ({ nextRefreshAtMs, accessExpiresAtMs }) =>
      nextRefreshAtMs !== undefined && accessExpiresAtMs !== undefined && accessExpiresAtMs <= horizon,
  )
  const first = [...lapsing].sort(soonest)[0]?.accessExpiresAtMs
  const expire =
    first === undefined
      ? 'Nothing expires before that.'
      : `${counted(lapsing.length, 'login')} ${lapsing.length === 1 ? 'expires' : 'expire'} meanwhile, ${first <= nowMs ? 'some already have' : `the first ${aheadLabel(first, nowMs)}`}.`
  return {
    mood: 'paused',
    headline: `Renewing is paused${until}`,
    why: `${needing > 0 ? `${sentence(numberWord(needing))} ${needing === 1 ? 'login needs' : 'logins need'} you. ` : ''}${expire}`,
    act: { kind: 'resume', label: 'Resume' },
  }
}

function lookBand(look: ProfileView, all: readonly ProfileView[], total: number, nowMs: number): Band {
  const { id, status } = look
  const looking = all.length
  const down = all.filter((profile) => isDown(profile, nowMs)).length
  const more =
    looking > 1
      ? ` ${sentence(numberWord(looking - 1))} more ${looking === 2 ? 'is' : 'are'} worth a look.`
      : ''
  const drifting = look.holders.some(({ drift }) => drift)
  const act: BandAct =
    (status.kind === 'retrying' || status.kind === 'expired') && look.can.refresh
      ? { kind: 'renew', profileId: id, label: 'Try again now' }
      : drifting && status.kind !== 'unknown'
        ? { kind: 'repair', profileId: id, label: 'Repair' }
        : { kind: 'show', profileId: id, label: 'Show' }
  return {
    mood: 'look',
    headline:
      down > 0
        ? `${sentence(numberWord(down))} ${down === 1 ? 'login has' : 'logins have'} expired; Lamplighter keeps trying`
        : `Nothing needs you; ${numberWord(looking)} of ${numberWord(total)} ${looking === 1 ? 'is' : 'are'} worth a look`,
    why: `${lookInWords(look, nowMs)}${more}`,
    act,
  }
}

/** "ada@example.test, xAI: xAI did not answer. It is tried again 14:05." */
export function lookInWords(profile: ProfileView, nowMs: number): string {
  const { status, warnings, holders, accessExpiresAtMs: end } = profile
  const who = `${calledOf(profile)}, ${profile.providerName}`
  switch (status.kind) {
    case 'retrying': {
      const gone = end !== undefined && end <= nowMs ? ' It has expired meanwhile.' : ''
      return `${who}: ${status.failure.message}${gone} It is tried again ${status.untilMs <= nowMs ? 'now' : aheadLabel(status.untilMs, nowMs)}.`
    }
    case 'expired':
      return `${who} has expired and is renewed by itself.`
    case 'unknown':
      return `${who}: ${status.failure?.message ?? 'it cannot be read.'}`
    default:
  }
  const problem = warnings[0] ?? holders.find((holder) => holder.problem)?.problem
  if (problem) return `${who}: ${problem.message}`
  if (holders.some(({ drift }) => drift)) return `${who}: not all files hold the newest token.`
  if (profile.grantExpiresAtMs !== undefined) {
    return `${who}: the sign-in ends ${aheadLabel(profile.grantExpiresAtMs, nowMs)}; only a new one goes on after that.`
  }
  return `${who}: ${profile.advice}`
}

/** "Anthropic ended ops@example.test at 11:02." Where nobody recorded the end, what the core says. */
function causeOf(profile: ProfileView, nowMs: number): string {
  const { status, lastEvent } = profile
  if (status.kind !== 'needs-login') return ''
  if (lastEvent?.kind === 'rejected') {
    return `${profile.providerName} ended ${calledOf(profile)} (${whenLabel(lastEvent.atMs, nowMs)}).`
  }
  return `${calledOf(profile)}, ${profile.providerName}: ${status.failure.message}`
}

/** The agents that use these logins: "OpenClaw · main" is the agent main. */
export function agentsOf(profiles: readonly ProfileView[]): readonly string[] {
  const labels = profiles.flatMap(({ holders }) => holders.map(({ label }) => label))
  return [
    ...new Set(labels.flatMap((label) => (label.includes(' · ') ? (label.split(' · ').at(-1) ?? []) : []))),
  ]
}

/** "Three agents have stopped: main, research and billing.", "One agent stops 14:47." */
export function stoppedInWords(profiles: readonly ProfileView[], nowMs: number): string {
  const gone = profiles.filter(
    ({ accessExpiresAtMs }) => accessExpiresAtMs === undefined || accessExpiresAtMs <= nowMs,
  )
  const later = profiles.filter((profile) => !gone.includes(profile)).sort(soonest)
  const stopped = agentsOf(gone)
  const stopping = agentsOf(later).filter((name) => !stopped.includes(name))
  const at = later[0]?.accessExpiresAtMs
  return [
    stopped.length === 0
      ? ''
      : `${sentence(numberWord(stopped.length))} ${stopped.length === 1 ? 'agent has' : 'agents have'} stopped${stopped.length <= 4 ? `: ${andList(stopped)}` : ''}.`,
    stopping.length === 0 || at === undefined
      ? ''
      : `${sentence(numberWord(stopping.length))}${stopped.length > 0 ? ' more' : ''} ${stopping.length === 1 ? (stopped.length > 0 ? 'stops' : 'agent stops') : stopped.length > 0 ? 'stop' : 'agents stop'} ${aheadLabel(at, nowMs)}.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** "Next renewal 14:14: OpenAI Codex." */
function nextRenewal({ scheduler, profiles }: OverviewView, nowMs: number): string {
  const profile = profiles.find(({ id }) => id === scheduler.next?.profileId)
  if (!scheduler.next || !profile) {
    return scheduler.elsewhere ? 'Another Lamplighter on this machine renews them.' : 'No renewal is planned.'
  }
  const at = scheduler.next.atMs
  return `Next renewal ${at <= nowMs ? 'now' : aheadLabel(at, nowMs)}: ${calledOf(profile)}, ${profile.providerName}.`
}

/** @returns how many are lit, for the line under the street */
export function litInWords(profiles: readonly ProfileView[], nowMs: number): string {
  const { 'needs-you': dark } = countAttentions(profiles, nowMs)
  const all = profiles.length
  return `${(all - dark).toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} lit`
}

function soonest(a: ProfileView, b: ProfileView): number {
  const end = ({ accessExpiresAtMs }: ProfileView) => accessExpiresAtMs ?? 0
  return end(a) - end(b) || byProviderAndAccount(a, b)
}
