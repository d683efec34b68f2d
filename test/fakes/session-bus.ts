/** A session bus in memory: one name, called directly; or none. */
import type {
  BusCall,
  BusCaller,
  BusRefusal,
  BusReply,
  BusService,
  SessionBus,
} from '../../app/base/session-bus.ts'

type Answer = (call: BusCall) => Promise<BusReply | BusRefusal>

export class FakeSessionBus implements SessionBus {
  /** Whether there is one: as on a machine without a desktop, there is none. */
  isThere = false
  caller: BusCaller = { isSameUser: true, pid: 777, executable: '/usr/bin/report' }
  readonly signals: {
    readonly path: string
    readonly member: string
    readonly values: readonly unknown[]
  }[] = []
  readonly names = new Map<string, Answer>()

  async serve(name: string, answer: Answer): Promise<BusService | undefined> {
    if (!this.isThere) return undefined
    this.names.set(name, answer)
    return {
      signal: (path, _iface, member, { values }) => void this.signals.push({ path, member, values }),
      close: async () => void this.names.delete(name),
    }
  }

  /** @param what "INTERFACE.METHOD". @throws Error where nobody has the name */
  async call(path: string, what: string, ...args: readonly unknown[]): Promise<BusReply | BusRefusal> {
    const [answer] = this.names.values()
    if (!answer) throw new Error('nobody answers on the bus')
    const at = what.lastIndexOf('.')
    const caller = async () => this.caller
    return answer({ path, interface: what.slice(0, at), member: what.slice(at + 1), args, caller })
  }
}
