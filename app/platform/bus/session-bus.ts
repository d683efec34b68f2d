/** The session bus of Linux, through dbus-next. It is loaded only where there is a bus and somebody serves. */
import type dbus from 'dbus-next'
import { messageOf } from '../../base/errors.ts'
import type { Log } from '../../base/ports.ts'
import type { BusCall, BusRefusal, BusReply, BusService, SessionBus } from '../../base/session-bus.ts'
import { busCaller } from './bus-caller.ts'

type Library = typeof dbus
type Answer = (call: BusCall) => Promise<BusReply | BusRefusal>

const BUS = 'org.freedesktop.DBus'
const BUS_PATH = '/org/freedesktop/DBus'
/** The library waits for ever for a bus that is there and says nothing. */
const CONNECTED_WITHIN_MS = 5_000

export function createSessionBus(env: NodeJS.ProcessEnv, log: Log): SessionBus {
  return {
    async serve(name, answer) {
      const address = addressIn(env)
      if (address === undefined) return undefined
      const { default: library } = await import('dbus-next')
      const bus = library.sessionBus({ busAddress: address })
      let isUp = false
      const broken = new Promise<never>((_, reject) => {
        bus.on('error', (error: unknown) => {
          if (isUp) log.warn('the session bus is gone', { why: messageOf(error) })
          isUp = false
          reject(error)
        })
      })
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('the session bus does not answer')), CONNECTED_WITHIN_MS)
      })
      bus.addMethodHandler((message: dbus.Message) => {
        if (message.path === undefined || message.interface === `${BUS}.Peer`) return false
        void reply(library, bus, message, answer, log)
        return true
      })
      try {
        await Promise.race([bus.requestName(name, 0), broken, late])
        isUp = true
      } catch (error) {
        bus.disconnect()
        throw error
      } finally {
        clearTimeout(timer)
        broken.catch(() => undefined) // the race is over
      }
      return serviceOn(library, bus, () => isUp)
    },
  }
}

/** Node.js itself can speak to an abstract socket; the library asks a native module that we do not ship. */
function addressIn(env: NodeJS.ProcessEnv): string | undefined {
  const address = process.platform === 'linux' ? env['DBUS_SESSION_BUS_ADDRESS'] : undefined
  return address?.replace(/\bunix:abstract=/g, 'unix:socket=\0') || undefined
}

function serviceOn(library: Library, bus: dbus.MessageBus, isUp: () => boolean): BusService {
  return {
    signal(path, iface, member, { signature, values }) {
      if (!isUp()) return
      bus.send(library.Message.newSignal(path, iface, member, signature, withVariants(library, values)))
    },
    /** The bus frees the name with the connection; to ask it to would wait for ever where it is gone. */
    close: async () => bus.disconnect(),
  }
}

async function reply(
  library: Library,
  bus: dbus.MessageBus,
  message: dbus.Message,
  answer: Answer,
  log: Log,
): Promise<void> {
  const { path, interface: iface, member, body, sender } = message
  try {
    const given = await answer({
      path,
      interface: iface ?? '',
      member,
      args: body,
      caller: () => callerOf(library, bus, sender),
    })
    if ('error' in given) refuse(library, bus, message, given)
    else {
      const values = withVariants(library, given.values)
      bus.send(library.Message.newMethodReturn(message, given.signature, values))
    }
  } catch (error) {
    log.warn('a call on the session bus was not answered', { member, why: messageOf(error) })
    refuse(library, bus, message, {
      error: `${BUS}.Error.Failed`,
      message: 'Something unexpected went wrong.',
    })
  }
}

function refuse(library: Library, bus: dbus.MessageBus, message: dbus.Message, refusal: BusRefusal): void {
  bus.send(
    new library.Message({
      type: library.MessageType.ERROR,
      replySerial: message.serial,
      destination: message.sender,
      errorName: refusal.error,
      signature: 's',
      body: [refusal.message],
    } as never), // the library's types know calls alone
  )
}

async function callerOf(library: Library, bus: dbus.MessageBus, sender: string) {
  const question = new library.Message({
    destination: BUS,
    path: BUS_PATH,
    interface: BUS,
    member: 'GetConnectionCredentials',
    signature: 's',
    body: [sender],
  })
  const told = (await bus.call(question))?.body[0] as Readonly<Record<string, dbus.Variant>> | undefined
  return busCaller(new Map(Object.entries(told ?? {}).map(([name, { value }]) => [name, value])))
}

/** Where a value's type is said with it, at any depth, as the library's own. */
function withVariants(library: Library, values: readonly unknown[]): unknown[] {
  const whole = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(whole)
    if (typeof value !== 'object' || value === null) return value
    const members = Object.entries(value)
    if (
      members.length === 2 &&
      'signature' in value &&
      'value' in value &&
      typeof value.signature === 'string'
    )
      return new library.Variant(value.signature, whole(value.value))
    return Object.fromEntries(members.map(([name, one]) => [name, whole(one)]))
  }
  return values.map(whole)
}
