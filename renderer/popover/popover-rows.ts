/** What the small window lists: who needs somebody, what is next, and how many more there are. Pure. */
import { type ProblemView, problemsOf } from '../../app/contract/problems.ts'
import type { OverviewView, ProfileView, StatusKind } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { aheadLabel, whenLabel } from '../format/dates.ts'
import { statusWord } from '../format/labels.ts'
import { tellings } from '../logins/row-text.ts'
import { type Attention, attentionOf } from '../model/attention.ts'
import { problemLine } from '../model/problems.ts'
import { byProviderAndAccount } from '../model/sort.ts'

const MOST_PRESSING = 4
const MOST_NEXT = 3
const WAITING: ReadonlySet<StatusKind> = new Set(['due', 'retrying', 'expired'])

export interface PressingRow {
  readonly profile: ProfileView
  readonly attention: Extract<Attention, 'needs-you' | 'look'>
  readonly why: string
}

export interface ProblemPressing {
  readonly problem: ProblemView
  readonly attention: Extract<Attention, 'needs-you' | 'look'>
  readonly why: string
}

export interface PopoverRows {
  readonly pressing: readonly (PressingRow | ProblemPressing)[]
  readonly next: readonly ProfileView[]
  /** All the others, in the order of the street. */
  readonly more: readonly ProfileView[]
}

export function popoverRows(overview: OverviewView): PopoverRows {
  const { profiles, atMs, scheduler } = overview
  const of = (wanted: Attention) =>
    profiles.filter((profile) => attentionOf(profile, atMs) === wanted).sort(byEnd)
  const pressing = (['needs-you', 'look'] as const)
    .flatMap((attention): readonly (PressingRow | ProblemPressing)[] => [
      ...of(attention).map((profile) => ({
        profile,
        attention,
        why: whyOf(profile, atMs, scheduler.paused !== undefined),
      })),
      ...problemsOf(overview)
        .filter((problem) => problem.attention === attention)
        .map((problem) => ({ problem, attention, why: problemLine(problem, atMs) })),
    ])
    .slice(0, MOST_PRESSING)
  const next = of('renewing')
    .filter(({ nextRefreshAtMs }) => nextRefreshAtMs !== undefined)
    .sort((a, b) => (a.nextRefreshAtMs ?? 0) - (b.nextRefreshAtMs ?? 0))
    .slice(0, MOST_NEXT)
  const shown = new Set([...pressing.flatMap((row) => ('profile' in row ? row.profile : [])), ...next])
  return { pressing, next, more: profiles.filter((one) => !shown.has(one)).sort(byProviderAndAccount) }
}

/** A pause promises nothing: what would mend itself waits for its end. */
function whyOf(profile: ProfileView, nowMs: number, paused: boolean): string {
  const { status, providerName, lastEvent } = profile
  if (paused && profile.can.refresh && WAITING.has(status.kind)) {
    return `${providerName} · ${status.kind === 'expired' ? t('expired, renewing is paused') : t('renewing is paused')}`
  }
  if (status.kind !== 'needs-login') return `${providerName} · ${lookWords(profile, nowMs)}`
  return lastEvent?.kind === 'rejected'
    ? t('{providerName} ended it {when}', { providerName, when: whenLabel(lastEvent.atMs, nowMs) })
    : `${providerName} · ${known(status.failure.message)}`
}

/** Its state says why where it has lapsed; else what is wrong beside that, or a sign-in that ends soon. */
function lookWords(profile: ProfileView, nowMs: number): string {
  const { status, grantExpiresAtMs } = profile
  const [told] = tellings(profile)
  if (status.kind !== 'fresh' && status.kind !== 'due') return statusWord(profile)
  if (told !== undefined) return told
  return grantExpiresAtMs === undefined
    ? statusWord(profile)
    : t('the sign-in ends {when}', { when: aheadLabel(grantExpiresAtMs, nowMs) })
}

function byEnd(a: ProfileView, b: ProfileView): number {
  const end = ({ accessExpiresAtMs }: ProfileView) => accessExpiresAtMs ?? Number.MAX_VALUE
  return end(a) - end(b) || byProviderAndAccount(a, b)
}
