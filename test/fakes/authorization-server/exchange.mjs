// RFC 8693, which oidc-provider leaves to others: an access token of less scope for one that is there.
import { errors } from 'oidc-provider'

export const TOKEN_EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'
const ACCESS_TOKEN = 'urn:ietf:params:oauth:token-type:access_token'
const PARAMETERS = [
  'subject_token',
  'subject_token_type',
  'requested_token_type',
  'scope',
  'audience',
  'resource',
]

export function offerExchange(provider) {
  provider.registerGrantType(TOKEN_EXCHANGE, (ctx) => exchange(provider, ctx), PARAMETERS)
}

async function exchange(provider, ctx) {
  const { params, client } = ctx.oidc
  if (params.subject_token_type !== ACCESS_TOKEN) throw new errors.InvalidRequest('only access tokens')
  const subject = await provider.AccessToken.find(params.subject_token)
  if (!subject?.isValid) throw new errors.InvalidGrant('the subject token is not good')
  if (params.audience === 'nobody') throw new errors.InvalidTarget('no such audience')
  const had = subject.scope.split(' ')
  const wanted = params.scope?.split(' ') ?? had
  if (wanted.some((one) => !had.includes(one)))
    throw new errors.InvalidScope('more than it had', params.scope)
  const { accountId, grantId, claims, sessionUid } = subject
  const token = new provider.AccessToken({
    ...{ accountId, client, grantId, claims, sessionUid, gty: TOKEN_EXCHANGE },
    scope: wanted.join(' '),
    ...(params.audience ? { aud: params.audience } : {}),
  })
  ctx.body = {
    access_token: await token.save(),
    issued_token_type: ACCESS_TOKEN,
    token_type: 'Bearer',
    expires_in: token.expiration,
    scope: token.scope,
  }
}
