/** The band over the list: how things stand in one sentence, why, who has stopped, and the one button that mends it. */
import { isDown } from '../../app/contract/is-down.ts'
import { type NeedingYou, needingYou, type ProblemView, problemsOf } from '../../app/contract/problems.ts'
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { needsYou } from '../../app/words/needs-you.ts'
import { firstWord, numberWord } from '../../app/words/number-word.ts'
import { inARow, numberText, t } from '../../app/words/t.ts'
import { aheadLabel, whenLabel } from '../format/dates.ts'
import { andList, calledOf, withoutStop } from '../format/labels.ts'
import { attentionOf, type LampState, lampOf } from './attention.ts'
import { consequence, problemTitle } from './problems.ts'
import { byProviderAndAccount, comparing } from './sort.ts'

export type BandAct =
  | { readonly kind: 'sign-in'; readonly profileId: string; readonly label: string }
  | { readonly kind: 'renew'; readonly profileId: string; readonly label: string }
  | { readonly kind: 'repair'; readonly profileId: string; readonly label: string }
  | { readonly kind: 'show'; readonly profileId: string; readonly label: string }
  /** A file, or whatever else is no login. */
  | { readonly kind: 'show-problem'; readonly problemId: string; readonly label: string }
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
  const needing = needingYou(overview)
  const looking = profiles.filter((profile) => attentionOf(profile, nowMs) === 'look').sort(comparing('time'))
  if (scheduler.paused) return pausedBand(overview, scheduler.paused, needing, nowMs)
  const logins = [...needing.logins].sort(soonest)
  const [first] = logins
  if (first) return needsYouBand(first, { ...needing, logins }, profiles.length, looking.length, nowMs)
  const [problem] = needing.problems
  if (problem) return brokenBand(problem, needing)
  const problems = problemsOf(overview).filter(({ attention }) => attention === 'look')
  const [look] = looking
  if (look) return lookBand(look, looking, problems, profiles.length, nowMs)
  const [other] = problems
  if (other) return problemBand(other, problems.length)
  return {
    mood: 'quiet',
    headline:
      profiles.length === 1
        ? t('The lamp is lit')
        : t('All {count} lamps are lit', { count: numberWord(profiles.length) }),
    why: nextRenewal(overview, nowMs),
  }
}

function needsYouBand(
  first: ProfileView,
  { logins: needing, problems, count, noun }: NeedingYou,
  all: number,
  looking: number,
  nowMs: number,
): Band {
  const others = all - needing.length - looking
  const rest =
    count === 1 || others === 0 || noun !== 'login'
      ? ''
      : t('{others, plural, one {The other # is} other {The other # are}} fine.', { others })
  return {
    mood: 'needs-you',
    headline:
      all > 12 && noun === 'login'
        ? t(
            '{needing, plural, one {{count} of {all} logins needs} other {{count} of {all} logins need}} you',
            {
              needing: count,
              count: firstWord(count),
              all: numberText(all),
            },
          )
        : needsYou({ count, noun }, firstWord(count)),
    why: inARow([
      needing.length === 1 ? causeOf(first, nowMs) : '',
      stoppedInWords(needing, nowMs),
      problems.length === 0 ? '' : `${titlesOf(problems)}.`,
      rest,
    ]),
    ...(first.can.login
      ? {
          act: {
            kind: 'sign-in',
            profileId: first.id,
            label:
              count > 1
                ? t('Sign in to {provider} first', { provider: first.providerName })
                : t('Sign in to {provider}', { provider: first.providerName }),
          },
        }
      : { act: { kind: 'show', profileId: first.id, label: t('Show what to do') } }),
  }
}

/** No login asks for anybody; a file that holds some does. */
function brokenBand(first: ProblemView, { problems, count, noun }: NeedingYou): Band {
  const [hint] = count === 1 ? [known(first.failure.hint)] : []
  return {
    mood: 'needs-you',
    headline: needsYou({ count, noun }, firstWord(count)),
    why: inARow([`${titlesOf(problems)}.`, count === 1 ? consequence(first) : '', hint]),
    act: { kind: 'show-problem', problemId: first.id, label: t('Show what to do') },
  }
}

function problemBand(first: ProblemView, count: number): Band {
  const title = withoutStop(problemTitle(first))
  return {
    mood: 'look',
    headline: worthALook(count),
    why: inARow([`${title}.`, count > 1 ? moreToLookAt(count - 1) : consequence(first)]),
    act: { kind: 'show-problem', problemId: first.id, label: t('Show') },
  }
}

/** "auth-profiles.json is damaged, and config.json is not understood" */
function titlesOf(problems: readonly ProblemView[]): string {
  const titles = problems.slice(0, MOST_TITLES).map((one) => withoutStop(problemTitle(one)))
  const hidden = problems.length - titles.length
  return andList(hidden > 0 ? [...titles, t('{more} more', { more: numberText(hidden) })] : titles)
}

const MOST_TITLES = 3

function worthALook(looking: number): string {
  return t(
    'Nothing needs you; {looking, plural, one {{count} thing is} other {{count} things are}} worth a look',
    { looking, count: numberWord(looking) },
  )
}

function moreToLookAt(more: number): string {
  return t('{more, plural, one {{count} more is} other {{count} more are}} worth a look.', {
    more,
    count: firstWord(more),
  })
}

function pausedBand(
  { profiles }: OverviewView,
  paused: { readonly untilMs?: number },
  needing: NeedingYou,
  nowMs: number,
): Band {
  const horizon = paused.untilMs ?? Number.POSITIVE_INFINITY
  const lapsing = profiles.filter(
    ({ nextRefreshAtMs, accessExpiresAtMs }) =>
      nextRefreshAtMs !== undefined && accessExpiresAtMs !== undefined && accessExpiresAtMs <= horizon,
  )
  const first = [...lapsing].sort(soonest)[0]?.accessExpiresAtMs
  const expire =
    first === undefined
      ? t('Nothing expires before that.')
      : first <= nowMs
        ? t(
            '{lapsing, plural, one {# login expires} other {# logins expire}} meanwhile, some already have.',
            {
              lapsing: lapsing.length,
            },
          )
        : t('{lapsing, plural, one {# login expires} other {# logins expire}} meanwhile, the first {when}.', {
            lapsing: lapsing.length,
            when: aheadLabel(first, nowMs),
          })
  return {
    mood: 'paused',
    headline:
      paused.untilMs === undefined
        ? t('Renewing is paused')
        : t('Renewing is paused until {when}', { when: aheadLabel(paused.untilMs, nowMs) }),
    why: needing.count > 0 ? `${needsYou(needing, firstWord(needing.count))}. ${expire}` : expire,
    act: { kind: 'resume', label: t('Resume') },
  }
}

function lookBand(
  look: ProfileView,
  all: readonly ProfileView[],
  problems: readonly ProblemView[],
  total: number,
  nowMs: number,
): Band {
  const { id, status } = look
  const looking = all.length + problems.length
  const down = all.filter((profile) => isDown(profile, nowMs)).length
  const more = looking > 1 ? moreToLookAt(looking - 1) : ''
  const drifting = look.holders.some(({ drift }) => drift)
  const act: BandAct =
    (status.kind === 'retrying' || status.kind === 'expired') && look.can.refresh
      ? { kind: 'renew', profileId: id, label: t('Try again now') }
      : drifting && status.kind !== 'unknown'
        ? { kind: 'repair', profileId: id, label: t('Repair') }
        : { kind: 'show', profileId: id, label: t('Show') }
  return {
    mood: 'look',
    headline:
      down > 0
        ? t(
            '{down, plural, one {{count} login has} other {{count} logins have}} expired; Lamplighter keeps trying',
            {
              count: firstWord(down),
              down,
            },
          )
        : problems.length > 0
          ? worthALook(looking)
          : t(
              'Nothing needs you; {looking, plural, one {{count} of {all} is} other {{count} of {all} are}} worth a look',
              {
                count: numberWord(looking),
                all: numberWord(total),
                looking,
              },
            ),
    why: inARow([lookInWords(look, nowMs), more]),
    act,
  }
}

/** "ada@example.test, xAI: xAI did not answer. It is tried again 14:05." */
export function lookInWords(profile: ProfileView, nowMs: number): string {
  const { status, warnings, holders, accessExpiresAtMs: end } = profile
  const who = `${calledOf(profile)}, ${profile.providerName}`
  switch (status.kind) {
    case 'retrying': {
      const gone = end !== undefined && end <= nowMs ? t('It has expired meanwhile.') : ''
      const again =
        status.untilMs <= nowMs
          ? t('It is tried again now.')
          : t('It is tried again {when}.', { when: aheadLabel(status.untilMs, nowMs) })
      return inARow([`${who}: ${known(status.failure.message)}`, gone, again])
    }
    case 'expired':
      return t('{who} has expired and is renewed by itself.', { who })
    case 'unknown':
      return `${who}: ${known(status.failure?.message) ?? t('it cannot be read.')}`
    default:
  }
  const problem = warnings[0] ?? holders.find((holder) => holder.problem)?.problem
  if (problem) return `${who}: ${known(problem.message)}`
  if (holders.some(({ drift }) => drift)) return t('{who}: not all files hold the newest token.', { who })
  if (profile.grantExpiresAtMs !== undefined) {
    return t('{who}: the sign-in ends {when}; only a new one goes on after that.', {
      who,
      when: aheadLabel(profile.grantExpiresAtMs, nowMs),
    })
  }
  return `${who}: ${known(profile.advice)}`
}

/** "Anthropic ended ops@example.test at 11:02." Where nobody recorded the end, what the core says. */
function causeOf(profile: ProfileView, nowMs: number): string {
  const { status, lastEvent } = profile
  if (status.kind !== 'needs-login') return ''
  if (lastEvent?.kind === 'rejected') {
    return t('{providerName} ended {login} ({when}).', {
      providerName: profile.providerName,
      login: calledOf(profile),
      when: whenLabel(lastEvent.atMs, nowMs),
    })
  }
  return `${calledOf(profile)}, ${profile.providerName}: ${known(status.failure.message)}`
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
  const many = { stopped: stopped.length, count: firstWord(stopped.length) }
  const more = { stopping: stopping.length, count: firstWord(stopping.length) }
  const stoppedWords =
    stopped.length === 0
      ? ''
      : stopped.length <= 4
        ? t('{stopped, plural, one {{count} agent has} other {{count} agents have}} stopped: {names}.', {
            ...many,
            names: andList(stopped),
          })
        : t('{stopped, plural, one {{count} agent has} other {{count} agents have}} stopped.', many)
  if (stopping.length === 0 || at === undefined) return stoppedWords
  const when = aheadLabel(at, nowMs)
  return stopped.length === 0
    ? t('{stopping, plural, one {{count} agent stops} other {{count} agents stop}} {when}.', {
        ...more,
        when,
      })
    : `${stoppedWords} ${t('{stopping, plural, one {{count} more stops} other {{count} more stop}} {when}.', { ...more, when })}`
}

/** "Next renewal 14:14: OpenAI Codex." */
function nextRenewal({ scheduler, profiles }: OverviewView, nowMs: number): string {
  const profile = profiles.find(({ id }) => id === scheduler.next?.profileId)
  if (!scheduler.next || !profile) {
    return scheduler.elsewhere
      ? t('Another Lamplighter on this machine renews them.')
      : t('No renewal is planned.')
  }
  const at = scheduler.next.atMs
  const login = `${calledOf(profile)}, ${profile.providerName}`
  return at <= nowMs
    ? t('Next renewal now: {login}.', { login })
    : t('Next renewal {when}: {login}.', { when: aheadLabel(at, nowMs), login })
}

/** What has expired gives no light, although it may be renewed yet. */
function isLit(profile: ProfileView, nowMs: number): boolean {
  const attention = attentionOf(profile, nowMs)
  const { accessExpiresAtMs = Number.POSITIVE_INFINITY } = profile
  return attention !== 'needs-you' && !(attention === 'look' && accessExpiresAtMs <= nowMs)
}

/** @returns how many are lit, for the line under the street */
export function litInWords(profiles: readonly ProfileView[], nowMs: number): string {
  const lit = profiles.filter((profile) => isLit(profile, nowMs)).length
  return t('{lit} of {all} lit', { lit: numberText(lit), all: numberText(profiles.length) })
}

function soonest(a: ProfileView, b: ProfileView): number {
  const end = ({ accessExpiresAtMs }: ProfileView) => accessExpiresAtMs ?? 0
  return end(a) - end(b) || byProviderAndAccount(a, b)
}
