/** What a store says of one entry: where it is held, its tokens, and who may refresh it. */

import type { Failure } from '../contract/failure.ts'
import type { OwnershipMode } from '../contract/views.ts'
import type { Credential } from './credential.ts'
import type { LoginClient } from './provider.ts'

export type StoreId = string

/** Who may spend the refresh token of a borrowed login: another machine of the same person, or a fleet. */
export interface Lender {
  /** Of the other machine, from its state folder. */
  readonly machine: string
  /** What a person calls it. */
  readonly name: string
  /** The profile's id over there. */
  readonly profile: string
  /** What this machine types after `ssh` to ask it; absent where only the other one can call. */
  readonly destination?: string
  /** Absent where it is one machine: the id of the fleet that shares it, which `machine` is as well; `profile` is its grant. */
  readonly fleet?: string
  /** Of a fleet: this machine only reads, so it asks no sooner than its token has lapsed. */
  readonly reads?: boolean
  /** Of a fleet: the provider has ended it. Why, for people. */
  readonly ended?: string
}

/** Our own store, sealed: what is in no other program's file. */
export const VAULT: StoreId = 'vault'

/** One entry in one store. `id` is stable over refreshes and restarts, and unique over all stores. */
export interface Holder {
  readonly store: StoreId
  readonly id: string
  /** "OpenClaw · main" */
  readonly label: string
  /** The file. */
  readonly path: string
  /** The profile's key inside the file: "openai-codex:ada@example.test". */
  readonly entry: string
}

/** "OpenClaw · main" names its program first. */
export function programIn(label: string): string {
  return label.split(' · ')[0] ?? label
}

/** What one store says about one entry, at one look. */
export interface Entry {
  readonly holder: Holder
  /** As the store spells it, before aliases: "openai-codex". */
  readonly provider: string
  /** Absent when the secret is held elsewhere (`oauthRef`, SQLite, `keyRef`). */
  readonly credential?: Credential
  /** Known even where the secret is out of reach; absent: an OAuth login. */
  readonly kind?: Credential['kind']
  /** What the store knows of the account even where the secret is out of reach. */
  readonly account: Credential['account']
  readonly mode: OwnershipMode
  /** Who refreshes it when we do not: "OpenClaw", "Claude Code". */
  readonly owner: string
  /** The program whose file it stands in, whoever refreshes it: "OpenClaw". Absent in our vault. */
  readonly program?: string
  /** What all parts of that program use, or its first: it names the profile. */
  readonly primary?: boolean
  /** What one file of that program stands for, where it has several: "agent". */
  readonly unit?: string
  /** Its refresh token is good for this client at this server alone: it is of no use without them. */
  readonly client?: LoginClient
  /** A new login may be written over it although there is nothing to refresh now (its refresh token is missing). */
  readonly writable?: boolean
  /** Of a borrowed login. */
  readonly lender?: Lender
  /** Another machine refreshes it, and what is borrowed from there belongs here as well: that machine's name. */
  readonly keptBy?: string
  /** Why the mode is what it is, or what the owner is doing: "OpenClaw is refreshing it now." */
  readonly note?: string
  /** Its owner refreshes it only with less than this left: asked earlier, nothing happens. */
  readonly refreshWithinMs?: number
  /** What its owner's own sign-in is told for this one: which of its sessions. */
  readonly ownLoginWords?: readonly string[]
  /** The owner has marked it dead (a failed fence): only a new login helps. */
  readonly ended?: string
  /** The owner lost the tokens, and these are a copy of ours: refreshed at once, and written over what the owner left. */
  readonly lost?: string
  /** A field that was not understood: shown, never guessed. The entry is then read-only. */
  readonly problem?: Failure
}

/** As a person chose: counted down, and neither refreshed nor asked for. */
export function leftAlone(entry: Entry): Entry {
  if (entry.mode !== 'shared' && entry.mode !== 'delegated') return entry
  const { refreshWithinMs: _, ...rest } = entry
  const owner = entry.program ?? entry.owner
  return {
    ...rest,
    mode: 'watched',
    owner,
    note: `As you chose, it is left to ${owner}, and only counted down.`,
  }
}

export interface HeldEntry extends Entry {
  /** Of the refresh token, else of the access token or key; undefined when the secret is out of reach. */
  readonly fingerprint?: string
  /** That fingerprint is known to be spent. */
  readonly spent: boolean
  /** A refresh on this machine brought these tokens: of what it came from, the journal knows that it is older. */
  readonly made?: boolean
  /** A refresh has replaced its access token, and this file could not be written then. */
  readonly replaced?: boolean
  /** These tokens are in the journal only: the fingerprint of what was spent for them. */
  readonly unstored?: string
}
