import type { HostChannel, LineChannel, LocalSocket } from '../../app/base/ports.ts'
import { channelPair } from '../../app/rpc/channel-pair.ts'

/** One address in memory. Share one between several fake processes of a machine: of those, one can listen. */
export class FakeSocket implements LocalSocket {
  readonly key = 'CANARY-host-key'
  #onWire: ((wire: LineChannel, key: string) => void) | undefined

  async listen(onWire: (wire: LineChannel, key: string) => void): ReturnType<LocalSocket['listen']> {
    if (this.#onWire) return undefined
    this.#onWire = onWire
    return { address: '/run/user/1000/lamplighter/host.sock', close: async () => this.kill() }
  }

  /** The listening process is gone, and its socket file still there. */
  kill(): void {
    this.#onWire = undefined
  }

  async connect(): Promise<HostChannel | undefined> {
    if (!this.#onWire) return undefined
    const [near, far] = channelPair()
    this.#onWire(far, this.key)
    return { ...near, key: this.key }
  }
}
