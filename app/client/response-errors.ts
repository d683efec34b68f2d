/** What a server's answer means for the login (RFC 6750 §3). Pure but for reading a body. */
import { retryAfterMs } from '../oauth/retry-after.ts'
import { LamplighterError } from './errors.ts'

/** Undefined: an answer like any other, the caller's to judge. A 401 is not sorted here. */
export async function refusalIn(
  response: Response,
  profile: string,
  nowMs: number,
): Promise<LamplighterError | undefined> {
  const { status } = response
  const waitMs = retryAfterMs(Object.fromEntries(response.headers), nowMs)
  if (status === 403) return insufficientScope(response, profile)
  if (status === 429 || (status === 503 && waitMs !== undefined)) {
    return new LamplighterError('rate-limited', `The server asks to wait (${status}).`, {
      profile,
      response,
      retryAfterMs: waitMs,
    })
  }
  if (status !== 408 && status < 500) return undefined
  return new LamplighterError('transient', `The server has trouble of its own (${status}).`, {
    profile,
    response,
  })
}

export function refusedAgain(response: Response, profile: string): LamplighterError {
  return new LamplighterError('expired', `The server refuses the token of ${profile}, a new one included.`, {
    profile,
    response,
    hint: 'Is it the token of the right login for this server?',
    detail: response.headers.get('www-authenticate') ?? undefined,
  })
}

/** Did the request leave? What a network says of that, in the codes of Node.js and undici. */
const NEVER_LEFT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])
const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What `fetch` threw, unless somebody aborted it. */
export function networkFailure(error: unknown, profile: string, method: string): unknown {
  if (!(error instanceof Error) || error.name === 'AbortError') return error
  const cause = error.cause as { readonly code?: unknown } | undefined
  const code = typeof cause?.code === 'string' ? cause.code : ''
  const isDone = !HARMLESS.has(method.toUpperCase()) && !NEVER_LEFT.has(code)
  return isDone
    ? new LamplighterError('unknown-outcome', 'The request left and no reply came.', {
        profile,
        cause: error,
      })
    : new LamplighterError('transient', 'The server cannot be reached.', { profile, cause: error })
}

async function insufficientScope(response: Response, profile: string): Promise<LamplighterError | undefined> {
  const challenge = response.headers.get('www-authenticate') ?? ''
  const named = /error="?([a-z_]+)"?/i.exec(challenge)?.[1] ?? (await errorIn(response))
  if (named !== 'insufficient_scope') return undefined
  const scopes = /scope="([^"]*)"/i.exec(challenge)?.[1]?.split(' ').filter(Boolean) ?? []
  return new LamplighterError('insufficient-scope', `The login ${profile} may not do that.`, {
    profile,
    response,
    scopes,
    hint: scopes.length > 0 ? `Sign in with: ${scopes.join(' ')}` : 'Sign in with more permissions.',
  })
}

/** The JSON member `error`, never a substring of the body. */
async function errorIn(response: Response): Promise<unknown> {
  if (!response.headers.get('content-type')?.includes('json')) return undefined
  try {
    const body: unknown = JSON.parse(await response.clone().text())
    return typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
