import type { Failure } from '../contract/failure.ts'
import { shownWords } from './outside-text.ts'

/** What a caller can branch on. The sentence is for people; the code is for programs. */
export type ErrorCode =
  | 'STORE_CORRUPT' // the file is there and cannot be understood
  | 'STORE_LOCKED' // another program holds its lock for longer than we wait
  | 'STORE_UNREADABLE' // permission, I/O
  | 'STORE_UNWRITABLE' // permission, disk full, vanished folder
  | 'STORE_READ_ONLY' // recognised, and not ours to write
  | 'STORE_CHANGED' // somebody wrote it since we looked; nothing of ours was written over it
  | 'KEYCHAIN_UNAVAILABLE'
  | 'CONFIG_INVALID'
  | 'PROFILE_UNKNOWN'
  | 'USE_AMBIGUOUS' // several logins are for what a program asks, and none says more than the others
  | 'PROVIDER_UNKNOWN'
  | 'PROVIDER_UNREACHABLE' // the request did not leave, or no reply made sense
  | 'PROVIDER_REFUSED' // the token endpoint asks us to wait, or says no for now
  | 'CLIENT_REJECTED' // the token endpoint does not accept our client id or the way we ask: configuration
  | 'PROVIDER_CHANGED' // its tokens would go to another server than they were issued by
  | 'REPLY_INVALID' // the token endpoint answered with something that is not RFC 6749
  | 'OUTCOME_UNKNOWN' // the request left and no reply came
  | 'NEEDS_LOGIN'
  | 'EXCHANGE_UNAVAILABLE' // this provider makes no other token of a login's
  | 'EXCHANGE_REFUSED' // it does, and not this one
  | 'NOT_REFRESHABLE' // nobody but the owner may refresh it, or it does not expire
  | 'PASSPHRASE_NEEDED' // the bundle is encrypted and none, or a wrong one, was given
  | 'IDENTITY_NEEDED' // the bundle is encrypted to a key and none, or one that does not fit, was given
  | 'IMPORT_UNREADABLE' // not a file we can import from
  | 'LOGIN_DENIED'
  | 'LOGIN_TIMEOUT'
  | 'LOGIN_CANCELLED'
  | 'LOGIN_PORT_TAKEN'
  | 'LOGIN_OTHER_ACCOUNT'
  | 'LOGIN_UNAVAILABLE' // this provider offers no login we can run
  | 'SCOPE_NARROWED'
  | 'AUTOSTART_UNAVAILABLE' // this installation has no place from which a session could start it
  | 'ARGUMENT_INVALID'
  | 'HOST_GONE' // a running Lamplighter, here or on a node, went away before it answered
  | 'HOST_ABSENT' // no Lamplighter is running that could be asked
  | 'HOST_REFUSED' // it does not take this caller, or speaks another version
  | 'CONSENT_NEEDED' // a person wants to be asked before this program gets a token, and has not answered
  | 'SCREEN_LOCKED' // and a person wants nothing handed out meanwhile
  | 'NODE_UNKNOWN'
  | 'NODE_UNREACHABLE' // ssh could not get there
  | 'NODE_LACKS' // it is there and cannot do this: no Lamplighter, or an older one
  | 'FLEET_UNREACHABLE' // what the fleet shares cannot be renewed until its register answers
  | 'FLEET_REFUSED' // this machine is no longer of the fleet, or its register takes nothing
  | 'FLEET_WENT_BACK' // the register knows less than it did: a backup was restored
  | 'COMMAND_FAILED' // a command of the person's could not be started, or ended badly
  | 'UNSAFE_HOME' // a test would have touched the real home
  | 'INTERNAL'

/** Callers branch on `code`; people read `message`; `hint` says what to do; `cause` is what happened underneath. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly hint: string | undefined
  /** For a terminal: what mends it. */
  readonly command: string | undefined
  /** The file it is about. */
  readonly path: string | undefined
  /** The one answer among those given that it is about. */
  readonly field: string | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options?: ErrorOptions & {
      readonly hint?: string
      readonly command?: string
      readonly path?: string
      readonly field?: string
    },
  ) {
    super(message, options)
    this.code = code
    this.hint = options?.hint
    this.command = options?.command
    this.path = options?.path
    this.field = options?.field
  }
}

/** The same, said of one of the answers given. */
export function aboutField(error: unknown, field: string): unknown {
  return error instanceof AppError && error.field === undefined
    ? fromFailure({ ...toFailure(error), field })
    : error
}

/** The sentence inside any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** An error as data for the window, the history and `--json`. The cause's words become the technical detail. */
export function toFailure(error: unknown): Failure {
  if (!(error instanceof AppError)) {
    return {
      code: 'INTERNAL',
      message: 'Something unexpected went wrong inside Lamplighter.',
      detail: shownWords(wordsOf(error)),
    }
  }
  return {
    code: error.code,
    message: shownWords(error.message),
    ...(error.hint === undefined ? {} : { hint: shownWords(error.hint) }),
    ...(error.cause === undefined ? {} : { detail: shownWords(wordsOf(error.cause)) }),
    ...(error.command === undefined ? {} : { command: error.command }),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(error.field === undefined ? {} : { field: error.field }),
  }
}

/** The way back: for callers that branch on the code, whoever met the trouble. */
export function fromFailure({ code, message, hint, detail, command, path, field }: Failure): AppError {
  return new AppError(code as ErrorCode, message, {
    ...(hint === undefined ? {} : { hint }),
    ...(detail === undefined ? {} : { cause: detail }),
    ...(command === undefined ? {} : { command }),
    ...(path === undefined ? {} : { path }),
    ...(field === undefined ? {} : { field }),
  })
}

/** A parser's complaint quotes what it read, and that may be a credential: of those only the name is told. */
function wordsOf(cause: unknown): string {
  if (cause instanceof SyntaxError) return cause.name
  return cause instanceof Error || typeof cause !== 'object'
    ? messageOf(cause)
    : (oauthError(cause) ?? 'unknown')
}

/** The provider's own words, RFC 6749 §5.2; the other members of a reply stay where they are. */
function oauthError(reply: object | null): string | undefined {
  const { error, error_description: description } = { ...reply } as Record<string, unknown>
  if (typeof error !== 'string') return undefined
  return typeof description === 'string' ? `${error}: ${description}` : error
}
