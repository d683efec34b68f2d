/**
 * Which events are one race: attempts of several processes, or programs, at one refresh token. An adoption and a token
 * that was refused as used are races by themselves; any other failure is one when it came within 200 ms of a success
 * on the same grant. Pure. It cannot see a program that raced and left no trace, neither event nor newer tokens.
 */
import type { HistoryEventView, HistoryKind, RaceView } from '../contract/views.ts'
import { toRaceView } from './race-text.ts'

/** Two processes that woke for the same expiry are this close; two that did not, hardly ever. */
const NEAR_MS = 200
/** Longer than anybody waits for another's attempt (45 s) or for a reply (30 s). */
export const LONGEST_RACE_MS = 60_000

const SUCCESSES: ReadonlySet<HistoryKind> = new Set(['refreshed', 'signed-in', 'imported'])
const FAILURES: ReadonlySet<HistoryKind> = new Set(['retrying', 'rejected', 'failed', 'superseded'])
const REUSED: ReadonlySet<string> = new Set(['reused', 'refresh_token_reused'])

/** Every event is in at most one; in whichever order they are given. @returns newest first */
export function racesIn(events: readonly HistoryEventView[]): readonly RaceView[] {
  const known = [...new Map(events.map((event) => [event.id, event])).values()].sort(byTime)
  const groups = new Groups(known.length)
  for (const family of familiesOf(known)) joinFamily(known, family, groups)
  const lastSuccessMs = new Map<string, number>()
  for (const event of known) if (isSuccess(event)) lastSuccessMs.set(event.profileId, event.atMs)
  return groups
    .all()
    .map((places) => places.flatMap((place) => known[place] ?? []))
    .filter((group) => group.length > 1 || group.some(isEvident))
    .map((group) => toRaceView(group, { isSuccess, isReused, lastSuccessMs }))
    .sort((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1))
}

function isSuccess(event: HistoryEventView): boolean {
  return SUCCESSES.has(event.kind)
}

function isReused({ cause }: HistoryEventView): boolean {
  return cause !== undefined && REUSED.has(cause)
}

function isEvident(event: HistoryEventView): boolean {
  return event.kind === 'adopted' || isReused(event)
}

/** Places of events that are about the same token, oldest first: what was to be spent, or what came of it. */
function familiesOf(events: readonly HistoryEventView[]): Iterable<readonly number[]> {
  const families = new Map<string, number[]>()
  const put = (key: string, place: number): void => {
    const family = families.get(key)
    if (family) family.push(place)
    else families.set(key, [place])
  }
  for (const [place, event] of events.entries()) {
    const { before, after } = lineageOf(event)
    if (before) put(`${event.profileId}\n<${before}`, place)
    if (after) put(`${event.profileId}\n>${after}`, place)
  }
  return families.values()
}

function lineageOf(event: HistoryEventView): { readonly before?: string; readonly after?: string } {
  const { grant, successor } = event
  // Earlier versions recorded of an adoption what was found, and in the place of what was there before.
  const onlyFound = event.kind === 'adopted' && successor === undefined && !isReused(event)
  if (onlyFound) return grant === undefined ? {} : { after: grant }
  return {
    ...(grant === undefined ? {} : { before: grant }),
    ...(successor === undefined ? {} : { after: successor }),
  }
}

function joinFamily(events: readonly HistoryEventView[], family: readonly number[], groups: Groups): void {
  for (const [at, place] of family.entries()) {
    for (let next = at + 1; next < family.length; next++) {
      const other = family[next] ?? place
      const [a, b] = [events[place], events[other]]
      if (!a || !b || b.atMs - a.atMs > reachOf(a)) break
      if (!areOneRace(a, b)) continue
      groups.join(place, other)
      if (isEvident(a) && isEvident(b)) break // from here on b, which is nearer, speaks for both
    }
  }
}

/** How far apart something that came later may be and still belong to it. */
function reachOf(event: HistoryEventView): number {
  const role = roleOf(event)
  if (role === 'none') return -1
  return role === 'failure' ? NEAR_MS : LONGEST_RACE_MS
}

/** Of one family, and not further apart than the longest race. */
function areOneRace(a: HistoryEventView, b: HistoryEventView): boolean {
  const [first, second] = [roleOf(a), roleOf(b)]
  if (first === 'none' || second === 'none') return false
  if (first === second) return first === 'evident' // two successes, or two failures, are no evidence of each other
  return (first !== 'failure' && second !== 'failure') || b.atMs - a.atMs <= NEAR_MS
}

function roleOf(event: HistoryEventView): 'evident' | 'success' | 'failure' | 'none' {
  if (isEvident(event)) return 'evident'
  if (isSuccess(event)) return 'success'
  return FAILURES.has(event.kind) ? 'failure' : 'none'
}

function byTime(a: HistoryEventView, b: HistoryEventView): number {
  return a.atMs - b.atMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Which places belong together (union-find). */
class Groups {
  readonly #leader: number[]

  constructor(size: number) {
    this.#leader = Array.from({ length: size }, (_, place) => place)
  }

  join(a: number, b: number): void {
    this.#leader[this.#find(b)] = this.#find(a)
  }

  /** Each with its places in order. */
  all(): readonly (readonly number[])[] {
    const groups = new Map<number, number[]>()
    for (const place of this.#leader.keys()) {
      const leader = this.#find(place)
      const group = groups.get(leader)
      if (group) group.push(place)
      else groups.set(leader, [place])
    }
    return [...groups.values()]
  }

  #find(place: number): number {
    let at = place
    for (let up = this.#leader[at]; up !== undefined && up !== at; up = this.#leader[at]) {
      this.#leader[at] = this.#leader[up] ?? up
      at = up
    }
    return at
  }
}
