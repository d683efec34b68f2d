/** The file of a program that may write in place: half a file is there for an instant, so look again before calling it broken. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { BACKUP_ADVICE } from '../../model/backup-advice.ts'

const RETRIES = 3
const RETRY_MS = 100

/**
 * Undefined when there is no such file.
 * @param parse undefined when it is not what the program writes
 * @throws AppError STORE_CORRUPT, STORE_UNREADABLE
 */
export async function readWhole<T>(
  { clock, files }: Pick<Ports, 'clock' | 'files'>,
  path: string,
  owner: string,
  parse: (text: string) => T | undefined | Promise<T | undefined>,
): Promise<T | undefined> {
  for (let attempt = 0; ; attempt++) {
    const text = await files.read(path)
    if (text === undefined) return undefined
    const found = await parse(text)
    if (found !== undefined) return found
    if (attempt === RETRIES) throw corrupt(path, owner)
    await clock.sleep(RETRY_MS)
  }
}

function corrupt(path: string, owner: string): AppError {
  return new AppError('STORE_CORRUPT', `${path} is there, but it is not what ${owner} writes.`, {
    hint: `Lamplighter left it as it is. Sign in again with ${owner}. ${BACKUP_ADVICE}`,
  })
}
