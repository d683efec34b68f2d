/** IAM Identity Center and STS: a dialect of its own, JSON in camelCase, and XML for who somebody is. */
export function amazon({ host, path, sent, state }) {
  if (host.startsWith('oidc.')) return identityCenter({ path, sent, state })
  if (path === '/federation/credentials') return { body: { roleCredentials: keys() } }
  return { text: IDENTITY, type: 'text/xml' }
}

function identityCenter({ path, sent, state }) {
  if (path === '/client/register') return { body: registration() }
  if (path === '/device_authorization') return { body: DEVICE }
  const isRefresh = sent.grantType === 'refresh_token'
  const isGood = sent.clientId === 'client-1' && sent.clientSecret === 'client-secret-1'
  const isNewest =
    !isRefresh || sent.refreshToken === `refresh-${state.refreshGeneration ?? state.generation}`
  if (path !== '/token' || !isGood || !isNewest) return REFUSED
  state.generation++
  if (!state.isWithoutSuccessor) state.refreshGeneration = state.generation
  return { body: tokens(state) }
}

function tokens({ generation, expiresInS = 28_800, isWithoutSuccessor }) {
  const access = { accessToken: `access-${generation}`, expiresIn: expiresInS, tokenType: 'Bearer' }
  return isWithoutSuccessor ? access : { ...access, refreshToken: `refresh-${generation}` }
}

function registration() {
  const now = Math.floor(Date.now() / 1000)
  return {
    clientId: 'client-1',
    clientSecret: 'client-secret-1',
    clientIdIssuedAt: now,
    clientSecretExpiresAt: now + 90 * 24 * 3600,
  }
}

function keys() {
  const expiration = Date.now() + 3_600_000
  return { accessKeyId: 'ASIA1', secretAccessKey: 'key', sessionToken: 'session', expiration }
}

const REFUSED = {
  status: 400,
  body: { error: 'invalid_grant', error_description: 'Invalid grant provided' },
  headers: { 'x-amzn-errortype': 'InvalidGrantException' },
}
const DEVICE = {
  deviceCode: 'device-1',
  userCode: 'ABCD-1234',
  verificationUri: 'https://device.sso.eu-west-1.amazonaws.com/',
  verificationUriComplete: 'https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-1234',
  expiresIn: 600,
  interval: 1,
}
const IDENTITY = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:sts::123456789012:assumed-role/Reader/ada</Arn><UserId>ID:ada</UserId><Account>123456789012</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`
