/**
 * Is a screen saver active? Desktops' savers announce it with a signal, which anybody on the bus may send: so the signal
 * is only a reason to ask the saver itself.
 */
import dbus from 'dbus-next'

const BUS = 'org.freedesktop.DBus'
const BUS_PATH = '/org/freedesktop/DBus'
const CHANGED = 'ActiveChanged'

/** Each is the name on the bus and that of the interface: GNOME, KDE and others, Cinnamon, MATE, Xfce. */
const SAVERS = ['gnome', 'freedesktop', 'cinnamon', 'mate', 'xfce'].map((desktop) => ({
  name: `org.${desktop}.ScreenSaver`,
  path: `/org/${desktop}/ScreenSaver`,
}))

/** @returns stop */
export function watchScreenSavers(
  bus: dbus.MessageBus,
  tell: (isActive: boolean) => void,
  onError: (error: unknown) => void,
): () => void {
  let last: Promise<void> = Promise.resolve()
  const look = (): void => {
    last = last.then(async () =>
      tell((await Promise.all(SAVERS.map((saver) => isActive(bus, saver)))).includes(true)),
    )
    last = last.catch(onError)
  }
  bus.on('error', onError)
  bus.on('message', ({ type, interface: name, member }: dbus.Message) => {
    const isNews = member === CHANGED && SAVERS.some((saver) => saver.name === name)
    if (type === dbus.MessageType.SIGNAL && isNews) look()
  })
  Promise.all(SAVERS.map(({ name }) => listen(bus, name))).then(look, onError)
  return () => bus.disconnect()
}

async function listen(bus: dbus.MessageBus, name: string): Promise<void> {
  const rule = `type='signal',interface='${name}',member='${CHANGED}'`
  const to = { destination: BUS, path: BUS_PATH, interface: BUS }
  await bus.call(new dbus.Message({ ...to, member: 'AddMatch', signature: 's', body: [rule] }))
}

function isActive(bus: dbus.MessageBus, { name, path }: (typeof SAVERS)[number]): Promise<boolean> {
  const question = new dbus.Message({
    destination: name,
    path,
    interface: name,
    member: 'GetActive',
    flags: dbus.MessageFlag.NO_AUTO_START,
  })
  return bus.call(question).then(
    (reply) => reply?.body[0] === true,
    () => false, // that desktop is not this one
  )
}
