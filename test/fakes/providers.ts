/** Providers and token replies for tests of what is built on top. */

import type { ResolvedProvider } from '../../app/model/provider.ts'
import { generic } from '../../app/providers/generic.ts'

export const ISSUER = 'https://auth.example.test'

export function resolved(part: Partial<ResolvedProvider> = {}): ResolvedProvider {
  return {
    ...generic,
    id: 'example',
    name: 'Example',
    authorizationEndpoint: `${ISSUER}/auth`,
    tokenEndpoint: `${ISSUER}/token`,
    deviceAuthorizationEndpoint: `${ISSUER}/device`,
    clientId: 'client-1',
    ...part,
  }
}

/** A JWT that nobody signed. */
export function jwt(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part(claims)}.c2lnbmF0dXJl`
}

export function tokenJson(part: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    access_token: 'CANARY-access',
    refresh_token: 'CANARY-refresh-2',
    token_type: 'Bearer',
    expires_in: 3600,
    scope: 'openid email',
    id_token: jwt({ sub: 'sub-1', email: 'ada@example.test', name: 'Ada' }),
    ...part,
  }
}
