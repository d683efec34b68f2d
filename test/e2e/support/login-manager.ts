/** systemd-logind as far as sleep goes: its own bus, and the signal that says the machine went to sleep and woke. */
import dbus from 'dbus-next'

const NAME = 'org.freedesktop.login1'

class Manager extends dbus.interface.Interface {
  constructor() {
    super(`${NAME}.Manager`)
  }

  Inhibit(): never {
    throw new dbus.DBusError('org.freedesktop.DBus.Error.NotSupported', 'no file descriptors here')
  }

  PrepareForSleep(before: boolean): boolean {
    return before
  }
}

Manager.configureMembers({
  methods: { Inhibit: { inSignature: 'ssss', outSignature: 'h' } },
  signals: { PrepareForSleep: { signature: 'b' } },
})

export interface LoginManager {
  sleep(): void
  wake(): void
  close(): void
}

export async function startLoginManager(busAddress: string): Promise<LoginManager> {
  const bus = dbus.sessionBus({ busAddress })
  const manager = new Manager()
  bus.export('/org/freedesktop/login1', manager)
  await bus.requestName(NAME, dbus.NameFlag.DO_NOT_QUEUE)
  return {
    sleep: () => void manager.PrepareForSleep(true),
    wake: () => void manager.PrepareForSleep(false),
    close: () => bus.disconnect(),
  }
}
