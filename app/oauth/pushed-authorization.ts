/** RFC 9126: the authorization request is sent ahead, and the browser only carries a reference to it. */
import {
  processPushedAuthorizationResponse,
  pushedAuthorizationRequest,
  ResponseBodyError,
} from 'oauth4webapi'
import { AppError, messageOf } from '../base/errors.ts'
import { isRecord, parseJson } from '../base/json.ts'
import type { Http } from '../base/ports.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import { clientAuthOf, inTlsOf } from './client-authentication.ts'
import { proofsBy } from './dpop.ts'
import { clientOf, serverOf, throughPort } from './through-port.ts'
import { scrub } from './token-error.ts'

const TIMEOUT_MS = 15_000 // a person is waiting

/** The address for the browser. @throws HttpFailure; AppError LOGIN_UNAVAILABLE, PROVIDER_REFUSED */
export async function pushAuthorization(
  http: Http,
  provider: ResolvedProvider,
  url: string,
): Promise<string> {
  const { pushedAuthorizationEndpoint, name, clientId } = provider
  if (pushedAuthorizationEndpoint === undefined) {
    throw new AppError('LOGIN_UNAVAILABLE', `${name} takes no authorization requests ahead of the browser.`, {
      hint: 'Give it a pushedAuthorizationEndpoint in config.json, or leave pushedAuthorization out.',
    })
  }
  const params = Object.fromEntries(new URL(url).searchParams)
  const server = { ...serverOf(provider), pushed_authorization_request_endpoint: pushedAuthorizationEndpoint }
  const proofs = provider.proofKey && (await proofsBy(provider.proofKey))
  const { seen, options } = throughPort(http, { timeoutMs: TIMEOUT_MS, ...inTlsOf(provider) })
  const push = async () =>
    pushedAuthorizationRequest(server, clientOf(provider), await clientAuthOf(provider), params, {
      ...options,
      ...(proofs === undefined ? {} : { DPoP: proofs }),
    })
  const first = await push()
  const response = proofs && wantsNonce(seen.reply?.body) ? await push() : first
  try {
    const { request_uri } = await processPushedAuthorizationResponse(server, clientOf(provider), response)
    const short = new URL(provider.authorizationEndpoint ?? url)
    short.searchParams.set('client_id', clientId)
    short.searchParams.set('request_uri', request_uri)
    return short.href
  } catch (error) {
    const words =
      error instanceof ResponseBodyError
        ? `${error.error}: ${error.error_description ?? ''}`
        : messageOf(error)
    throw new AppError('PROVIDER_REFUSED', `${name} refused the sign-in.`, {
      cause: new Error(`HTTP ${seen.reply?.status}: ${scrub(words, seen.params)}`),
    })
  }
}

/** RFC 9449 §8: nothing else was looked at. */
function wantsNonce(body = ''): boolean {
  const answer = parseJson(body)
  return isRecord(answer) && answer.error === 'use_dpop_nonce'
}
