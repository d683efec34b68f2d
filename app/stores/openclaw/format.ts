/**
 * `auth-profiles.json`, read as tolerantly as OpenClaw reads it (`mode` for `type`, `apiKey` for `key`, the old Codex
 * spellings), but never silently: a field of a wrong type is reported, where OpenClaw drops the whole profile. Pure.
 */

import { z } from 'zod'
import { isRecord, parseJson } from '../../base/json.ts'
import type { Account, Credential } from '../../model/credential.ts'
import { secret } from '../../model/secret.ts'
import { keeperIn } from '../shared/moved-marker.ts'
import { type Fence, fenceOf } from './fence.ts'
import { type FieldName, spellingOf } from './field-names.ts'

export interface StoredProfile {
  readonly id: string
  readonly provider: string
  /** Undefined when the file does not say, or says something else. */
  readonly type: ProfileType | undefined
  /** Absent for fences and references: there is no secret in this file. */
  readonly credential?: Credential
  readonly account: Account
  readonly fence?: Fence
  /** Moved to another machine, which has the refresh token. */
  readonly keptBy?: string
  /** `oauthRef`, `keyRef`, `tokenRef`: the secret is elsewhere. */
  readonly reference?: 'oauthRef' | 'keyRef' | 'tokenRef'
  /** OpenClaw asks us for it: a login of ours, and none of OpenClaw's. */
  readonly isHanded?: true
  /** One sentence for each field that was not understood. */
  readonly problems: readonly string[]
}

export type ProfileType = 'oauth' | 'token' | 'api_key'

export interface StoreFile {
  readonly profiles: readonly StoredProfile[]
  /** None that we know how to write. */
  readonly unknownVersion?: number
}

/** What a token is asked of in OpenClaw's configuration where it is one of ours. */
export const OUR_SECRETS = 'lamplighter-logins'

type JsonRecord = Readonly<Record<string, unknown>>

/** Version 1 is the only one there was before the logins moved into a database. */
const VERSION = 1
const MAX_DATE_MS = 8.64e15 // ECMA-262 §21.4.1.1; OpenClaw calls anything above `invalid_expires`
const LATEST_SECONDS = 1e11 // the year 5138 in seconds, March 1973 in milliseconds
const EARLIEST_SECONDS = 1e9

const fileSchema = z.looseObject({
  version: z.unknown().optional(),
  profiles: z.record(z.string(), z.unknown()),
})

/** Undefined when this is not such a file. */
export function parseStore(text: string): StoreFile | undefined {
  const parsed = fileSchema.safeParse(parseJson(text))
  if (!parsed.success) return undefined
  const { version, profiles } = parsed.data
  return {
    profiles: Object.entries(profiles).map(([id, raw]) => parseProfile(id, raw)),
    ...(typeof version === 'number' && version > VERSION ? { unknownVersion: version } : {}),
  }
}

export function parseProfile(id: string, raw: unknown): StoredProfile {
  const guess = id.includes(':') ? id.slice(0, id.indexOf(':')) : id
  if (!isRecord(raw)) {
    const problems = [`It is ${kindOf(raw)}, where an object was expected.`]
    return { id, provider: guess, type: undefined, account: {}, problems }
  }
  const problems: string[] = []
  const text = (field: FieldName): string | undefined => textIn(raw, field, problems)
  const type = typeIn(text('type'), problems)
  const provider = text('provider')?.trim()
  if (!provider) problems.push('It does not say which provider it belongs to.')
  const account = accountOf(text('accountId'), text('email'), text('displayName'))
  const common = { id, provider: provider || guess, type, account, problems }
  const reference = (['oauthRef', 'keyRef', 'tokenRef'] as const).find((name) => isRecord(raw[name]))
  if (reference) return { ...common, reference, ...(asksUs(raw['tokenRef']) ? { isHanded: true } : {}) }
  const expiry = expiryIn(raw, problems)
  if (type !== 'oauth') {
    const value = secret(text(type === 'api_key' ? 'key' : 'token'))
    if (type && !value) problems.push(`There is no ${type === 'api_key' ? 'key' : 'token'} in it.`)
    const kind = type === 'api_key' ? 'api-key' : 'token'
    return value
      ? { ...common, credential: { kind, accessToken: value, ...expiry, account, generation: 0 } }
      : common
  }
  const access = text('access')
  const refresh = text('refresh')
  const fence = fenceOf(refresh) ?? fenceOf(access)
  if (fence) return { ...common, problems: problems.filter((one) => !one.startsWith('"expires"')), fence }
  const accessToken = secret(access)
  const refreshToken = isPlaceholder(refresh) ? undefined : secret(refresh)
  const idToken = secret(text('idToken'))
  if (!accessToken && !refreshToken)
    problems.push('There is neither an access token nor a refresh token in it.')
  const credential: Credential = {
    kind: 'oauth',
    ...(accessToken ? { accessToken } : {}),
    ...(refreshToken ? { refreshToken } : {}),
    ...(idToken ? { idToken } : {}),
    ...expiry,
    ...scopeIn(raw),
    account,
    generation: 0, // the file counts no writes
  }
  const keptBy = keeperIn(refresh)
  const about = keptBy === undefined ? common : { ...common, keptBy }
  return accessToken || refreshToken ? { ...about, credential } : about
}

function asksUs(tokenRef: unknown): boolean {
  return isRecord(tokenRef) && tokenRef['provider'] === OUR_SECRETS
}

function textIn(raw: JsonRecord, field: FieldName, problems: string[]): string | undefined {
  const name = spellingOf(raw, field)
  const value = name === undefined ? undefined : raw[name]
  if (value === undefined || typeof value === 'string') return value
  const complaint = `"${name}" is ${kindOf(value)}, where text was expected.`
  if (!problems.includes(complaint)) problems.push(complaint)
  return undefined
}

function typeIn(type: string | undefined, problems: string[]): ProfileType | undefined {
  if (type === 'oauth' || type === 'token' || type === 'api_key') return type
  // The value is not quoted: somebody may have put a key there.
  problems.push(type === undefined ? 'It has no type.' : 'Its type is none of oauth, token and api_key.')
  return undefined
}

/** `expires` is milliseconds since the epoch. Anything else is said, and never guessed. */
function expiryIn(raw: JsonRecord, problems: string[]): { readonly expiresAtMs?: number } {
  const name = spellingOf(raw, 'expires')
  if (name === undefined) return {}
  const value = raw[name]
  if (typeof value !== 'number')
    problems.push(`"expires" is ${kindOf(value)}, where milliseconds were expected.`)
  else if (!Number.isFinite(value) || value <= 0 || value > MAX_DATE_MS)
    problems.push(`"expires" is ${value}, which is no point in time.`)
  else if (value >= EARLIEST_SECONDS && value < LATEST_SECONDS)
    problems.push(`"expires" is ${value}, which looks like seconds, where milliseconds were expected.`)
  else return { expiresAtMs: value }
  return {}
}

/** What was granted, else what was asked for. */
function scopeIn(raw: JsonRecord): { readonly scope?: readonly string[] } {
  for (const name of ['grantedScope', 'scope', 'authorizationScope']) {
    const value = raw[name]
    const scope = typeof value === 'string' ? value.split(/[\s,]+/) : Array.isArray(value) ? value : []
    const words = scope.filter((word): word is string => typeof word === 'string' && word !== '')
    if (words.length > 0) return { scope: words }
  }
  return {}
}

/** What tools write where a refresh token is kept elsewhere: sending it would only be refused. */
function isPlaceholder(refresh: string | undefined): boolean {
  const text = refresh?.trim().toLowerCase() ?? ''
  return /^(?:|<.*>|\*+|\[.*\]|x{3,}|placeholder|redacted|__openclaw_redacted__|none|null|undefined|n\/a|-)$/.test(
    text,
  )
}

function accountOf(id: string | undefined, email: string | undefined, name: string | undefined): Account {
  return { ...(id ? { id } : {}), ...(email ? { email } : {}), ...(name ? { name } : {}) }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'string' ? 'text' : typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
