/** What was found of each program, from one look at all stores. Pure. */
import type { Failure } from '../../contract/failure.ts'
import type { ProgramView } from '../../contract/views.ts'
import type { Entry } from '../../model/holder.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import type { CredentialStore } from '../../stores/store.ts'

type Store = Pick<CredentialStore, 'id' | 'owner' | 'lookedAt'>

/** A store of several programs is told as several, one that looks nowhere is not told. */
export function programsOf(
  stores: readonly Store[],
  { profiles, places }: Pick<Snapshot, 'profiles' | 'places'>,
): readonly ProgramView[] {
  const entries = [...profiles.values()]
    .flatMap(({ grant }) => grant.entries)
    .filter(({ holder }) => holder.entry !== holder.path) // a file that cannot be read is a row, and no login
  return stores.flatMap((store) => {
    const held = entries.filter(({ holder }) => holder.store === store.id)
    const found = places.filter((place) => place.store === store.id)
    const names = new Set(held.map(({ program }) => program ?? store.owner))
    const isNowhere = store.lookedAt?.length === 0 && found.length === 0
    if (names.size === 0 && !isNowhere) names.add(store.owner)
    return [...names].map((name): ProgramView => {
      const own = held.filter(({ program }) => (program ?? store.owner) === name)
      const paths = new Set(own.map(({ holder }) => holder.path))
      const there = names.size === 1 ? found : found.filter(({ path }) => paths.has(path))
      return {
        id: names.size === 1 ? store.id : (own[0]?.holder.entry ?? store.id),
        name,
        lookedAt: names.size === 1 ? (store.lookedAt ?? []) : [...paths],
        places: there,
        logins: loginsOf(profiles, own),
        refreshedBy: [...new Set(own.map(refreshedBy))],
        notUnderstood: distinct([...there, ...own].flatMap(({ problem }) => problem ?? [])),
      }
    })
  })
}

/** As everybody counts: one that is copied into several files is one. */
function loginsOf(profiles: Snapshot['profiles'], own: readonly Entry[]): number {
  return [...profiles.values()].filter(({ grant }) => grant.entries.some((entry) => own.includes(entry)))
    .length
}

function refreshedBy({ mode, owner }: Entry): string {
  if (mode === 'own' || mode === 'shared') return 'Lamplighter'
  return mode === 'watched' ? owner : `${owner}, when asked`
}

function distinct(failures: readonly Failure[]): readonly Failure[] {
  return [...new Map(failures.map((one) => [one.message, one])).values()]
}
