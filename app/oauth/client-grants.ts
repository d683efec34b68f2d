/** RFC 6749 §4.4 and RFC 7523 §2.1: an access token for the client itself, nobody present and nothing to rotate. */
import { modifyAssertion, PrivateKeyJwt } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import { clientKeyOf } from './client-key.ts'
import { clientOf, serverOf } from './through-port.ts'
import { postBearer, postToken, type TokenAnswer, type TokenCall, type TokenPorts } from './token-endpoint.ts'

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer'
/** Google takes up to an hour, GitHub up to ten minutes; it is used at once. */
const ASSERTION_LIFE_SECONDS = 300
/** A server whose clock is a little behind takes no assertion from its future. */
const BACKDATED_SECONDS = 60

/** @throws HttpFailure; AppError CONFIG_INVALID where there is no key to sign with */
export async function mintToken(
  ports: TokenPorts,
  provider: ResolvedProvider,
  options: TokenCall,
): Promise<TokenAnswer> {
  const scope = provider.scopes.join(' ')
  const answer = await ask(ports, provider, scope, options)
  const { grant: grantType, clientId } = provider
  if (answer.kind !== 'success' || grantType === undefined) return answer
  const account = { name: clientId, ...answer.reply.account }
  return { kind: 'success', reply: { ...answer.reply, account, grantType } }
}

async function ask(
  ports: TokenPorts,
  provider: ResolvedProvider,
  scope: string,
  options: TokenCall,
): Promise<TokenAnswer> {
  if (provider.grant !== 'jwt_bearer') {
    const params = { grant_type: 'client_credentials', scope, ...provider.tokenParams }
    return postToken(ports, provider, params, options)
  }
  const assertion = await assertionOf(provider, scope)
  if (provider.assertionIn === 'header') return postBearer(ports, provider, assertion, options)
  const params = { grant_type: JWT_BEARER, assertion, scope, ...provider.tokenParams }
  return postToken(ports, provider, params, { ...options, anonymous: true }) // the assertion says who asks
}

/** RFC 7523 §3. What the provider's data say of a claim wins; an empty one is left out. */
async function assertionOf(provider: ResolvedProvider, scope: string): Promise<string> {
  const { clientSecret, clientKeyId, clientAssertionAudience, tokenEndpoint, name } = provider
  if (clientSecret === undefined) {
    throw new AppError('CONFIG_INVALID', `${name} wants an assertion signed with a key, and none is here.`, {
      hint: `Keep it in the vault: lamplighter provider secret ${provider.id}`,
    })
  }
  const { key, kid = clientKeyId } = await clientKeyOf(clientSecret)
  const claims = { ...(scope === '' ? {} : { scope }), ...provider.assertionClaims }
  const sign = PrivateKeyJwt(kid === undefined ? key : { key, kid }, {
    [modifyAssertion]: (_header, payload) => {
      const atSeconds = Number(payload['iat'])
      payload['aud'] = clientAssertionAudience ?? tokenEndpoint
      payload['iat'] = atSeconds - BACKDATED_SECONDS
      payload['exp'] = atSeconds + ASSERTION_LIFE_SECONDS
      delete payload['nbf']
      for (const [claim, value] of Object.entries(claims)) {
        if (value === '') delete payload[claim]
        else payload[claim] = value
      }
    },
  })
  const signed = new URLSearchParams()
  await sign(serverOf(provider), clientOf(provider), signed, new Headers())
  return signed.get('client_assertion') ?? ''
}
