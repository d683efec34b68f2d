/** After something was deleted that can still be had back, as long as this command runs: once, to whoever sits there. */

import type { Core } from '../../api.ts'
import { AppError } from '../../base/errors.ts'
import type { Io } from './command.ts'

/** @param isAsked nobody is asked twice who said beforehand that they mean it */
export async function offerTakeBack(core: Core, profileId: string, isAsked: boolean, io: Io): Promise<void> {
  if (!io.terminal || !isAsked) return
  const answer = await io.terminal.ask('Type "undo" to have it back, or press Enter: ').catch(asNo)
  if (answer.trim().toLowerCase() !== 'undo') return
  const { id } = await core.takeBack(profileId)
  io.out(`${id} is back as it was.`)
}

/** Ctrl-C at this question leaves things as they are. */
function asNo(error: unknown): string {
  if (error instanceof AppError) return ''
  throw error
}
