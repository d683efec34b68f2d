/** How a profile spells its fields: first the name that OpenClaw writes, then what it has been seen to accept. Pure. */
import { isRecord } from '../../base/json.ts'

const SPELLINGS = {
  type: ['type', 'mode'],
  provider: ['provider'],
  access: ['access', 'access_token', 'accessToken'],
  refresh: ['refresh', 'refresh_token', 'refreshToken'],
  expires: ['expires', 'expires_at', 'expiresAt'],
  idToken: ['idToken', 'id_token'],
  accountId: ['accountId', 'account_id'],
  email: ['email'],
  displayName: ['displayName'],
  token: ['token'],
  key: ['key', 'apiKey'],
} as const

export type FieldName = keyof typeof SPELLINGS

/** How this profile spells a field; undefined when it has none. */
export function spellingOf(raw: unknown, field: FieldName): string | undefined {
  if (!isRecord(raw)) return undefined
  return SPELLINGS[field].find((name) => raw[name] !== undefined && raw[name] !== null)
}
