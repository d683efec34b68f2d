/** org.freedesktop.Notifications on one connection: calls with a limit, signals of its present owner, owners that change. */
import dbus from 'dbus-next'
import { messageOf } from '../../app/base/errors.ts'
import type { Clock } from '../../app/base/ports.ts'

const NAME = 'org.freedesktop.Notifications'
const PATH = '/org/freedesktop/Notifications'
const BUS = 'org.freedesktop.DBus'
const BUS_PATH = '/org/freedesktop/DBus'
const CALL_LIMIT_MS = 10_000 // the bus may have to start the server first; dbus-next itself waits for ever

const MATCHES = [
  `type='signal',sender='${NAME}',path='${PATH}',interface='${NAME}'`,
  `type='signal',sender='${BUS}',member='NameOwnerChanged',arg0='${NAME}'`,
]

export interface ServiceEvents {
  /** Another server, or none. */
  readonly onOwner: () => void
  readonly onAction: (id: number, key: string) => void
  readonly onClosed: (id: number) => void
  /** The connection is gone, and this service with it. */
  readonly onLost: (reason: string) => void
}

export interface Service {
  /** Asked once for each owner of the name. @throws when there is none and none can be started */
  capabilities(): Promise<ReadonlySet<string>>
  /** @returns its id */
  notify(body: readonly unknown[]): Promise<number>
  closeNotification(id: number): Promise<void>
  disconnect(): void
}

export function connectService(busAddress: string, clock: Clock, events: ServiceEvents): Service {
  const bus = dbus.sessionBus({ busAddress })
  const lost = new AbortController()
  let owner: string | undefined
  let known: Promise<ReadonlySet<string>> | undefined

  function lose(reason: string): void {
    if (lost.signal.aborted) return
    lost.abort(new Error(reason))
    bus.disconnect()
    events.onLost(reason)
  }

  bus.on('error', (error: unknown) => lose(messageOf(error)))
  bus.on('message', (message: dbus.Message) => {
    if (message.type !== dbus.MessageType.SIGNAL) return
    const { member } = message
    const [first, second, third] = message.body as readonly unknown[]
    if (message.sender === BUS && member === 'NameOwnerChanged' && first === NAME) {
      if (third === owner) return // the one whose answer was faster than this
      owner = undefined
      known = undefined
      events.onOwner()
    }
    if (message.sender !== owner || message.interface !== NAME) return // anyone may send us a signal
    // ActivationToken comes too, for Wayland's focus; Electron has no use for it.
    if (member === 'ActionInvoked') events.onAction(Number(first), String(second))
    if (member === 'NotificationClosed') events.onClosed(Number(first))
  })

  const ready = Promise.all(MATCHES.map((rule) => call(BUS, BUS_PATH, BUS, 'AddMatch', 's', [rule])))

  async function call(
    destination: string,
    path: string,
    iface: string,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<dbus.Message> {
    const message = new dbus.Message({
      destination,
      path,
      interface: iface,
      member,
      signature,
      body: [...body],
    })
    const done = new AbortController()
    const limit = clock.sleep(CALL_LIMIT_MS, AbortSignal.any([done.signal, lost.signal])).then(() => {
      throw new Error(lost.signal.aborted ? messageOf(lost.signal.reason) : `${member} was not answered`)
    })
    try {
      const reply = await Promise.race([bus.call(message), limit])
      if (!reply) throw new Error(`${member} was not answered`)
      return reply
    } finally {
      done.abort()
      limit.catch(() => undefined) // the race is over
    }
  }

  const ask = (member: string, signature: string, body: readonly unknown[]) =>
    call(NAME, PATH, NAME, member, signature, body)

  async function readCapabilities(): Promise<ReadonlySet<string>> {
    await ready
    const reply = await ask('GetCapabilities', '', [])
    owner = reply.sender
    return new Set((reply.body[0] as readonly unknown[]).map(String))
  }

  return {
    capabilities() {
      const asked = known ?? readCapabilities()
      known = asked
      asked.catch(() => {
        if (known === asked) known = undefined
      })
      return asked
    },
    async notify(body) {
      const reply = await ask('Notify', 'susssasa{sv}i', body)
      return Number(reply.body[0])
    },
    async closeNotification(id) {
      await ask('CloseNotification', 'u', [id])
    },
    disconnect() {
      lost.abort(new Error('the application ends'))
      bus.disconnect()
    },
  }
}
