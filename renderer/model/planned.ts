/** When a login will be refreshed next, and when after that if every token lives as long as this one. */
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'

export interface PlanOptions {
  readonly aheadMs: number
  /** Repetitions closer than this would touch each other and say less than one; undefined: the next one alone. */
  readonly leastGapMs: number | undefined
  readonly paused?: OverviewView['scheduler']['paused']
}

/** @returns soonest first, none before now; an overdue one stands at now */
export function plannedTimes(profile: ProfileView, nowMs: number, options: PlanOptions): readonly number[] {
  const { aheadMs, leastGapMs, paused } = options
  const wanted = profile.nextRefreshAtMs
  if (wanted === undefined || (paused && paused.untilMs === undefined)) return []
  const first = Math.max(wanted, nowMs, paused?.untilMs ?? nowMs)
  const every = profile.accessIssuedAtMs === undefined ? 0 : wanted - profile.accessIssuedAtMs
  const end = nowMs + aheadMs
  const planned = first <= end ? [first] : []
  if (leastGapMs !== undefined && every > 0 && every >= leastGapMs) {
    for (let at = first + every; at <= end; at += every) planned.push(at)
  }
  return planned
}
