/**
 * Logins that have lapsed and cannot be renewed, mostly because a provider or the network is down. No person can sign
 * that away, and whoever uses them fails meanwhile: so it is one notice for all of them, and one all-clear. Pure.
 */
import { isDown } from '../../app/contract/is-down.ts'
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'
import type { Lapse } from './alert-state.ts'
import { allClearFor, type Notice, outageFor } from './alert-text.ts'

/** After sleep, or as a network comes back, the next try mends it within moments: that is nobody's concern. */
const LASTS_MS = 60_000

/** What is so until the next try has ended. */
const UNDECIDED = new Set<ProfileView['status']['kind']>(['refreshing', 'expired', 'retrying', 'unknown'])

export interface OutageInput {
  readonly next: OverviewView
  readonly before: (profileId: string) => Lapse | undefined
  readonly isMuted: (profileId: string) => boolean
  /** Nothing is shown now; what there is to say is said later. */
  readonly isQuiet: boolean
  /** At the start, when nothing of ours is up: what is over needs no all-clear. */
  readonly isFirst: boolean
  readonly nowMs: number
}

export interface OutageStep {
  readonly kind: 'show' | 'update'
  readonly notice: Notice
}

export interface Outage {
  /** By profile id: what to remember. */
  readonly lapses: ReadonlyMap<string, Lapse>
  readonly step?: OutageStep | { readonly kind: 'close' }
}

export function outageOf(input: OutageInput): Outage {
  const { next, isQuiet, isFirst, nowMs } = input
  const isHeldBack = isQuiet || next.scheduler.paused !== undefined // who paused it knows
  const lapses = new Map<string, Lapse>()
  const arisen: ProfileView[] = []
  for (const profile of next.profiles) {
    const lapse = input.isMuted(profile.id) ? undefined : lapseOf(profile, input.before(profile.id), nowMs)
    if (!lapse) continue
    const isNew = lapse.state === 'seen' && nowMs - lapse.sinceMs >= LASTS_MS && !isHeldBack
    if (isNew) arisen.push(profile)
    lapses.set(profile.id, isNew ? { ...lapse, state: 'told' } : lapse)
  }
  const inState = (state: Lapse['state']) => next.profiles.filter(({ id }) => lapses.get(id)?.state === state)
  const down = inState('told')
  const toldBefore = next.profiles.filter(({ id }) => input.before(id)?.state === 'told').length
  if (down.length > 0) {
    if (arisen.length === 0 && down.length === toldBefore) return { lapses }
    return { lapses, step: { kind: toldBefore > 0 ? 'update' : 'show', notice: outageFor(down) } }
  }
  const over = inState('over')
  for (const { id } of over) lapses.delete(id)
  if (toldBefore === 0) return { lapses }
  if (over.length === 0 || isHeldBack || isFirst) return { lapses, step: { kind: 'close' } }
  return { lapses, step: { kind: 'show', notice: allClearFor(over) } }
}

/** `over` waits for the others that were told with it: the all-clear is one, too. */
function lapseOf(profile: ProfileView, before: Lapse | undefined, nowMs: number): Lapse | undefined {
  if (isDown(profile, nowMs)) {
    return before
      ? { ...before, state: before.state === 'over' ? 'told' : before.state }
      : { sinceMs: nowMs, state: 'seen' }
  }
  if (!before || profile.status.kind === 'needs-login') return undefined // told on its own
  const isUndecided = UNDECIDED.has(profile.status.kind) && (profile.accessExpiresAtMs ?? 0) <= nowMs
  if (isUndecided) return before
  return before.state === 'seen' ? undefined : { ...before, state: 'over' }
}
