/**
 * What we do, or believe, because a file says so: it has to belong to this user or to root, in a folder that does, and
 * nobody else may write there. Windows' folders below the profile are the user's own.
 */
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { AppError, type ErrorCode } from '../../base/errors.ts'
import { isPrivateGroup } from './private-group.ts'
import { readRegularSync } from './regular.ts'

type Rights = Pick<Stats, 'uid' | 'gid' | 'mode'>

const GROUP_WRITES = 0o020
const OTHERS_WRITE = 0o022
const OTHERS_ENTER = 0o011
/** Nobody removes or replaces there what is somebody else's: /tmp. */
const STICKY = 0o1000

/** Undefined when absent. Its folder counts even then. @throws AppError STORE_UNREADABLE, and the system's errors */
export function readTrustedSync(path: string): Buffer | undefined {
  checkFolder(path, dirname(path))
  return readRegularSync(path, (found) => checkFile(path, found))
}

/** @throws AppError STORE_READ_ONLY: somebody else could put a link there just before we write */
export function checkPrivate(path: string): void {
  const folder = realpathSync.native(nearestFolder(dirname(resolve(path))))
  check('STORE_READ_ONLY', path, folder, statSync(folder), OTHERS_WRITE)
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    const found = { ...statSync(above), uid: 0 } // whose it is does not matter
    check('STORE_READ_ONLY', path, above, found, withoutSticky(found))
  }
}

/** A program that is named by its path. @returns "belongs to another user (1000)"; undefined when it may be started */
export function whyNotTrusted(program: string): string | undefined {
  const found = statSync(program, { throwIfNoEntry: false })
  return found && trouble(found, OTHERS_WRITE)
}

/** What is missing is made by us, for us alone. */
function nearestFolder(folder: string): string {
  return statSync(folder, { throwIfNoEntry: false }) ? folder : nearestFolder(dirname(folder))
}

function checkFile(path: string, found: Stats): void {
  if (lstatSync(path).isSymbolicLink()) checkFolder(path, dirname(realpathSync.native(path)))
  // Where they cannot get to, they cannot write either: an editor makes files as open as the umask says.
  const reach = statSync(dirname(realpathSync.native(path))).mode & OTHERS_ENTER
  check('STORE_UNREADABLE', path, path, found, reach << 1)
}

function checkFolder(path: string, folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found) return
  check('STORE_UNREADABLE', path, folder, found, withoutSticky(found))
}

/** @param path of what is wanted. @param at the file, or its folder. @param forbidden bits of its mode */
function check(code: ErrorCode, path: string, at: string, found: Rights, forbidden: number): void {
  const why = trouble(found, forbidden)
  if (why === undefined) return
  const isRead = code === 'STORE_UNREADABLE'
  const hint = isRead
    ? `See who did that, then make it yours alone: chown, and chmod go-w '${at}'`
    : 'Choose a folder in which nobody else may write: $XDG_RUNTIME_DIR is one.'
  const what = `${path} was not ${isRead ? 'read' : 'written'}`
  throw new AppError(code, `${what}: ${path === at ? 'it' : at} ${why}.`, { hint })
}

function trouble({ uid, gid, mode }: Rights, forbidden: number): string | undefined {
  const us = process.getuid?.()
  if (us === undefined) return undefined
  if (uid !== us && uid !== 0) return `belongs to another user (${uid})`
  const bits = mode & forbidden
  if (bits === 0 || (bits === GROUP_WRITES && isPrivateGroup(gid))) return undefined
  return `may be written by other users (${(mode & 0o7777).toString(8)})`
}

function withoutSticky({ mode }: Rights): number {
  return (mode & STICKY) === 0 ? OTHERS_WRITE : 0
}
