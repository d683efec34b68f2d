import type { Account, ClientGrant } from './credential.ts'
import type { Secret } from './secret.ts'

/** What an error of the token endpoint means for a login. */
export const ERROR_MEANINGS = [
  'rejected', // the grant is gone: only a person brings it back
  'reused', // this refresh token was answered before
  'insufficient-scope',
  'client-rejected', // the client, or the way it asks
  'rate-limited',
  'transient',
] as const
export type ErrorMeaning = (typeof ERROR_MEANINGS)[number]

/** Members of a token reply by their names in RFC 6749 §5, and of what is beside them. */
export const RESPONSE_MEMBERS = [
  'access_token',
  'refresh_token',
  'id_token',
  'token_type',
  'expires_in',
  'expires_at',
  'refresh_token_expires_in',
  'scope',
  'error',
  'error_description',
] as const
export type ResponseMember = (typeof RESPONSE_MEMBERS)[number]

/** How a client shows its secret (RFC 6749 §2.3.1), its key (RFC 7523 §2.2) or its certificate (RFC 8705 §2), by their registered names. */
export const CLIENT_AUTHENTICATIONS = [
  'none',
  'client_secret_basic',
  'client_secret_post',
  'client_secret_jwt',
  'private_key_jwt',
  'tls_client_auth',
  'self_signed_tls_client_auth',
] as const
export type ClientAuthentication = (typeof CLIENT_AUTHENTICATIONS)[number]

/** The key is used while the connection is made: a certificate goes with it, and no request says anything of it. */
export function isInTls(method: ClientAuthentication): boolean {
  return method === 'tls_client_auth' || method === 'self_signed_tls_client_auth'
}

/** An authorization server (RFC 6749 §1.1) and what we know about it. Data, plus a few named quirks. */
export interface Provider {
  readonly id: string
  readonly name: string
  /** Other spellings that stores use for the same provider. */
  readonly aliases?: readonly string[]
  /** OIDC or RFC 8414 discovery fills the endpoints that are absent. */
  readonly issuer?: string
  readonly authorizationEndpoint?: string
  readonly tokenEndpoint?: string
  readonly deviceAuthorizationEndpoint?: string
  readonly revocationEndpoint?: string
  /** Public by nature: these are native apps (RFC 8252 §8.5). */
  readonly clientId?: string
  /** Environment names that may hold another client id: a client secret belongs to one. */
  readonly clientIdEnv?: readonly string[]
  /** Environment names that may hold the client secret of an installed-app client; we ship none. */
  readonly clientSecretEnv?: readonly string[]
  /** Of a client that a program keeps beside the tokens. */
  readonly clientSecret?: Secret
  /** Each login names its own client and server (LoginClient): there is none that is everybody's. */
  readonly clientPerLogin?: true
  /** The token endpoint turns everyone away who lacks the client secret: why nobody can refresh without, in a sentence. */
  readonly withoutClientSecret?: string
  /** A client that signs itself in; absent: people do. */
  readonly grant?: ClientGrant
  /** Claims of the assertion of `jwt_bearer`, in place of the usual ones; an empty one is left out. */
  readonly assertionClaims?: Readonly<Record<string, string>>
  /** 'header': it is shown as a bearer token to an endpoint that takes no parameters (GitHub's installation tokens). */
  readonly assertionIn?: 'body' | 'header'
  readonly scopes: readonly string[]
  /** How early we refresh, milliseconds; 20 % of the life caps it (refresh-policy.ts). */
  readonly leadMs: number
  readonly refreshEncoding: 'form' | 'json'
  /** Parameters of the refresh besides grant_type, refresh_token and client_id. */
  readonly refreshScope?:
    | 'stored' // send the stored scope verbatim, where there is one
    | 'always' // the stored scope, else what a sign-in asks for
  /** What it calls the parameters of a token request, where that is not as RFC 6749 does: "grantType". */
  readonly requestMembers?: Readonly<Record<string, string>>
  /** Where its replies keep what RFC 6749 §5 has at the top: "authed_user.access_token", "accessToken". */
  readonly responseMembers?: Readonly<Partial<Record<ResponseMember, string>>>
  /** Its own error words, whole: a code, a sentence, or `code: sentence`. */
  readonly errorWords?: Readonly<Record<string, ErrorMeaning>>
  /** What the provider registered; port 0 means any (RFC 8252 §7.3). */
  readonly redirect: {
    readonly host: '127.0.0.1' | 'localhost' | '[::1]'
    readonly port: number
    /** Where the provider knows several: those to be tried when that one is taken. */
    readonly otherPorts?: readonly number[]
    readonly path: string
    /** In place of all that, an address elsewhere, https or a name for one: nothing listens there, the answer is pasted. */
    readonly address?: string
  }
  readonly authorizeParams?: Readonly<Record<string, string>>
  /** The same for the code's exchange, and for the refresh. */
  readonly tokenParams?: Readonly<Record<string, string>>
  readonly refreshParams?: Readonly<Record<string, string>>
  /** Absent: as its metadata say, where there is a secret. */
  readonly clientAuthentication?: ClientAuthentication
  /** RFC 8414 §2: what it takes. Told by discovery. */
  readonly authMethods?: readonly string[]
  /** Which of the client's keys signs, where the key itself does not say. */
  readonly clientKeyId?: string
  /** Whom a signed assertion is for; absent: the issuer, or the token endpoint where none is known. */
  readonly clientAssertionAudience?: string
  /** Where the client secret or key is read from, before our vault is asked; see also clientSecretEnv. */
  readonly clientSecretFile?: string
  readonly clientSecretCommand?: readonly string[]
  /** The certificate of a key that does not bring its own. */
  readonly clientCertificateFile?: string
  /** RFC 9449: its tokens are bound to a key of ours. */
  readonly dpop?: boolean
  /** RFC 9101: the authorization request is signed with the client's key. */
  readonly requestObject?: boolean
  /** RFC 8693: other tokens are made of a login's. Absent: as its metadata say. */
  readonly tokenExchange?: boolean
  /** RFC 9126: where the authorization request is sent ahead, and whether it has to be. */
  readonly pushedAuthorizationEndpoint?: string
  readonly pushedAuthorization?: boolean
  /** The code exchange repeats `state` (Anthropic) or `code_challenge` (xAI). */
  readonly exchangeExtras?: readonly ('state' | 'code_challenge')[]
  /** The device flow carries a PKCE challenge as well (Qwen). */
  readonly devicePkce?: boolean
  /** RFC 9207 §3: the callback always names its issuer. Told by discovery. */
  readonly issParameter?: boolean
  readonly rotation: 'always' | 'never' | 'unknown'
  /** OpenClaw stores `expires` with this much already taken off, milliseconds. */
  readonly openclawBufferMs: number
  /** 'none': nobody but the owner can renew it, or it does not lapse. Why, in a sentence. */
  readonly notRefreshable?: string
  /** The vendor ended it; what to do instead. */
  readonly retired?: string
  /** The refresh token lives this long from the login, or dies when idle for this long. */
  readonly grantLifeMs?: number
  readonly idleLimitMs?: number
  /** Who signed in, from the token endpoint's reply (id_token or access-token claims, extra members). */
  readonly account?: (reply: Readonly<Record<string, unknown>>) => Account
  /** When the access token lapses, epoch milliseconds, where the reply says it in a way of its own. */
  readonly expiry?: (reply: Readonly<Record<string, unknown>>, askedAtMs: number) => number | undefined
  /** The machine it came from, with logins: it serves those alone, and is matched to nothing found here. */
  readonly from?: string
  /** Whether a person added or changed it in config.json. */
  readonly custom: boolean
  /** Whether it is known from config.json alone. */
  readonly added?: true
}

/** The client that a login was made with, and its server, where a program keeps them beside the tokens. */
export type LoginClient = Required<Pick<Provider, 'clientId'>> &
  Pick<Provider, 'issuer' | 'tokenEndpoint' | 'clientSecret' | 'clientAuthentication'>

/** The provider of one login: what the login says of its server and client counts. */
export function providerOf(
  provider: Provider,
  { client }: { readonly client?: LoginClient | undefined },
): Provider {
  return client ? { ...provider, ...client } : provider
}

export function isSameClient(a: LoginClient | undefined, b: LoginClient | undefined): boolean {
  if (!a || !b) return a === b
  const names = ['clientId', 'issuer', 'tokenEndpoint', 'clientAuthentication'] as const
  const isSameSecret = a.clientSecret?.expose() === b.clientSecret?.expose()
  return isSameSecret && names.every((name) => a[name] === b[name])
}

/** A provider with its endpoints known. */
export interface ResolvedProvider extends Provider {
  readonly tokenEndpoint: string
  readonly clientId: string
  /** The key of `dpop`. */
  readonly proofKey?: Secret
  /** What `clientCertificateFile` says. */
  readonly clientCertificate?: string
}

/** @param port where something listens; 0 leaves it out, since any will do (RFC 8252 §7.3) */
export function redirectUriOf({ redirect }: Provider, port = redirect.port): string {
  const { address, host, path } = redirect
  return address ?? `http://${host}${port === 0 ? '' : `:${port}`}${path}`
}

export function hasBrowserLogin(provider: Provider): boolean {
  if (hasClientLogin(provider)) return false
  return provider.retired === undefined && (provider.authorizationEndpoint ?? provider.issuer) !== undefined
}

export function hasDeviceLogin(provider: Provider): boolean {
  if (hasClientLogin(provider)) return false
  return provider.retired === undefined && provider.deviceAuthorizationEndpoint !== undefined
}

/** Nobody needs to be there. */
export function hasClientLogin(provider: Provider): boolean {
  return provider.retired === undefined && provider.grant !== undefined
}
