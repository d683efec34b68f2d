import type { LineChannel, Ssh } from '../../app/base/ports.ts'
import { channelPair } from '../../app/rpc/channel-pair.ts'

/** Machines by destination; whoever is not here cannot be reached. */
export class FakeSsh implements Ssh {
  /** Gets the far end of a new wire, and what was asked to run there. */
  readonly machines = new Map<string, (wire: LineChannel, command: string) => void>()
  /** What ssh says of the others. */
  words = 'ssh: connect to host nowhere port 22: Connection timed out'
  /** Destinations in the order they were dialled. */
  readonly dialled: string[] = []

  open(destination: string, command: string): LineChannel {
    this.dialled.push(destination)
    const machine = this.machines.get(destination)
    if (!machine) {
      return {
        send: () => false,
        onLine: () => undefined,
        closed: Promise.resolve({ code: 255, why: this.words }),
        close: () => undefined,
      }
    }
    const [near, far] = channelPair()
    machine(far, command)
    return near
  }
}
