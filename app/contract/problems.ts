/**
 * What is wrong besides single logins: a damaged file, a folder that cannot be read, a hook that fails. One rule for
 * window, small window, tray and command line. Pure.
 */
import type { Failure } from './failure.ts'
import type { OverviewView, PlaceView, ProfileView } from './views.ts'

export interface ProblemView {
  /** The same for as long as it is the same thing. */
  readonly id: string
  /** `needs-you`: logins cannot be read or renewed because of it. `told`: nobody has to do anything; counted nowhere. */
  readonly attention: 'needs-you' | 'look' | 'told'
  readonly failure: Failure
  /** The file or folder it is about. */
  readonly path?: string
  /** Whose that is: "OpenClaw · main". */
  readonly label?: string
  /** Since when, where somebody saw it begin. */
  readonly sinceMs?: number
  /** The logins that cannot be read or renewed because of it. */
  readonly profileIds: readonly string[]
}

/** This desktop has no place for tray icons: to be known, and nothing to be mended. */
export const NO_TRAY = 'NO_TRAY'

/** An overview never changes, so this is found out once for each. */
const known = new WeakMap<OverviewView, readonly ProblemView[]>()

/** Those that need a person first, then in the order in which they were found; each once. */
export function problemsOf(overview: OverviewView): readonly ProblemView[] {
  const before = known.get(overview)
  if (before) return before
  const all = new Map<string, ProblemView>()
  for (const place of overview.places) {
    if (place.problem) add(ofPlace(place, place.problem, overview.profiles))
  }
  for (const failure of overview.problems) add(besides(failure, overview.profiles))
  const problems = [...all.values()].sort((a, b) => RANK[a.attention] - RANK[b.attention])
  known.set(overview, problems)
  return problems

  function add(problem: ProblemView): void {
    const sentence = sentenceOf(problem.failure)
    if (!all.has(sentence)) all.set(sentence, problem)
  }
}

const RANK: Readonly<Record<ProblemView['attention'], number>> = { 'needs-you': 0, look: 1, told: 2 }

/** Who knows that a file holds logins cannot know which, as long as it was never read: it needs a person all the same. */
function ofPlace(
  { label, path, sinceMs, isSettings }: PlaceView,
  failure: Failure,
  profiles: readonly ProfileView[],
): ProblemView {
  return {
    id: `place:${label}:${path}`,
    attention: isSettings ? 'look' : 'needs-you',
    failure,
    path,
    label,
    ...(sinceMs === undefined ? {} : { sinceMs }),
    profileIds: strickenBy(failure, profiles),
  }
}

function besides(failure: Failure, profiles: readonly ProfileView[]): ProblemView {
  const { code, path, message } = failure
  const profileIds = strickenBy(failure, profiles)
  return {
    id: `problem:${code}:${message}`,
    attention: profileIds.length > 0 ? 'needs-you' : code === NO_TRAY ? 'told' : 'look',
    failure,
    ...(path === undefined ? {} : { path }),
    profileIds,
  }
}

/** Those that say the same of themselves. */
function strickenBy(failure: Failure, profiles: readonly ProfileView[]): readonly string[] {
  const sentence = sentenceOf(failure)
  const says = (one: Failure | undefined) => one !== undefined && sentenceOf(one) === sentence
  return profiles
    .filter((profile) => !isPlace(profile))
    .filter(
      ({ status, holders }) =>
        (status.kind === 'unknown' && says(status.failure)) || holders.some(({ problem }) => says(problem)),
    )
    .map(({ id }) => id)
}

function sentenceOf({ message, hint }: Failure): string {
  return `${message} ${hint ?? ''}`
}

/** It stands for a file that could not be read, and for no login. */
function isPlace({ holders }: ProfileView): boolean {
  return holders.length > 0 && holders.every(({ entry, path }) => entry === path)
}

/** The logins alone, for whoever shows what is wrong with a place as such. */
export function withoutPlaces(overview: OverviewView): OverviewView {
  const profiles = overview.profiles.filter((profile) => !isPlace(profile))
  return profiles.length === overview.profiles.length ? overview : { ...overview, profiles }
}

export interface NeedingYou {
  readonly logins: readonly ProfileView[]
  readonly problems: readonly ProblemView[]
  readonly count: number
  readonly noun: Noun
}

/** What they are called where they are counted together. */
export type Noun = 'login' | 'file' | 'thing'

/** All that waits for a person: each is counted once, whoever counts. */
export function needingYou(overview: OverviewView): NeedingYou {
  const logins = overview.profiles.filter(({ status }) => status.kind === 'needs-login')
  const problems = problemsOf(overview).filter(({ attention }) => attention === 'needs-you')
  return { logins, problems, count: logins.length + problems.length, noun: nounFor(logins.length, problems) }
}

export function nounFor(logins: number, problems: readonly ProblemView[]): Noun {
  if (problems.length === 0) return 'login'
  return logins === 0 && problems.every(({ path }) => path !== undefined) ? 'file' : 'thing'
}
