/** A place that was found and could not be read is a row like any login: nobody may take its silence for health. Pure. */

import type { Failure } from '../contract/failure.ts'
import type { PlaceView } from '../contract/views.ts'
import type { Grant } from './grant.ts'
import type { HeldEntry, StoreId } from './holder.ts'
import type { Snapshot } from './snapshot.ts'

/** A place, and the store that looked there. */
export interface StorePlace {
  readonly place: PlaceView
  readonly store: { readonly id: StoreId; readonly owner: string }
}

/** Left out are the places whose logins say it themselves: those that were seen before the file broke. */
export function unreadablePlaces(
  places: readonly StorePlace[],
  grants: readonly Grant[],
): readonly HeldEntry[] {
  const said = new Set(grants.map(({ current: { problem } }) => problem && sentenceOf(problem)))
  return places.flatMap(({ place, store }) =>
    place.problem && !said.has(sentenceOf(place.problem)) ? [entryOf(place, place.problem, store)] : [],
  )
}

function sentenceOf({ message, hint }: Failure): string {
  return `${message} ${hint ?? ''}`
}

function entryOf(
  { label, path }: PlaceView,
  problem: Failure,
  { id, owner }: StorePlace['store'],
): HeldEntry {
  return {
    holder: { store: id, id: `${id}:${path}`, label, path, entry: path },
    provider: owner,
    account: { name: label },
    mode: 'watched',
    owner,
    note: problem.message,
    problem,
    spent: false,
  }
}

/** Since when it has its problem: known only to who looked before, and saw none. */
export function withSince(
  place: PlaceView,
  before: Pick<Snapshot, 'atMs' | 'places'>,
  nowMs: number,
): PlaceView {
  if (!place.problem || before.atMs === 0) return place
  const last = before.places.find(({ path, label }) => path === place.path && label === place.label)
  const sinceMs = last?.problem ? last.sinceMs : nowMs
  return sinceMs === undefined ? place : { ...place, sinceMs }
}

/** What was found there, counted as everybody counts it: a login copied into several files is one. */
export function withLogins({ place: seen, store }: StorePlace, grants: readonly Grant[]): PlaceView {
  const place = { ...seen, store: store.id }
  if (!place.present || place.problem) return place
  const logins = grants.filter(({ entries }) =>
    entries.some(({ holder }) => holder.store === store.id),
  ).length
  const counted = `${logins} ${logins === 1 ? 'login' : 'logins'}`
  return { ...place, found: [place.found, counted].filter(Boolean).join(', ') }
}
