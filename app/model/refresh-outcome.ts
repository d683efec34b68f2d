/** How one attempt can end. Expected endings are values; only surprises are thrown. */
import type { Failure } from '../contract/failure.ts'
import type { Credential } from './credential.ts'
import type { Holder } from './holder.ts'

export interface HolderTrouble {
  readonly holder: Holder
  readonly failure: Failure
}

export type RetryCause =
  | 'transient'
  | 'rate-limited'
  | 'unknown-outcome'
  | 'client-rejected'
  | 'locked' // somebody else is busy with it
  | 'not-sent' // what came back could not be kept, so nothing was asked for
  | 'unwritable' // the successor is in the journal, no store would take it yet

export type RejectCause = 'rejected' | 'reused' | 'other-account' | 'insufficient-scope' | 'spent'

export type RefreshOutcome =
  | {
      readonly kind: 'refreshed'
      readonly credential: Credential
      readonly grant: string
      readonly successor: string
      readonly written: readonly Holder[]
      readonly troubles: readonly HolderTrouble[]
      /** Scope the provider took away with this refresh (RFC 6749 §3.3 lets it). */
      readonly narrowed: readonly string[]
      /** What came had none of the old scopes, so the old access token stays in use until it lapses. */
      readonly keptOld?: boolean
      /** The reply came earlier, to a process that did not live to store it. */
      readonly recovered: boolean
      /** The program that had lost the login: "OpenClaw". */
      readonly lostBy?: string
    }
  | {
      readonly kind: 'adopted'
      readonly credential: Credential
      /** What was there when we looked before, or what was sent. */
      readonly grant: string
      /** Of what was found, and is used now. */
      readonly successor?: string
      /** Whose file it was found in: "OpenClaw", "Lamplighter". */
      readonly foundIn?: string
      /** The machine it is borrowed from, which sent it. */
      readonly lentBy?: string
      /** The program that owns it and refreshed it, because we asked: "Codex". */
      readonly askedOf?: string
      /** A refresh token of ours was refused because another process had been faster. */
      readonly raced: boolean
      readonly repaired: readonly Holder[]
    }
  /** No request: holders that differed got the newest tokens. */
  | {
      readonly kind: 'repaired'
      readonly credential: Credential
      readonly grant: string
      readonly repaired: readonly Holder[]
      readonly troubles: readonly HolderTrouble[]
      /** Of the tokens of an earlier refresh, which no store held until now. */
      readonly successor?: string
    }
  /** Everything we hold was replaced while we asked: our answer is dropped. */
  | { readonly kind: 'superseded'; readonly grant: string }
  | {
      readonly kind: 'retry'
      readonly cause: RetryCause
      readonly grant: string
      readonly failure: Failure
      /** As told by the provider, or by what we wait for; absent: back off. */
      readonly retryAtMs?: number
      /** Usable although it could not be stored. */
      readonly credential?: Credential
    }
  | {
      readonly kind: 'rejected'
      readonly cause: RejectCause
      readonly grant: string
      readonly failure: Failure
    }
