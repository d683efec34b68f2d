/**
 * A way to one port that can be cut, as a network is: what is sent does not arrive, nobody is told, and when it is mended
 * what waited goes on its way.
 */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

interface Pair {
  readonly near: Socket
  readonly far: Socket
  /** Who came, as the first bytes say. */
  from: string | undefined
}

export class Cuttable {
  readonly port: number
  readonly #server: Server
  readonly #pairs = new Set<Pair>()
  #isCut: (from: string | undefined) => boolean = () => false

  private constructor(server: Server, target: number, whoIs: (first: Buffer) => string | undefined) {
    this.#server = server
    this.port = (server.address() as AddressInfo).port
    server.on('connection', (near) => this.#join(near, target, whoIs))
  }

  static async to(
    target: number,
    whoIs: (first: Buffer) => string | undefined = () => undefined,
  ): Promise<Cuttable> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    return new Cuttable(server, target, whoIs)
  }

  /** @param isCut for whom; absent: for everybody */
  cut(isCut: (from: string | undefined) => boolean = () => true): void {
    this.#isCut = isCut
    for (const pair of this.#pairs) this.#hold(pair)
  }

  mend(): void {
    this.cut(() => false)
  }

  close(): void {
    this.#server.close()
    for (const { near, far } of this.#pairs) for (const one of [near, far]) one.destroy()
  }

  #join(near: Socket, target: number, whoIs: (first: Buffer) => string | undefined): void {
    const far = connect(target, '127.0.0.1')
    const pair: Pair = { near, far, from: undefined }
    this.#pairs.add(pair)
    near.once('data', (first) => {
      pair.from = whoIs(first)
      this.#hold(pair)
    })
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.setNoDelay(true)
      from.on('data', (chunk) => to.write(chunk))
      from.on('error', () => undefined)
      from.on('close', () => {
        this.#pairs.delete(pair)
        to.destroy()
      })
    }
    this.#hold(pair)
  }

  #hold({ near, far, from }: Pair): void {
    for (const one of [near, far]) this.#isCut(from) ? one.pause() : one.resume()
  }
}
