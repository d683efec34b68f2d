/** When is a credential due? Pure: values in, values out. */
import type { Credential } from './credential.ts'

/** Assumed when nobody says how long an access token lives: most issue for an hour. */
export const ASSUMED_LIFE_MS = 60 * 60 * 1000

/** A correction of the clock by less is no reason to doubt anything, and two ends that are no further apart are as good as one. */
export const CLOCK_SLACK_MS = 60 * 1000

/** Was it issued later than now? Then the clock was set back since, and the expiry was reckoned by another clock. */
export function isFromTheFuture(issuedAtMs: number | undefined, nowMs: number): boolean {
  return issuedAtMs !== undefined && issuedAtMs > nowMs + CLOCK_SLACK_MS
}

export interface ExpiryEvidence {
  /** As stored; undefined when the provider did not say. */
  readonly expiresAtMs: number | undefined
  readonly issuedAtMs: number | undefined
  readonly nowMs: number
}

/** Until when a token can be relied on, milliseconds since the epoch; undefined when nothing says. */
export function believedExpiryMs({ expiresAtMs, issuedAtMs, nowMs }: ExpiryEvidence): number | undefined {
  if (isFromTheFuture(issuedAtMs, nowMs)) return Math.min(nowMs, expiresAtMs ?? nowMs)
  return expiresAtMs
}

/** Is the access token there and good for `validForMs` more? An unknown expiry counts as good: nothing says otherwise. */
export function isUsable(credential: Credential, nowMs: number, validForMs = 0): boolean {
  if (!credential.accessToken) return false
  return credential.expiresAtMs === undefined || credential.expiresAtMs > nowMs + validForMs
}

/** Does `a` outlast `b`? An unknown expiry never wins over a known one. */
export function outlasts(a: Credential, b: Credential): boolean {
  if (a.expiresAtMs === undefined) return false
  return b.expiresAtMs === undefined || a.expiresAtMs > b.expiresAtMs
}

/** The same tokens, whatever else changed. */
export function sameTokens(a: Credential, b: Credential): boolean {
  const same = (x: Credential['accessToken'], y: Credential['accessToken']): boolean =>
    x === undefined ? y === undefined : x.equals(y)
  return same(a.accessToken, b.accessToken) && same(a.refreshToken, b.refreshToken)
}
