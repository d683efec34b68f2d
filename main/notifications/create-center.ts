/** The board of the desktop we run on. */
import { Notification } from 'electron'
import type { Clock, Log } from '../../app/base/ports.ts'
import { createLinuxBoard } from './linux.ts'
import { createNativeBoard } from './native.ts'
import type { Act, NoticeBoard } from './notification-center.ts'

const DESKTOP_ENTRY = 'lamplighter-tray' // desktopName in electron-builder.yml, without the ending

export interface BoardParts {
  readonly platform: NodeJS.Platform
  /** Absolute path of an image file. */
  readonly icon: string
  readonly clock: Clock
  readonly act: Act
  readonly log: Log
}

export function createBoard(parts: BoardParts): NoticeBoard {
  if (parts.platform === 'linux') {
    const busAddress = process.env.DBUS_SESSION_BUS_ADDRESS || undefined
    return createLinuxBoard({ ...parts, busAddress, desktopEntry: DESKTOP_ENTRY })
  }
  return createNativeBoard({
    ...parts,
    isSupported: () => Notification.isSupported(),
    make: ({ icon, ...options }) => new Notification(icon === '' ? options : { ...options, icon }),
  })
}
