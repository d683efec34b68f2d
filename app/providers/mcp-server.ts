/** The provider behind one MCP server, from the server's address: its tokens are for that server alone (RFC 8707). */

import type { Ports } from '../base/ports.ts'
import type { ProviderInput } from '../contract/views.ts'
import { discover } from '../oauth/discovery.ts'
import { discoverResource } from '../oauth/protected-resource.ts'

const OFFLINE = 'offline_access' // OpenID Connect Core §11: no refresh token without, where a server knows it

/** Below what systems give to whoever asks for any port. */
const FIRST_PORT = 20_000
const PORTS = 10_000

/** @throws AppError ARGUMENT_INVALID, CONFIG_INVALID, PROVIDER_UNREACHABLE */
export async function mcpServer(
  { http, random }: Pick<Ports, 'http' | 'random'>,
  url: string,
): Promise<ProviderInput> {
  const { resource, issuer, scopes: wanted = [] } = await discoverResource(http, url)
  const { scopesSupported = [] } = await discover(http, issuer)
  const isOffline = scopesSupported.includes(OFFLINE)
  const scopes = isOffline ? [...new Set([...wanted, OFFLINE])] : wanted
  const { host } = new URL(url)
  return {
    id: idOf(url),
    name: `${host} (MCP)`,
    issuer,
    scopes,
    // Always the same: many servers know only the very address that was registered, port and all.
    redirect: {
      host: '127.0.0.1',
      port: FIRST_PORT + (Number.parseInt(random.sha256Hex(url).slice(0, 8), 16) % PORTS),
      path: '/callback',
    },
    authorizationParams: { resource, ...(isOffline ? { prompt: 'consent' } : {}) },
    tokenParams: { resource },
    refreshParams: { resource },
  }
}

/** "mcp-mcp.example.test-v1" for https://mcp.example.test/v1/ */
function idOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  const steps = pathname.split('/').filter((step) => step !== '')
  return ['mcp', hostname, port, ...steps]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^A-Za-z0-9.-]+/g, '-')
}
