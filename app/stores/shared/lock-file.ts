/** A file that is there or not there, as programs use it for a lock. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'

/**
 * @returns false when somebody else's is there. Windows refuses (EPERM) for a moment after somebody removed a file of that
 * name: it is in the way, no more.
 */
export async function createLockFile(
  { files, process }: Pick<Ports, 'files' | 'process'>,
  path: string,
  text: string,
): Promise<boolean> {
  try {
    return await files.createExclusive(path, text, { mayBeLost: true }) // nobody holds a lock after a power cut
  } catch (error) {
    if (process.platform === 'win32' && error instanceof AppError) return false
    throw error
  }
}
