/** The races of a part of the history. */
import type { HistoryQuery } from '../contract/channels.ts'
import type { HistoryEventView, RaceView } from '../contract/views.ts'
import { LONGEST_RACE_MS, racesIn } from './races.ts'

/** @param query its `limit` counts races */
export async function racesOf(
  { limit, ...query }: HistoryQuery,
  history: (query: HistoryQuery) => Promise<readonly HistoryEventView[]>,
): Promise<readonly RaceView[]> {
  const { sinceMs } = query
  // A race that reaches into the time that was asked for is told whole.
  const wider = sinceMs === undefined ? query : { ...query, sinceMs: Math.max(0, sinceMs - LONGEST_RACE_MS) }
  const races = racesIn(await history(wider)).filter(({ atMs }) => atMs >= (sinceMs ?? 0))
  return races.slice(0, limit)
}
