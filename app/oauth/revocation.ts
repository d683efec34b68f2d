/** RFC 7009: tell the provider to end a grant. */
import { revocationRequest } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import { isRecord, parseJson } from '../base/json.ts'
import { type Http, HttpFailure } from '../base/ports.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import type { Secret } from '../model/secret.ts'
import { unreachable } from './certificate-hint.ts'
import { clientAuthOf, inTlsOf } from './client-authentication.ts'
import { clientOf, serverOf, throughPort } from './through-port.ts'

const TIMEOUT_MS = 15_000 // a person is waiting

export type TokenKind = 'refresh_token' | 'access_token'

/**
 * 'revoked' also when the provider no longer knew the token (RFC 7009 §2.2); 'unsupported' when it has no endpoint, or
 * does not revoke this kind (§2.2.1).
 * @throws AppError PROVIDER_UNREACHABLE, PROVIDER_REFUSED, CONFIG_INVALID
 */
export async function revoke(
  http: Http,
  provider: ResolvedProvider,
  token: Secret,
  kind: TokenKind = 'refresh_token',
): Promise<'revoked' | 'unsupported'> {
  const { revocationEndpoint, name } = provider
  if (revocationEndpoint === undefined) return 'unsupported'
  const server = { ...serverOf(provider), revocation_endpoint: revocationEndpoint }
  const { seen, options } = throughPort(http, { timeoutMs: TIMEOUT_MS, ...inTlsOf(provider) })
  const authentication = await clientAuthOf(provider)
  try {
    await revocationRequest(server, clientOf(provider), authentication, token.expose(), {
      ...options,
      additionalParameters: { token_type_hint: kind },
    })
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    throw unreachable(name, error)
  }
  const status = seen.reply?.status ?? 0
  if (status >= 200 && status < 300) return 'revoked'
  if (errorIn(seen.reply?.body) === 'unsupported_token_type') return 'unsupported'
  throw new AppError('PROVIDER_REFUSED', `${name} did not end the login (HTTP ${status}).`)
}

function errorIn(body = ''): unknown {
  const answer = parseJson(body)
  return isRecord(answer) ? answer.error : undefined
}
