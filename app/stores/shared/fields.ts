/** Members of other programs' JSON, read with care: what is not as expected is absent, never guessed. Pure. */
import { isRecord, type JsonRecord } from '../../base/json.ts'
import type { Account, Credential } from '../../model/credential.ts'
import { secret } from '../../model/secret.ts'
import { claimsOf, text } from '../../oauth/jwt.ts'

/** How a program writes a time: milliseconds or seconds since the epoch, or RFC 3339. */
export const TIME_UNITS = ['ms', 's', 'iso'] as const
export type TimeUnit = (typeof TIME_UNITS)[number]

/** The latest time that a calendar has (ECMA-262 §21.4.1.1). */
const LATEST_MS = 8.64e15

/** Epoch milliseconds. Zero and less are how some programs write "none". */
export function timeOf(value: unknown, unit: TimeUnit): number | undefined {
  const ms = unit === 'iso' ? Date.parse(text(value) ?? '') : numberOf(value) * (unit === 's' ? 1000 : 1)
  return ms > 0 && ms <= LATEST_MS ? Math.round(ms) : undefined
}

/** Some write a number as text. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
}

/** RFC 7519 §4.1.4: `exp`, seconds. Absent where the token is opaque. */
export function endOfJwt(token: unknown): number | undefined {
  return timeOf(claimsOf(token)?.exp, 's')
}

/** Who the id token is about; the members that are there. */
export function accountOfJwt(idToken: unknown): Account {
  const claims = claimsOf(idToken)
  return accountOf({ email: claims?.email, name: claims?.name })
}

/** Of what a file says of a person, what is a text. */
export function accountOf(said: { readonly [P in keyof Account]?: unknown }): Account {
  const [id, email, name] = [text(said.id), text(said.email), text(said.name)]
  return { ...(id ? { id } : {}), ...(email ? { email } : {}), ...(name ? { name } : {}) }
}

/** What stands at the end of a way through records; undefined where it leads nowhere. */
export function memberAt(value: unknown, way: readonly string[]): unknown {
  return way.reduce<unknown>(
    (at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  )
}

/** The record that a member holds; an empty one where it holds none. */
export function recordIn(value: unknown, key: string): JsonRecord {
  const found = memberAt(value, [key])
  return isRecord(found) ? found : {}
}

export interface FoundTokens {
  readonly kind?: Credential['kind']
  readonly access: unknown
  readonly refresh?: unknown
  readonly id?: unknown
  readonly expiresAtMs?: number | undefined
  readonly issuedAtMs?: number | undefined
  readonly grantExpiresAtMs?: number | undefined
  /** A list, or RFC 6749 §3.3's words between spaces. */
  readonly scope?: unknown
  readonly account?: Account
}

/** Undefined where there is no access token: nothing can be used then, whatever else is there. */
export function credentialOf(found: FoundTokens): Credential | undefined {
  const accessToken = secret(text(found.access))
  if (!accessToken) return undefined
  const refreshToken = secret(text(found.refresh))
  const idToken = secret(text(found.id))
  const { expiresAtMs, issuedAtMs, grantExpiresAtMs } = found
  const scope = scopesOf(found.scope)
  return {
    kind: found.kind ?? 'oauth',
    accessToken,
    ...(refreshToken ? { refreshToken } : {}),
    ...(idToken ? { idToken } : {}),
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
    ...(issuedAtMs === undefined ? {} : { issuedAtMs }),
    ...(grantExpiresAtMs === undefined ? {} : { grantExpiresAtMs }),
    ...(scope.length > 0 ? { scope } : {}),
    account: found.account ?? {},
    generation: 0,
  }
}

function scopesOf(value: unknown): readonly string[] {
  const words: readonly unknown[] = Array.isArray(value) ? value : (text(value)?.split(' ') ?? [])
  return words.flatMap((word) => text(word) ?? [])
}
