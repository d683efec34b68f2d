/**
 * mcp-remote, the logins of MCP servers: a file for each server, and beside it the client that was registered there. Refreshed
 * under mcp-remote's own lease, at the issuer that it has stored. The files do not name the MCP server, so a refresh names no
 * resource (RFC 8707): it is for what the login was made for. The folders of versions before 0.15, one for each, are not read.
 */
import { isRecord, type JsonRecord, parseJson } from '../../base/json.ts'
import { folderOf, join, nameOf } from '../../base/path.ts'
import { CLIENT_AUTHENTICATIONS, isInTls, type LoginClient } from '../../model/provider.ts'
import { secret } from '../../model/secret.ts'
import { isSafeEndpoint } from '../../oauth/endpoint-url.ts'
import { text } from '../../oauth/jwt.ts'
import { accountOf, credentialOf, timeOf } from '../shared/fields.ts'
import { type JsonLogin, jsonStore } from '../shared/json-store.ts'
import { storedExpiry } from '../shared/stored-expiry.ts'
import { takeLeases } from './lease.ts'

/** MD5 of the server's address and of what it is asked for with. */
const NAME = /^([0-9a-f]{32})_tokens\.json$/
const TOKENS = '_tokens.json'
const FOLDER = 'mcp-remote-v1'

/** Below the half minute after which a lease is taken from us. */
const MAX_HOLD_MS = 20_000

export const mcpRemote = jsonStore({
  id: 'mcp-remote',
  owner: 'mcp-remote',
  environment: ['MCP_REMOTE_CONFIG_DIR'],
  paths: ({ folder }) => [join(folder('MCP_REMOTE_CONFIG_DIR', '.mcp-auth'), FOLDER, `*${TOKENS}`)],
  beside: (path) => besideOf(path, '_client_info.json'),
  logins(file, { name, beside }) {
    const [, hash] = NAME.exec(name) ?? []
    if (hash === undefined) return []
    if (text(file.access_token) === undefined) return undefined
    const registered = parseJson(beside ?? '')
    return [loginOf(file, isRecord(registered) ? registered : undefined, hash)]
  },
  refreshMember: 'refresh_token',
  members(next, before) {
    const expiresAtMs = storedExpiry(next)
    const lifeMs = (expiresAtMs ?? 0) - (next.issuedAtMs ?? Number.NaN)
    return {
      access_token: next.accessToken?.expose(),
      expires_at: expiresAtMs,
      expires_in: lifeMs > 0 ? Math.round(lifeMs / 1000) : undefined,
      id_token: before['id_token'] === undefined ? undefined : next.idToken?.expose(),
      scope: before['scope'] === undefined ? undefined : next.scope?.join(' '),
    }
  },
  maxHoldMs: MAX_HOLD_MS,
  lock: (ports, paths, waitMs, signal) =>
    takeLeases(
      ports,
      paths.map((path) => besideOf(path, '_refresh_in_progress.json')),
      waitMs,
      signal,
    ),
})

function besideOf(path: string, end: string): string {
  return join(folderOf(path), `${nameOf(path).slice(0, -TOKENS.length)}${end}`)
}

function loginOf(file: JsonRecord, registered: JsonRecord | undefined, hash: string): JsonLogin {
  const issuer = text(registered?.issuer) ?? text(file.issuer)
  const server = issuer !== undefined && isSafeEndpoint(issuer) ? new URL(issuer).host : hash.slice(0, 12)
  const client = registered && issuer !== undefined ? clientOf(registered, issuer) : undefined
  const account = accountOf({ name: server })
  const credential = credentialOf({
    access: file.access_token,
    refresh: file.refresh_token,
    id: file.id_token,
    expiresAtMs: timeOf(file.expires_at, 'ms'),
    scope: file.scope ?? file.requested_scope,
    account,
  })
  const why = whyNot(credential?.refreshToken !== undefined, client)
  return {
    entry: `mcp-remote:${hash.slice(0, 12)}`,
    label: `mcp-remote · ${server}`,
    provider: 'mcp-remote',
    account,
    at: [],
    isOurs: why === undefined,
    ...(credential ? { credential } : {}),
    ...(client ? { client } : {}),
    ...(why === undefined ? {} : { note: why }),
  }
}

function whyNot(hasRefreshToken: boolean, client: LoginClient | undefined): string | undefined {
  if (!hasRefreshToken) return 'It has no refresh token: mcp-remote signs in again when it expires.'
  if (client) return undefined
  return 'mcp-remote renews it when it is used; the client it was made with is not kept beside it in a way that Lamplighter could use.'
}

/** RFC 7591 §2: how the client proves itself; without a word it is by the header, where there is a secret. */
function clientOf(registered: JsonRecord, issuer: string): LoginClient | undefined {
  const clientId = text(registered.client_id)
  const clientSecret = secret(text(registered.client_secret))
  const told = registered.token_endpoint_auth_method ?? (clientSecret ? 'client_secret_basic' : 'none')
  const clientAuthentication = CLIENT_AUTHENTICATIONS.find((one) => one === told)
  if (clientId === undefined || !isSafeEndpoint(issuer) || !clientAuthentication) return undefined
  if (isInTls(clientAuthentication)) return undefined // its certificate is not kept there
  if (clientAuthentication === 'none') return { issuer, clientId, clientAuthentication }
  return clientSecret && { issuer, clientId, clientSecret, clientAuthentication }
}
