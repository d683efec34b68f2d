/** Other machines as a person sees them: plain, readonly, free of secrets. Times are epoch milliseconds. */
import type { Failure } from './failure.ts'
import type { ProfileView, StatusView } from './views.ts'

/** How a login comes over, and so who may spend its refresh token afterwards. */
export type Way = 'move' | 'borrow' | 'sign-in' | 'copy'

/** What we know of a node right now. */
export type ReachView =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'asking'; readonly sinceMs: number }
  /** `host`: a running Lamplighter answered; `cli`: an installed one; `files`: neither, the known files were read in place. */
  | {
      readonly kind: 'reached'
      readonly atMs: number
      readonly by: 'host' | 'cli' | 'files'
      readonly version?: string
      /** What cannot be done there, and why; only with `files`. */
      readonly limits?: string
    }
  | { readonly kind: 'unreachable'; readonly atMs: number; readonly failure: Failure }

export type Comparison =
  | 'only-there'
  | 'same' // both hold the same tokens
  | 'newer-there'
  | 'newer-here'
  | 'other-account' // the same name belongs to another account here
  | 'borrowed-here' // it owns the grant, we hold the access token
  | 'borrowed-there'
  | 'fork' // both are able to spend one rotating grant
  | 'unreadable'

/** One way to bring a login over, with its price in words. */
export interface WayView {
  readonly way: Way
  /** What it does here and what it costs there, in one or two sentences. */
  readonly consequence: string
  readonly possible: boolean
  /** Chosen unless the person says otherwise. */
  readonly suggested: boolean
  /** An emergency, or an endpoint that nobody here knows: said in `consequence`, and the person has to agree. */
  readonly risky: boolean
  /** Only the other machine knows the provider: where its tokens would go, to be agreed to. */
  readonly endpoint?: string
}

export interface NodeProfileView {
  /** As the node calls it. */
  readonly id: string
  readonly providerId: string
  readonly providerName: string
  readonly account: string
  readonly kind: ProfileView['kind']
  readonly status: StatusView
  readonly accessExpiresAtMs?: number
  readonly whereLine: string
  readonly comparison: Comparison
  /** The profile here that stands for the same account. */
  readonly localId?: string
  /** Labels of what would be written here. */
  readonly targets: readonly string[]
  readonly ways: readonly WayView[]
  /** A move that did not come to its end: where it stands, and how it goes on. */
  readonly note?: string
}

export interface NodeView {
  /** What a person would type after `ssh`; names the node everywhere. */
  readonly id: string
  readonly name: string
  readonly reach: ReachView
  /** Nobody has trusted it yet: it was told nothing of this machine, so that copies of one login are not recognised. */
  readonly stranger?: true
  /** From the last contact. */
  readonly profiles: readonly NodeProfileView[]
  /** Of ours: those that could be sent there. */
  readonly sendable: readonly { readonly profileId: string; readonly ways: readonly WayView[] }[]
}

export interface BringRequest {
  readonly profileId: string
  readonly way: Way
  /** The endpoint that was shown and agreed to, where WayView names one. */
  readonly endpoint?: string
}

/** What became of each login that was asked for. */
export interface BringResultView {
  /** For `import:undo`, where something was written that can be taken back. */
  readonly undoId?: string
  readonly rows: readonly {
    readonly profileId: string
    readonly account: string
    readonly way: Way
    /** "Moved: this machine refreshed it at 14:02 and now owns it." */
    readonly message?: string
    /** The login that has to be completed, for `sign-in`. */
    readonly loginId?: string
    readonly failure?: Failure
  }[]
}
