/** OpenID Connect Discovery 1.0 §4, then RFC 8414 §3: where a provider's endpoints are, in its own words. */
import { type AuthorizationServer, processDiscoveryResponse } from 'oauth4webapi'
import { AppError, messageOf } from '../base/errors.ts'
import { type Http, HttpFailure, type HttpReply } from '../base/ports.ts'
import { unreachable } from './certificate-hint.ts'
import { isSafeEndpoint, originOf } from './endpoint-url.ts'
import { text } from './jwt.ts'
import { TOKEN_EXCHANGE } from './token-exchange.ts'

interface Endpoints {
  readonly authorizationEndpoint?: string
  readonly tokenEndpoint?: string
  readonly deviceAuthorizationEndpoint?: string
  readonly revocationEndpoint?: string
  readonly registrationEndpoint?: string
  readonly pushedAuthorizationEndpoint?: string
}

export interface ServerMetadata extends Endpoints {
  /** As the server spells it: what RFC 9207 compares. */
  readonly issuer: string
  /** RFC 9207 §3: every authorization response carries `iss`. */
  readonly issParameter: boolean
  /** RFC 9126 §5: authorization requests have to be sent ahead. */
  readonly pushedAuthorization?: true
  /** RFC 9101 §10.5: they have to be signed. */
  readonly requestObject?: true
  readonly authMethods?: readonly string[]
  /** RFC 8693. */
  readonly tokenExchange?: true
  /** RFC 8705 §5: in place of those above, for who shows a certificate. */
  readonly certificateEndpoints?: Endpoints
  readonly scopesSupported?: readonly string[]
}

const TIMEOUT_MS = 15_000 // a person is waiting; both documents together stay below half a minute

/**
 * The issuer in the document must be the one asked for (RFC 8414 §3.3), so that no server speaks for another.
 * @throws AppError CONFIG_INVALID (the address cannot be an issuer, or is another's), PROVIDER_UNREACHABLE
 */
export async function discover(http: Http, issuer: string): Promise<ServerMetadata> {
  if (!isSafeEndpoint(issuer)) {
    throw new AppError('CONFIG_INVALID', `"${issuer}" cannot be an issuer.`, {
      hint: 'An issuer is an https address; plain http is allowed on this machine only.',
    })
  }
  const tried: string[] = []
  for (const address of documentAddresses(issuer)) {
    const reply = await fetchDocument(http, address)
    if (reply.status === 200) return readMetadata(reply, issuer, address)
    tried.push(`${address}: HTTP ${reply.status}`)
  }
  throw new AppError('PROVIDER_UNREACHABLE', `${originOf(issuer)} publishes no sign-in configuration.`, {
    cause: new Error(tried.join('; ')),
    hint: 'Check the issuer, or give the endpoints one by one.',
  })
}

/** OIDC appends to the path; RFC 8414 §3.1 puts its part between host and path. */
function documentAddresses(issuer: string): readonly string[] {
  const url = new URL(issuer)
  const path = url.pathname.replace(/\/$/, '')
  return [
    `${url.origin}${path}/.well-known/openid-configuration`,
    `${url.origin}/.well-known/oauth-authorization-server${path}`,
  ]
}

async function fetchDocument(http: Http, url: string): Promise<HttpReply> {
  try {
    return await http.send({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      timeoutMs: TIMEOUT_MS,
    })
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    throw unreachable(originOf(url), error)
  }
}

async function readMetadata(reply: HttpReply, issuer: string, address: string): Promise<ServerMetadata> {
  // Some servers label the document as plain text; what counts is that it parses.
  const response = new Response(reply.body, { status: 200, headers: { 'content-type': 'application/json' } })
  const document = await processDiscoveryResponse(new URL(issuer), response).catch((error: unknown) => {
    throw new AppError('CONFIG_INVALID', `The configuration at ${address} is not that of ${issuer}.`, {
      cause: new Error(messageOf(error)), // its own cause holds the whole document
      hint: 'Use the issuer exactly as the provider spells it.',
    })
  })
  return {
    issuer: document.issuer,
    ...endpointsIn(document, address),
    authMethods: document.token_endpoint_auth_methods_supported ?? ['client_secret_basic'], // RFC 8414 §2
    ...(document.scopes_supported === undefined ? {} : { scopesSupported: document.scopes_supported }),
    ...(document.require_pushed_authorization_requests === true ? { pushedAuthorization: true } : {}),
    ...(document.mtls_endpoint_aliases === undefined
      ? {}
      : { certificateEndpoints: endpointsIn(document.mtls_endpoint_aliases, address) }),
    ...(document.grant_types_supported?.includes(TOKEN_EXCHANGE) ? { tokenExchange: true } : {}),
    ...(document.require_signed_request_object === true ? { requestObject: true } : {}),
    issParameter: document.authorization_response_iss_parameter_supported === true,
  }
}

function endpointsIn(named: Partial<AuthorizationServer>, address: string): Endpoints {
  return {
    ...endpoint('authorizationEndpoint', named.authorization_endpoint, address),
    ...endpoint('tokenEndpoint', named.token_endpoint, address),
    ...endpoint('deviceAuthorizationEndpoint', named.device_authorization_endpoint, address),
    ...endpoint('revocationEndpoint', named.revocation_endpoint, address),
    ...endpoint('registrationEndpoint', named.registration_endpoint, address),
    ...endpoint('pushedAuthorizationEndpoint', named.pushed_authorization_request_endpoint, address),
  }
}

function endpoint<N extends string>(
  name: N,
  value: unknown,
  address: string,
): { readonly [K in N]?: string } {
  const url = text(value)
  if (url === undefined) return {}
  if (!isSafeEndpoint(url)) {
    throw new AppError('CONFIG_INVALID', `The configuration at ${address} names an unsafe ${name}.`, {
      hint: 'Endpoints must be https; plain http is allowed on this machine only.',
    })
  }
  return { [name]: url } as { readonly [K in N]?: string }
}
