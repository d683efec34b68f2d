/**
 * Opens files, and nothing else. In a file's place a pipe waits for ever, and a device never ends: so it is looked at
 * first, opened without waiting, and looked at again where it was opened, since it may be another one by then.
 */
import { closeSync, constants, fstatSync, openSync, readFileSync, type Stats, statSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { AppError, type ErrorCode } from '../../base/errors.ts'
import { codeOf, isAbsent } from './system-error.ts'

/** Ten thousand logins are a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024
/** Windows has no pipes among its files, and no such flag. */
const WITHOUT_WAITING = constants.O_NONBLOCK ?? 0

/**
 * The whole file; undefined when absent. @throws AppError STORE_UNREADABLE, and the system's errors
 * @param check more to be said of what was opened; may throw
 */
export function readRegularSync(path: string, check: (found: Stats) => void = anybodys): Buffer | undefined {
  // Most of what is looked for here is not there, and to be told so by an exception costs four times as much.
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return undefined
  checkReadable(path, found)
  const file = openSync(path, constants.O_RDONLY | WITHOUT_WAITING)
  try {
    const opened = fstatSync(file)
    checkReadable(path, opened)
    check(opened)
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** The same by way of the thread pool. */
export async function readRegular(path: string): Promise<Buffer | undefined> {
  const found = await stat(path).catch(absentIsUndefined)
  if (!found) return undefined
  checkReadable(path, found)
  const file = await open(path, constants.O_RDONLY | WITHOUT_WAITING)
  try {
    checkReadable(path, await file.stat())
    return await file.readFile()
  } finally {
    await file.close()
  }
}

/**
 * To write to it, or to flush it.
 * @param flags besides, as of open(2)
 * @returns its descriptor. @throws AppError STORE_UNWRITABLE, and the system's errors
 */
export function openRegular(path: string, flags: number, mode?: number): number {
  const file = openWithoutWaiting(path, flags, mode)
  try {
    checkWritable(path, fstatSync(file))
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

function openWithoutWaiting(path: string, flags: number, mode: number | undefined): number {
  try {
    return openSync(path, flags | WITHOUT_WAITING, mode)
  } catch (error) {
    // A pipe where nobody reads, or a socket.
    if (codeOf(error) === 'ENXIO') checkWritable(path, statSync(path))
    throw error
  }
}

/** @throws AppError STORE_UNWRITABLE: what is there is no file, and not ours to replace */
export function checkWritable(path: string, found: Stats): void {
  checkKind(path, found, 'STORE_UNWRITABLE')
}

function checkReadable(path: string, found: Stats): void {
  checkKind(path, found, 'STORE_UNREADABLE')
  if (found.size <= MOST_BYTES) return
  throw new AppError('STORE_UNREADABLE', `${path} is larger than ${MOST_BYTES / 1024 / 1024} MiB.`, {
    hint: 'No file of logins is, so it was not read into memory.',
  })
}

function checkKind(path: string, found: Stats, code: ErrorCode): void {
  if (found.isFile()) return
  throw new AppError(code, `${path} is ${kindOf(found)}, not a file.`, {
    hint: 'Move it away, and put back the file that belongs there.',
  })
}

function kindOf(found: Stats): string {
  if (found.isDirectory()) return 'a folder'
  if (found.isFIFO()) return 'a pipe'
  return found.isSocket() ? 'a socket' : 'a device'
}

const anybodys = () => undefined

function absentIsUndefined(error: unknown): undefined {
  if (!isAbsent(error)) throw error
}
