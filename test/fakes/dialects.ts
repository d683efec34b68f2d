/** How token endpoints in wide use answer a refresh: what they say when it works, when the login is dead, and when it passes. */

/** One reply, as it travels. */
export interface Said {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Dialect {
  readonly name: string
  /** Where it is known by: an entry of config.json with this token endpoint speaks it. */
  readonly tokenEndpoint: string
  readonly refreshed: (serial: number) => Said
  /** The grant is gone: only a person brings it back. */
  readonly dead: Said
  /** Passes by itself. */
  readonly passing?: readonly Said[]
}

export function json(status: number, body: unknown, headers: Said['headers'] = {}): Said {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } }
}

export function form(status: number, members: Readonly<Record<string, string>>): Said {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return { status, body: new URLSearchParams(members).toString(), headers }
}

/** As RFC 6749 §5.1 has it, with a refresh token that rotates. */
export function plain(serial: number, more: Readonly<Record<string, unknown>> = {}): Said {
  return json(200, {
    access_token: `CANARY-access-${serial}`,
    refresh_token: `CANARY-refresh-${serial}`,
    token_type: 'Bearer',
    expires_in: 3600,
    ...more,
  })
}

const salesforce: Dialect = {
  name: 'Salesforce',
  tokenEndpoint: 'https://login.salesforce.com/services/oauth2/token',
  refreshed: (serial) =>
    json(200, {
      access_token: `00Dxx0000001gPL!CANARY.access.${serial}`,
      signature: 'CANARY-signature=',
      scope: 'refresh_token api',
      instance_url: 'https://acme.my.salesforce.com',
      id: 'https://login.salesforce.com/id/00Dxx0000001gPL/005xx000001Sv1m',
      token_type: 'Bearer',
      issued_at: `${1767323045000 + serial}`,
    }),
  dead: json(400, { error: 'invalid_grant', error_description: 'expired access/refresh token' }),
}

const fitbit: Dialect = {
  name: 'Fitbit',
  tokenEndpoint: 'https://api.fitbit.com/oauth2/token',
  refreshed: (serial) => plain(serial, { expires_in: 28800, user_id: 'GGNJL9' }),
  dead: json(400, {
    errors: [{ errorType: 'invalid_grant', message: 'Refresh token invalid: CANARY…' }],
    success: false,
  }),
}

const twitch: Dialect = {
  name: 'Twitch',
  tokenEndpoint: 'https://id.twitch.tv/oauth2/token',
  refreshed: (serial) => plain(serial, { scope: ['chat:read'], token_type: 'bearer' }),
  dead: json(400, { status: 400, message: 'Invalid refresh token' }),
}

const hubspot: Dialect = {
  name: 'HubSpot',
  tokenEndpoint: 'https://api.hubapi.com/oauth/v1/token',
  refreshed: (serial) => plain(serial, { expires_in: 1800 }),
  dead: json(400, {
    status: 'BAD_REFRESH_TOKEN',
    message: 'missing or invalid refresh token',
    correlationId: '4a7f',
  }),
}

const strava: Dialect = {
  name: 'Strava',
  tokenEndpoint: 'https://www.strava.com/oauth/token',
  refreshed: (serial) => plain(serial, { expires_in: 21600 }),
  dead: json(400, {
    message: 'Bad Request',
    errors: [{ resource: 'RefreshToken', field: 'refresh_token', code: 'invalid' }],
  }),
}

const linkedin: Dialect = {
  name: 'LinkedIn',
  tokenEndpoint: 'https://www.linkedin.com/oauth/v2/accessToken',
  refreshed: (serial) =>
    plain(serial, { refresh_token_expires_in: 31536000, scope: 'r_basicprofile,w_member' }),
  dead: json(400, {
    error: 'invalid_request',
    error_description: 'The provided authorization grant or refresh token is invalid, expired or revoked.',
  }),
}

const x: Dialect = {
  name: 'X',
  tokenEndpoint: 'https://api.x.com/2/oauth2/token',
  refreshed: (serial) => plain(serial, { token_type: 'bearer', expires_in: 7200, scope: 'users.read' }),
  dead: json(400, { error: 'invalid_request', error_description: 'Value passed for the token was invalid.' }),
}

const atlassian: Dialect = {
  name: 'Atlassian',
  tokenEndpoint: 'https://auth.atlassian.com/oauth/token',
  refreshed: (serial) => plain(serial, { scope: 'offline_access read:jira-work' }),
  dead: json(403, { error: 'unauthorized_client', error_description: 'refresh_token is invalid' }),
}

const slack: Dialect = {
  name: 'Slack',
  tokenEndpoint: 'https://slack.com/api/oauth.v2.access',
  refreshed: (serial) =>
    json(200, {
      ok: true,
      access_token: `xoxe.xoxb-CANARY-${serial}`,
      refresh_token: `xoxe-CANARY-${serial}`,
      token_type: 'bot',
      expires_in: 43200,
      scope: 'chat:write,commands',
    }),
  dead: json(200, { ok: false, error: 'account_inactive' }),
  passing: [
    json(200, { ok: false, error: 'ratelimited' }),
    json(200, { ok: false, error: 'internal_error' }),
  ],
}

const entra: Dialect = {
  name: 'Entra',
  tokenEndpoint: 'https://login.microsoftonline.com/acme.example/oauth2/v2.0/token',
  refreshed: (serial) => plain(serial, { scope: 'User.Read' }),
  dead: json(400, {
    error: 'invalid_grant',
    error_description: 'AADSTS700082: The refresh token has expired due to inactivity.',
    error_codes: [700082],
  }),
  passing: [
    json(400, {
      error: 'invalid_grant',
      error_description:
        'AADSTS50196: The server terminated an operation because it met a client request loop.',
      error_codes: [50196],
    }),
  ],
}

const keycloak: Dialect = {
  name: 'Keycloak',
  tokenEndpoint: 'https://id.acme.example/realms/acme/protocol/openid-connect/token',
  refreshed: (serial) => plain(serial, { expires_in: 300, refresh_expires_in: 1800, 'not-before-policy': 0 }),
  dead: json(400, { error: 'invalid_grant', error_description: 'Token is not active' }),
}

export const DIALECTS: readonly Dialect[] = [
  salesforce,
  fitbit,
  twitch,
  hubspot,
  strava,
  linkedin,
  x,
  atlassian,
  slack,
  entra,
  keycloak,
]

export function dialect(name: string): Dialect {
  const found = DIALECTS.find((one) => one.name === name)
  if (!found) throw new Error(`nobody here speaks ${name}`)
  return found
}
