// A real authorization server (oidc-provider: rotation, reuse detection, device flow) in this process, on a random
// port of 127.0.0.1, behind a front that can misbehave on request. Runs from tests and from plain scripts alike.
// Types: authorization-server.d.mts.
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import Provider from 'oidc-provider'
import { accountOf, findAccount } from './authorization-server/accounts.mjs'
import { certificates } from './authorization-server/certificates.mjs'
import { offerExchange, TOKEN_EXCHANGE } from './authorization-server/exchange.mjs'
import { createFront, NO_ROTATION } from './authorization-server/front.mjs'
import { createMemory } from './authorization-server/memory.mjs'
import { devicePages, interaction, makeGrant } from './authorization-server/pages.mjs'
import { walk } from './authorization-server/walker.mjs'

const DAY = 24 * 60 * 60 // seconds, as everything oidc-provider is told
const DEFAULT_SCOPE = 'openid profile email offline_access'
const CLIENT_ID = 'lamplighter'
const AUTHENTICATIONS = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
]
/** Where our providers listen; on loopback any port is as good as another (RFC 8252 §7.3). */
const REDIRECT_PATHS = ['/callback', '/auth/callback', '/oauth2callback', '/oauth-callback']
const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

export async function startAuthorizationServer(options = {}) {
  const state = { tokenTtl: options.tokenTtl ?? 120, rotate: options.rotate ?? true }
  const inner = createServer()
  const front = createServer()
  const secure =
    options.tls && createSecureServer({ ...options.tls, requestCert: true, rejectUnauthorized: false })
  const servers = [front, inner, ...(secure ? [secure] : [])]
  await Promise.all([listen(inner, 0), listen(front, options.port ?? 0), secure && listen(secure, 0)])
  const issuer = `http://127.0.0.1:${front.address().port}`
  const provider = createProvider(
    issuer,
    options,
    state,
    secure && `https://localhost:${secure.address().port}`,
  )
  const callback = provider.callback()
  const suggested = options.suggestedAccount ?? 'ada@example.test'

  inner.on('request', (request, response) => {
    const own = request.url.startsWith('/interaction/')
    const answered = own ? interaction(provider, request, response, suggested) : callback(request, response)
    Promise.resolve(answered).catch((error) => fail(response, error))
  })
  const mintHere = (wanted) => mint(provider, wanted)
  const { handle, fault, record } = createFront(() => inner.address().port, mintHere)
  for (const outer of servers.filter((one) => one !== inner)) {
    outer.on('request', (request, response) => {
      handle(request, response).catch((error) => fail(response, error))
    })
  }

  return {
    issuer,
    clientId: CLIENT_ID,
    authorizationEndpoint: `${issuer}/auth`,
    tokenEndpoint: `${issuer}/token`,
    deviceAuthorizationEndpoint: `${issuer}/device/auth`,
    revocationEndpoint: `${issuer}/token/revocation`,
    requests: record,
    fault,
    mint: mintHere,
    revoke: (refreshToken) => revoke(provider, refreshToken),
    isAlive: async (refreshToken) => (await provider.RefreshToken.find(refreshToken))?.isValid ?? false,
    completeLogin: (authorizationUrl, person) => walk(authorizationUrl, person),
    approveDevice: (userCode, person) => walk(`${issuer}/device?user_code=${userCode}`, person),
    setTokenTtl(seconds) {
      state.tokenTtl = seconds
    },
    async close() {
      for (const server of servers) {
        server.close()
        server.closeAllConnections()
      }
    },
  }
}

async function listen(server, port) {
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

/** @param {string | undefined} secure the origin where clients show certificates */
function createProvider(issuer, options, state, secure) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const isSteady = (client) => options.steadyClientIds?.includes(client.clientId) ?? false
  const tokenTtl = () => state.tokenTtl
  const provider = new Provider(issuer, {
    adapter: createMemory(),
    findAccount,
    clients: [
      ...[CLIENT_ID, ...(options.clientIds ?? [])].map((id) =>
        nativeClient(id, options.exchange ? [TOKEN_EXCHANGE] : []),
      ),
      ...(options.clients ?? []),
    ],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clientAuthMethods: [...AUTHENTICATIONS, ...(secure ? certificates.methods : [])],
    ...(secure ? { discovery: certificates.aliases(secure) } : {}),
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    scopes: [...DEFAULT_SCOPE.split(' '), ...(options.scopes ?? [])],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false, // the id_token says who signed in; nobody asks userinfo
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    rotateRefreshToken: (ctx) => state.rotate && ctx.get(NO_ROTATION) === '' && !isSteady(ctx.oidc.client),
    routes: {
      authorization: '/auth',
      token: '/token',
      revocation: '/token/revocation',
      pushed_authorization_request: '/request',
    },
    features: {
      devInteractions: { enabled: false },
      deviceFlow: { enabled: true, ...devicePages },
      revocation: {
        enabled: true,
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      registration: { enabled: options.registration ?? true },
      ...(secure ? { mTLS: certificates.feature } : {}),
      ...options.features,
    },
    ttl: {
      AccessToken: tokenTtl,
      ClientCredentials: tokenTtl,
      AuthorizationCode: 60,
      DeviceCode: options.deviceTtl ?? 600,
      Grant: DAY,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: options.grantTtl ?? DAY,
      Session: DAY,
    },
  })
  if (options.exchange) offerExchange(provider)
  markTokens(provider)
  return provider
}

function nativeClient(clientId, moreGrants) {
  return {
    client_id: clientId,
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token', DEVICE_GRANT, ...moreGrants],
    response_types: ['code'],
    redirect_uris: ['127.0.0.1', 'localhost'].flatMap((host) =>
      REDIRECT_PATHS.map((path) => `http://${host}${path}`),
    ),
  }
}

/** Every secret it issues carries the word, so that a leak into a log or a view is found by searching for it. */
function markTokens(provider) {
  const marks = { AccessToken: 'at', RefreshToken: 'rt', AuthorizationCode: 'code', DeviceCode: 'dc' }
  for (const [model, mark] of Object.entries(marks)) {
    const { prototype } = provider[model]
    const generate = prototype.generateTokenId
    prototype.generateTokenId = function () {
      return `CANARY-${mark}-${generate.call(this)}`
    }
  }
}

/** A real grant, as if somebody had signed in. `expiresInSec` below 1: an access token that has lapsed. */
async function mint(
  provider,
  { account = 'ada', scope = DEFAULT_SCOPE, expiresInSec, clientId = CLIENT_ID } = {},
) {
  const client = await provider.Client.find(clientId)
  if (!client) throw new Error(`the fake provider has no client "${clientId}"`)
  const person = accountOf(account)
  const accountId = person.sub
  const grantId = await makeGrant(provider, accountId, clientId, scope)
  const common = { accountId, client, grantId, scope, gty: 'authorization_code' }
  const access = new provider.AccessToken({
    ...common,
    ...(expiresInSec === undefined ? {} : { expiresIn: Math.max(1, Math.round(expiresInSec)) }),
  })
  const refresh = new provider.RefreshToken({
    ...common,
    rotations: 0,
    authTime: Math.floor(Date.now() / 1000),
  })
  const identity = new provider.IdToken({ ...person, email_verified: true }, { client })
  identity.scope = scope
  return {
    access_token: await access.save(),
    refresh_token: await refresh.save(),
    id_token: await identity.issue({ use: 'idtoken' }),
    token_type: 'Bearer',
    expires_in: expiresInSec ?? access.expiration,
    scope,
    account: person,
  }
}

/** The person withdraws the grant at the provider: every token of it is dead. */
async function revoke(provider, refreshToken) {
  const found = await provider.RefreshToken.find(refreshToken)
  if (!found) throw new Error('the fake provider does not know this refresh token')
  for (const model of ['AccessToken', 'RefreshToken', 'AuthorizationCode', 'DeviceCode']) {
    await provider[model].revokeByGrantId(found.grantId)
  }
  const grant = await provider.Grant.find(found.grantId)
  await grant?.destroy()
}

function fail(response, error) {
  if (response.headersSent) return response.destroy()
  response.writeHead(500, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error: 'server_error', error_description: String(error?.stack ?? error) }))
}
