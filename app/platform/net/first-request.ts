/**
 * The first token request of a process loads and compiles what takes some 20 ms: Node's classes for fetch, and the
 * library's way from request to reply. That is done in an idle moment, with a server that is none, not under a lock.
 */
import { postToken } from '../../oauth/token-endpoint.ts'

const AFTER_MS = 1_000 // whoever only asks and ends is gone by then, and who stays has started

const PROVIDER = {
  id: 'none',
  name: 'none',
  tokenEndpoint: 'https://localhost/token',
  clientId: 'none',
  scopes: [],
  leadMs: 0,
  refreshEncoding: 'form',
  redirect: { host: '127.0.0.1', port: 0, path: '/' },
  rotation: 'unknown',
  openclawBufferMs: 0,
  custom: false,
} as const
const REPLY = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ access_token: 'none', token_type: 'Bearer', expires_in: 1, refresh_token: 'none' }),
}
const PORTS = { clock: { now: () => 0 }, http: { send: async () => REPLY } }

export function rehearseFirstRequestWhenIdle(): void {
  setTimeout(() => void rehearseFirstRequest(), AFTER_MS).unref()
}

export function rehearseFirstRequest(): ReturnType<typeof postToken> {
  return postToken(
    PORTS,
    PROVIDER,
    { grant_type: 'refresh_token', refresh_token: 'none' },
    { timeoutMs: 1_000 },
  )
}
