/** The whole text or nothing. A reader never sees half a file, and a crash leaves the old one. */
import {
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { codeOf, isAbsent, retryWhileBusy } from './system-error.ts'
import { sweepTemporaries, temporaryName } from './temporaries.ts'

const windows = process.platform === 'win32'

/** Temp file beside the target, mode and owner kept, fsync, rename, fsync of the folder. */
export async function writeAtomic(path: string, text: string): Promise<void> {
  const target = await followLinks(path)
  const folder = dirname(target)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweepTemporaries(folder)
  const before = await stat(target).catch(undefinedWhenAbsent)
  const temporary = join(folder, temporaryName())
  try {
    await writeWhole(temporary, text, async (file) => {
      if (!before || windows) return
      await keepOwner(file, before)
      await file.chmod(before.mode & 0o777)
    })
    await retryWhileBusy(() => rename(temporary, target))
  } catch (error) {
    await unlink(temporary).catch(undefinedWhenAbsent)
    throw error
  }
  await syncFolder(folder)
}

/**
 * Written aside and linked into place, so that it is never seen empty. Where the file system has no hard links
 * (FAT, some network shares) it is opened exclusively instead, and can be seen empty for an instant.
 * @returns false when the path exists
 */
export async function createExclusive(path: string, text: string): Promise<boolean> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, temporaryName())
  try {
    await writeWhole(temporary, text)
    await link(temporary, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(codeOf(error) ?? ''))
      throw error
    return await createDirectly(path, text)
  } finally {
    await unlink(temporary).catch(undefinedWhenAbsent)
  }
  await syncFolder(folder)
  return true
}

async function createDirectly(path: string, text: string): Promise<boolean> {
  try {
    await writeWhole(path, text)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function writeWhole(
  path: string,
  text: string,
  beforeSync?: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await beforeSync?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Only root may give a file away, so for everybody else this can fail; the content matters more. */
async function keepOwner(file: FileHandle, before: { uid: number; gid: number }): Promise<void> {
  const now = await file.stat()
  if (now.uid === before.uid && now.gid === before.gid) return
  try {
    await file.chown(before.uid, before.gid)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error
  }
}

/** Where the bytes belong: the end of a chain of symbolic links, even when nothing is there yet. */
async function followLinks(path: string): Promise<string> {
  let current = resolve(path)
  for (let step = 0; step < 40; step++) {
    const real = await realpath(current).catch(undefinedWhenAbsent)
    if (real !== undefined) return real
    const entry = await lstat(current).catch(undefinedWhenAbsent)
    if (!entry?.isSymbolicLink()) return current
    current = resolve(dirname(current), await readlink(current))
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' })
}

/** So that the rename itself survives a power cut. Windows cannot open a folder, and needs no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (windows) return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(codeOf(error) ?? '')) throw error // some network file systems
  } finally {
    await handle.close()
  }
}

function undefinedWhenAbsent(error: unknown): undefined {
  if (!isAbsent(error)) throw error
}
