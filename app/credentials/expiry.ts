/** When is a credential due? Pure: values in, values out. */
import type { Credential } from './credential.ts'

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
