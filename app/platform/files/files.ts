import {
  accessSync,
  type BigIntStats,
  chmodSync,
  constants,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
} from 'node:fs'
import { access, lstat, readdir, realpath, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../../base/errors.ts'
import type { Files } from '../../base/ports.ts'
import { AdaptiveIo } from './adaptive-io.ts'
import { append, appendFlushing } from './append.ts'
import { createExclusive, flushPath, reserveRoom, writeAtomic } from './atomic-write.ts'
import { fileStatOf } from './file-stat.ts'
import { readRegular, readRegularSync } from './regular.ts'
import { asStoreError, codeOf, isAbsent, retryWhileBusy } from './system-error.ts'
import { checkPrivate, readTrustedSync } from './trusted.ts'
import { watchFolder } from './watch.ts'

const quick = new AdaptiveIo()

export function createFiles(): Files {
  return {
    read: (path) =>
      reading(path, async () => {
        const bytes = await bytesOf(path)
        return bytes && decode(bytes, path)
      }),
    readTrusted: (path) =>
      reading(path, () =>
        retryWhileBusy(async () => {
          const bytes = readTrustedSync(path)
          return bytes && decode(bytes, path)
        }),
      ),
    readBytes: (path) => reading(path, () => bytesOf(path)),
    writeAtomic: (path, text, options) => writing(path, () => writeAtomic(path, text, options)),
    createExclusive: (path, text, options) => writing(path, () => createExclusive(path, text, options)),
    append: (path, text) => writing(path, async () => append(path, text)),
    async appendFlushing(path, text) {
      const flushing = await writing(path, async () => appendFlushing(path, text))
      return () => writing(path, flushing)
    },
    flush: (path) => writing(path, () => flushPath(path)),
    async reserve(path, bytes) {
      const letGo = await writing(path, async () => reserveRoom(path, bytes))
      return () => writing(path, async () => letGo())
    },
    remove: (path) => writing(path, () => whenPresent(() => retryWhileBusy(() => remove(path)))),
    rename: (from, to) => writing(from, () => retryWhileBusy(() => rename(from, to))),
    list: async (folder) => (await reading(folder, () => namesIn(folder)))?.sort() ?? [],
    stat: (path) => reading(path, async () => fileStatOf(await look(path).catch(lookAtLoop(path)))),
    realPath: (path) => reading(path, () => resolved(path).catch(loopIsNowhere)),
    makeFolder: (path) => writing(path, async () => void mkdirSync(path, { recursive: true, mode: 0o700 })),
    makeFolderExclusive: (path) => writing(path, async () => makeFolderExclusive(path)),
    removeFolder: (path) => writing(path, () => whenPresent(async () => rmdirSync(path))),
    canWrite,
    checkPrivate: (path) => writing(path, async () => checkPrivate(path)),
    setMode: (path, mode) => writing(path, async () => chmodSync(path, mode)),
    touch: (path) => writing(path, async () => utimesSync(path, new Date(), new Date())),
    watch: watchFolder,
  }
}

/** Undefined when absent; anything else that goes wrong is told. */
async function reading<T>(path: string, operation: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await operation()
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw asStoreError('STORE_UNREADABLE', 'Reading', path, error)
  }
}

async function writing<T>(path: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation()
  } catch (error) {
    throw asStoreError('STORE_UNWRITABLE', 'Writing', path, error)
  }
}

async function whenPresent(operation: () => Promise<void>): Promise<void> {
  try {
    await operation()
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}

/** Strict: a replacement character written back would damage somebody's file. A byte order mark is kept. */
function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    throw new AppError('STORE_UNREADABLE', `${path} is not UTF-8 text.`, { cause: error })
  }
}

function makeFolderExclusive(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** May we replace it? A file without any write bit is somebody's wish, even where root could override it. */
async function canWrite(path: string): Promise<boolean> {
  try {
    const found = await reading(path, () => look(path))
    if (found && (Number(found.mode) & 0o222) === 0) return false
    if (found) await mustBeWritable(path)
    await mustBeWritable(dirname(found ? await resolved(path) : path)) // we write by renaming
    return true
  } catch (error) {
    if (error instanceof AppError || codeOf(error) !== undefined) return false
    throw error
  }
}

function bytesOf(path: string): Promise<Buffer | undefined> {
  return retryWhileBusy(() =>
    quick.run(
      () => readRegularSync(path),
      () => readRegular(path),
    ),
  )
}

/** A link that leads back to itself is there, and is no file. */
function lookAtLoop(path: string): (error: unknown) => Promise<BigIntStats> {
  return (error) => {
    if (codeOf(error) !== 'ELOOP') throw error
    return lstat(path, { bigint: true })
  }
}

function loopIsNowhere(error: unknown): undefined {
  if (codeOf(error) !== 'ELOOP') throw error
}

function look(path: string): Promise<BigIntStats> {
  return quick.run(
    () => statSync(path, { bigint: true }),
    () => stat(path, { bigint: true }),
  )
}

function namesIn(folder: string): Promise<string[]> {
  return quick.run(
    () => readdirSync(folder),
    () => readdir(folder),
  )
}

function resolved(path: string): Promise<string> {
  return quick.run(
    () => realpathSync.native(path),
    () => realpath(path),
  )
}

function remove(path: string): Promise<void> {
  return quick.run(
    () => unlinkSync(path),
    () => unlink(path),
  )
}

function mustBeWritable(path: string): Promise<void> {
  return quick.run(
    () => accessSync(path, constants.W_OK),
    () => access(path, constants.W_OK),
  )
}
