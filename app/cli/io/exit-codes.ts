/** What a script learns from the exit. 64 and 69 are sysexits.h's EX_USAGE and EX_UNAVAILABLE. */

import { AppError, type ErrorCode } from '../../base/errors.ts'
import type { HistoryEventView } from '../../contract/views.ts'

export const EXIT = { ok: 0, transient: 1, needsLogin: 2, usage: 64, cannot: 69 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const TRANSIENT = new Set<ErrorCode>([
  'PROVIDER_UNREACHABLE',
  'PROVIDER_REFUSED',
  'REPLY_INVALID',
  'OUTCOME_UNKNOWN',
  'STORE_LOCKED',
  'STORE_UNWRITABLE',
  'HOST_GONE',
  'SCREEN_LOCKED',
  'NODE_UNREACHABLE',
  'FLEET_UNREACHABLE',
])
const NEEDS_LOGIN = new Set<ErrorCode>(['NEEDS_LOGIN', 'LOGIN_OTHER_ACCOUNT'])
const USAGE = new Set<ErrorCode>([
  'ARGUMENT_INVALID',
  'PROFILE_UNKNOWN',
  'PROVIDER_UNKNOWN',
  'NODE_UNKNOWN',
  'USE_AMBIGUOUS',
])

export function exitCodeOf(error: unknown): ExitCode {
  if (!(error instanceof AppError)) return EXIT.cannot
  if (TRANSIENT.has(error.code)) return EXIT.transient
  if (NEEDS_LOGIN.has(error.code)) return EXIT.needsLogin
  return USAGE.has(error.code) ? EXIT.usage : EXIT.cannot
}

export function exitCodeOfEvent(event: HistoryEventView): ExitCode {
  switch (event.kind) {
    case 'retrying':
    case 'superseded': // whoever asked has no new token of ours
      return EXIT.transient
    case 'rejected':
      return EXIT.needsLogin
    case 'failed':
      if (event.cause === 'other-account') return EXIT.needsLogin
      return event.cause === 'unwritable' || event.cause === 'not-sent' ? EXIT.transient : EXIT.cannot
    default:
      return EXIT.ok
  }
}

/** The one that most wants attention: a sign-in, then what cannot work, then what passes by itself. */
export function worstOf(codes: readonly ExitCode[]): ExitCode {
  const order = [EXIT.needsLogin, EXIT.cannot, EXIT.usage, EXIT.transient]
  return order.find((code) => codes.includes(code)) ?? EXIT.ok
}
