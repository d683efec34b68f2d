// Its provider class is exported by a chunk whose name changes with each release: it is found by what it exports.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const dist = join(import.meta.dirname, '..', 'node_modules', 'mcp-remote', 'dist')
const Provider = await findProvider()

async function findProvider() {
  for (const name of readdirSync(dist).filter((one) => one.startsWith('chunk-'))) {
    const { NodeOAuthClientProvider } = await import(pathToFileURL(join(dist, name)).href)
    if (NodeOAuthClientProvider) return NodeOAuthClientProvider
  }
  throw new Error('mcp-remote exports no provider any more')
}

export async function open({ endpoint, tokens, expiresAtMs, folder }) {
  process.env.MCP_REMOTE_CONFIG_DIR = folder
  const store = join(folder, 'mcp-remote-v1')
  mkdirSync(store, { recursive: true })
  writeFileSync(join(store, 'h_tokens.json'), JSON.stringify({ ...tokens, expires_at: expiresAtMs }))
  const server = `http://127.0.0.1:${endpoint.port}`
  const provider = new Provider({
    serverUrl: server,
    serverUrlHash: 'h',
    callbackPort: 1,
    host: '127.0.0.1',
    staticOAuthClientInfo: { client_id: 'c', redirect_uris: [`${server}/cb`] },
    authorizationServerMetadata: {
      issuer: server,
      authorization_endpoint: `${server}/auth`,
      token_endpoint: endpoint.tokenEndpoint,
      response_types_supported: ['code'],
    },
    skipResourceParameter: true,
  })
  const print = console.error
  console.error = () => undefined // it reports each refresh
  return {
    token: async () => (await provider.tokens())?.access_token,
    close: async () => {
      console.error = print
    },
  }
}
