/** What the history screen shows: the events that pass its filters, and their lanes. */
import { useMemo } from 'react'
import { MINUTE } from '../format/time.ts'
import { plannedTimes } from '../model/planned.ts'
import { matchesWords, wordsOf } from '../model/profile-rows.ts'
import { rangeOf } from '../model/ranges.ts'
import { useAppState, useTicked } from '../state/app-context.ts'
import { kindCounts, matchingEvents, ofKinds } from './history-days.ts'
import { historyLanes } from './timeline/history-lanes.ts'

export function useHistory() {
  const events = useAppState((state) => state.events)
  const profiles = useAppState((state) => state.overview?.profiles)
  const paused = useAppState((state) => state.overview?.scheduler.paused)
  const query = useAppState((state) => state.historyQuery)
  const chosen = useAppState((state) => state.historyKinds)
  const only = useAppState((state) => state.historyProfile)
  const range = useAppState((state) => rangeOf(state.historyRange))
  const nowMs = useTicked((now) => Math.floor(now / MINUTE) * MINUTE, [])
  const inRange = useMemo(() => {
    // The minute that has begun belongs to the range at its other end, too.
    const sinceMs = nowMs - range.pastMs
    const names = new Map(profiles?.map(({ providerId, providerName }) => [providerId, providerName]))
    const nameOf = (id: string) => names.get(id) ?? id
    return matchingEvents(events, query, nameOf).filter(
      ({ atMs, profileId }) => atMs >= sinceMs && (only === undefined || profileId === only),
    )
  }, [events, query, profiles, only, range, nowMs])
  const kinds = useMemo(() => kindCounts(inRange, chosen), [inRange, chosen])
  const matching = useMemo(() => ofKinds(inRange, chosen), [inRange, chosen])
  const lanes = useMemo(() => {
    const words = wordsOf(query)
    const options = { aheadMs: range.aheadMs, leastGapMs: undefined, ...(paused ? { paused } : {}) }
    const here = profiles?.filter(({ id }) => only === undefined || id === only) ?? []
    return historyLanes(here, matching, {
      plans: (profile) => plannedTimes(profile, nowMs, options).length > 0,
      keep:
        chosen.size > 0
          ? () => false
          : words.length > 0
            ? (profile) => matchesWords(profile, words)
            : undefined,
    })
  }, [profiles, paused, matching, query, chosen, only, range, nowMs])
  const filtered = query !== '' || chosen.size > 0 || only !== undefined
  return { range, nowMs, kinds, matching, lanes, filtered }
}
