/** RFC 7591 §3: ask an issuer for a client id of our own. Only where nobody gave one and the issuer offers it. */
import { processDynamicClientRegistrationResponse, ResponseBodyError } from 'oauth4webapi'
import { AppError, messageOf } from '../base/errors.ts'
import { type Http, HttpFailure, type HttpReply } from '../base/ports.ts'
import { unreachable } from './certificate-hint.ts'
import { originOf } from './endpoint-url.ts'
import { scrub } from './token-error.ts'

export interface RegistrationRequest {
  readonly registrationEndpoint: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly deviceFlow: boolean
}

const TIMEOUT_MS = 15_000 // a person is waiting

/** A public native client (RFC 8252 §8.4). @returns its client id @throws AppError PROVIDER_UNREACHABLE, PROVIDER_REFUSED */
export async function registerClient(http: Http, request: RegistrationRequest): Promise<string> {
  const reply = await post(http, request)
  const response = new Response(reply.body === '' ? null : reply.body, {
    status: reply.status,
    headers: { 'content-type': 'application/json' },
  })
  try {
    return (await processDynamicClientRegistrationResponse(response)).client_id
  } catch (error) {
    const words =
      error instanceof ResponseBodyError
        ? `${error.error}: ${error.error_description ?? ''}`
        : messageOf(error)
    throw new AppError(
      'PROVIDER_REFUSED',
      `${originOf(request.registrationEndpoint)} gave us no client id.`,
      {
        cause: new Error(`HTTP ${reply.status}: ${scrub(words, {})}`),
        hint: 'Register an application there yourself, and put its client id into config.json.',
      },
    )
  }
}

async function post(http: Http, request: RegistrationRequest): Promise<HttpReply> {
  const grants = ['authorization_code', 'refresh_token']
  if (request.deviceFlow) grants.push('urn:ietf:params:oauth:grant-type:device_code')
  const metadata = {
    client_name: 'Lamplighter',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    redirect_uris: [request.redirectUri],
    response_types: ['code'],
    grant_types: grants,
    scope: request.scopes.join(' '),
  }
  try {
    return await http.send({
      method: 'POST',
      url: request.registrationEndpoint,
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify(metadata),
      timeoutMs: TIMEOUT_MS,
    })
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    const where = originOf(request.registrationEndpoint)
    throw unreachable(where, error)
  }
}
