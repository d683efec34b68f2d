/** The types of authorization-server.mjs. Seconds where oidc-provider speaks, and where the name says so. */

export interface ServerOptions {
  /** 0 or absent: any free one. */
  readonly port?: number
  /** Life of an access token, seconds. Default 120. */
  readonly tokenTtl?: number
  /** Life of a refresh token, seconds. Default one day. */
  readonly grantTtl?: number
  /** Life of a device code, seconds. Default 600. */
  readonly deviceTtl?: number
  /** A new refresh token each time, and the grant revoked on reuse. Default true. */
  readonly rotate?: boolean
  /** Public native clients besides "lamplighter". */
  readonly clientIds?: readonly string[]
  /** Those of them whose refresh tokens never change, as Google's do. */
  readonly steadyClientIds?: readonly string[]
  /** Whose name stands in the sign-in form when nobody is known. Default "ada@example.test". */
  readonly suggestedAccount?: string
  /** Scopes besides `openid profile email offline_access`. */
  readonly scopes?: readonly string[]
  /** More clients, as oidc-provider wants them. */
  readonly clients?: readonly Readonly<Record<string, unknown>>[]
  /** More of oidc-provider's features, by its names for them. */
  readonly features?: Readonly<Record<string, unknown>>
  /**
   * Listens with TLS as well, and names those addresses to clients that show a certificate (RFC 8705). `ca` is whom it
   * believes about them.
   */
  readonly tls?: { readonly key: Buffer; readonly cert: Buffer; readonly ca?: Buffer }
  /** Makes narrower access tokens of access tokens (RFC 8693), and says so. Default false. */
  readonly exchange?: boolean
  /** RFC 7591. Default true. */
  readonly registration?: boolean
}

export interface MintOptions {
  /** "ada" or "ada@example.test". */
  readonly account?: string
  readonly scope?: string
  /** Below 1: an access token that has lapsed. */
  readonly expiresInSec?: number
  readonly clientId?: string
}

/** The members of a token reply, and who it is for. */
export interface MintedGrant {
  readonly access_token: string
  readonly refresh_token: string
  readonly id_token: string
  readonly token_type: 'Bearer'
  readonly expires_in: number
  readonly scope: string
  readonly account: { readonly sub: string; readonly email: string; readonly name: string }
}

interface FaultCommon {
  /** How many token requests it meets. Default 1. */
  readonly times?: number
  /** Only requests of this grant_type. */
  readonly grantType?: string
}

export type Fault = FaultCommon &
  (
    | { readonly kind: 'delay'; readonly ms: number }
    | { readonly kind: 'hold'; readonly until: Promise<unknown> }
    /** The connection breaks and the provider never hears of it / after the provider has answered. */
    | { readonly kind: 'drop-before' | 'drop-after' }
    /** `retryAfter` as in the header: seconds or an HTTP-date. */
    | { readonly kind: 'rate-limited'; readonly retryAfter?: number | string }
    | { readonly kind: 'server-error' }
    /** `{ error: 'invalid_client', status: 401 }`; the provider is not asked. */
    | {
        readonly kind: 'error'
        readonly error: string
        readonly description?: string
        readonly status?: number
      }
    | { readonly kind: 'html'; readonly status?: number }
    /** A token of less scope. */
    | { readonly kind: 'narrow'; readonly scope: string }
    /** No new refresh token; the old one stays good. */
    | { readonly kind: 'omit-refresh-token' }
    | { readonly kind: 'other-account'; readonly account?: string }
    /** Members of a successful reply, replaced; undefined takes one away. */
    | { readonly kind: 'change'; readonly members: Readonly<Record<string, unknown>> }
  )

export interface TokenRequest {
  readonly atMs: number
  readonly grantType: string
  readonly clientId: string
  readonly encoding: 'form' | 'json'
  /** It came through the door where clients show a certificate. */
  readonly certified?: true
  /** First 12 hex digits of its SHA-256. */
  readonly refreshToken?: string
  readonly fault?: Fault['kind']
  readonly status?: number
  readonly error?: string
}

export interface RequestRecord {
  readonly token: readonly TokenRequest[]
  /** Times a refresh token reached the provider that had reached it before. */
  readonly reuses: number
  readonly invalidGrants: number
  /** "GET /jwks": everything but token requests. */
  readonly other: readonly string[]
  /** Token requests of this grant_type. Default "refresh_token". */
  count(grantType?: string): number
  reset(): void
}

export interface Person {
  readonly account?: string
  readonly deny?: boolean
}

export interface PageReached {
  readonly url: string
  readonly text: string
}

export interface AuthorizationServer {
  readonly issuer: string
  readonly clientId: string
  readonly authorizationEndpoint: string
  readonly tokenEndpoint: string
  readonly deviceAuthorizationEndpoint: string
  readonly revocationEndpoint: string
  readonly requests: RequestRecord
  /** Plans a fault for the next token request that fits. @returns what takes it back */
  fault(next: Fault): () => void
  /** A real grant, as if somebody had signed in. */
  mint(options?: MintOptions): Promise<MintedGrant>
  /** The person withdraws the grant at the provider. */
  revoke(refreshToken: string): Promise<void>
  /** Would this refresh token be accepted now? */
  isAlive(refreshToken: string): Promise<boolean>
  /** Signs in at the provider and follows the redirect to the loopback listener, as a browser would. */
  completeLogin(authorizationUrl: string, person?: Person): Promise<PageReached>
  approveDevice(userCode: string, person?: Person): Promise<PageReached>
  setTokenTtl(seconds: number): void
  close(): Promise<void>
}

export function startAuthorizationServer(options?: ServerOptions): Promise<AuthorizationServer>
