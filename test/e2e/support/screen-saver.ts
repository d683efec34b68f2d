/** GNOME's screen saver as far as its being active goes. */
import dbus from 'dbus-next'

export const NAME = 'org.gnome.ScreenSaver'
export const PATH = '/org/gnome/ScreenSaver'

class Saver extends dbus.interface.Interface {
  isActive = false

  GetActive(): boolean {
    return this.isActive
  }

  ActiveChanged(): boolean {
    return this.isActive
  }
}

Saver.configureMembers({
  methods: { GetActive: { outSignature: 'b' } },
  signals: { ActiveChanged: { signature: 'b' } },
})

export interface ScreenSaver {
  lock(): void
  unlock(): void
  close(): void
}

export async function startScreenSaver(busAddress: string): Promise<ScreenSaver> {
  const bus = dbus.sessionBus({ busAddress })
  const saver = new Saver(NAME)
  bus.export(PATH, saver)
  await bus.requestName(NAME, dbus.NameFlag.DO_NOT_QUEUE)
  const become = (isActive: boolean): void => {
    saver.isActive = isActive
    saver.ActiveChanged()
  }
  return { lock: () => become(true), unlock: () => become(false), close: () => bus.disconnect() }
}
