/**
 * Whether somebody sees the screen. macOS and Windows tell Electron; on Linux the desktop's screen saver is asked over the
 * session bus. One that is on no bus (i3lock and its like) is not noticed.
 */
import dbus from 'dbus-next'
import { powerMonitor } from 'electron'
import { messageOf } from '../app/base/errors.ts'
import type { Log } from '../app/base/ports.ts'
import { watchScreenSavers } from './screen-savers.ts'

/** @param tell called when it may be another than before. @returns stop */
export function watchScreenLock(tell: (isLocked: boolean) => void, log: Log): () => void {
  const locked = () => tell(true)
  const unlocked = () => tell(false)
  powerMonitor.on('lock-screen', locked)
  powerMonitor.on('unlock-screen', unlocked)
  const address = process.platform === 'linux' ? process.env.DBUS_SESSION_BUS_ADDRESS : undefined
  const stop = address
    ? watchScreenSavers(dbus.sessionBus({ busAddress: address }), tell, said(log))
    : undefined
  return () => {
    powerMonitor.off('lock-screen', locked)
    powerMonitor.off('unlock-screen', unlocked)
    stop?.()
  }
}

function said(log: Log): (error: unknown) => void {
  return (error) => log.warn('whether the screen is locked is not known', { why: messageOf(error) })
}
