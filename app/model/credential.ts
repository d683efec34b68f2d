import type { Secret } from './secret.ts'

/** Who the provider says the person is. Any part may be unknown. */
export interface Account {
  /** The provider's stable subject: `sub`, `chatgpt_account_id`. */
  readonly id?: string
  readonly email?: string
  readonly name?: string
}

/** How a client gets a token for itself (RFC 6749 §4.4, RFC 7523 §2.1). */
export const CLIENT_GRANTS = ['client_credentials', 'jwt_bearer'] as const
export type ClientGrant = (typeof CLIENT_GRANTS)[number]

/** What a store keeps for a profile. Absent means the store does not say. */
export interface Credential {
  readonly kind: 'oauth' | 'token' | 'api-key'
  readonly accessToken?: Secret
  readonly refreshToken?: Secret
  readonly idToken?: Secret
  /** Of a key that is being rotated: not known to work yet. */
  readonly nextKey?: Secret
  /** No person's: each access token is issued anew to the client, and there is no refresh token. */
  readonly grantType?: ClientGrant
  /** When the access token lapses, epoch milliseconds, as the provider meant it (no safety margin taken off). */
  readonly expiresAtMs?: number
  /** When this access token was issued, where known: gives the share of life left. */
  readonly issuedAtMs?: number
  /** When the grant itself ends (refresh token lifetime), where the provider says so. */
  readonly grantExpiresAtMs?: number
  /** Does a refresh move that end, or leave it where it is? Absent: none has shown it yet. */
  readonly grantSlides?: boolean
  /** Granted scope, RFC 6749 §3.3. */
  readonly scope?: readonly string[]
  readonly account: Account
  /** One higher at each write of ours; recognises a late answer. */
  readonly generation: number
}

/** RFC 6749 appendix A: printable ASCII. Anything else would end a header, or a line of a terminal, where the token is used. */
export function isTokenText(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text)
}

/** Every token of it is one. */
export function hasCleanTokens({ accessToken, refreshToken, idToken }: Credential): boolean {
  return [accessToken, refreshToken, idToken].every(
    (token) => token === undefined || isTokenText(token.expose()),
  )
}

/**
 * Do two accounts belong to the same person, as far as can be told?
 * `id` decides when both have one, then `email` without case (OpenClaw's identity gate uses the same order).
 */
export function compareAccounts(a: Account, b: Account): 'same' | 'different' | 'unknown' {
  if (a.id && b.id) return a.id === b.id ? 'same' : 'different'
  if (a.email && b.email) return a.email.toLowerCase() === b.email.toLowerCase() ? 'same' : 'different'
  return 'unknown'
}
