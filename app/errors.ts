/** What a caller can branch on. The sentence is for people; the code is for programs. */
export type ErrorCode =
  | 'STORE_CORRUPT' // the file is there and cannot be understood
  | 'STORE_LOCKED' // another program holds its lock for longer than we wait
  | 'STORE_UNREADABLE' // permission, I/O
  | 'STORE_UNWRITABLE' // permission, disk full, vanished folder
  | 'STORE_READ_ONLY' // recognised, and not ours to write
  | 'KEYCHAIN_UNAVAILABLE'
  | 'CONFIG_INVALID'
  | 'PROFILE_UNKNOWN'
  | 'PROVIDER_UNKNOWN'
  | 'PROVIDER_UNREACHABLE' // the request did not leave, or no reply made sense
  | 'PROVIDER_REFUSED' // the token endpoint answered with an error
  | 'REPLY_INVALID' // the token endpoint answered with something that is not RFC 6749
  | 'OUTCOME_UNKNOWN' // the request left and no reply came
  | 'NEEDS_LOGIN'
  | 'NOT_REFRESHABLE' // nobody but the owner may refresh it, or it does not expire
  | 'LOGIN_DENIED'
  | 'LOGIN_TIMEOUT'
  | 'LOGIN_CANCELLED'
  | 'LOGIN_PORT_TAKEN'
  | 'LOGIN_OTHER_ACCOUNT'
  | 'LOGIN_UNAVAILABLE' // this provider offers no login we can run
  | 'SCOPE_NARROWED'
  | 'ARGUMENT_INVALID'
  | 'UNSAFE_HOME' // a test would have touched the real home
  | 'INTERNAL'

/** Callers branch on `code`; people read `message`; `hint` says what to do; `cause` is what happened underneath. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly hint: string | undefined

  constructor(code: ErrorCode, message: string, options?: ErrorOptions & { readonly hint?: string }) {
    super(message, options)
    this.code = code
    this.hint = options?.hint
  }
}

/** The sentence inside any thrown value. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
