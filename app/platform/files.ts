import {
  access,
  appendFile,
  constants,
  mkdir,
  readdir,
  readFile,
  realpath,
  rename,
  rmdir,
  stat,
  unlink,
  utimes,
} from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../errors.ts'
import type { FileStat, Files } from '../ports.ts'
import { createExclusive, writeAtomic } from './atomic-write.ts'
import { asStoreError, codeOf, isAbsent, retryWhileBusy } from './system-error.ts'
import { watchFolder } from './watch.ts'

const windows = process.platform === 'win32'

export function createFiles(): Files {
  return {
    read: (path) =>
      reading(path, () => retryWhileBusy(() => readFile(path)).then((bytes) => decode(bytes, path))),
    readBytes: (path) => reading(path, () => retryWhileBusy(() => readFile(path))),
    writeAtomic: (path, text) => writing(path, () => writeAtomic(path, text)),
    createExclusive: (path, text) => writing(path, () => createExclusive(path, text)),
    append: (path, text) => writing(path, () => append(path, text)),
    remove: (path) => writing(path, () => whenPresent(() => retryWhileBusy(() => unlink(path)))),
    rename: (from, to) => writing(from, () => retryWhileBusy(() => rename(from, to))),
    list: async (folder) => (await reading(folder, () => readdir(folder)))?.sort() ?? [],
    stat: (path) => reading(path, () => look(path)),
    realPath: (path) => reading(path, () => realpath(path)),
    makeFolder: (path) =>
      writing(path, async () => void (await mkdir(path, { recursive: true, mode: 0o700 }))),
    makeFolderExclusive: (path) => writing(path, () => makeFolderExclusive(path)),
    removeFolder: (path) => writing(path, () => whenPresent(() => rmdir(path))),
    canWrite,
    touch: (path) => writing(path, () => utimes(path, new Date(), new Date())),
    watch: watchFolder,
  }
}

/** Undefined when absent; anything else that goes wrong is told. */
async function reading<T>(path: string, operation: () => Promise<T>): Promise<T | undefined> {
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

/** One write in append mode: lines of several processes do not mix. */
async function append(path: string, text: string): Promise<void> {
  try {
    await appendFile(path, text, { mode: 0o600 })
  } catch (error) {
    if (!isAbsent(error)) throw error
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await appendFile(path, text, { mode: 0o600 })
  }
}

async function makeFolderExclusive(path: string): Promise<boolean> {
  try {
    await mkdir(path, { mode: 0o700 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function look(path: string): Promise<FileStat> {
  const found = await stat(path, { bigint: true })
  return {
    kind: found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other',
    mode: windows ? 0o600 : Number(found.mode & 0o777n),
    size: Number(found.size),
    mtimeMs: Number(found.mtimeNs / 1000n) / 1000,
    identity: `${found.dev}-${found.ino}-${found.birthtimeNs}`,
  }
}

/** May we replace it? A file without any write bit is somebody's wish, even where root could override it. */
async function canWrite(path: string): Promise<boolean> {
  try {
    const found = await reading(path, () => stat(path))
    if (found && (found.mode & 0o222) === 0) return false
    if (found) await access(path, constants.W_OK)
    await access(dirname(found ? await realpath(path) : path), constants.W_OK) // we write by renaming
    return true
  } catch (error) {
    if (error instanceof AppError || codeOf(error) !== undefined) return false
    throw error
  }
}
