/** The catalogue of providers as a person sees it, and what they answer when they take one. */
import type { ProviderInput } from './views.ts'

export const CATALOGUE_CATEGORIES = [
  'developer',
  'cloud',
  'identity',
  'work',
  'chat',
  'files',
  'design',
  'business',
  'commerce',
  'social',
  'media',
  'health',
  'home',
] as const
export type CatalogueCategory = (typeof CATALOGUE_CATEGORIES)[number]

/** One line of the list. */
export interface CatalogueItemView {
  readonly id: string
  readonly name: string
  readonly category: CatalogueCategory
  /** Whether it has blanks: an own server, a tenant. */
  readonly template: boolean
  /** Nothing of it was read anywhere. */
  readonly untried: boolean
}

/** What the person has given so far. */
export interface CatalogueAnswers {
  /** Another name for it in config.json. */
  readonly id?: string
  readonly clientId?: string
  /** The environment variable that holds the client secret. */
  readonly clientSecretEnv?: string
  /** The vault gets it, or something in config.json names where it is read from. */
  readonly secretInVault?: boolean
  readonly scopes?: readonly string[]
  /** An https redirect address of the person's own. */
  readonly redirectAddress?: string
  /** By the name of the blank. */
  readonly blanks?: Readonly<Record<string, string>>
}

export type MissingAnswer =
  | { readonly kind: 'blank'; readonly name: string; readonly label: string; readonly example: string }
  | { readonly kind: 'clientId' }
  /** `optional`: the provider has clients without one, too. */
  | {
      readonly kind: 'clientSecret'
      readonly optional: boolean
      /** The environment variable that is proposed for it. */
      readonly variable: string
    }

/** One fact, with whether it was read or is only believed. */
export interface CatalogueFactView {
  readonly label: string
  readonly value: string
  readonly believed: boolean
}

/** An entry with the answers so far filled in. */
export interface CatalogueDetailView extends CatalogueItemView {
  readonly facts: readonly CatalogueFactView[]
  readonly notes: readonly string[]
  readonly sources: readonly { readonly page: string; readonly read?: string }[]
  readonly register: {
    /** The page to open; absent while it has a blank. */
    readonly page?: string
    readonly steps: string
    /** To be copied into the provider's form. Absent while it has a blank. */
    readonly redirectAddress?: string
    readonly believed: boolean
  }
  readonly cannot?: string
  /** What is still to be asked for, in this order; the provider can be added when only optional answers are left. */
  readonly missing: readonly MissingAnswer[]
  /** What config.json will get, as far as it is known: addresses with an empty blank are left out. */
  readonly known: ProviderInput
  /** The whole of it, once nothing that is needed is missing. */
  readonly input?: ProviderInput
}
