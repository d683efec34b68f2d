/** What a consumer sees of `lamplighter/client`. Every length of time is in milliseconds. */
import type { LamplighterError } from './errors.ts'

export interface ClientOptions {
  /** What the history and `lamplighter status` call this program. Without it: the name of its script. */
  readonly process?: string
  /** Where LAMPLIGHTER_HOME is looked up. Without it: process.env. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /**
   * The `lamplighter` command that is run while no Lamplighter runs that could be asked: `['lamplighter']`. Without it:
   * the one this file was installed with, else the one in PATH. `false`: fail with `host-absent`.
   */
  readonly commandLine?: readonly string[] | false
}

export interface Token {
  /** The profile's id, whatever it was asked for by. */
  readonly profile: string
  readonly accessToken: string
  /** Epoch milliseconds; absent when it does not lapse, or nobody knows. */
  readonly expiresAtMs?: number
  /** What it may do: of one that was asked for with a scope, an audience or a resource. */
  readonly scope?: readonly string[]
}

export interface TokenOptions {
  /** The token has to live for this long, milliseconds; it is refreshed first where it would not. */
  readonly validFor?: number
  /**
   * How long to wait for a login that does not work now, milliseconds: for a provider to come back, for a person to
   * sign in, and then for a turn, since many are let in a few at a time. Without it: fails at once.
   */
  readonly waitFor?: number
  /**
   * A token that may do this and no more, made of the login's by the provider (RFC 8693). `not-offered` where that cannot
   * be had: never a token of more.
   */
  readonly scope?: readonly string[]
  /** One for somebody else, as the provider calls them. */
  readonly audience?: string
  /** One for the server at this address. */
  readonly resource?: string
  readonly signal?: AbortSignal
}

/** What `fetch` is, and what wraps it. */
export type FetchLike = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

export interface Expiring {
  /** The profile's id. */
  readonly profile: string
  /** Epoch milliseconds; may have passed. */
  readonly expiresAtMs: number
  /** For people. */
  readonly reason: string
}

export interface Usable {
  readonly profile: string
  readonly expiresAtMs?: number
}

export interface StepContext {
  readonly taskId: string
  /** What the finished steps returned, by name. */
  readonly results: Readonly<Record<string, unknown>>
  readonly signal?: AbortSignal
}

export interface Step {
  /** Names the step for good: a finished step is recognised by it. */
  readonly name: string
  /** What it returns is kept as JSON, in clear: no secrets. Run again from its beginning if it does not end. */
  run(context: StepContext): unknown
}

export interface StepsOptions {
  /** Where checkpoints are kept. Without it: `tasks` in Lamplighter's state folder. */
  readonly folder?: string
  /** A step failed with `needs-login`: wait until somebody signed in and run it again, or give up for now. Default: wait. */
  readonly onNeedsLogin?: 'wait' | 'reject'
  readonly signal?: AbortSignal
}

export interface Client {
  /** A working access token, refreshed first where needed. @throws LamplighterError */
  getToken(profile: string, options?: TokenOptions): Promise<Token>
  /**
   * `fetch` with the profile's token in the Authorization header. A 401 is reported, and the request sent once more with
   * a new token; a 403 is never sent again. Refusals and failures that concern the login or pass by themselves are thrown
   * as LamplighterError (see LamplighterErrorCode), every other response is returned.
   */
  withToken(profile: string, fetch?: FetchLike, options?: TokenOptions): FetchLike
  /** The token lapses within minutes and will not be renewed by itself: save your work. @returns stop listening */
  onExpiring(profile: string, listener: (event: Expiring) => void): () => void
  /** It works again, after it did not. @returns stop listening */
  onUsable(profile: string, listener: (event: Usable) => void): () => void
  /**
   * Runs the steps in order and writes down what each returned, so that after a crash, a `kill -9` or a sign-in the
   * same call goes on where it stopped; a finished step is never run again. @returns the results by name
   * @throws LamplighterError `task-busy`, `needs-login` with `task`; whatever a step throws
   */
  runSteps(
    taskId: string,
    steps: readonly Step[],
    options?: StepsOptions,
  ): Promise<Readonly<Record<string, unknown>>>
  /** Forgets what a task has done: the next runSteps begins anew. */
  forgetTask(taskId: string, options?: Pick<StepsOptions, 'folder'>): Promise<void>
  /** Lets go of the connection. An idle client does not keep a process from ending. */
  close(): void
}

export type { LamplighterError }
