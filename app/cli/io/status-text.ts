/** What `lamplighter status` says. Pure. */
import type { Failure } from '../../contract/failure.ts'
import { needingYou, nounFor, type ProblemView, problemsOf, withoutPlaces } from '../../contract/problems.ts'
import type { OverviewView, ProfileView, StatusKind } from '../../contract/views.ts'
import { keepingOf } from '../../model/profile-view.ts'
import type { HelloReply } from '../../rpc/protocol.ts'
import { inWords } from './duration.ts'
import { lineText } from './line.ts'
import { table } from './table.ts'
import { textTable } from './text-table.ts'

const INDENT = 2

export interface StatusInput {
  /** Absent: nobody runs who could be asked. */
  readonly host: HelloReply | undefined
  readonly overview: OverviewView
  readonly nowMs: number
  /** Of the terminal, where there is one. */
  readonly columns?: number | undefined
}

/** In the order in which they want attention. */
export const STATE_WORDS: Readonly<Record<StatusKind, string>> = {
  'needs-login': 'needs you',
  retrying: 'retrying',
  expired: 'expired, will be renewed',
  unknown: 'cannot be read',
  refreshing: 'renewing',
  due: 'renewing soon',
  held: 'kept by others',
  fresh: 'fresh',
  static: 'never expires',
}

/** Where nothing runs that would: what is promised otherwise. */
const UNKEPT: Partial<typeof STATE_WORDS> = { retrying: 'renewal failed', expired: 'expired' }
export const STATES_BY_URGENCY = Object.keys(STATE_WORDS) as readonly StatusKind[]

export function countsOf(overview: OverviewView): Partial<Record<StatusKind, number>> {
  const { profiles } = withoutPlaces(overview)
  const counted = STATES_BY_URGENCY.map((kind) => [
    kind,
    profiles.filter(({ status }) => status.kind === kind).length,
  ])
  return Object.fromEntries(counted.filter(([, count]) => count !== 0))
}

/** A refresh that waits for its next try, or for its reply. */
export function waitingIn({ profiles }: OverviewView): readonly ProfileView[] {
  return profiles.filter(({ status }) => status.kind === 'retrying' || status.kind === 'refreshing')
}

export function statusLines({ host, overview: all, nowMs, columns }: StatusInput): readonly string[] {
  const overview = withoutPlaces(all)
  const { profiles } = overview
  const needing = needingYou(overview)
  const runs = keepingOf(overview.scheduler) === 'runs'
  const unknown = profiles.filter(({ status }) => status.kind === 'unknown')
  const list = (title: string, some: readonly ProfileView[]) =>
    listed(
      title,
      some.map((profile) => [profile.id, reason(profile, nowMs, runs)]),
      columns,
    )
  return [
    hostLine(host, nowMs),
    ...scheduleLines(overview, host !== undefined, nowMs),
    loginsLine(overview),
    ...problemsOf(overview)
      .filter(({ attention }) => attention === 'look')
      .map(({ failure }) => `Problem: ${inOneLine(failure)}`),
    ...list(runs ? 'Waiting:' : 'Could not be renewed:', waitingIn(overview)),
    ...queueLines(overview, nowMs),
    ...listed(
      'Waiting for you:',
      [
        ...needing.logins.map((profile) => [profile.id, reason(profile, nowMs, runs)] as const),
        ...needing.problems.map((problem) => [problem.path ?? '', problemText(problem)] as const),
      ],
      columns,
    ),
    ...list('Cannot be read:', unknown),
  ]
}

/** "6 logins: 1 needs you, 5 fresh; next in 4 min" */
export function shortStatus({ host, overview, nowMs }: StatusInput): string {
  const { paused, next } = overview.scheduler
  const then = !host
    ? 'not running'
    : paused
      ? 'paused'
      : next && `next ${next.atMs <= nowMs ? 'now' : `in ${inWords(next.atMs - nowMs)}`}`
  return [loginsLine(overview), then].filter(Boolean).join('; ')
}

function hostLine(host: HelloReply | undefined, nowMs: number): string {
  if (!host) return 'Lamplighter is not running: logins are renewed only when somebody asks for them.'
  const since = inWords(Math.max(0, nowMs - host.sinceMs))
  return `Running: ${host.host} ${host.version}, pid ${host.pid}, for ${since}.`
}

function scheduleLines({ scheduler }: OverviewView, isHosted: boolean, nowMs: number): readonly string[] {
  const { running, paused, next } = scheduler
  const start = isHosted ? [] : ['Start the application, or: lamplighter serve']
  if (paused) {
    const until =
      paused.untilMs === undefined ? 'until somebody resumes' : `for ${inWords(paused.untilMs - nowMs)}`
    return [...start, `Renewing ahead of time is paused ${until}.`]
  }
  if (!isHosted) return start
  if (!running) return ['Another Lamplighter on this machine renews ahead of time.']
  if (!next) return ['No renewal is planned.']
  return [`Next: ${next.profileId} ${next.atMs <= nowMs ? 'now' : `in ${inWords(next.atMs - nowMs)}`}`]
}

function problemText({ failure, held = [] }: ProblemView): string {
  const said = inOneLine(failure)
  return held.length === 0 ? said : `${said} It held: ${held.map(({ account }) => account).join(', ')}.`
}

function inOneLine({ message, hint }: Failure): string {
  return `${message} ${hint ?? ''}`.trimEnd()
}

function loginsLine(all: OverviewView): string {
  const overview = withoutPlaces(all)
  const words = keepingOf(overview.scheduler) === 'runs' ? STATE_WORDS : { ...STATE_WORDS, ...UNKEPT }
  const parts = Object.entries(countsOf(overview)).map(
    ([kind, count]) =>
      `${count} ${kind === 'static' && count !== 1 ? 'never expire' : words[kind as StatusKind]}`,
  )
  const count = overview.profiles.length
  const logins = `${count} ${count === 1 ? 'login' : 'logins'}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
  const { problems } = needingYou(overview)
  if (problems.length === 0) return logins
  const noun = nounFor(0, problems)
  return `${logins}; ${problems.length} ${problems.length === 1 ? `${noun} needs` : `${noun}s need`} you`
}

/** Many came at once, and are let in a few at a time. */
function queueLines({ queue = [] }: OverviewView, nowMs: number): readonly string[] {
  if (queue.length === 0) return []
  const rows = queue.map(({ position, askedBy, profileId, providerId, sinceMs }) => [
    askedBy,
    profileId,
    `number ${position} at ${providerId}, since ${inWords(Math.max(0, nowMs - sinceMs))}`,
  ])
  return ['In line for a token:', ...table(rows).map((line) => `  ${line}`)]
}

function listed(
  title: string,
  rows: readonly (readonly [string, string])[],
  columns: number | undefined,
): readonly string[] {
  if (rows.length === 0) return []
  return [title, ...textTable(rows, columns && columns - INDENT).map((line) => `  ${lineText(line)}`)]
}

function reason({ status }: ProfileView, nowMs: number, runs: boolean): string {
  if (status.kind === 'refreshing')
    return `for the provider’s answer, since ${inWords(nowMs - status.sinceMs)}`
  if (status.kind === 'retrying' && runs)
    return `next try ${status.untilMs <= nowMs ? 'now' : `in ${inWords(status.untilMs - nowMs)}`}: ${status.failure.message}`
  return 'failure' in status && status.failure ? status.failure.message : ''
}
