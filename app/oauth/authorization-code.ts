/** RFC 6749 §4.1.1 and §4.1.2, RFC 9207: ask for a code, and check that the answer is to what we asked. */
import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import type { ResolvedProvider } from '../model/provider.ts'
import { Secret } from '../model/secret.ts'
import { scrub } from './token-error.ts'

export interface AuthorizationRequest {
  readonly redirectUri: string
  readonly state: string
  readonly challenge: string
}

/** @throws AppError LOGIN_UNAVAILABLE when the provider has no authorization endpoint */
export function authorizationUrl(provider: ResolvedProvider, request: AuthorizationRequest): string {
  if (provider.authorizationEndpoint === undefined) {
    throw new AppError('LOGIN_UNAVAILABLE', `${provider.name} offers no sign-in in the browser.`)
  }
  const url = new URL(provider.authorizationEndpoint)
  const params = {
    ...provider.authorizeParams,
    response_type: 'code',
    client_id: provider.clientId,
    redirect_uri: request.redirectUri,
    ...(provider.scopes.length === 0 ? {} : { scope: provider.scopes.join(' ') }),
    state: request.state,
    code_challenge: request.challenge,
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  return url.href
}

/**
 * What the browser brought back, or what a person pasted: the whole address, its query alone, or `code#state` as
 * Anthropic's page shows it. @throws AppError ARGUMENT_INVALID
 */
export function readCallback(pasted: string): URLSearchParams {
  const text = pasted.trim()
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return new URL(text).searchParams
  if (/(^|[?&])(code|error)=/.test(text)) return new URLSearchParams(text.slice(text.indexOf('?') + 1))
  const [code, state, ...rest] = text.split('#')
  if (code && state && rest.length === 0 && !/\s/.test(text)) return new URLSearchParams({ code, state })
  throw new AppError('ARGUMENT_INVALID', 'This is not the address the sign-in ended on.', {
    hint: 'Copy the whole address from the browser, beginning with http, and paste it here.',
  })
}

/** RFC 9700 §4.7: only whoever was asked knows the state; an answer without it, an error too, is anybody's. */
export function answers(url: string, state: string): boolean {
  const states = new URL(url).searchParams.getAll('state')
  return states.length === 1 && states[0] === state
}

/**
 * The code, after state (RFC 6749 §10.12) and iss (RFC 9207 §2.4) were checked.
 * @throws AppError LOGIN_DENIED, PROVIDER_REFUSED, REPLY_INVALID (the answer to another request)
 */
export function codeFrom(params: URLSearchParams, provider: ResolvedProvider, state: string): Secret {
  const checked = new URLSearchParams(params)
  // Without a known issuer there is nothing to compare with; RFC 9207 §2.4 then leaves the parameter aside.
  if (provider.issuer === undefined) checked.delete('iss')
  try {
    const server = {
      issuer: provider.issuer ?? provider.tokenEndpoint,
      authorization_response_iss_parameter_supported:
        provider.issuer !== undefined && provider.issParameter === true,
    }
    const codes = validateAuthResponse(server, { client_id: provider.clientId }, checked, state).getAll(
      'code',
    )
    const [code] = codes // RFC 6749 §3.1: no parameter more than once
    if (code && codes.length === 1) return new Secret(code)
  } catch (error) {
    throw asLoginError(error, provider, { state, code: checked.get('code') ?? '' })
  }
  throw new AppError('REPLY_INVALID', `${provider.name} sent the browser back without a code.`)
}

/** @param held what the provider's words must not bring back */
function asLoginError(
  error: unknown,
  provider: ResolvedProvider,
  held: { readonly state: string; readonly code: string },
): AppError {
  if (error instanceof AuthorizationResponseError) {
    const cause = new Error(scrub([error.error, error.error_description].filter(Boolean).join(': '), held))
    return error.error === 'access_denied'
      ? new AppError('LOGIN_DENIED', `The sign-in was declined at ${provider.name}.`, { cause })
      : new AppError('PROVIDER_REFUSED', `${provider.name} refused the sign-in.`, { cause })
  }
  // oauth4webapi's message names the parameter; its own cause holds the values, so it stays behind.
  const reason = error instanceof Error ? error.message : 'the parameters do not fit'
  return new AppError('REPLY_INVALID', 'This answer belongs to another sign-in, or was tampered with.', {
    cause: new Error(reason),
    hint: 'Start the sign-in again, and use only the browser tab it opens.',
  })
}
