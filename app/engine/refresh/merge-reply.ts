/** The reply of a refresh laid over what is stored. Pure. */
import type { Credential } from '../../model/credential.ts'
import type { TokenReply } from '../../oauth/token-endpoint.ts'

/** RFC 6749 §6: no new refresh token means the old one goes on; §5.1: no scope means it did not change. */
export function mergeReply(stored: Credential, reply: TokenReply): Credential {
  const { expiresAtMs: _old, issuedAtMs: _before, ...kept } = stored
  const rotated = reply.refreshToken !== undefined && !reply.refreshToken.equals(stored.refreshToken)
  const grantExpiresAtMs = reply.grantExpiresAtMs ?? stored.grantExpiresAtMs
  return {
    ...kept,
    accessToken: reply.accessToken,
    ...(rotated && reply.refreshToken ? { refreshToken: reply.refreshToken } : {}),
    ...(reply.idToken ? { idToken: reply.idToken } : {}),
    ...(reply.expiresAtMs === undefined ? {} : { expiresAtMs: reply.expiresAtMs }),
    issuedAtMs: reply.issuedAtMs,
    ...(grantExpiresAtMs === undefined ? {} : { grantExpiresAtMs }),
    ...(reply.scope ? { scope: reply.scope } : {}),
    account: { ...reply.account, ...stored.account },
    generation: stored.generation + 1,
  }
}

/** What was granted before and is missing now. Empty when either side is unknown. */
export function lostScope(stored: Credential, reply: TokenReply): readonly string[] {
  if (!stored.scope || !reply.scope) return []
  const now = new Set(reply.scope)
  return stored.scope.filter((scope) => !now.has(scope))
}
