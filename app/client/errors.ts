/** What can go wrong for a consumer, sorted by what it can do about it. */

export type LamplighterErrorCode =
  /** The server refuses the access token, a new one included: it is not meant for this server, or the server is wrong. */
  | 'expired'
  /** Only a person can help: `lamplighter login PROFILE`. onUsable tells when. */
  | 'needs-login'
  /** The login may not do that (403 insufficient_scope). Trying again is of no use; `scopes` says what is missing. */
  | 'insufficient-scope'
  /** The provider does not accept our client id: the configuration is wrong, not the login. */
  | 'client-rejected'
  /** Asked to wait; `retryAfterMs` says how long where that is known. */
  | 'rate-limited'
  /** Network, TLS, 5xx: it passes. */
  | 'transient'
  /** The request left and no reply came: it may have been done. */
  | 'unknown-outcome'
  /** No Lamplighter runs on this machine, and there is no `lamplighter` command to ask. */
  | 'host-absent'
  /** The running Lamplighter does not take this program: another version, another user, or not approved. */
  | 'host-refused'
  | 'profile-unknown'
  /** Somebody else refreshes it, or not even a new token lives for as long as was asked for. */
  | 'not-refreshable'
  /** The provider makes no such token of this login's. */
  | 'not-offered'
  /** Another process runs this very task now. */
  | 'task-busy'
  | 'bad-argument'
  | 'aborted'
  | 'failed'

export interface LamplighterErrorDetails {
  readonly cause?: unknown
  readonly profile?: string | undefined
  readonly hint?: string | undefined
  readonly retryAfterMs?: number | undefined
  readonly scopes?: readonly string[] | undefined
  readonly response?: Response | undefined
  readonly detail?: string | undefined
}

/** Programs branch on `code`; people read `message` and `hint`. Holds no token. */
export class LamplighterError extends Error {
  override readonly name = 'LamplighterError'
  readonly code: LamplighterErrorCode
  readonly profile: string | undefined
  /** What to do about it. */
  readonly hint: string | undefined
  /** Milliseconds from when the error was made. */
  readonly retryAfterMs: number | undefined
  /** With `insufficient-scope`: what the server asks for, where it says so. */
  readonly scopes: readonly string[]
  /** The server's own answer, unread, where there is one. */
  readonly response: Response | undefined
  /** The provider's or the system's own words. */
  readonly detail: string | undefined
  /** Set by runSteps: call it again with the same task id, and it goes on with this step. */
  task: { readonly id: string; readonly step: string } | undefined

  constructor(code: LamplighterErrorCode, message: string, details: LamplighterErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause })
    this.code = code
    this.profile = details.profile
    this.hint = details.hint
    this.retryAfterMs = details.retryAfterMs
    this.scopes = details.scopes ?? []
    this.response = details.response
    this.detail = details.detail
    this.task = undefined
  }
}
