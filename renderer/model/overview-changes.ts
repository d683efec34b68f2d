/** What changed since the last look, in words, and who waits. */
import { isDown } from '../../app/contract/is-down.ts'
import { needingYou, problemsOf } from '../../app/contract/problems.ts'
import type { OverviewView, ProfileView, QueuedView, StatusKind } from '../../app/contract/views.ts'
import { inARow, t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { problemTitle } from './problems.ts'

/** After the number of consumers that wait for a token: "waiting, 4 at a time". */
export function queueWords(atOnce: number | undefined): string {
  return atOnce === undefined ? t('waiting') : t('waiting, {atOnce} at a time', { atOnce })
}

const MOST_NAMES = 8

/** Who they are, first come first. */
export function queueWho(queue: readonly QueuedView[]): string {
  const shown = queue.slice(0, MOST_NAMES).map(({ askedBy }) => askedBy)
  const hidden = queue.length - shown.length
  return [...shown, ...(hidden > 0 ? [t('and {hidden} more', { hidden })] : [])].join(', ')
}

/** What stops whoever uses them: those that wait for a sign-in, and those that lapsed and could not be renewed. */
export function notWorking(overview: OverviewView): {
  readonly signIn: number
  readonly down: number
} {
  return {
    signIn: needingYou(overview).count,
    down: overview.profiles.filter((profile) => isDown(profile, overview.atMs)).length,
  }
}

/**
 * What a screen reader hears, politely, when states changed between two looks. Empty for nothing worth saying:
 * a refresh that starts or a token that becomes due is business as usual.
 */
export function changesInWords(before: OverviewView | undefined, after: OverviewView): string {
  if (!before) return ''
  const old = new Map(before.profiles.map((profile) => [profile.id, profile.status.kind]))
  const oldProblems = new Set(problemsOf(before).map(({ id }) => id))
  const arisen = problemsOf(after)
    .filter(({ id, attention }) => attention === 'needs-you' && !oldProblems.has(id))
    .map((problem) => t('{who}: needs you.', { who: problemTitle(problem) }))
  const changed = after.profiles
    .filter((profile) => old.has(profile.id) && old.get(profile.id) !== profile.status.kind)
    .map((profile) => changeOf(profile, old.get(profile.id)))
    .filter((text) => text !== '')
  const said = [...arisen, ...changed]
  return said.length > 3
    ? t('{logins} changed state.', { logins: counted(said.length, 'login') })
    : inARow(said)
}

function changeOf(profile: ProfileView, was: StatusKind | undefined): string {
  const who = `${profile.providerName}, ${profile.account}`
  if (profile.status.kind === 'needs-login') return t('{who}: needs you.', { who })
  if (profile.status.kind === 'retrying')
    return t('{who}: the renewal did not succeed; it will be tried again.', { who })
  if (profile.status.kind === 'fresh') {
    return was === 'needs-login'
      ? t('{who}: signed in.', { who })
      : was === 'unknown'
        ? ''
        : t('{who}: renewed.', { who })
  }
  return ''
}
