// MSAL against our endpoint: what its own authority would add to the reply is added on the way.
import { PublicClientApplication } from '@azure/msal-node'

const AUTHORITY = 'https://login.example.test/common'
const SCOPES = ['read']

/** @param makePlugin where the cache is kept; else in memory */
export async function openMsal({ endpoint, tokens, expiresAtMs }, makePlugin) {
  let expiresIn = Math.max(1, Math.round((expiresAtMs - Date.now()) / 1000))
  const settings = () => ({
    auth: {
      clientId: '11111111-1111-1111-1111-111111111111',
      authority: AUTHORITY,
      knownAuthorities: ['login.example.test'],
      cloudDiscoveryMetadata: JSON.stringify({
        tenant_discovery_endpoint: `${AUTHORITY}/v2.0/.well-known/openid-configuration`,
        metadata: [
          {
            preferred_network: 'login.example.test',
            preferred_cache: 'login.example.test',
            aliases: ['login.example.test'],
          },
        ],
      }),
      authorityMetadata: JSON.stringify({
        authorization_endpoint: `${AUTHORITY}/authorize`,
        token_endpoint: `${AUTHORITY}/token`,
        issuer: `${AUTHORITY}/v2.0`,
        jwks_uri: `${AUTHORITY}/keys`,
        end_session_endpoint: `${AUTHORITY}/logout`,
      }),
    },
    system: { networkClient: { sendGetRequestAsync: refuse, sendPostRequestAsync } },
    ...(makePlugin ? { cache: { cachePlugin: makePlugin() } } : {}),
  })

  async function sendPostRequestAsync(_url, { body }) {
    const reply = await endpoint.refresh(new URLSearchParams(body).get('refresh_token'))
    const status = reply.error ? 400 : 200
    const extra = {
      expires_in: expiresIn,
      scope: SCOPES.join(' '),
      id_token: idToken(),
      client_info: clientInfo(),
    }
    return { status, headers: {}, body: reply.error ? reply : { ...reply, ...extra } }
  }

  const first = new PublicClientApplication(settings())
  const request = { refreshToken: tokens.refresh_token, scopes: SCOPES, forceCache: true }
  const { account } = await first.acquireTokenByRefreshToken(request)
  expiresIn = 3600
  // A file written in the same millisecond in which it was read is not read again by the one who wrote it, which then
  // finds nothing: it is measured as by the next program, which finds a file that is there.
  const application = makePlugin ? new PublicClientApplication(settings()) : first
  return {
    token: async () => (await application.acquireTokenSilent({ account, scopes: SCOPES })).accessToken,
    close: async () => undefined,
  }
}

async function refuse(url) {
  throw new Error(`nothing is to be got from ${url}`)
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
const clientInfo = () => encode({ uid: 'ada', utid: 'tenant' })

function idToken() {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    aud: '11111111-1111-1111-1111-111111111111',
    iss: `${AUTHORITY}/v2.0`,
    sub: 'ada',
    oid: 'ada',
    tid: 'tenant',
    preferred_username: 'ada@example.test',
    iat: now,
    exp: now + 3600,
    ver: '2.0',
  }
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.`
}
