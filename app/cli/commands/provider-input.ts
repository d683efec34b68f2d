/** Flags that describe a provider, for `provider add` and `login --issuer`. */

import { AppError } from '../../base/errors.ts'
import type { ProviderInput } from '../../contract/views.ts'
import type { Flags } from '../io/command.ts'
import { parseDuration } from '../io/duration.ts'

export function providerInput(id: string, flags: Flags): ProviderInput {
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
  try {
    const { hostname, port } = new URL(issuer)
    return [hostname.replace(/^(www|auth|login|accounts|id|sso)\./, ''), port].filter(Boolean).join('-')
  } catch (error) {
    throw new AppError('ARGUMENT_INVALID', `"${issuer}" is not a URL.`, { cause: error })
  }
}
