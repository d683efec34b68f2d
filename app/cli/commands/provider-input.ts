/** Flags that describe a provider, for `provider add` and `login --issuer`. */

import { AppError } from '../../base/errors.ts'
import type { ProviderInput } from '../../contract/views.ts'
import { parseDuration } from '../io/duration.ts'
import type { FlagsOf, FlagTable } from '../io/flags.ts'

export const PROVIDER_FLAGS = {
  issuer: { type: 'string', value: 'URL', help: 'who tells its own endpoints' },
  'client-id': { type: 'string', value: 'ID', help: 'what we are called there' },
  scopes: { type: 'string', value: '"openid …"', help: 'what to ask for' },
  name: { type: 'string', value: 'NAME', help: 'what people call it' },
  'authorization-endpoint': { type: 'string', value: 'URL', help: 'where a browser signs in' },
  'token-endpoint': { type: 'string', value: 'URL', help: 'where tokens are renewed' },
  'device-authorization-endpoint': { type: 'string', value: 'URL', help: 'where a device gets its code' },
  lead: { type: 'string', value: '10m', help: 'how long before its end a token is renewed' },
  'refresh-encoding': { type: 'string', value: 'form|json', help: 'how a renewal is written' },
} as const satisfies FlagTable

export function providerInput(id: string, flags: FlagsOf<typeof PROVIDER_FLAGS>): ProviderInput {
  const { name, issuer, authorizationEndpoint, tokenEndpoint, deviceAuthorizationEndpoint, clientId } = flags
  const encoding = flags.refreshEncoding
  if (encoding !== undefined && encoding !== 'form' && encoding !== 'json') {
    throw new AppError('ARGUMENT_INVALID', `--refresh-encoding is "form" or "json", not "${encoding}".`)
  }
  return {
    id,
    ...(name === undefined ? {} : { name }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(authorizationEndpoint === undefined ? {} : { authorizationEndpoint }),
    ...(tokenEndpoint === undefined ? {} : { tokenEndpoint }),
    ...(deviceAuthorizationEndpoint === undefined ? {} : { deviceAuthorizationEndpoint }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(flags.scopes === undefined ? {} : { scopes: flags.scopes.split(/[\s,]+/).filter(Boolean) }),
    ...(flags.lead === undefined ? {} : { leadSeconds: parseDuration(flags.lead) / 1000 }),
    ...(encoding === undefined ? {} : { refreshEncoding: encoding }),
  }
}

/** A short name for an issuer: its host, without what every host has. */
export function idForIssuer(issuer: string): string {
  if (!URL.canParse(issuer)) throw new AppError('ARGUMENT_INVALID', `"${issuer}" is not a URL.`)
  const { hostname, port } = new URL(issuer)
  return [hostname.replace(/^(www|auth|login|accounts|id|sso)\./, ''), port].filter(Boolean).join('-')
}
