/**
 * Whether somebody sees the screen, as long as anybody wants to know. macOS and Windows tell Electron; on Linux the
 * desktop's screen saver is asked over the session bus. One that is on no bus (i3lock and its like) is not noticed.
 */
import dbus from 'dbus-next'
import { powerMonitor } from 'electron'
import { messageOf } from '../app/base/errors.ts'
import type { Log } from '../app/base/ports.ts'
import { watchScreenSavers } from './screen-savers.ts'

export interface ScreenLock {
  isWanted(): boolean
  /** It may be another answer from now on. @returns no longer */
  onChange(listener: () => void): () => void
  /** It may be another than before. */
  tell(isLocked: boolean): void
  readonly log: Log
}

/** @returns stop */
export function watchScreenLock({ isWanted, onChange, tell, log }: ScreenLock): () => void {
  let stop: (() => void) | undefined
  const follow = (): void => {
    if (isWanted()) stop ??= watch(tell, log)
    else if (stop) {
      stop()
      stop = undefined
      tell(false)
    }
  }
  const unfollow = onChange(follow)
  follow()
  return () => {
    unfollow()
    stop?.()
  }
}

function watch(tell: (isLocked: boolean) => void, log: Log): () => void {
  const locked = () => tell(true)
  const unlocked = () => tell(false)
  powerMonitor.on('lock-screen', locked)
  powerMonitor.on('unlock-screen', unlocked)
  const busAddress = process.platform === 'linux' ? process.env.DBUS_SESSION_BUS_ADDRESS : undefined
  const stop = busAddress
    ? watchScreenSavers(dbus.sessionBus({ busAddress }), tell, (error) =>
        log.warn('whether the screen is locked is not known', { why: messageOf(error) }),
      )
    : undefined
  return () => {
    powerMonitor.off('lock-screen', locked)
    powerMonitor.off('unlock-screen', unlocked)
    stop?.()
  }
}
