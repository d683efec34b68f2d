/** RFC 6749 §2.3, RFC 7523 §2.2 and RFC 8705 §2: how a client shows that it is the one. */
import {
  type ClientAuth,
  ClientSecretJwt,
  modifyAssertion,
  None,
  PrivateKeyJwt,
  TlsClientAuth,
} from 'oauth4webapi'
import { AppError } from '../base/errors.ts'
import type { ClientCertificate } from '../base/ports.ts'
import { type ClientAuthentication, isInTls, type ResolvedProvider } from '../model/provider.ts'
import { certificateOf, hasCertificate } from './client-certificate.ts'
import { clientKeyOf, isKeyText } from './client-key.ts'

export type Client = Pick<
  ResolvedProvider,
  | 'name'
  | 'tokenEndpoint'
  | 'issuer'
  | 'clientSecret'
  | 'clientCertificate'
  | 'clientAuthentication'
  | 'clientKeyId'
  | 'clientAssertionAudience'
  | 'authMethods'
>

/** What adds to a request whatever shows who asks. @throws AppError CONFIG_INVALID for a key or certificate that is none */
export async function clientAuthOf(client: Client): Promise<ClientAuth> {
  const secret = client.clientSecret
  const method = methodOf(client)
  if (isInTls(method)) {
    certificateOf(client)
    return TlsClientAuth()
  }
  if (secret === undefined) {
    if (method === 'private_key_jwt' || method === 'client_secret_jwt') throw noKey(client)
    return None()
  }
  switch (method) {
    case 'client_secret_basic':
      return basic(secret.expose())
    case 'client_secret_post':
      return inBody(secret.expose())
    case 'client_secret_jwt':
      return ClientSecretJwt(secret.expose(), audienceOf(client))
    case 'private_key_jwt': {
      const { key, kid } = await clientKeyOf(secret)
      const named = client.clientKeyId ?? kid
      return PrivateKeyJwt(named === undefined ? key : { key, kid: named }, audienceOf(client))
    }
    default:
      return None()
  }
}

/** What the connection itself shows, for the options of a request. @throws AppError CONFIG_INVALID */
export function inTlsOf(client: Client): { readonly certificate?: ClientCertificate } {
  return isInTls(methodOf(client)) ? { certificate: certificateOf(client) } : {}
}

/** As the provider's data say; else what the server names and the secret is fit for; in the body where it names nothing. */
export function methodOf(client: Omit<Client, 'tokenEndpoint' | 'name'>): ClientAuthentication {
  const { clientAuthentication, clientSecret, authMethods } = client
  if (clientAuthentication !== undefined) return clientAuthentication
  if (clientSecret === undefined) return 'none'
  if (isKeyText(clientSecret))
    return hasCertificate(client) ? withCertificate(authMethods) : 'private_key_jwt'
  const known = ['client_secret_post', 'client_secret_basic', 'client_secret_jwt'] as const
  return known.find((method) => authMethods?.includes(method)) ?? 'client_secret_post'
}

function withCertificate(authMethods: readonly string[] | undefined): ClientAuthentication {
  const known = ['tls_client_auth', 'self_signed_tls_client_auth', 'private_key_jwt'] as const
  return known.find((method) => authMethods?.includes(method)) ?? 'tls_client_auth'
}

/** The server by its issuer, as the successor of RFC 7523 wants it; many older ones want the address they were asked at. */
function audienceOf({ clientAssertionAudience, issuer, tokenEndpoint }: Client) {
  return {
    [modifyAssertion]: (_header: unknown, payload: Record<string, unknown>) => {
      payload['aud'] = clientAssertionAudience ?? issuer ?? tokenEndpoint
    },
  }
}

/** Not the library's: it also encodes "-" and ".", which servers that do not decode take for another client's id. */
function basic(secret: string): ClientAuth {
  return (_server, { client_id }, _body, headers) => {
    headers.set('authorization', `Basic ${btoa(`${encoded(client_id)}:${encoded(secret)}`)}`)
  }
}

/** RFC 6749 §2.3.1, as a form encodes it: a colon in the id would end it too early. */
function encoded(words: string): string {
  return new URLSearchParams({ '': words }).toString().slice(1)
}

function inBody(secret: string): ClientAuth {
  return (_server, { client_id }, body) => {
    body.set('client_id', client_id)
    body.set('client_secret', secret)
  }
}

function noKey({ name }: Client): AppError {
  return new AppError('CONFIG_INVALID', `${name} wants a key from its clients, and none is here.`, {
    hint: 'Keep it in the vault: lamplighter provider secret ID, or name a clientSecretFile in config.json.',
  })
}
