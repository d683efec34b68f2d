import type { OverviewView, ProfileView, StatusView } from '../../contract/views.ts'
import { keepingOf } from '../../model/profile-view.ts'
import { isoOrNull, ownCommand, printJson, type Screen } from '../io/command.ts'
import { countdown, inWords } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'
import type { Line, Span } from '../io/line.ts'
import { stateMark } from '../io/marks.ts'
import { STATE_WORDS } from '../io/status-text.ts'
import { table } from '../io/table.ts'

export const list = ownCommand({
  name: 'list',
  usage: 'list [{json}]',
  summary: 'every login, how long it has left, and who renews it',
  examples: ['list', 'list --json'],
  words: { min: 0, max: 0 },
  flags: {},
  async own({ broker }, _words, flags, io) {
    // A running host knows what it is doing about each: the files alone do not say.
    const overview = await broker.ask('overview', undefined)
    const { profiles, places, problems } = overview
    if (flags.json) {
      printJson(io, { profiles: profiles.map((profile) => toJson(profile, overview)), problems })
      return EXIT.ok
    }
    for (const problem of problems) io.err(`${problem.message} ${problem.hint ?? ''}`.trimEnd())
    if (profiles.length === 0) {
      io.out('No logins were found. Lamplighter looked here:')
      for (const place of places) io.out(`  ${place.label}: ${place.path} (${place.found})`)
      io.out('Add one with: lamplighter login --issuer URL --client-id ID')
      return EXIT.ok
    }
    for (const line of loginLines(overview, profiles, io.now(), io.screen)) io.out(line)
    for (const { id, status, advice } of profiles) if (status.kind === 'unknown') io.err(`${id}: ${advice}`)
    return EXIT.ok
  },
})

/** A row for each login; on a terminal with its sign, as wide as that is. */
export function loginLines(
  { scheduler }: Pick<OverviewView, 'scheduler'>,
  profiles: readonly ProfileView[],
  nowMs: number,
  screen: Pick<Screen, 'columns'> | undefined,
): readonly Line[] {
  const runs = keepingOf(scheduler) === 'runs'
  const rows = profiles.map((profile) => [
    profile.id,
    profile.name === undefined ? profile.account : `${profile.name} (${profile.account})`,
    screen
      ? stateMark(profile.status.kind, stateWord(profile.status, runs, nowMs))
      : stateWord(profile.status, runs, nowMs),
    timeLeft(profile, nowMs),
    profile.kind === 'oauth' ? profile.owner.refreshedBy : '-',
    profile.whereLine,
  ])
  const heads = ['LOGIN', 'ACCOUNT', 'STATE', 'LEFT', 'RENEWED BY', 'WHERE']
  return table([screen ? heads.map(heading) : heads, ...rows], screen?.columns)
}

function heading(text: string): Span {
  return { text, tone: 'strong' }
}

function toJson(profile: ProfileView, { scheduler }: OverviewView): Record<string, unknown> {
  const { status } = profile
  return {
    id: profile.id,
    provider: profile.providerId,
    account: profile.account,
    ...(profile.name === undefined ? {} : { name: profile.name }),
    kind: profile.kind,
    owner: profile.owner.refreshedBy,
    mode: profile.owner.mode,
    state: status.kind,
    ...('failure' in status && status.failure ? { failure: status.failure } : {}),
    advice: profile.advice,
    ...(profile.ownLogin ? { ownLogin: profile.ownLogin } : {}),
    accessExpiresAt: isoOrNull(profile.accessExpiresAtMs),
    grantExpiresAt: isoOrNull(profile.grantExpiresAtMs),
    nextRefreshAt: keepingOf(scheduler) === 'nobody' ? null : isoOrNull(profile.nextRefreshAtMs),
    scopes: profile.scopes,
    grant: profile.fingerprint ?? null,
    holders: profile.holders.map((holder) => holder.path),
    drift: profile.holders.filter((holder) => holder.drift).map((holder) => holder.path),
    warnings: profile.warnings,
  }
}

function stateWord(status: StatusView, runs: boolean, nowMs: number): string {
  switch (status.kind) {
    case 'expired':
      return runs ? 'expired, will be renewed' : 'expired'
    case 'held':
      return `kept by ${status.by}`
    case 'retrying':
      if (!runs) return 'renewal failed'
      return `retrying in ${inWords(Math.max(1000, status.untilMs - nowMs))}`
    default:
      return STATE_WORDS[status.kind]
  }
}

function timeLeft(profile: ProfileView, nowMs: number): string {
  return profile.accessExpiresAtMs === undefined ? '-' : countdown(profile.accessExpiresAtMs - nowMs)
}
