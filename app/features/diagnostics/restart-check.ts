/** Before a restart: is every login good for a while, and what is near its end refreshed? */

import { AppError } from '../../base/errors.ts'
import type { HistoryEventView, OverviewView, ProfileView } from '../../contract/views.ts'
import { programIn } from '../../model/holder.ts'
import { type Readiness, readinessOf, type Until } from '../../model/readiness.ts'

export const DEFAULT_WITHIN_MS = 30 * 60_000

export interface CheckAsks {
  overview(): Promise<OverviewView>
  /** By anything that names exactly one. @throws AppError PROFILE_UNKNOWN */
  profile(name: string): Promise<ProfileView>
  /** @throws AppError as the core does */
  refresh(profileId: string): Promise<HistoryEventView>
  /** What was refreshed somewhere is asked for next. */
  lookAgain(): Promise<void>
  now(): number
}

export interface CheckOptions {
  /** Those that are meant; all of them without. */
  readonly names?: readonly string[]
  /** Every login has to last for so long, milliseconds. */
  readonly withinMs: number
  /** Refreshes first what would not. */
  readonly refresh: boolean
}

/** @throws AppError PROFILE_UNKNOWN */
export async function checkLogins(asks: CheckAsks, options: CheckOptions): Promise<readonly Readiness[]> {
  const { names, withinMs } = options
  const meant = names ? await namedBy(asks, names) : (await asks.overview()).profiles
  const found = meant.map((profile) => readinessOf(profile, { nowMs: asks.now(), withinMs }))
  const worthIt = meant.filter((profile, at) => isWorthRefreshing(profile, found[at]))
  if (!options.refresh || worthIt.length === 0) return found
  const tries = new Map(
    await Promise.all(worthIt.map(async ({ id }) => [id, await tryToRefresh(asks, id)] as const)),
  )
  await asks.lookAgain()
  return Promise.all(
    found.map(async (before) => {
      const tried = tries.get(before.profileId)
      const until = { nowMs: asks.now(), withinMs }
      return tried ? afterwards(tried, await asks.profile(before.profileId), until) : before
    }),
  )
}

/** A file of the same program that cannot be read may hold one of them too: whoever starts from it would not have it. */
async function namedBy(asks: CheckAsks, names: readonly string[]): Promise<readonly ProfileView[]> {
  const named = await Promise.all(names.map((name) => asks.profile(name)))
  const { profiles, places } = await asks.overview()
  const broken = new Set(places.filter(({ problem }) => problem).map(({ path }) => path))
  const programs = new Set(named.flatMap(programsOf))
  const unread = profiles.filter(
    (profile) =>
      profile.status.kind === 'unknown' &&
      profile.holders.some(({ path }) => broken.has(path)) &&
      programsOf(profile).some((program) => programs.has(program)) &&
      !named.some(({ id }) => id === profile.id),
  )
  return [...named, ...unread]
}

function programsOf({ holders }: ProfileView): readonly string[] {
  return holders.map(({ label }) => programIn(label))
}

interface Try {
  readonly end: 'renewed' | 'needs-login' | 'failed'
  readonly message: string
}

function isWorthRefreshing({ can }: ProfileView, found: Readiness | undefined): boolean {
  return found?.level === 'lapses' || (found?.level === 'waits' && can.refresh)
}

async function tryToRefresh(asks: CheckAsks, profileId: string): Promise<Try> {
  try {
    const { kind, message } = await asks.refresh(profileId)
    if (kind === 'rejected') return { end: 'needs-login', message }
    return { end: kind === 'retrying' || kind === 'failed' ? 'failed' : 'renewed', message }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { end: error.code === 'NEEDS_LOGIN' ? 'needs-login' : 'failed', message: error.message }
  }
}

/** What could be had is enough: the tokens of some providers never live for as long as was asked for. */
function afterwards({ end, message }: Try, profile: ProfileView, until: Until): Readiness {
  const found = readinessOf(profile, { ...until, withinMs: 0 })
  // That the refresh did not move the grant's end is known only now.
  const later = readinessOf(profile, until)
  if (end === 'renewed' && later.level === 'needs-login') return later
  if (end === 'renewed' && found.level !== 'lapses') return found
  return { ...found, level: end === 'needs-login' ? end : 'waits', why: message }
}
