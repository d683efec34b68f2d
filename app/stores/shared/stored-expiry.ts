/** When an access token lapses, as a program's file has to say it. Pure. */
import type { Credential } from '../../model/credential.ts'
import { ASSUMED_LIFE_MS } from '../../model/expiry.ts'

/** A life shorter than the margin would be stored as lapsed, and refreshed without end. */
const MAX_MARGIN_SHARE = 0.5

/**
 * Milliseconds since the epoch. Where the provider did not say, the usual life counts: the old token's time beside the new
 * token would have it refreshed again at once, without end.
 * @param marginMs what the program takes off before storing it
 */
export function storedExpiry(next: Credential, marginMs = 0): number | undefined {
  if (next.expiresAtMs === undefined) {
    return next.issuedAtMs === undefined ? undefined : next.issuedAtMs + ASSUMED_LIFE_MS
  }
  const life = next.issuedAtMs === undefined ? Number.POSITIVE_INFINITY : next.expiresAtMs - next.issuedAtMs
  return Math.round(next.expiresAtMs - Math.min(marginMs, Math.max(0, life * MAX_MARGIN_SHARE)))
}
