/** A question before something is done that is not undone by itself. */

import { AppError } from '../../base/errors.ts'
import { shown } from '../../base/outside-text.ts'
import type { Io } from './command.ts'

export const YES_FLAG = { yes: { type: 'boolean', short: 'y', help: 'asks nobody' } } as const

/** @throws AppError ARGUMENT_INVALID when nobody is there to ask */
export async function confirmed(
  question: string,
  isMeant: boolean,
  io: Io,
  hint = 'Look at it with --dry-run, then say --yes.',
): Promise<boolean> {
  if (isMeant) return true
  if (!io.terminal)
    throw new AppError('ARGUMENT_INVALID', 'Nobody is here to say whether this is right.', { hint })
  return /^y(es)?$/i.test((await io.terminal.ask(`${shown(question)} [y/N] `)).trim())
}
