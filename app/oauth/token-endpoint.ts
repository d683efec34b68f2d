/** RFC 6749 §3.2, §4.1.3, §5 and §6: ask the token endpoint, and say what kind of answer came. */

import { genericTokenEndpointRequest } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import type { HttpReply, Ports } from '../base/ports.ts'
import type { Credential } from '../model/credential.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import type { Secret } from '../model/secret.ts'
import { clientAuthOf, inTlsOf } from './client-authentication.ts'
import { proofsBy } from './dpop.ts'
import { originOf } from './endpoint-url.ts'
import { describeBody, isPage, parseBody, shapeOf } from './reply-body.ts'
import { withResponseMembers } from './response-members.ts'
import { retryAfterMs } from './retry-after.ts'
import { clientOf, serverOf, throughPort } from './through-port.ts'
import { namedError, scrub } from './token-error.ts'
import { readReply, type TokenReply, unusableBecause } from './token-reply.ts'

export type { TokenReply } from './token-reply.ts'

export type TokenAnswer =
  | { readonly kind: 'success'; readonly reply: TokenReply }
  /** JSON that names an error, or at least is JSON. Words are the provider's own, without the secrets we sent. */
  | {
      readonly kind: 'error'
      readonly status: number
      readonly error?: string
      readonly description?: string
      readonly codes?: readonly string[]
      readonly retryAfterMs?: number
      readonly wwwAuthenticate?: string
    }
  /** Not RFC 6749: a captive portal's page, a redirect, a 200 without an access token that could be used. */
  | {
      readonly kind: 'invalid'
      readonly status: number
      readonly reason: string
      /** The server took the request, and what it brought cannot be read: the refresh token may be used up. */
      readonly unreadable?: true
      readonly retryAfterMs?: number
    }

export interface TokenCall {
  /** The request names no client. */
  readonly anonymous?: true
  readonly timeoutMs: number
  readonly signal?: AbortSignal
  /** What is not sent, and must not come back either: the login's other tokens. */
  readonly secrets?: { readonly access_token?: string; readonly id_token?: string }
}

export type TokenPorts = Pick<Ports, 'http'> & { readonly clock: Pick<Ports['clock'], 'now'> }
type Params = Readonly<Record<string, string | undefined>>

/**
 * One POST, repeated only where the server asks for a proof with its nonce before it looks at anything else (RFC 9449 §8).
 * Absent parameters are left out. @throws HttpFailure; AppError CONFIG_INVALID
 */
export async function postToken(
  ports: TokenPorts,
  provider: ResolvedProvider,
  params: Params,
  options: TokenCall,
): Promise<TokenAnswer> {
  const answer = await post(ports, provider, params, options)
  const wantsNonce = answer.kind === 'error' && answer.error === 'use_dpop_nonce'
  return wantsNonce && provider.proofKey ? post(ports, provider, params, options) : answer
}

async function post(
  ports: TokenPorts,
  provider: ResolvedProvider,
  params: Params,
  options: TokenCall,
): Promise<TokenAnswer> {
  const askedAtMs = ports.clock.now()
  const { grant_type = '', ...rest } = presentOf(params)
  const json = provider.refreshEncoding === 'json'
  const { seen, options: passage } = throughPort(ports.http, {
    ...options,
    ...inTlsOf(provider),
    json,
    ...(provider.requestMembers ? { names: provider.requestMembers } : {}),
  })
  const proofs = provider.proofKey && (await proofsBy(provider.proofKey))
  await genericTokenEndpointRequest(
    serverOf(provider),
    clientOf(provider),
    options.anonymous ? () => undefined : await clientAuthOf(provider),
    grant_type,
    rest,
    { ...passage, ...(proofs === undefined ? {} : { DPoP: proofs }) },
  )
  if (!seen.reply) throw new Error('the request was never sent')
  const clientSecret = provider.clientSecret?.expose() // in a header, too
  const sent = { ...options.secrets, ...seen.params, client_secret: clientSecret }
  return readAnswer(seen.reply, provider, sent, askedAtMs, ports.clock.now())
}

/** Nothing but a token of the client's own, as GitHub's App endpoints want it (RFC 6750 §2.1). @throws HttpFailure */
export async function postBearer(
  ports: TokenPorts,
  provider: ResolvedProvider,
  assertion: string,
  { timeoutMs, signal }: TokenCall,
): Promise<TokenAnswer> {
  const askedAtMs = ports.clock.now()
  const reply = await ports.http.send({
    method: 'POST',
    url: provider.tokenEndpoint,
    headers: { accept: 'application/json', authorization: `Bearer ${assertion}` },
    body: '',
    timeoutMs,
    ...(signal === undefined ? {} : { signal }),
  })
  return readAnswer(reply, provider, { assertion }, askedAtMs, ports.clock.now())
}

/** RFC 6749 §6. @throws HttpFailure; AppError NOT_REFRESHABLE when there is no refresh token to spend */
export async function refreshGrant(
  ports: TokenPorts,
  provider: ResolvedProvider,
  credential: Credential,
  options: TokenCall,
): Promise<TokenAnswer> {
  if (credential.refreshToken === undefined) {
    throw new AppError('NOT_REFRESHABLE', 'This login has no refresh token, so nobody can renew it.')
  }
  const params = {
    grant_type: 'refresh_token',
    refresh_token: credential.refreshToken.expose(),
    // A narrower scope would yield a narrower token, so it is repeated as stored or not sent at all.
    scope: refreshScopeOf(provider, credential)?.join(' '),
    ...provider.refreshParams,
  }
  const { accessToken, idToken } = credential
  const secrets = {
    ...(accessToken ? { access_token: accessToken.expose() } : {}),
    ...(idToken ? { id_token: idToken.expose() } : {}),
  }
  return postToken(ports, provider, params, { ...options, secrets })
}

function refreshScopeOf(provider: ResolvedProvider, credential: Credential): readonly string[] | undefined {
  if (provider.refreshScope === undefined) return undefined
  return credential.scope ?? (provider.refreshScope === 'always' ? provider.scopes : undefined)
}

/** What the authorization request was made of, and the code it brought. */
export interface CodeGrant {
  readonly code: Secret
  readonly redirectUri: string
  readonly verifier: Secret
  readonly challenge: string
  readonly state: string
}

/** RFC 6749 §4.1.3 with RFC 7636 §4.5. A code is good for one exchange: never repeat it. @throws HttpFailure */
export async function exchangeCode(
  ports: TokenPorts,
  provider: ResolvedProvider,
  grant: CodeGrant,
  options: TokenCall,
): Promise<TokenAnswer> {
  const extras = provider.exchangeExtras ?? []
  const params = {
    grant_type: 'authorization_code',
    code: grant.code.expose(),
    redirect_uri: grant.redirectUri,
    code_verifier: grant.verifier.expose(),
    state: extras.includes('state') ? grant.state : undefined,
    code_challenge: extras.includes('code_challenge') ? grant.challenge : undefined,
    ...provider.tokenParams,
  }
  return postToken(ports, provider, params, options)
}

function presentOf(params: Params): Record<string, string> {
  const present: Record<string, string> = {}
  for (const [name, value] of Object.entries(params)) if (value) present[name] = value
  return present
}

function readAnswer(
  reply: HttpReply,
  provider: ResolvedProvider,
  known: Params,
  askedAtMs: number,
  nowMs: number,
): TokenAnswer {
  const { status } = reply
  const waitMs = retryAfterMs(reply.headers, nowMs)
  const wait = waitMs === undefined ? {} : { retryAfterMs: waitMs }
  const invalid = (reason: string, more: { readonly unreadable?: true } = {}): TokenAnswer => ({
    kind: 'invalid',
    status,
    reason: scrub(reason, known),
    ...more,
    ...wait,
  })
  const unreadable = { unreadable: true } as const

  if (status >= 300 && status < 400) {
    return invalid(`the token endpoint redirects to ${originOf(reply.headers.location ?? '')}`)
  }
  const raw = parseBody(reply)
  if (raw === undefined) {
    return invalid(describeBody(reply), status < 300 && !isPage(reply) ? unreadable : {})
  }
  const body = withResponseMembers(raw, provider.responseMembers)
  const problem = namedError(body)
  if (status < 300) {
    const serverMs = Date.parse(reply.headers.date ?? '')
    const read = readReply(body, provider, askedAtMs, Number.isNaN(serverMs) ? undefined : serverMs)
    // RFC 6749 §5.1: whatever else it says, a "code" or a "message" among it, there are tokens in it.
    if (read !== undefined) return { kind: 'success', reply: read }
    if (problem?.error === undefined || isTokenThere(body))
      return invalid(`${unusableBecause(body, provider)}; it is ${shapeOf(raw)}`, unreadable)
  }
  const challenge = reply.headers['www-authenticate']
  return {
    kind: 'error',
    status,
    ...(problem?.error === undefined ? {} : { error: scrub(problem.error, known) }),
    ...(problem?.description === undefined ? {} : { description: scrub(problem.description, known) }),
    ...(problem?.codes === undefined ? {} : { codes: problem.codes }),
    ...wait,
    ...(challenge === undefined ? {} : { wwwAuthenticate: scrub(challenge, known) }),
  }
}

/** Whatever else it says: a token came, and with it the old one may be gone. */
function isTokenThere(body: Readonly<Record<string, unknown>>): boolean {
  return body.access_token !== undefined && body.access_token !== null && body.access_token !== ''
}
