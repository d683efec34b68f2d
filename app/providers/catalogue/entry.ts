/** What one entry of the catalogue says: what a provider needs, what it does, what to register there, and where that was read. */
import type { CatalogueCategory } from '../../contract/catalogue.ts'
import type { ErrorMeaning, ResponseMember } from '../../model/provider.ts'

export interface CatalogueEntry {
  /** Its name in the catalogue, and in config.json unless the person gives another. The file has the same. */
  readonly id: string
  readonly name: string
  readonly category: CatalogueCategory
  /** What people look for beside the name. */
  readonly words: readonly string[]
  /** What differs from person to person: `{host}` in an address, a parameter or a page stands for the blank "host". */
  readonly blanks?: readonly Blank[]
  /** RFC 6749 §2.1: whether it hands out clients with a secret, without one, or either. */
  readonly client: 'public' | 'confidential' | 'either'
  /** Only where the endpoints are not given: it is discovered before anything is written. */
  readonly issuer?: string
  readonly authorizationEndpoint?: string
  readonly tokenEndpoint?: string
  readonly deviceAuthorizationEndpoint?: string
  readonly revocationEndpoint?: string
  /** To start from. One word with commas: the provider separates its scopes so. */
  readonly scopes: readonly string[]
  readonly redirect: RedirectRule
  /** How a client with a secret shows it; absent: as the server's metadata say. */
  readonly clientAuthentication?: 'none' | 'client_secret_basic' | 'client_secret_post'
  /** Beside those of RFC 6749, in the authorization request, the code's exchange and the refresh. `{clientId}` is filled in. */
  readonly authorizationParams?: Params
  readonly tokenParams?: Params
  readonly refreshParams?: Params
  readonly refreshEncoding?: 'json'
  readonly refreshScope?: 'stored' | 'always'
  readonly responseMembers?: Readonly<Partial<Record<ResponseMember, string>>>
  readonly errorWords?: Readonly<Record<string, ErrorMeaning>>
  readonly behaviour: Behaviour
  /** Where a client is made, and how. */
  readonly register: { readonly page: string; readonly steps: string }
  /** Why Lamplighter cannot keep such a login yet, in sentences. */
  readonly cannot?: string
  readonly source: readonly Source[]
  /** What none of the sources said, by its name here ("behaviour.rotation"). Shown as not tried. */
  readonly believed?: readonly string[]
}

type Params = Readonly<Record<string, string>>

export interface Blank {
  readonly name: string
  readonly label: string
  readonly example: string
}

/** Which redirect addresses it takes. */
export type RedirectRule =
  /** This machine, on any port (RFC 8252 §7.3). */
  | { readonly kind: 'any-port'; readonly host: '127.0.0.1' | 'localhost' }
  /** This machine, exactly as it was registered; on our port unless it has one of its own. */
  | {
      readonly kind: 'exact'
      readonly host: '127.0.0.1' | 'localhost'
      readonly port?: number
      readonly path?: string
    }
  /** https only: nothing listens there, the person pastes the address that the browser ends on. */
  | { readonly kind: 'https' }
  /** An address, or a name for one, that the provider gives. */
  | { readonly kind: 'given'; readonly address: string }

/** What a login there is like. Absent: not known. */
export interface Behaviour {
  /** Whether a refresh brings a new refresh token and spends the old one. */
  readonly rotation: 'always' | 'never' | 'unknown'
  /** For how long a spent refresh token still works. */
  readonly reuseGraceSeconds?: number
  readonly accessLifeSeconds?: number | 'endless'
  /** The login ends so long after the sign-in. */
  readonly grantLifeDays?: number
  /** The login ends when nobody refreshes it for so long. */
  readonly idleLimitDays?: number
  readonly notes?: readonly string[]
}

export interface Source {
  readonly page: string
  /** The day it was read; absent: nobody has read it for this entry, so that all of it is only believed. */
  readonly read?: string
}

/** Everything in an entry, in its `believed`. */
export const EVERYTHING = 'everything'
