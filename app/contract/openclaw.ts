/** Logins that Lamplighter keeps and OpenClaw may use. */

/** One that OpenClaw is handed, or could be. */
export interface SinkLoginView {
  readonly login: string
  readonly isUsed: boolean
}

export interface SinkRequest {
  readonly login: string
  /** OpenClaw's. */
  readonly agent: string
}

/** What is written where, before it is. */
export interface SinkPlanView extends SinkRequest {
  /** It is taken out of OpenClaw again. */
  readonly isEnd: boolean
  /** What OpenClaw calls the login. */
  readonly profile: string
  readonly changes: readonly { readonly where: string; readonly what: string }[]
}

export interface SinkView extends SinkRequest {
  /** What OpenClaw calls it. */
  readonly profile: string
  /** Whether a running gateway has taken it over. */
  readonly gateway: 'told' | 'not-running'
}
