/** What a person is told when a move does not come to its end at once. Pure. */
import { AppError } from '../../../base/errors.ts'
import type { InRecord } from './move-record.ts'

/** The machine is gone, not against it. */
export function isCut(error: unknown): boolean {
  return error instanceof AppError && ['NODE_UNREACHABLE', 'HOST_GONE', 'HOST_REFUSED'].includes(error.code)
}

export function goesOn({ name, account }: InRecord, error: unknown): AppError {
  return new AppError(
    'NODE_UNREACHABLE',
    `The connection to ${name} was cut while ${account} was being moved.`,
    {
      hint: 'Only one of the two machines can use it. The move is brought to its end as soon as they are in contact again.',
      cause: error,
    },
  )
}

export function usedUpHere(name: string): AppError {
  return new AppError(
    'ARGUMENT_INVALID',
    `The refresh token that ${name} holds was already used on this machine.`,
    {
      hint: `${name} has an older copy. Remove it there, and borrow or sign in instead.`,
    },
  )
}

/** A refresh was answered, and its successor is in no file yet. */
export function notStored(account: string): AppError {
  return new AppError('STORE_LOCKED', `${account} was renewed there, and is being stored just now.`, {
    hint: 'Try again in a moment.',
  })
}

export function lockLost(): AppError {
  return new AppError('STORE_LOCKED', 'The lock was lost before anything was given up.', {
    hint: 'Try again.',
  })
}
