/** The board of the desktop we run on. */
import { Notification } from 'electron'
import type { Clock, Log } from '../../app/base/ports.ts'
import { createLinuxCenter } from './linux.ts'
import { createNativeCenter } from './native.ts'
import type { DesktopCommands, NotificationCenter } from './notification-center.ts'

const DESKTOP_ENTRY = 'lamplighter-tray' // desktopName in electron-builder.yml, without the ending

export interface NotificationCenterDeps {
  readonly platform: NodeJS.Platform
  /** Absolute path of an image file. */
  readonly icon: string
  readonly clock: Clock
  readonly act: DesktopCommands
  readonly log: Log
}

export function createNotificationCenter(parts: NotificationCenterDeps): NotificationCenter {
  if (parts.platform === 'linux') {
    const busAddress = process.env.DBUS_SESSION_BUS_ADDRESS || undefined
    return createLinuxCenter({ ...parts, busAddress, desktopEntry: DESKTOP_ENTRY })
  }
  return createNativeCenter({
    ...parts,
    isSupported: () => Notification.isSupported(),
    make: ({ icon, ...options }) => new Notification(icon === '' ? options : { ...options, icon }),
  })
}
