/** One lane for each login: those with something to show first, each part in the order of the list. */
import type { HistoryEventView, ProfileView } from '../../../app/contract/views.ts'
import { byProviderAndAccount } from '../../model/sort.ts'

export interface HistoryLane {
  readonly id: string
  readonly providerName: string
  readonly account: string
  /** Undefined for a login that is no longer here but has a history. */
  readonly profile: ProfileView | undefined
  readonly events: readonly HistoryEventView[]
  /** Nothing happened in this range, and nothing is planned. */
  readonly still: boolean
}

export interface LaneWishes {
  /** True for a login that has something planned in this range. */
  readonly plans: (profile: ProfileView) => boolean
  /** Undefined without a filter: then every login has its lane. */
  readonly keep: ((profile: ProfileView) => boolean) | undefined
}

/** @param events those in the range that pass the filter */
export function historyLanes(
  profiles: readonly ProfileView[],
  events: readonly HistoryEventView[],
  wishes: LaneWishes,
): readonly HistoryLane[] {
  const byProfile = new Map<string, HistoryEventView[]>()
  for (const event of events) {
    const known = byProfile.get(event.profileId)
    if (known) known.push(event)
    else byProfile.set(event.profileId, [event])
  }
  const here = profiles
    .filter((profile) => byProfile.has(profile.id) || wishes.keep?.(profile) !== false)
    .map((profile): HistoryLane => {
      const own = byProfile.get(profile.id) ?? []
      byProfile.delete(profile.id)
      const still = own.length === 0 && !wishes.plans(profile)
      const { id, providerName, account } = profile
      return { id, providerName, account, profile, events: own, still }
    })
  const gone = [...byProfile.entries()].map(([id, own]): HistoryLane => {
    const last = own[0]
    return {
      id,
      providerName: last?.providerId ?? '',
      account: last?.account ?? id,
      profile: undefined,
      events: own,
      still: false,
    }
  })
  return [...here, ...gone].sort((a, b) => Number(a.still) - Number(b.still) || byProviderAndAccount(a, b))
}
