/**
 * RFC 9728: which authorization server a protected resource trusts, in the resource's own words. As the authorization part of
 * the Model Context Protocol has it: a refusal names the document, else it lies at a well-known address, else the resource's
 * own origin is the authorization server.
 */
import { z } from 'zod'
import { AppError } from '../base/errors.ts'
import { parseJson } from '../base/json.ts'
import { type Http, HttpFailure, type HttpReply } from '../base/ports.ts'
import { certificateHint } from './certificate-hint.ts'
import { isSafeEndpoint, originOf } from './endpoint-url.ts'

export interface ProtectedResource {
  /** What its tokens are for: the value of `resource` (RFC 8707). */
  readonly resource: string
  readonly issuer: string
  /** What it wants to be asked with, where it says so. */
  readonly scopes?: readonly string[]
}

const TIMEOUT_MS = 15_000 // a person is waiting

const documentSchema = z.looseObject({
  resource: z.string(),
  authorization_servers: z.array(z.string()).optional(),
  scopes_supported: z.array(z.string()).optional(),
})

/** @param url of an MCP server. @throws AppError ARGUMENT_INVALID, CONFIG_INVALID, PROVIDER_UNREACHABLE */
export async function discoverResource(http: Http, url: string): Promise<ProtectedResource> {
  if (!isSafeEndpoint(url)) {
    throw new AppError('ARGUMENT_INVALID', `"${url}" cannot be the address of a server.`, {
      hint: 'It is an https address; plain http is allowed on this machine only.',
    })
  }
  const refusal = await send(http, { method: 'POST', url, body: PING })
  const challenge = refusal.status === 401 ? (refusal.headers['www-authenticate'] ?? '') : ''
  const named = parameterOf(challenge, 'resource_metadata')
  for (const address of [...(named === undefined ? [] : [named]), ...wellKnown(url)]) {
    if (!isSafeEndpoint(address)) throw misplaced(url, address)
    const reply = await send(http, { method: 'GET', url: address })
    if (reply.status === 200) return read(reply, url, address, parameterOf(challenge, 'scope'))
  }
  return { resource: url, issuer: new URL(url).origin }
}

/** Nobody is asked to do anything by it, and whoever wants a token says so. */
const PING = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' })

/** RFC 9728 §3.1: between host and path; then that of the whole host. */
function wellKnown(url: string): readonly string[] {
  const { origin, pathname } = new URL(url)
  const root = `${origin}/.well-known/oauth-protected-resource`
  const path = pathname.replace(/\/$/, '')
  return path === '' ? [root] : [`${root}${path}`, root]
}

function read(reply: HttpReply, url: string, address: string, scope: string | undefined): ProtectedResource {
  const parsed = documentSchema.safeParse(parseJson(reply.body))
  if (!parsed.success) throw misplaced(url, address)
  const { resource, authorization_servers: servers, scopes_supported: supported } = parsed.data
  if (!isFor(resource, url)) throw misplaced(url, address)
  const scopes = scope?.split(' ').filter(Boolean) ?? supported
  return {
    resource,
    issuer: servers?.[0] ?? new URL(url).origin,
    ...(scopes === undefined || scopes.length === 0 ? {} : { scopes }),
  }
}

/** Nobody speaks for another's server (§3.3); a server may speak for all that lies below it. */
function isFor(resource: string, url: string): boolean {
  if (!URL.canParse(resource)) return false
  const [its, asked] = [new URL(resource), new URL(url)]
  const above = its.pathname.replace(/\/$/, '')
  return its.origin === asked.origin && (asked.pathname === above || asked.pathname.startsWith(`${above}/`))
}

/** Of a challenge (RFC 9110 §11.6.1): `Bearer resource_metadata="https://…", scope="read"`. */
function parameterOf(challenge: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s,])${name}\\s*=\\s*(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s,]+))`, 'i').exec(
    challenge,
  )
  return found?.[1]?.replace(/\\(.)/g, '$1') ?? found?.[2]
}

async function send(
  http: Http,
  { method, url, body }: { readonly method: 'GET' | 'POST'; readonly url: string; readonly body?: string },
): Promise<HttpReply> {
  const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' }
  try {
    return await http.send({
      method,
      url,
      headers,
      timeoutMs: TIMEOUT_MS,
      ...(body === undefined ? {} : { body }),
    })
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    throw new AppError('PROVIDER_UNREACHABLE', `${originOf(url)} cannot be reached.`, {
      cause: error,
      ...certificateHint(error),
    })
  }
}

function misplaced(url: string, address: string): AppError {
  return new AppError('CONFIG_INVALID', `What ${address} says is not about ${url}.`, {
    hint: 'Use the address of the server exactly as its maker gives it.',
  })
}
