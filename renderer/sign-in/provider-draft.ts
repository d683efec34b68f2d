/** What a person typed about a provider: checked in words, then turned into config.json's names. */
import type { ProviderInput } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { addressError } from './client-draft.ts'

export interface ProviderFields {
  readonly by: 'issuer' | 'endpoints' | 'mcp'
  readonly name: string
  /** Of an MCP server: its own address. */
  readonly issuer: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly deviceAuthorizationEndpoint: string
  readonly clientId: string
  readonly scopes: string
}

export const EMPTY_FIELDS: ProviderFields = {
  by: 'issuer',
  name: '',
  issuer: '',
  authorizationEndpoint: '',
  tokenEndpoint: '',
  deviceAuthorizationEndpoint: '',
  clientId: '',
  // offline_access is how OIDC asks for a refresh token (OpenID Connect Core §11).
  scopes: 'openid offline_access',
}

export type FieldErrors = Partial<Record<keyof ProviderFields, string>>

/**
 * Empty when everything is in order.
 * @param byItself the client signs itself in: nobody is sent anywhere
 */
export function fieldErrors(fields: ProviderFields, byItself = false): FieldErrors {
  const errors: FieldErrors = {}
  if (fields.by !== 'endpoints') {
    const wrong = addressError(fields.issuer)
    if (wrong) errors.issuer = wrong
    return errors // one that registers clients by itself needs no client id (RFC 7591)
  }
  if (fields.clientId.trim() === '')
    errors.clientId = t('The provider gives one to each application it knows.')
  const token = addressError(fields.tokenEndpoint)
  if (token) errors.tokenEndpoint = token
  const { authorizationEndpoint, deviceAuthorizationEndpoint } = fields
  if (!byItself && authorizationEndpoint.trim() === '' && deviceAuthorizationEndpoint.trim() === '') {
    errors.authorizationEndpoint = t('Give this one, or the device authorization endpoint, or both.')
  }
  for (const name of ['authorizationEndpoint', 'deviceAuthorizationEndpoint'] as const) {
    const wrong = fields[name].trim() === '' ? undefined : addressError(fields[name])
    if (wrong) errors[name] = wrong
  }
  return errors
}

/** @param taken ids in use; the new one differs from all of them */
export function providerInput(fields: ProviderFields, taken: readonly string[]): ProviderInput {
  const host = new URL(fields.by === 'endpoints' ? fields.tokenEndpoint.trim() : fields.issuer.trim())
    .hostname
  const name = fields.name.trim() || host
  const filled = (key: keyof ProviderFields) => {
    const text = fields[key].trim()
    return text === '' ? {} : { [key]: text }
  }
  return {
    id: freeId(name, taken),
    name,
    ...filled('clientId'),
    scopes: fields.scopes.split(/[\s,]+/).filter(Boolean),
    ...(fields.by === 'endpoints'
      ? {
          ...filled('authorizationEndpoint'),
          ...filled('tokenEndpoint'),
          ...filled('deviceAuthorizationEndpoint'),
        }
      : filled('issuer')),
  }
}

/** As config.json takes it, and unlike every one that is in use. */
export function freeId(name: string, taken: readonly string[]): string {
  const slug =
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '') || 'provider'
  for (let number = 1; ; number++) {
    const id = number === 1 ? slug : `${slug}-${number}`
    if (!taken.includes(id)) return id
  }
}
