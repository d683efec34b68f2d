/** Entra ID and Azure's management, to a CLI whose person has entered the code already: one tenant, one subscription. */
import { unsignedJwt } from './unsigned-jwt.mjs'

const TENANT = '11111111-1111-4111-8111-111111111111'
const PERSON = '22222222-2222-4222-8222-222222222222'
const AT = 'https://login.microsoftonline.com'

export function microsoft({ path, sent, state }) {
  if (path.endsWith('/discovery/instance')) return { body: INSTANCE }
  if (path.endsWith('/openid-configuration')) return { body: addresses(path.split('/')[1]) }
  if (path.endsWith('/devicecode')) return { body: CODE }
  if (path.endsWith('/token')) return token(sent, state)
  if (path === '/tenants') return { body: { value: [{ id: `/tenants/${TENANT}`, tenantId: TENANT }] } }
  if (path === '/subscriptions') return { body: { value: [SUBSCRIPTION] } }
  return { status: 404, body: { error: { code: 'NotFound', message: 'nothing here' } } }
}

/** The old refresh token stays good: MSAL takes whichever it has. */
function token({ client_id, grant_type, scope = '' }, state) {
  if (grant_type === 'refresh_token' && state.isRefused) return REFUSED
  const { generation, expiresInS = 3_600 } = { ...state, generation: ++state.generation }
  const now = Math.floor(Date.now() / 1000)
  const about = { iss: `${AT}/${TENANT}/v2.0`, aud: client_id, iat: now, nbf: now, exp: now + 3_600 }
  const person = {
    oid: PERSON,
    sub: PERSON,
    tid: TENANT,
    preferred_username: 'ada@example.test',
    name: 'Ada',
  }
  return {
    body: {
      token_type: 'Bearer',
      scope: scope
        .split(' ')
        .filter((one) => one.startsWith('https:'))
        .join(' '),
      expires_in: expiresInS,
      access_token: `access-${generation}`,
      refresh_token: `refresh-${generation}`,
      id_token: unsignedJwt({ ...about, ...person }),
      client_info: Buffer.from(JSON.stringify({ uid: PERSON, utid: TENANT })).toString('base64url'),
    },
  }
}

function addresses(tenant) {
  const v2 = `${AT}/${tenant}/oauth2/v2.0`
  return {
    issuer: `${AT}/${TENANT}/v2.0`,
    authorization_endpoint: `${v2}/authorize`,
    token_endpoint: `${v2}/token`,
    device_authorization_endpoint: `${v2}/devicecode`,
  }
}

const REFUSED = {
  status: 400,
  body: { error: 'invalid_grant', error_description: 'AADSTS700082: The refresh token has expired.' },
}
const INSTANCE = {
  tenant_discovery_endpoint: `${AT}/common/.well-known/openid-configuration`,
  'api-version': '1.1',
  metadata: [
    {
      preferred_network: 'login.microsoftonline.com',
      preferred_cache: 'login.windows.net',
      aliases: ['login.microsoftonline.com', 'login.windows.net'],
    },
  ],
}
const CODE = {
  device_code: 'device-1',
  user_code: 'ABCD1234',
  verification_uri: 'https://microsoft.com/devicelogin',
  expires_in: 900,
  interval: 1,
  message: 'Enter the code ABCD1234.',
}
const SUBSCRIPTION = {
  id: '/subscriptions/33333333-3333-4333-8333-333333333333',
  subscriptionId: '33333333-3333-4333-8333-333333333333',
  tenantId: TENANT,
  displayName: 'Dev',
  state: 'Enabled',
  subscriptionPolicies: {},
  authorizationSource: 'RoleBased',
}
