/**
 * The whole text or nothing. A reader never sees half a file, and a crash leaves the old one. Only the flushes may take
 * as long as a disk does, and then go through the thread pool; for the rest the way there would cost more than the call.
 */
import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { WriteOptions } from '../../base/ports.ts'
import { AdaptiveIo } from './adaptive-io.ts'
import { checkWritable, openRegular } from './regular.ts'
import { codeOf, isAbsent, retryWhileBusy } from './system-error.ts'
import { sweepTemporaries, temporaryName } from './temporaries.ts'
import { shutsOut, writeInPlace } from './write-in-place.ts'

const windows = process.platform === 'win32'
const quick = new AdaptiveIo()

/** @param file its descriptor */
function flush(file: number): Promise<void> {
  return quick.run(
    () => fsyncSync(file),
    () => flushAside(file),
  )
}

/** By way of the thread pool, for those who have something else to do meanwhile. @param file its descriptor */
export const flushAside: (file: number) => Promise<void> = promisify(fsync)

/** The file, and its name in the folder. */
export async function flushPath(path: string): Promise<void> {
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
  const target = isLink ? followLinks(path) : path
  const file = openRegular(target, windows ? constants.O_RDWR : constants.O_RDONLY) // Windows flushes only what is open for writing
  try {
    await flushAside(file)
  } finally {
    closeSync(file)
  }
  await syncFolder(dirname(target), flushAside)
}

/**
 * Temp file beside the target, mode and owner kept, fsync, rename, fsync of the folder. In place (write-in-place.ts) where
 * another file cannot stand there, or would shut others out.
 */
export async function writeAtomic(path: string, text: string, options?: WriteOptions): Promise<void> {
  const entry = lstatSync(path, { throwIfNoEntry: false })
  const isLink = entry?.isSymbolicLink() === true
  const target = isLink ? followLinks(path) : path
  const before = isLink ? statSync(target, { throwIfNoEntry: false }) : entry
  const folder = dirname(target)
  if (before) checkWritable(target, before)
  else mkdirSync(folder, { recursive: true, mode: 0o700 })
  await sweepTemporaries(folder)
  const temporary = join(folder, temporaryName())
  let mayReplace = true
  try {
    await writeWhole(temporary, text, options, (file) => {
      if (before && !windows) mayReplace = keepOwnerAndMode(file, before)
      if (options?.mode !== undefined && !windows) fchmodSync(file, options.mode)
    })
    await options?.notBefore?.()
    mayReplace &&= await replace(temporary, target)
    if (!mayReplace) {
      await writeInPlace(target, text, flush)
      removeIfThere(temporary)
    }
  } catch (error) {
    removeIfThere(temporary)
    throw error
  }
  if (!options?.mayBeLost && !options?.mayBeUndone) await syncFolder(folder)
}

/**
 * Written aside and linked into place, so that it is never seen empty. Where the file system has no hard links
 * (FAT, some network shares) it is opened exclusively instead, and can be seen empty for an instant.
 * @returns false when the path exists
 */
export async function createExclusive(path: string, text: string, options?: WriteOptions): Promise<boolean> {
  const folder = dirname(path)
  const temporary = join(folder, temporaryName())
  try {
    await makingFolder(folder, () => writeWhole(temporary, text, options))
    linkSync(temporary, path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(codeOf(error) ?? ''))
      throw error
    return await createDirectly(path, text, options)
  } finally {
    removeIfThere(temporary)
  }
  if (!options?.mayBeLost) await syncFolder(folder)
  return true
}

/** Nearly always it is there. */
async function makingFolder(folder: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!isAbsent(error)) throw error
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await write()
  }
}

async function createDirectly(path: string, text: string, options?: WriteOptions): Promise<boolean> {
  try {
    await writeWhole(path, text, options)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Held by a file without meaning. What it holds is not to be compressed: the real text is not either. */
export function reserveRoom(path: string, bytes: number): () => void {
  const temporary = join(dirname(followLinks(path)), temporaryName())
  const file = openSync(temporary, 'wx', 0o600)
  try {
    writeFileSync(file, randomBytes(bytes))
  } catch (error) {
    removeIfThere(temporary)
    throw error
  } finally {
    closeSync(file)
  }
  return () => removeIfThere(temporary)
}

async function writeWhole(
  path: string,
  text: string,
  options?: WriteOptions,
  beforeSync?: (file: number) => void,
): Promise<void> {
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, text)
    beforeSync?.(file)
    if (!options?.mayBeLost) await flush(file)
  } finally {
    closeSync(file)
  }
}

/** @returns false where nothing else can stand: on Linux, a file that is mounted by itself is busy as long as it is. */
async function replace(temporary: string, target: string): Promise<boolean> {
  try {
    await retryWhileBusy(async () => renameSync(temporary, target))
    return true
  } catch (error) {
    if (windows || codeOf(error) !== 'EBUSY') throw error
    return false
  }
}

/**
 * Only root may give a file away, so for everybody else that can fail; a group of one's own can be kept all the same. In a
 * rootless container there is no number for an owner or a group from outside (EINVAL).
 * @returns false when others would be shut out by a file that belongs to whom it belongs to now
 */
function keepOwnerAndMode(file: number, before: Stats): boolean {
  const now = fstatSync(file)
  const isOthers = now.uid !== before.uid || now.gid !== before.gid
  if (isOthers && !mayGive(file, before.uid, before.gid)) mayGive(file, now.uid, before.gid)
  if (isOthers || now.mode !== before.mode) fchmodSync(file, before.mode & 0o777)
  return !isOthers || !shutsOut(before, fstatSync(file))
}

function mayGive(file: number, uid: number, gid: number): boolean {
  try {
    fchownSync(file, uid, gid)
    return true
  } catch (error) {
    if (!['EPERM', 'EINVAL'].includes(codeOf(error) ?? '')) throw error
    return false
  }
}

/** Where the bytes belong: the end of a chain of symbolic links, even when nothing is there yet. */
function followLinks(path: string): string {
  let current = resolve(path)
  for (let step = 0; step < 40; step++) {
    const real = whenThere(() => realpathSync.native(current))
    if (real !== undefined) return real
    const entry = lstatSync(current, { throwIfNoEntry: false })
    if (!entry?.isSymbolicLink()) return current
    current = resolve(dirname(current), readlinkSync(current))
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' })
}

/** So that the rename itself survives a power cut. Windows cannot open a folder, and needs no such call. */
async function syncFolder(folder: string, how = flush): Promise<void> {
  if (windows) return
  const handle = openSync(folder, 'r')
  try {
    await how(handle)
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EPERM'].includes(codeOf(error) ?? '')) throw error // some network file systems
  } finally {
    closeSync(handle)
  }
}

function removeIfThere(path: string): void {
  whenThere(() => unlinkSync(path))
}

function whenThere<T>(operation: () => T): T | undefined {
  try {
    return operation()
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}
