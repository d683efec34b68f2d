/**
 * Is there a panel that shows tray items? Linux only: Electron looks for the StatusNotifierWatcher and its host once,
 * when a Tray is made, and at login the panel is often later than we are. Plasma's watcher is a program of its own,
 * which is there before the panel is.
 */
import dbus from 'dbus-next'
import { messageOf } from '../../app/base/errors.ts'
import type { Log } from '../../app/base/ports.ts'

const WATCHER = 'org.kde.StatusNotifierWatcher'
const WATCHER_PATH = '/StatusNotifierWatcher'
const BUS = 'org.freedesktop.DBus'
const MATCHES = [
  `type='signal',sender='${WATCHER}',interface='${WATCHER}',member='StatusNotifierHostRegistered'`,
  `type='signal',sender='${BUS}',interface='${BUS}',member='NameOwnerChanged',arg0='${WATCHER}'`,
]

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
    const host = { present: false, close: () => bus.disconnect() }
    const look = async () => {
      const found = await hasHost(bus)
      const came = found && !host.present
      host.present = found
      if (came) onAppear()
    }
    bus.on('message', ({ interface: name, member, sender, body }: dbus.Message) => {
      if (name === WATCHER && member === 'StatusNotifierHostRegistered') void look()
      if (sender !== BUS || member !== 'NameOwnerChanged' || body[0] !== WATCHER) return
      if (body[2] === '') host.present = false
      else void look()
    })
    await Promise.all(MATCHES.map((rule) => addMatch(bus, rule)))
    host.present = await hasHost(bus)
    return host
  } catch (error) {
    log.warn('the session bus did not answer', { reason: messageOf(error) })
    bus.disconnect()
    return undefined
  }
}

/** By a plain call: the library's proxies first read a description of everything, in XML. */
async function addMatch(bus: dbus.MessageBus, rule: string): Promise<void> {
  await bus.call(
    new dbus.Message({
      destination: BUS,
      path: '/org/freedesktop/DBus',
      interface: BUS,
      member: 'AddMatch',
      signature: 's',
      body: [rule],
    }),
  )
}

async function hasHost(bus: dbus.MessageBus): Promise<boolean> {
  const reply = bus.call(
    new dbus.Message({
      destination: WATCHER,
      path: WATCHER_PATH,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [WATCHER, 'IsStatusNotifierHostRegistered'],
      flags: dbus.MessageFlag.NO_AUTO_START,
    }),
  )
  // No watcher, or one that is going.
  return reply.then(
    (answer) => (answer?.body[0] as dbus.Variant | undefined)?.value === true,
    () => false,
  )
}
