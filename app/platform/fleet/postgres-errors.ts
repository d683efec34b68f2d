/** What PostgreSQL, or the way to it, says instead of an answer -> what it means for whoever asked. */
import type { DatabaseError } from 'pg'
import { messageOf } from '../../base/errors.ts'
import { RegisterFailure, type RegisterFailureReason } from '../../base/register.ts'

/** SQLSTATE, as in appendix A of PostgreSQL's manual: five characters, of which two are the class. */
const REASONS: readonly (readonly [RegExp, RegisterFailureReason])[] = [
  [/^28/, 'denied'], // no such user, or another password
  [/^42501$/, 'denied'],
  [/^42704$/, 'denied'], // whose connection this is was removed
  [/^(3D000|3F000|42883|42P01)$/, 'gone-back'], // no such database, or the fleet is not in it
  [/^53100$/, 'full'],
  // These statements had no effect: a standby, too many connections, a lost race, a cancelled statement.
  [/^(25006|53300|40001|40P01|55P03|57014)$/, 'unreachable'],
]

/** The connection is as good as before. Told by what only the server says, without the library: few need that. */
export function isFromServer(error: unknown): error is DatabaseError {
  return error instanceof Error && 'severity' in error
}

/** @param isWrite whether it may have been done @param left whether anything of it can have reached the server */
export function postgresFailure(error: unknown, isWrite: boolean, left: boolean): RegisterFailure {
  if (error instanceof RegisterFailure) return error
  const message = messageOf(error)
  const code = isFromServer(error) ? (error.code ?? '') : ''
  const known = REASONS.find(([pattern]) => pattern.test(code))?.[1]
  const reason = known ?? (isWrite && left ? 'unknown' : 'unreachable')
  return new RegisterFailure(reason, left, message, { cause: error })
}
