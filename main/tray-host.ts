/**
 * Is there a panel that shows tray items? Linux only: Electron looks for the StatusNotifierWatcher once, when a Tray
 * is made, and at login the panel is often later than we are.
 */
import dbus from 'dbus-next'
import { messageOf } from '../app/errors.ts'
import type { Log } from '../app/ports.ts'

const WATCHER = 'org.kde.StatusNotifierWatcher'

export interface TrayHost {
  /** A panel is on the session bus now. */
  readonly present: boolean
  close(): void
}

/** Calls `onAppear` each time a panel comes. Undefined when there is no session bus to ask. */
export async function watchTrayHost(onAppear: () => void, log: Log): Promise<TrayHost | undefined> {
  if (!process.env.DBUS_SESSION_BUS_ADDRESS) return undefined
  const bus = dbus.sessionBus()
  bus.on('error', (error: unknown) => log.warn('the session bus is gone', { reason: messageOf(error) }))
  try {
    const proxy = await bus.getProxyObject('org.freedesktop.DBus', '/org/freedesktop/DBus')
    const daemon = proxy.getInterface('org.freedesktop.DBus')
    const host = { present: false, close: () => bus.disconnect() }
    daemon.on('NameOwnerChanged', (name: string, _before: string, after: string) => {
      if (name !== WATCHER) return
      const came = after !== '' && !host.present
      host.present = after !== ''
      if (came) onAppear()
    })
    host.present = Boolean(await daemon.NameHasOwner?.(WATCHER))
    return host
  } catch (error) {
    log.warn('the session bus did not answer', { reason: messageOf(error) })
    bus.disconnect()
    return undefined
  }
}
