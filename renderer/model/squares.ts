/** The squares of a folded group: one for each login, brighter with more time left. */
import type { ProfileView } from '../../app/contract/views.ts'
import { HOUR } from '../format/time.ts'

/** Two lines of them; more would say no more. */
export const MOST_SQUARES = 60

/** 0 to 3: under an hour, under four, under a day, longer or without end. */
export function brightness({ accessExpiresAtMs }: ProfileView, nowMs: number): 0 | 1 | 2 | 3 {
  const left = accessExpiresAtMs === undefined ? Number.POSITIVE_INFINITY : accessExpiresAtMs - nowMs
  return left < HOUR ? 0 : left < 4 * HOUR ? 1 : left < 24 * HOUR ? 2 : 3
}

export function soonestEnd(profiles: readonly ProfileView[]): number | undefined {
  const ends = profiles.flatMap(({ accessExpiresAtMs }) => accessExpiresAtMs ?? [])
  return ends.length === 0 ? undefined : Math.min(...ends)
}
