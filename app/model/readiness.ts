/** Would a login survive a restart of what uses it? Pure: one view in, a plain answer out. */
import type { ProfileView } from '../contract/views.ts'

export interface Readiness {
  readonly profileId: string
  readonly account: string
  readonly providerName: string
  /**
   * `lapses`: too soon or already, and a refresh would renew it. `waits`: it cannot be renewed now and may be later.
   * `unknown`: nothing is known that could be said.
   */
  readonly level: 'ready' | 'lapses' | 'waits' | 'needs-login' | 'unknown'
  /** Epoch milliseconds, where it lapses at all. */
  readonly expiresAtMs?: number
  /** Why it is not ready. */
  readonly why?: string
}

export interface Until {
  readonly nowMs: number
  /** It has to last for so long, milliseconds. */
  readonly withinMs: number
}

export function readinessOf(profile: ProfileView, until: Until): Readiness {
  const { id: profileId, account, providerName, accessExpiresAtMs: expiresAtMs } = profile
  const time = expiresAtMs === undefined ? {} : { expiresAtMs }
  return { profileId, account, providerName, ...time, ...judge(profile, until) }
}

function judge(
  { kind, status, accessExpiresAtMs, grantExpiresAtMs, grantSlides, can, owner }: ProfileView,
  { nowMs, withinMs }: Until,
): Pick<Readiness, 'level' | 'why'> {
  if (status.kind === 'needs-login') return { level: 'needs-login', why: status.failure.message }
  if (status.kind === 'unknown')
    return { level: 'unknown', why: status.failure?.message ?? 'Nothing is known of it.' }
  const ends = grantExpiresAtMs !== undefined && grantExpiresAtMs <= nowMs + withinMs
  const mayMove =
    grantSlides !== false && can.refresh && grantExpiresAtMs !== undefined && grantExpiresAtMs > nowMs
  if (ends && !mayMove)
    return { level: 'needs-login', why: 'The provider ends this login, and only a sign-in renews it.' }
  // A key or a token does not lapse by itself; of a login whose tokens nobody sees, nothing can be said.
  if (status.kind === 'held' && kind === 'oauth' && accessExpiresAtMs === undefined)
    return { level: 'unknown', why: `${status.by} keeps its tokens where Lamplighter cannot see them.` }
  const isOpen = accessExpiresAtMs === undefined && status.kind === 'due' // nobody knows how long it lasts
  const lasts =
    !ends && status.kind !== 'expired' && (accessExpiresAtMs ?? Number.POSITIVE_INFINITY) > nowMs + withinMs
  if (status.kind === 'static' || (lasts && !isOpen)) return { level: 'ready' }
  if (status.kind === 'held') {
    // It is its owner's to renew, and the owner does so by itself when it runs.
    return status.expired
      ? { level: 'waits', why: `${status.by} renews it when it runs.` }
      : { level: 'ready' }
  }
  if (status.kind === 'retrying') return { level: 'waits', why: status.failure.message }
  if (can.refresh) return { level: 'lapses', why: `${owner.refreshedBy} renews it when asked.` }
  return { level: 'needs-login', why: 'Only a sign-in renews it.' }
}

const ORDER: readonly Readiness['level'][] = ['needs-login', 'unknown', 'waits', 'lapses', 'ready']

/** The one that most wants attention; `ready` when there is none. */
export function worstReadiness(all: readonly Readiness[]): Readiness['level'] {
  return ORDER.find((level) => all.some((one) => one.level === level)) ?? 'ready'
}
