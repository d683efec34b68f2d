/** What a person typed about a provider: checked in words, then turned into config.json's names. */
import type { ProviderInput } from '../../app/contract/views.ts'

export interface ProviderFields {
  readonly by: 'issuer' | 'endpoints'
  readonly name: string
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

/** Empty when everything is in order. */
export function fieldErrors(fields: ProviderFields): FieldErrors {
  const errors: FieldErrors = {}
  if (fields.clientId.trim() === '') errors.clientId = 'The provider gives one to each application it knows.'
  if (fields.by === 'issuer') {
    const wrong = addressError(fields.issuer)
    if (wrong) errors.issuer = wrong
    return errors
  }
  const token = addressError(fields.tokenEndpoint)
  if (token) errors.tokenEndpoint = token
  const { authorizationEndpoint, deviceAuthorizationEndpoint } = fields
  if (authorizationEndpoint.trim() === '' && deviceAuthorizationEndpoint.trim() === '') {
    errors.authorizationEndpoint = 'Give this one, or the device authorization endpoint, or both.'
  }
  for (const name of ['authorizationEndpoint', 'deviceAuthorizationEndpoint'] as const) {
    const wrong = fields[name].trim() === '' ? undefined : addressError(fields[name])
    if (wrong) errors[name] = wrong
  }
  return errors
}

/** @param taken ids in use; the new one differs from all of them */
export function providerInput(fields: ProviderFields, taken: readonly string[]): ProviderInput {
  const host = new URL(fields.by === 'issuer' ? fields.issuer.trim() : fields.tokenEndpoint.trim()).hostname
  const name = fields.name.trim() || host
  const filled = (key: keyof ProviderFields) => {
    const text = fields[key].trim()
    return text === '' ? {} : { [key]: text }
  }
  return {
    id: freeId(name, taken),
    name,
    clientId: fields.clientId.trim(),
    scopes: fields.scopes.split(/[\s,]+/).filter(Boolean),
    ...(fields.by === 'issuer'
      ? filled('issuer')
      : {
          ...filled('authorizationEndpoint'),
          ...filled('tokenEndpoint'),
          ...filled('deviceAuthorizationEndpoint'),
        }),
  }
}

function addressError(text: string): string | undefined {
  if (text.trim() === '') return 'An address is needed here, such as https://login.example.org'
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return 'This is not a web address. It begins with https://'
  }
  // Plain http would show tokens to the network; on loopback nobody else is there to see them.
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)
  return url.protocol === 'https:' || loopback
    ? undefined
    : 'Use https: plain http is allowed on this machine only.'
}

function freeId(name: string, taken: readonly string[]): string {
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
