/** An error of Lamplighter's own as the consumer's. Pure. */
import { AppError, type ErrorCode, messageOf } from '../base/errors.ts'
import { LamplighterError, type LamplighterErrorCode } from './errors.ts'

const CODES: Partial<Record<ErrorCode, LamplighterErrorCode>> = {
  NEEDS_LOGIN: 'needs-login',
  LOGIN_OTHER_ACCOUNT: 'needs-login',
  PROVIDER_REFUSED: 'rate-limited',
  PROVIDER_UNREACHABLE: 'transient',
  REPLY_INVALID: 'transient',
  STORE_LOCKED: 'transient',
  STORE_UNWRITABLE: 'transient',
  HOST_GONE: 'transient',
  NODE_UNREACHABLE: 'transient',
  OUTCOME_UNKNOWN: 'unknown-outcome',
  CLIENT_REJECTED: 'client-rejected',
  PROVIDER_CHANGED: 'client-rejected',
  HOST_ABSENT: 'host-absent',
  HOST_REFUSED: 'host-refused',
  CONSENT_NEEDED: 'host-refused',
  SCREEN_LOCKED: 'transient',
  PROFILE_UNKNOWN: 'profile-unknown',
  NOT_REFRESHABLE: 'not-refreshable',
  EXCHANGE_UNAVAILABLE: 'not-offered',
  EXCHANGE_REFUSED: 'not-offered',
  ARGUMENT_INVALID: 'bad-argument',
}

export function asLamplighterError(error: unknown, profile?: string): LamplighterError {
  if (error instanceof LamplighterError) return error
  if (!(error instanceof AppError))
    return new LamplighterError('failed', messageOf(error), { cause: error, profile })
  const { code, message, hint, cause } = error
  return new LamplighterError(CODES[code] ?? 'failed', message, {
    profile,
    hint,
    ...(typeof cause === 'string' ? { detail: cause } : {}),
  })
}

/** Worth waiting for: by itself or with a person's help it will be otherwise. */
export function passes({ code }: LamplighterError): boolean {
  return ['needs-login', 'rate-limited', 'transient', 'unknown-outcome', 'host-absent'].includes(code)
}
