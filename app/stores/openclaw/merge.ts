/** A new credential into one profile of `auth-profiles.json`, and not one byte elsewhere. Pure. */

import { parseJson } from '../../base/json.ts'
import type { Credential } from '../../model/credential.ts'
import { type JsonPath, setMember } from '../shared/json-edit.ts'
import { movedMarker } from '../shared/moved-marker.ts'
import { storedExpiry } from '../shared/stored-expiry.ts'
import { type FieldName, spellingOf } from './field-names.ts'

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

function profileIn(text: string, id: string): Readonly<Record<string, unknown>> | undefined {
  const file = parseJson(text) as { readonly profiles?: Readonly<Record<string, unknown>> } | null | undefined
  const profiles = file?.profiles
  const raw = profiles && Object.hasOwn(profiles, id) ? profiles[id] : undefined
  return typeof raw === 'object' && raw !== null ? (raw as Readonly<Record<string, unknown>>) : undefined
}

function sameWords(text: string, words: readonly string[]): boolean {
  return text.split(/\s+/).filter(Boolean).sort().join(' ') === [...words].sort().join(' ')
}
