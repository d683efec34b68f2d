/** An authorization server by other people, on other foundations: @node-oauth/oauth2-server, with its memory here. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import OAuth2Server from '@node-oauth/oauth2-server'

export interface SecondServerOptions {
  /** False: the refresh token stays the same, and is not repeated in the reply. */
  readonly rotates?: boolean
  /** A confidential client; a public one otherwise. */
  readonly clientSecret?: string
  readonly lifeSeconds?: number
}

export interface SecondServer {
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly clientId: string
  /** Grant types of the token requests so far. */
  readonly asked: readonly string[]
  /** The person says no from now on. */
  declines: boolean
  /** Of the access tokens from now on. */
  lifeSeconds: number
  /** Is this access token accepted at a resource? */
  accepts(accessToken: string): Promise<boolean>
  close(): Promise<void>
}

const USER = { id: 'ada' }

export async function startSecondServer(options: SecondServerOptions = {}): Promise<SecondServer> {
  const client = {
    id: 'lamplighter',
    grants: ['authorization_code', 'refresh_token'],
    redirectUris: ['http://127.0.0.1'],
  }
  const codes = new Map<string, OAuth2Server.AuthorizationCode>()
  const tokens = new Map<string, OAuth2Server.Token>()
  const refreshTokens = new Map<string, OAuth2Server.Token>()
  const model: OAuth2Server.AuthorizationCodeModel & OAuth2Server.RefreshTokenModel = {
    getClient: async (id, secret) =>
      id === client.id && (secret ?? '') === (secret === null ? '' : (options.clientSecret ?? '')) && client,
    validateRedirectUri: async (uri) => new URL(uri).hostname === '127.0.0.1', // RFC 8252 §7.3: any port
    validateScope: async (_user, _client, scope) => (scope ?? []).filter((one) => one !== 'forbidden'),
    saveAuthorizationCode: async (code, forClient, user) => {
      const saved = { ...code, client: forClient, user }
      codes.set(code.authorizationCode, saved)
      return saved
    },
    getAuthorizationCode: async (code) => codes.get(code),
    revokeAuthorizationCode: async (code) => codes.delete(code.authorizationCode),
    saveToken: async (token, forClient, user) => {
      const saved = { ...token, client: forClient, user }
      tokens.set(token.accessToken, saved)
      if (token.refreshToken) refreshTokens.set(token.refreshToken, saved)
      return saved
    },
    getAccessToken: async (token) => tokens.get(token),
    getRefreshToken: async (token) => refreshTokens.get(token) as OAuth2Server.RefreshToken | undefined,
    revokeToken: async (token) => refreshTokens.delete(token.refreshToken),
  }
  const isPublic = options.clientSecret === undefined
  const oauth = new OAuth2Server({
    model,
    alwaysIssueNewRefreshToken: options.rotates ?? true,
    requireClientAuthentication: isPublic ? { refresh_token: false, authorization_code: false } : {},
    authenticateHandler: { handle: () => USER },
  })
  const asked: string[] = []
  const state = { declines: false, lifeSeconds: options.lifeSeconds ?? 3600 }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const query = Object.fromEntries(url.searchParams)
    const body = Object.fromEntries(new URLSearchParams(await textOf(request)))
    const isToken = url.pathname === '/token'
    if (isToken) asked.push(body['grant_type'] ?? '')
    if (state.declines) query['allowed'] = 'false'
    const about = {
      method: request.method ?? '',
      query,
      body,
      headers: request.headers as Record<string, string>,
    }
    const reply = new OAuth2Server.Response()
    try {
      await (isToken
        ? oauth.token(new OAuth2Server.Request(about), reply, { accessTokenLifetime: state.lifeSeconds })
        : oauth.authorize(new OAuth2Server.Request(about), reply))
    } catch (error) {
      if (!(error instanceof OAuth2Server.OAuthError)) throw error // what it means is in the reply already
    }
    response.writeHead(reply.status ?? 200, { ...reply.headers, 'content-type': 'application/json' })
    response.end(JSON.stringify(reply.body ?? {}))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  const origin = await listening(server)
  return {
    authorizationEndpoint: `${origin}/authorize`,
    tokenEndpoint: `${origin}/token`,
    clientId: client.id,
    asked,
    get declines() {
      return state.declines
    },
    set declines(value) {
      state.declines = value
    },
    get lifeSeconds() {
      return state.lifeSeconds
    },
    set lifeSeconds(value) {
      state.lifeSeconds = value
    },
    async accepts(accessToken) {
      const headers = { authorization: `Bearer ${accessToken}` }
      const request = new OAuth2Server.Request({ method: 'GET', query: {}, headers })
      return oauth.authenticate(request, new OAuth2Server.Response()).then(
        () => true,
        () => false,
      )
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}
