/** Puts the `lamplighter` command where the person's shell finds it, over nothing but an earlier one of ours. */
import { chmodSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../app/base/errors.ts'
import type { CommandView } from '../../app/contract/views.ts'
import { asStoreError } from '../../app/platform/files/system-error.ts'
import { isOnPath, type LauncherPlace, launcherFor, MARK } from './launcher.ts'

/** What the deb package brings. */
const BROUGHT = { folder: '/opt/Lamplighter/', command: '/usr/bin/lamplighter' }

export interface InstallDeps extends LauncherPlace {
  /** Of an AppImage: it is mounted while it runs, and no command leads into it afterwards. */
  readonly isMounted: boolean
}

/** @throws AppError AUTOSTART_UNAVAILABLE, STORE_READ_ONLY, STORE_UNWRITABLE */
export function installCommand(deps: InstallDeps): CommandView {
  if (deps.isMounted) {
    throw new AppError(
      'AUTOSTART_UNAVAILABLE',
      'An AppImage cannot be called as a command while it is closed.',
      {
        hint: 'Install the deb package, or unpack the archive, and do it from there.',
      },
    )
  }
  if (deps.script.startsWith(BROUGHT.folder) && isThere(BROUGHT.command)) {
    return { path: BROUGHT.command, isOnPath: true }
  }
  const { path, text } = launcherFor(deps)
  try {
    if (isThere(path) && !isOurs(path)) {
      throw new AppError('STORE_READ_ONLY', `${path} is there already, and was not installed from here.`, {
        hint: 'Move it away, or use that one.',
      })
    }
    mkdirSync(dirname(path), { recursive: true })
    const temporary = `${path}.${process.pid}.tmp`
    writeFileSync(temporary, text, { flag: 'wx', mode: 0o755 })
    chmodSync(temporary, 0o755) // whatever the umask is
    renameSync(temporary, path)
  } catch (error) {
    throw asStoreError('STORE_UNWRITABLE', 'Writing', path, error)
  }
  return { path, isOnPath: isOnPath(path, deps) }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined
}

function isOurs(path: string): boolean {
  return lstatSync(path).isFile() && readFileSync(path, 'utf8').includes(MARK)
}
