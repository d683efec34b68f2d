/** RFC 8628: a code on this screen, a sign-in on any other. */

import { deviceAuthorizationRequest } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import { isRecord } from '../base/json.ts'
import { isHarmless } from '../base/outside-text.ts'
import { HttpFailure, type HttpReply, type Ports } from '../base/ports.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import { Secret } from '../model/secret.ts'
import { unreachable } from './certificate-hint.ts'
import { clientAuthOf, inTlsOf } from './client-authentication.ts'
import { isSafeEndpoint } from './endpoint-url.ts'
import { text } from './jwt.ts'
import { createPkce } from './pkce.ts'
import { clientOf, serverOf, throughPort } from './through-port.ts'
import { postToken, type TokenAnswer } from './token-endpoint.ts'
import { namedError, scrub } from './token-error.ts'
import type { TokenReply } from './token-reply.ts'

export interface DeviceStart {
  readonly deviceCode: Secret
  readonly userCode: string
  readonly verificationUri: string
  readonly verificationUriComplete?: string
  readonly expiresAtMs: number
  readonly intervalMs: number
  readonly verifier?: Secret
}

type DevicePorts = Pick<Ports, 'http' | 'clock' | 'random'>

const SECOND = 1000
const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:device_code'
const DEFAULT_INTERVAL_MS = 5 * SECOND // RFC 8628 §3.2
const SHORTEST_INTERVAL_MS = SECOND // whatever the server says, nobody signs in faster
const SLOW_DOWN_MS = 5 * SECOND // RFC 8628 §3.5
const LONGEST_INTERVAL_MS = 60 * SECOND // while the network is away: still quick once it is back
const LONGEST_LIFE_MS = 30 * 60 * SECOND // nobody looks at a code for longer
const TIMEOUT_MS = 15 * SECOND
/** RFC 8628 §6.1 has people type it. */
const LONGEST_CODE = 64
const LONGEST_ADDRESS = 2_000

/** RFC 8628 §3.1. @throws AppError LOGIN_UNAVAILABLE, PROVIDER_UNREACHABLE, PROVIDER_REFUSED, REPLY_INVALID */
export async function startDevice(ports: DevicePorts, provider: ResolvedProvider): Promise<DeviceStart> {
  if (provider.deviceAuthorizationEndpoint === undefined) {
    throw new AppError('LOGIN_UNAVAILABLE', `${provider.name} offers no sign-in by code.`)
  }
  const pkce = provider.devicePkce === true ? await createPkce(ports.random) : undefined
  const params = {
    ...(provider.scopes.length === 0 ? {} : { scope: provider.scopes.join(' ') }),
    ...(pkce === undefined ? {} : { code_challenge: pkce.challenge, code_challenge_method: pkce.method }),
  }
  const askedAtMs = ports.clock.now()
  const reply = await send(ports, provider, provider.deviceAuthorizationEndpoint, params)
  return {
    ...readStart(reply, provider, askedAtMs),
    ...(pkce === undefined ? {} : { verifier: pkce.verifier }),
  }
}

async function send(
  ports: DevicePorts,
  provider: ResolvedProvider,
  url: string,
  params: Record<string, string>,
): Promise<HttpReply> {
  const { seen, options } = throughPort(ports.http, { timeoutMs: TIMEOUT_MS, ...inTlsOf(provider) })
  const server = { ...serverOf(provider), device_authorization_endpoint: url }
  const authentication = await clientAuthOf(provider)
  try {
    await deviceAuthorizationRequest(server, clientOf(provider), authentication, params, options)
    if (!seen.reply) throw new Error('the request was never sent')
    return seen.reply
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    throw unreachable(provider.name, error)
  }
}

function readStart(reply: HttpReply, provider: ResolvedProvider, askedAtMs: number): DeviceStart {
  const body = parse(reply.body)
  const problem = namedError(body)
  if (problem !== undefined) {
    throw new AppError('PROVIDER_REFUSED', `${provider.name} gives out no code.`, {
      cause: new Error(scrub([problem.error, problem.description].filter(Boolean).join(': '), {})),
    })
  }
  const deviceCode = text(body.device_code)
  const userCode = readable(body.user_code, LONGEST_CODE)
  const page = (value: unknown) => readable(value, LONGEST_ADDRESS)
  const verificationUri = page(body.verification_uri) ?? page(body.verification_url) // Google's older name
  const lifeMs = seconds(body.expires_in) * SECOND
  if (!deviceCode || !userCode || !verificationUri || !isSafePage(verificationUri) || !(lifeMs > 0)) {
    throw new AppError(
      'REPLY_INVALID',
      `${provider.name} answered with something that is not a sign-in code.`,
      {
        cause: new Error(`HTTP ${reply.status}`),
      },
    )
  }
  const complete = page(body.verification_uri_complete)
  const interval = seconds(body.interval) * SECOND
  return {
    deviceCode: new Secret(deviceCode),
    userCode,
    verificationUri,
    ...(complete !== undefined && isSafePage(complete) ? { verificationUriComplete: complete } : {}),
    expiresAtMs: askedAtMs + Math.min(lifeMs, LONGEST_LIFE_MS),
    intervalMs: Math.max(interval > 0 ? interval : DEFAULT_INTERVAL_MS, SHORTEST_INTERVAL_MS),
  }
}

/**
 * RFC 8628 §3.4 and §3.5: asks until the person has decided. A network that is away is waited out, twice as long each time.
 * @throws AppError LOGIN_DENIED, LOGIN_TIMEOUT, LOGIN_CANCELLED (the signal), PROVIDER_REFUSED, REPLY_INVALID
 */
export async function pollDevice(
  ports: DevicePorts,
  provider: ResolvedProvider,
  start: DeviceStart,
  signal: AbortSignal,
): Promise<TokenReply> {
  let intervalMs = start.intervalMs
  for (;;) {
    const leftMs = Math.max(0, start.expiresAtMs - ports.clock.now())
    await ports.clock.sleep(Math.min(intervalMs, leftMs), signal) // some servers name absurd intervals
    if (signal.aborted) throw new AppError('LOGIN_CANCELLED', 'The sign-in was cancelled.')
    if (ports.clock.now() >= start.expiresAtMs) throw expired()
    const answer = await ask(ports, provider, start)
    const next = decide(answer, provider)
    if (next.kind === 'done') return next.reply
    if (next.kind === 'slow-down') intervalMs += SLOW_DOWN_MS
    if (next.kind === 'away') {
      intervalMs = Math.min(Math.max(intervalMs * 2, next.waitMs ?? 0), LONGEST_INTERVAL_MS)
    }
  }
}

/** 'away' when no answer came. Not cancelled half-way: the code may just have turned into tokens. */
async function ask(
  ports: DevicePorts,
  provider: ResolvedProvider,
  start: DeviceStart,
): Promise<TokenAnswer | 'away'> {
  const params = {
    grant_type: GRANT_TYPE,
    device_code: start.deviceCode.expose(),
    code_verifier: start.verifier?.expose(),
  }
  try {
    return await postToken(ports, { ...provider, refreshEncoding: 'form' }, params, {
      timeoutMs: TIMEOUT_MS,
      ...inTlsOf(provider),
    })
  } catch (error) {
    if (error instanceof HttpFailure) return 'away'
    throw error
  }
}

type Next =
  | { readonly kind: 'done'; readonly reply: TokenReply }
  | { readonly kind: 'pending' | 'slow-down' }
  | { readonly kind: 'away'; readonly waitMs?: number }

function decide(answer: TokenAnswer | 'away', provider: ResolvedProvider): Next {
  if (answer === 'away') return { kind: 'away' }
  if (answer.kind === 'success') return { kind: 'done', reply: answer.reply }
  if (answer.kind === 'error' && answer.error === 'authorization_pending') return { kind: 'pending' }
  if (answer.kind === 'error' && answer.error === 'slow_down') return { kind: 'slow-down' }
  if (answer.kind === 'error' && answer.error === 'expired_token') throw expired()
  if (answer.kind === 'error' && answer.error === 'access_denied') {
    throw new AppError('LOGIN_DENIED', `The sign-in was declined at ${provider.name}.`)
  }
  const passing = answer.status >= 500 || answer.status === 429 || answer.status === 408
  if (passing || answer.kind === 'invalid') {
    return { kind: 'away', ...(answer.retryAfterMs === undefined ? {} : { waitMs: answer.retryAfterMs }) }
  }
  throw new AppError('PROVIDER_REFUSED', `${provider.name} refused the sign-in.`, {
    cause: new Error([`HTTP ${answer.status}`, answer.error, answer.description].filter(Boolean).join(': ')),
  })
}

/** RFC 8628 §3.2: a page for a person, which unlike an endpoint may have a fragment: some have their routes in it. */
function isSafePage(address: string): boolean {
  const at = address.indexOf('#')
  return isSafeEndpoint(at < 0 ? address : address.slice(0, at))
}

/** A number, or the same as a string; 0 for anything else. Number() itself throws for some objects. */
function seconds(value: unknown): number {
  const number = typeof value === 'string' ? Number(value) : value
  return typeof number === 'number' && number > 0 ? number : 0
}

/** What a person is to read and type; a terminal would obey control characters instead of showing them. */
function readable(value: unknown, most: number): string | undefined {
  const words = text(value)
  return words !== undefined && isHarmless(words, most) ? words : undefined
}

function expired(): AppError {
  return new AppError('LOGIN_TIMEOUT', 'The code ran out before anybody used it.', {
    hint: 'Start the sign-in again.',
  })
}

function parse(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : {}
  } catch {
    return {} // the caller finds every member missing and says so
  }
}
