/** The reply of a refresh laid over what is stored. Pure. */
import type { Credential } from '../../model/credential.ts'
import { isUsable } from '../../model/expiry.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'

/** RFC 6749 §6: no new refresh token means the old one goes on; §5.1: no scope means it did not change. */
export function mergeReply(stored: Credential, reply: TokenReply): Credential {
  const {
    expiresAtMs: _old,
    issuedAtMs: _before,
    grantExpiresAtMs: _end,
    grantSlides: _slides,
    ...kept
  } = stored
  const rotated = reply.refreshToken !== undefined && !reply.refreshToken.equals(stored.refreshToken)
  return {
    ...kept,
    accessToken: reply.accessToken,
    ...(rotated && reply.refreshToken ? { refreshToken: reply.refreshToken } : {}),
    ...(reply.idToken ? { idToken: reply.idToken } : {}),
    ...(reply.expiresAtMs === undefined ? {} : { expiresAtMs: reply.expiresAtMs }),
    issuedAtMs: reply.issuedAtMs,
    ...grantEndOf(stored, reply, rotated),
    ...(reply.scope ? { scope: reply.scope } : {}),
    account: { ...reply.account, ...stored.account },
    generation: stored.generation + 1,
  }
}

/** Two ends so close in time are told apart by rounding only. */
const TELLING_MS = 60_000

/**
 * When the grant ends now, and whether refreshes move that. A new refresh token of which nothing is said has a life of its
 * own, not the old one's.
 */
function grantEndOf(
  stored: Credential,
  reply: TokenReply,
  rotated: boolean,
): Pick<Credential, 'grantExpiresAtMs' | 'grantSlides'> {
  const before = stored.grantExpiresAtMs
  const now = reply.grantExpiresAtMs ?? (rotated ? undefined : before)
  if (now === undefined) return {}
  const sinceMs = reply.issuedAtMs - (stored.issuedAtMs ?? Number.NaN)
  const isTelling = before !== undefined && sinceMs >= TELLING_MS
  const slides = isTelling ? now - before > sinceMs / 2 : stored.grantSlides
  return { grantExpiresAtMs: now, ...(slides === undefined ? {} : { grantSlides: slides }) }
}

/**
 * A new token that lost every scope the old one had does not replace a good one: that stays in use until it lapses, and
 * only the refresh token is taken from the reply. Undefined: the new one is used.
 */
export function keepingOldToken(
  stored: Credential,
  reply: TokenReply,
  nowMs: number,
): Credential | undefined {
  const lost = lostScope(stored, reply)
  const isWorthless = lost.length > 0 && lost.length === stored.scope?.length
  const { accessToken, expiresAtMs, issuedAtMs, scope, idToken } = stored
  if (!isWorthless || expiresAtMs === undefined || !isUsable(stored, nowMs)) return undefined
  const { issuedAtMs: _new, ...merged } = mergeReply(stored, reply)
  return {
    ...merged,
    ...(accessToken ? { accessToken } : {}),
    ...(idToken ? { idToken } : {}),
    ...(issuedAtMs === undefined ? {} : { issuedAtMs }),
    expiresAtMs,
    ...(scope ? { scope } : {}),
  }
}

/** What was granted before and is missing now. Empty when either side is unknown. */
export function lostScope(stored: Credential, reply: TokenReply): readonly string[] {
  if (!stored.scope || !reply.scope) return []
  const now = new Set(reply.scope)
  return stored.scope.filter((scope) => !now.has(scope))
}
