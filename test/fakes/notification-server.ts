/** A notification server on a real session bus: what a desktop does, without pixels. */
import dbus from 'dbus-next'

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'

export interface Shown {
  readonly id: number
  readonly replaces: number
  readonly icon: string
  readonly summary: string
  readonly body: string
  readonly actions: readonly string[]
  readonly hints: Readonly<Record<string, dbus.Variant>>
  readonly expireMs: number
}

class Server extends dbus.interface.Interface {
  readonly capabilities: readonly string[]
  readonly up = new Map<number, Shown>()
  asked = 0
  #lastId: number

  constructor(capabilities: readonly string[], firstId: number) {
    super(NAME)
    this.capabilities = capabilities
    this.#lastId = firstId - 1
  }

  GetCapabilities(): readonly string[] {
    this.asked++
    return this.capabilities
  }

  Notify(
    _app: string,
    replaces: number,
    icon: string,
    summary: string,
    body: string,
    actions: readonly string[],
    hints: Record<string, dbus.Variant>,
    expireMs: number,
  ): number {
    const id = replaces > 0 ? replaces : ++this.#lastId
    this.up.set(id, { id, replaces, icon, summary, body, actions, hints, expireMs })
    return id
  }

  CloseNotification(id: number): void {
    if (this.up.delete(id)) this.NotificationClosed(id, 3)
  }

  NotificationClosed(id: number, reason: number): readonly unknown[] {
    return [id, reason]
  }

  ActionInvoked(id: number, key: string): readonly unknown[] {
    return [id, key]
  }
}

Server.configureMembers({
  methods: {
    GetCapabilities: { outSignature: 'as' },
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    CloseNotification: { inSignature: 'u' },
  },
  signals: {
    NotificationClosed: { signature: 'uu' },
    ActionInvoked: { signature: 'us' },
  },
})

export interface NotificationServer {
  readonly up: () => readonly Shown[]
  /** How often its capabilities were asked for. */
  readonly asked: () => number
  /** A person presses a button, or the notification itself ("default"). */
  press(id: number, key: string): void
  /** A person puts it away. */
  dismiss(id: number): void
  /** Somebody else on the bus claims that a button was pressed. */
  lie(id: number, key: string): Promise<void>
  /** Gone when it resolves, and its name free. */
  stop(): Promise<void>
}

export async function startNotificationServer(
  busAddress: string,
  { capabilities = ['body', 'body-markup', 'actions'], firstId = 1 } = {},
): Promise<NotificationServer> {
  const bus = dbus.sessionBus({ busAddress })
  const server = new Server(capabilities, firstId)
  let client = ''
  let stopped = false
  bus.on('message', (message: dbus.Message) => {
    if (message.member === 'Notify') client = message.sender ?? ''
  })
  bus.export(PATH, server)
  const owned = await bus.requestName(NAME, dbus.NameFlag.DO_NOT_QUEUE)
  if (owned !== dbus.RequestNameReply.PRIMARY_OWNER) throw new Error(`${NAME} is taken`)
  return {
    up: () => [...server.up.values()],
    asked: () => server.asked,
    press: (id, key) => void server.ActionInvoked(id, key),
    dismiss: (id) => {
      server.up.delete(id)
      server.NotificationClosed(id, 2)
    },
    lie: async (id, key) => {
      const liar = dbus.sessionBus({ busAddress })
      const signal = dbus.Message.newSignal(PATH, NAME, 'ActionInvoked', 'us', [id, key])
      signal.destination = client
      await liar.requestName('org.example.Liar', dbus.NameFlag.DO_NOT_QUEUE) // answered, so connected
      liar.send(signal)
      await liar.releaseName('org.example.Liar') // answered, so sent
      liar.disconnect()
    },
    async stop() {
      if (stopped) return
      stopped = true
      await bus.releaseName(NAME)
      bus.disconnect()
    },
  }
}
