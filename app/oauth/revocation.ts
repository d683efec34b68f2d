/** RFC 7009: tell the provider to end a grant. */

import { AppError } from '../base/errors.ts'
import { type Http, HttpFailure } from '../base/ports.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import type { Secret } from '../model/secret.ts'
import { certificateHint } from './certificate-hint.ts'
import { authenticate } from './client-authentication.ts'

const TIMEOUT_MS = 15_000 // a person is waiting

/**
 * 'revoked' also when the provider no longer knew the token (RFC 7009 §2.2); 'unsupported' when it has no endpoint.
 * @throws AppError PROVIDER_UNREACHABLE, PROVIDER_REFUSED
 */
export async function revoke(
  http: Http,
  provider: ResolvedProvider,
  refreshToken: Secret,
): Promise<'revoked' | 'unsupported'> {
  if (provider.revocationEndpoint === undefined) return 'unsupported'
  const client = authenticate(provider)
  const body = new URLSearchParams({
    token: refreshToken.expose(),
    token_type_hint: 'refresh_token',
    ...client.params,
  })
  try {
    const reply = await http.send({
      method: 'POST',
      url: provider.revocationEndpoint,
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        ...client.headers,
      },
      body: body.toString(),
      timeoutMs: TIMEOUT_MS,
    })
    if (reply.status === 200) return 'revoked'
    throw new AppError('PROVIDER_REFUSED', `${provider.name} did not end the login (HTTP ${reply.status}).`)
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    throw new AppError('PROVIDER_UNREACHABLE', `${provider.name} cannot be reached.`, {
      cause: error,
      ...certificateHint(error),
    })
  }
}
