/** Reading `auth-profiles.json` from the disk. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { BACKUP_ADVICE } from '../../model/backup-advice.ts'
import { parseStore, type StoreFile } from './format.ts'

export interface ReadStore extends StoreFile {
  readonly text: string
}

/** OpenClaw to 2026.3 writes in place: half a file is there for an instant, so look again before calling it broken. */
const RETRIES = 3
const RETRY_MS = 100

/** Undefined when there is no such file. @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
export async function readStore(
  { clock, files }: Pick<Ports, 'clock' | 'files'>,
  path: string,
): Promise<ReadStore | undefined> {
  for (let attempt = 0; ; attempt++) {
    const text = await files.read(path)
    if (text === undefined) return undefined
    const parsed = parseStore(text)
    if (parsed) return { ...parsed, text }
    if (attempt === RETRIES) throw corrupt(path)
    await clock.sleep(RETRY_MS)
  }
}

export function corrupt(path: string): AppError {
  return new AppError('STORE_CORRUPT', `${path} is there, but it is not what OpenClaw writes.`, {
    hint: `OpenClaw takes such a file for empty. Sign in again with OpenClaw. ${BACKUP_ADVICE}`,
  })
}
