/** When a consumer should save its work, and when it can go on. Pure: one overview after the other. */
import type { OverviewView, ProfileView } from '../contract/views.ts'

/** The token lapses soon and only a person can help, or the refresh keeps failing: save your work. */
export interface Expiring {
  readonly profile: string
  readonly expiresAtMs: number
  readonly reason: string
}

/** It works again, after it did not. */
export interface Usable {
  readonly profile: string
  readonly expiresAtMs?: number
}

/** Long enough to write a checkpoint down, short enough that most troubles pass before. */
export const EXPIRING_WITHIN_MS = 5 * 60_000

/** By profile id: why its consumers were told to save their work. */
export type Endangered = ReadonlyMap<string, Expiring>

export interface Turn {
  readonly endangered: Endangered
  readonly expiring: readonly Expiring[]
  readonly usable: readonly Usable[]
}

export function turnOf(before: Endangered, { profiles, atMs }: OverviewView): Turn {
  const endangered = new Map<string, Expiring>()
  const usable: Usable[] = []
  for (const profile of profiles) {
    const danger = dangerOf(profile, atMs)
    const known = before.get(profile.id)
    if (danger) endangered.set(profile.id, danger)
    else if (known && !works(profile, atMs)) endangered.set(profile.id, known)
    else if (known) usable.push(usableOf(profile))
  }
  const expiring = [...endangered.values()].filter(({ profile }) => !before.has(profile))
  return { endangered, expiring, usable }
}

/** Only a person can help, or the refresh keeps failing; and the access token is about to lapse, or has. */
export function dangerOf(profile: ProfileView, nowMs: number): Expiring | undefined {
  const { status } = profile
  const reason = reasonFor(profile)
  if (reason === undefined) return undefined
  // Nobody knows how long it will do: better now than too late. What works and has no end is in no danger.
  const expiresAtMs =
    profile.accessExpiresAtMs ?? (status.kind === 'fresh' ? Number.POSITIVE_INFINITY : nowMs)
  if (expiresAtMs > nowMs + EXPIRING_WITHIN_MS) return undefined
  return { profile: profile.id, expiresAtMs, reason }
}

function reasonFor({ status, can }: ProfileView): string | undefined {
  if (status.kind === 'needs-login' || status.kind === 'retrying') return status.failure.message
  return status.kind === 'fresh' && !can.refresh ? 'Nothing but a sign-in renews it.' : undefined
}

/** A token that lasts, and nothing wrong with it. */
export function works({ status, accessExpiresAtMs }: ProfileView, nowMs: number): boolean {
  if (status.kind === 'static') return true
  if (!['fresh', 'due', 'refreshing', 'retrying', 'held'].includes(status.kind)) return false
  if (accessExpiresAtMs === undefined) return status.kind !== 'refreshing'
  // Between two tries in vain nothing is wrong with it, for a moment: only a token that lasts says that it is over.
  const isSettled = status.kind === 'fresh' || status.kind === 'held'
  return accessExpiresAtMs > (isSettled ? nowMs : nowMs + EXPIRING_WITHIN_MS)
}

function usableOf({ id, accessExpiresAtMs }: ProfileView): Usable {
  return { profile: id, ...(accessExpiresAtMs === undefined ? {} : { expiresAtMs: accessExpiresAtMs }) }
}
