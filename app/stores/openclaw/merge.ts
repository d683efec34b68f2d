/** A new credential into one profile of `auth-profiles.json`, and not one byte elsewhere. Pure. */

import { parseJson } from '../../base/json.ts'
import type { Credential } from '../../model/credential.ts'
import { ASSUMED_LIFE_MS } from '../../model/expiry.ts'
import { type JsonPath, setMember } from '../shared/json-edit.ts'
import { type FieldName, spellingOf } from './field-names.ts'
import { movedMarker } from './moved-marker.ts'

/** A life shorter than the margin would be stored as lapsed, and refreshed without end. */
const MAX_MARGIN_SHARE = 0.5

/**
 * @param marginMs what OpenClaw takes off `expires` for this provider before storing it, milliseconds
 * @returns the new text; the same text when there is no such profile
 */
export function mergeCredential(text: string, id: string, next: Credential, marginMs: number): string {
  const raw = profileIn(text, id)
  if (raw === undefined) return text
  const nameOf = (field: FieldName): string => spellingOf(raw, field) ?? field
  const at = (name: string): JsonPath => ['profiles', id, name]
  let merged = text
  const set = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) merged = setMember(merged, at(name), value)
  }
  set(nameOf('access'), next.accessToken?.expose())
  set(nameOf('refresh'), next.refreshToken?.expose())
  set(nameOf('expires'), storedExpiry(next, marginMs))
  if (spellingOf(raw, 'idToken')) set(nameOf('idToken'), next.idToken?.expose())
  for (const name of ['grantedScope', 'scope']) {
    if (typeof raw[name] === 'string' && next.scope && !sameWords(raw[name], next.scope))
      set(name, next.scope.join(' '))
  }
  return merged
}

/** The refresh token of one profile gives way to the name of the machine that has it; the access token stays. */
export function withKeeper(text: string, id: string, name: string): string {
  const raw = profileIn(text, id)
  if (raw === undefined) return text
  return setMember(text, ['profiles', id, spellingOf(raw, 'refresh') ?? 'refresh'], movedMarker(name))
}

/**
 * What OpenClaw would have stored for this credential, milliseconds since the epoch. Where the provider did not say, the
 * usual life counts: the old token's time beside the new token would have it refreshed again at once, without end.
 */
export function storedExpiry(next: Credential, marginMs: number): number | undefined {
  if (next.expiresAtMs === undefined) {
    return next.issuedAtMs === undefined ? undefined : next.issuedAtMs + ASSUMED_LIFE_MS
  }
  const life = next.issuedAtMs === undefined ? Number.POSITIVE_INFINITY : next.expiresAtMs - next.issuedAtMs
  return Math.round(next.expiresAtMs - Math.min(marginMs, Math.max(0, life * MAX_MARGIN_SHARE)))
}

function profileIn(text: string, id: string): Readonly<Record<string, unknown>> | undefined {
  const file = parseJson(text) as { readonly profiles?: Readonly<Record<string, unknown>> } | null | undefined
  const profiles = file?.profiles
  const raw = profiles && Object.hasOwn(profiles, id) ? profiles[id] : undefined
  return typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : undefined
}

function sameWords(text: string, words: readonly string[]): boolean {
  return text.split(/\s+/).filter(Boolean).sort().join(' ') === [...words].sort().join(' ')
}
