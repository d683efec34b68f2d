/** The way of the system we run on, or the reason why there is none. */
import { posix } from 'node:path'
import { AppError } from '../../app/base/errors.ts'
import type { Files } from '../../app/base/ports.ts'
import type { Autostart, StartCommand } from './autostart.ts'
import { createLinuxAutostart } from './linux.ts'
import { createLoginItem, type LoginItems } from './login-item.ts'

const FILE = 'lamplighter.desktop'
const ICON = 'lamplighter-tray' // what packages install in the icon theme

export interface AutostartDeps {
  readonly platform: NodeJS.Platform
  /** Started from an installation or an archive, not from a clone. */
  readonly isPackaged: boolean
  /** app.getPath('exe') */
  readonly executable: string
  /** Folder of the application, for a clone: Electron is told which one to run. */
  readonly appFolder: string
  readonly env: NodeJS.ProcessEnv
  readonly userHome: string
  readonly files: Files
  readonly items: LoginItems
}

export function createAutostart(parts: AutostartDeps): Autostart {
  const { platform, isPackaged, env } = parts
  const moved = env.LAMPLIGHTER_HOME
  if (!isPackaged && (platform !== 'linux' || !moved)) return unavailable()
  const command = commandFor(parts)
  if (platform === 'darwin' || platform === 'win32') return createLoginItem(parts.items, platform, command)
  // A clone with a home of its own is a test or the demo: its entry stays in that home, where no desktop looks.
  const config = isPackaged || !moved ? configFolder(parts) : moved
  return createLinuxAutostart({
    files: parts.files,
    path: posix.join(config, 'autostart', FILE),
    icon: ICON,
    command,
  })
}

function commandFor({ isPackaged, executable, appFolder, env }: AutostartDeps): StartCommand {
  const home = env.LAMPLIGHTER_HOME
  return {
    program: appImage(executable, env) ?? executable,
    args: [...(isPackaged ? [] : [appFolder]), '--background'],
    env: home ? { LAMPLIGHTER_HOME: home } : {},
  }
}

/**
 * An AppImage's own executable lies in a mount that is gone after it ends. Its variables reach everything it starts: a
 * terminal or an editor that is one hands its own to us.
 */
export function appImage(executable: string, { APPIMAGE, APPDIR }: NodeJS.ProcessEnv): string | undefined {
  const mount = APPDIR?.split('/').findLast(Boolean) // its name only: the path to it may lead through links
  return mount !== undefined && executable.split('/').includes(mount) ? APPIMAGE : undefined
}

/** XDG Base Directory Specification: a relative path in the variable counts as none. */
function configFolder({ env, userHome }: AutostartDeps): string {
  const named = env.XDG_CONFIG_HOME
  return named?.startsWith('/') ? named : posix.join(userHome, '.config')
}

/** A clone has no place of its own to be started from. */
function unavailable(): Autostart {
  return {
    state: async () => 'absent',
    async set(on) {
      if (!on) return
      throw new AppError('AUTOSTART_UNAVAILABLE', 'Only an installed Lamplighter can start at login.', {
        hint: 'This one runs from its source. Install a package, and switch it on there.',
      })
    },
    mend: async () => undefined,
  }
}
