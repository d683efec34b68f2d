/** `fetch` with a token that works: a 401 is reported, and the request sent once more with a new one. */
import type { TokenResult } from '../rpc/protocol.ts'
import type { FetchLike, TokenOptions } from './api.ts'
import { LamplighterError } from './errors.ts'
import { networkFailure, refusalIn, refusedAgain } from './response-errors.ts'
import type { Tokens } from './tokens.ts'

export interface TokenSource extends Pick<Tokens, 'get' | 'report'> {
  /** The first burst is over: whoever queues behind us may come. */
  release(): void
}

/** Kept apart from the error, which people print. */
const refusedTokens = new WeakMap<object, string>()

/** The token that a server refused before this error came of it. */
export function refusedToken(error: LamplighterError): string | undefined {
  return refusedTokens.get(error)
}

export function withToken(
  source: TokenSource,
  profile: string,
  fetch: FetchLike,
  options: TokenOptions,
): FetchLike {
  async function send(
    input: string | URL | Request,
    init: RequestInit | undefined,
    token: TokenResult,
  ): Promise<Response> {
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined))
    headers.set('authorization', `Bearer ${token.accessToken}`)
    try {
      return await fetch(input, { ...init, headers })
    } catch (error) {
      const method = init?.method ?? (input instanceof Request ? input.method : 'GET')
      throw networkFailure(error, profile, method)
    } finally {
      if (token.queued) source.release()
    }
  }

  async function another(refused: TokenResult, response: Response): Promise<TokenResult> {
    const token = await source
      .report(profile, refused.accessToken)
      .then(() => source.get(profile, options))
      .catch((error: object) => {
        refusedTokens.set(error, refused.accessToken)
        throw error
      })
    if (token.accessToken === refused.accessToken) throw refusedAgain(response, profile)
    return token
  }

  return async (input, init) => {
    const again = input instanceof Request ? input.clone() : input // a body can be sent once
    const token = await source.get(profile, options)
    let response = await send(input, init, token)
    if (response.status === 401) {
      const newer = await another(token, response)
      if (isOneShot(init?.body)) throw cannotSendAgain(profile, response)
      await response.body?.cancel()
      response = await send(again, init, newer)
      if (response.status === 401) throw refusedAgain(response, profile)
    }
    const refusal = await refusalIn(response, profile, Date.now())
    if (refusal) throw refusal
    return response
  }
}

function isOneShot(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (Symbol.asyncIterator in body || 'getReader' in body)
}

function cannotSendAgain(profile: string, response: Response): LamplighterError {
  return new LamplighterError('expired', 'The token had lapsed, and the body was a stream: it is spent.', {
    profile,
    response,
    hint: 'A new token is ready: send the request again with a new body.',
  })
}
