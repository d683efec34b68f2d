/** What a person is told once, before the first command does anything: what commands do, and what they do not. */

import { AppError } from '../../base/errors.ts'
import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { Io } from './command.ts'

const SAID = 'introduced' // an empty file in the state folder

const LINES = [
  'Lamplighter runs here for the first time, so once: commands look at the logins of the programs on this machine.',
  'A login is renewed only when you ask for it (refresh, token, run, check --refresh), in its own file and under its',
  'owner’s locks. Ahead of time only the application does that, or: lamplighter serve',
  '',
]

/** Only where a person reads it; who has settings has been here before. */
export async function tellFirstRun(
  { files, paths }: Pick<Ports, 'files' | 'paths'>,
  io: Pick<Io, 'err' | 'terminal'>,
): Promise<void> {
  if (!io.terminal || (await files.stat(paths.config))) return
  if (await isNew(files, join(paths.state, SAID))) for (const line of LINES) io.err(line)
}

async function isNew(files: Ports['files'], path: string): Promise<boolean> {
  try {
    return await files.createExclusive(path, '')
  } catch (error) {
    if (error instanceof AppError) return true // said again, rather than never
    throw error
  }
}
