/** RFC 8693 §2.1: an access token for another one: of less scope, or for another audience. Nothing is spent by it. */
import type { ResolvedProvider } from '../model/provider.ts'
import type { Secret } from '../model/secret.ts'
import type { TokenTarget } from '../model/token-target.ts'
import { postToken, type TokenAnswer, type TokenCall, type TokenPorts } from './token-endpoint.ts'

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'

/** @throws HttpFailure; AppError CONFIG_INVALID */
export function exchangeToken(
  ports: TokenPorts,
  provider: ResolvedProvider,
  subject: Secret,
  { scope, audience, resource }: TokenTarget,
  options: TokenCall,
): Promise<TokenAnswer> {
  const params = {
    grant_type: TOKEN_EXCHANGE,
    subject_token: subject.expose(),
    subject_token_type: ACCESS_TOKEN,
    requested_token_type: ACCESS_TOKEN,
    scope: scope && [...new Set(scope)].join(' '),
    audience,
    resource,
  }
  return postToken(ports, provider, params, options)
}
