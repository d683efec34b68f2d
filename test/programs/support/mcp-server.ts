/** An MCP server on this machine, and the authorization server that it trusts: each refresh token is good for once. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export class McpServer {
  /** The refresh tokens that were sent, in order. */
  readonly refreshed: string[] = []
  /** The access tokens that came with a call of a tool. */
  readonly bearers: string[] = []
  /** How long the token endpoint thinks. */
  answersAfterMs = 0
  /** The number of the tokens that are good now. */
  generation = 1
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy())
    })
  }

  static async start(): Promise<McpServer> {
    const server = new McpServer()
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve))
    return server
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '', this.origin)
    const body = await textOf(request)
    const json = (status: number, value: unknown, headers = {}): void => {
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(value))
    }
    if (pathname.startsWith('/.well-known/oauth-protected-resource')) {
      return json(200, { resource: `${this.origin}/mcp`, authorization_servers: [this.origin] })
    }
    if (pathname.startsWith('/.well-known/')) return json(200, this.#metadata())
    if (pathname === '/token') return this.#token(new URLSearchParams(body), json)
    if (pathname !== '/mcp') return json(404, {})
    if (request.method !== 'POST') return json(405, {})
    const bearer = request.headers.authorization?.replace(/^Bearer /, '')
    if (bearer !== `access-${this.generation}`) {
      const where = `Bearer resource_metadata="${this.origin}/.well-known/oauth-protected-resource/mcp"`
      return json(401, { error: 'invalid_token' }, { 'www-authenticate': where })
    }
    const { id, method, params } = JSON.parse(body)
    if (method === 'tools/list') this.bearers.push(bearer)
    if (id === undefined) return void response.writeHead(202).end()
    const result =
      method === 'initialize'
        ? {
            protocolVersion: params.protocolVersion,
            capabilities: { tools: {} },
            serverInfo: { name: 'notes', version: '1' },
          }
        : { tools: [] }
    json(200, { jsonrpc: '2.0', id, result })
  }

  async #token(form: URLSearchParams, json: (status: number, value: unknown) => void): Promise<void> {
    const sent = form.get('refresh_token') ?? ''
    this.refreshed.push(sent)
    const isGood = sent === `refresh-${this.generation}` && form.get('client_id') === 'client-1'
    if (isGood) this.generation++
    await new Promise((resolve) => setTimeout(resolve, this.answersAfterMs))
    if (!isGood) return json(400, { error: 'invalid_grant' })
    json(200, tokensOf(this.generation))
  }

  #metadata() {
    return {
      issuer: this.origin,
      authorization_endpoint: `${this.origin}/authorize`,
      token_endpoint: `${this.origin}/token`,
      registration_endpoint: `${this.origin}/register`,
      response_types_supported: ['code'],
      grant_types_supported: ['authorization_code', 'refresh_token'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
    }
  }
}

export function tokensOf(generation: number) {
  return {
    access_token: `access-${generation}`,
    refresh_token: `refresh-${generation}`,
    token_type: 'Bearer',
    expires_in: 3_600,
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
