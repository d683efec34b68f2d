/** RFC 6749 §5.1: a successful reply, read. With token-endpoint.ts the only home of expires_in. */
import type { Account, ClientGrant } from '../model/credential.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import { Secret } from '../model/secret.ts'
import { accountFromReply } from './account.ts'
import { claimsOf, text } from './jwt.ts'

/** Times are epoch milliseconds. Absent means the provider did not say. */
export interface TokenReply {
  readonly accessToken: Secret
  readonly refreshToken?: Secret
  readonly idToken?: Secret
  readonly tokenType: string
  /** The client asked for it by itself. */
  readonly grantType?: ClientGrant
  readonly expiresAtMs?: number
  readonly grantExpiresAtMs?: number
  readonly scope?: readonly string[]
  readonly account: Account
  readonly issuedAtMs: number
}

const SECOND = 1000
/** Nobody issues such a token; a longer one is a wrong unit or a "never". */
const LONGEST_MS = 10 * 365.25 * 24 * 60 * 60 * SECOND

/** Kinds of tokens that work only with a key or a signature of ours, or not at all (IANA's registry, and RFC 8693's N_A). */
const UNUSABLE_TYPES = new Set(['dpop', 'pop', 'mac', 'n_a'])

/** Why a reply cannot be used, in a few words; undefined when it can. What is no token is never stored. */
export function unusableBecause(
  body: Readonly<Record<string, unknown>>,
  { proofKey }: Pick<ResolvedProvider, 'proofKey'>,
): string | undefined {
  const accessToken = text(body.access_token)
  if (accessToken === undefined) return 'the reply holds no access token'
  if (!isAccessToken(accessToken)) return 'what it calls an access token holds characters that no token has'
  const refreshToken = text(body.refresh_token)
  if (refreshToken !== undefined && !isRefreshToken(refreshToken))
    return 'what it calls a refresh token holds characters that no token has'
  const type = text(body.token_type)
  const isBoundToUs = proofKey !== undefined && type?.toLowerCase() === 'dpop'
  if (type !== undefined && UNUSABLE_TYPES.has(type.toLowerCase()) && !isBoundToUs)
    return `the token is of type ${type}, which takes more than Lamplighter has: it uses Bearer tokens (RFC 6750)`
  return undefined
}

/**
 * RFC 6750 §2.1, and the other visible characters that tokens in use have (Salesforce's a "!", Facebook's a "|"); no space,
 * no line break, nothing that could end the header it is sent in or a quoted word.
 */
function isAccessToken(value: string): boolean {
  return /^[\x21\x23-\x2B\x2D-\x5B\x5D-\x7E]+$/.test(value)
}

/** RFC 6749 appendix A.17. */
function isRefreshToken(value: string): boolean {
  return /^[\x20-\x7E]+$/.test(value)
}

/**
 * Undefined when it cannot be used: unusableBecause() tells why.
 * @param askedAtMs when the request left: RFC 6749 §5.1 counts from the reply, we never credit a token with extra life
 * @param serverMs the Date header (RFC 9110 §6.6.1): a time of day in the token is by that clock, which may not be ours
 */
export function readReply(
  body: Readonly<Record<string, unknown>>,
  provider: Pick<ResolvedProvider, 'account' | 'expiry' | 'proofKey'>,
  askedAtMs: number,
  serverMs?: number,
): TokenReply | undefined {
  const accessToken = text(body.access_token)
  if (accessToken === undefined || unusableBecause(body, provider) !== undefined) return undefined
  const refreshToken = text(body.refresh_token)
  const idToken = text(body.id_token)
  const grantExpiresAtMs = GRANT_LIVES.map((name) => after(body[name], askedAtMs)).find(
    (at) => at !== undefined,
  )
  const expiresAtMs =
    plausible(provider.expiry?.(body, askedAtMs), askedAtMs) ??
    after(body.expires_in, askedAtMs) ??
    untilTime(body.expires_at, askedAtMs, serverMs) ??
    untilClaimed(claimsOf(accessToken), askedAtMs, serverMs)
  const scope = scopeOf(body.scope)
  return {
    accessToken: new Secret(accessToken),
    ...(refreshToken === undefined ? {} : { refreshToken: new Secret(refreshToken) }),
    ...(idToken === undefined ? {} : { idToken: new Secret(idToken) }),
    tokenType: text(body.token_type) ?? 'Bearer',
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(grantExpiresAtMs === undefined ? {} : { grantExpiresAtMs }),
    ...(scope === undefined ? {} : { scope }),
    account: provider.account === undefined ? accountFromReply(body) : provider.account(body),
    issuedAtMs: askedAtMs,
  }
}

/** How long the refresh token lives, in seconds: Keycloak and TikTok, most others, Intuit. */
const GRANT_LIVES = ['refresh_expires_in', 'refresh_token_expires_in', 'x_refresh_token_expires_in']

/** Later than any time in seconds, earlier than any of today in milliseconds. */
const SURELY_MS = 100_000_000_000

/** A time of day by the server's clock: seconds or milliseconds since the epoch, or ISO 8601. */
function untilTime(value: unknown, askedAtMs: number, serverMs: number | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  const isIso = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)
  const atMs = isIso
    ? Date.parse(value)
    : typeof number === 'number'
      ? number * (number < SURELY_MS ? SECOND : 1)
      : Number.NaN
  const leftMs = atMs - (serverMs ?? askedAtMs)
  return leftMs > 0 && leftMs <= LONGEST_MS ? askedAtMs + leftMs : undefined
}

/** A time of day that has passed already is by another clock than ours, and says nothing about a token that is new. */
function plausible(atMs: number | undefined, askedAtMs: number): number | undefined {
  const leftMs = (atMs ?? 0) - askedAtMs
  return leftMs > 0 && leftMs <= LONGEST_MS ? atMs : undefined
}

/** A number of seconds, or the same as a string. Missing, zero, negative and absurd all mean "not said". */
function after(seconds: unknown, fromMs: number): number | undefined {
  const value = typeof seconds === 'string' && seconds.trim() !== '' ? Number(seconds) : seconds
  if (typeof value !== 'number' || !(value > 0) || value * SECOND > LONGEST_MS) return undefined
  return fromMs + value * SECOND
}

/**
 * RFC 7519 §4.1.4 and §4.1.6: seconds since the epoch by the server's clock, so the time left is what is left there. A
 * new token that seems to have lapsed already was measured by two clocks, and says nothing.
 */
function untilClaimed(
  claims: Readonly<Record<string, unknown>> | undefined,
  askedAtMs: number,
  serverMs: number | undefined,
): number | undefined {
  const { exp, iat } = claims ?? {}
  if (typeof exp !== 'number') return undefined
  const thenMs = serverMs ?? (typeof iat === 'number' ? iat * SECOND : askedAtMs)
  const leftMs = exp * SECOND - thenMs
  return leftMs > 0 && leftMs <= LONGEST_MS ? askedAtMs + leftMs : undefined
}

/** RFC 6749 §3.3: a list separated by spaces. Some servers answer with commas (Slack, LinkedIn), some with an array. */
function scopeOf(scope: unknown): readonly string[] | undefined {
  if (Array.isArray(scope)) return scope.filter((one) => typeof one === 'string')
  return text(scope)
    ?.split(/[\s,]+/)
    .filter((one) => one !== '')
}
