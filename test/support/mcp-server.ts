/** A real MCP server (the SDK's) behind streamable HTTP, that takes only tokens which its authorization server made for it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { createRemoteJWKSet, jwtVerify } from 'jose'

export interface ProtectedServer {
  readonly url: string
  /** Tokens that came and were taken, each once. */
  readonly taken: Set<string>
  /** Tokens that are refused from now on. */
  readonly refused: Set<string>
  close(): Promise<void>
}

/** @param issuer who makes its tokens; known only once this listens, since they name its address */
export async function startProtectedServer(issuer: () => string): Promise<ProtectedServer> {
  const taken = new Set<string>()
  const refused = new Set<string>()
  const sessions = new Map<string, StreamableHTTPServerTransport>()
  const http = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error as Error))
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const url = `${origin}/mcp`

  async function isGood(token: string): Promise<boolean> {
    if (refused.has(token)) return false
    try {
      await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer()}/jwks`)), { audience: url })
      return true
    } catch (error) {
      if (error instanceof Error && 'code' in error) return false // jose's own words for what is wrong with it
      throw error
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/.well-known/oauth-protected-resource/mcp') {
      const document = { resource: url, authorization_servers: [issuer()], scopes_supported: ['notes:read'] }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(document))
      return
    }
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? ''
    if (!(await isGood(token))) {
      const named = `Bearer resource_metadata="${origin}/.well-known/oauth-protected-resource/mcp"`
      response.writeHead(401, { 'www-authenticate': named }).end()
      return
    }
    taken.add(token)
    await (await transportFor(request)).handleRequest(request, response)
  }

  async function transportFor(request: IncomingMessage): Promise<StreamableHTTPServerTransport> {
    const known = sessions.get(String(request.headers['mcp-session-id']))
    if (known) return known
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => `session-${sessions.size + 1}`,
      onsessioninitialized: (id) => void sessions.set(id, transport),
    })
    const server = new McpServer({ name: 'notes', version: '1.0.0' })
    server.registerTool('count', { description: 'Counts the notes.' }, () => ({
      content: [{ type: 'text', text: '3 notes' }],
    }))
    await server.connect(transport)
    return transport
  }

  return {
    url,
    taken,
    refused,
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections()
        http.close(() => resolve())
      }),
  }
}
