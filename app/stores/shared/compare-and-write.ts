/**
 * Over what was read a moment ago. Not every OpenClaw's sign-in takes a lock, and what we wait for may take as long as a
 * disk does: read once more after it. It cannot see what is written between that look and the rename.
 */
import { AppError } from '../../base/errors.ts'
import type { Files, WriteOptions } from '../../base/ports.ts'
import type { ReplaceResult } from '../store.ts'

/** @throws AppError STORE_UNREADABLE, STORE_UNWRITABLE */
export async function compareAndWrite(
  files: Pick<Files, 'read' | 'writeAtomic'>,
  path: string,
  { before, text }: { readonly before: string; readonly text: string },
  how: WriteOptions | undefined,
): Promise<ReplaceResult> {
  const wait = how?.notBefore
  if (!wait) {
    await files.writeAtomic(path, text, how)
    return 'written'
  }
  const notBefore = async (): Promise<void> => {
    await wait()
    if ((await files.read(path)) !== before) throw new AppError('STORE_CHANGED', `${path} was changed.`)
  }
  try {
    await files.writeAtomic(path, text, { ...how, notBefore })
    return 'written'
  } catch (error) {
    if (error instanceof AppError && error.code === 'STORE_CHANGED') return 'changed'
    throw error
  }
}
