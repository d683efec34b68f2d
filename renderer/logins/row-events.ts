/** The recent events of each login, sorted out once for all rows. */
import type { HistoryEventView } from '../../app/contract/views.ts'
import { useAppState } from '../state/app-context.ts'

const NONE: readonly HistoryEventView[] = []
let last: {
  readonly events: readonly HistoryEventView[]
  readonly byId: ReadonlyMap<string, readonly HistoryEventView[]>
} = {
  events: NONE,
  byId: new Map(),
}

export function useEventsOf(profileId: string): readonly HistoryEventView[] {
  return useAppState((state) => byProfile(state.events).get(profileId) ?? NONE)
}

/** The list is the same object until an event comes: then all rows share one pass over it. */
export function byProfile(
  events: readonly HistoryEventView[],
): ReadonlyMap<string, readonly HistoryEventView[]> {
  if (last.events === events) return last.byId
  const byId = new Map<string, HistoryEventView[]>()
  for (const event of events) {
    const mine = byId.get(event.profileId)
    if (mine) mine.push(event)
    else byId.set(event.profileId, [event])
  }
  last = { events, byId }
  return byId
}
