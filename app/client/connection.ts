/** The connection to the running Lamplighter: opened when needed, opened again after it went away. */
import { AppError } from '../base/errors.ts'
import { createClock } from '../platform/clock.ts'
import { dialHost } from '../platform/socket/host-dial.ts'
import { streamChannel } from '../platform/socket/stream-channel.ts'
import { type AskedHost, handshake } from '../rpc/handshake-client.ts'
import type { HostCallName, HostCalls } from '../rpc/protocol.ts'

export interface Connection extends AskedHost {
  /** While anybody waits for something, the process shall not end. */
  hold(): void
  letGo(): void
}

export class HostConnection {
  readonly #stateFolder: () => string
  readonly #process: string
  #open: Connection | undefined
  #opening: Promise<Connection | undefined> | undefined

  constructor(stateFolder: () => string, process: string) {
    this.#stateFolder = stateFolder
    this.#process = process
  }

  /**
   * @param signal once it aborts, the process may end without the answer
   * @throws AppError HOST_ABSENT, and whatever the host answers
   */
  async ask<N extends HostCallName>(
    name: N,
    params: HostCalls[N]['params'],
    signal?: AbortSignal,
  ): Promise<HostCalls[N]['result']> {
    const open = this.#open
    if (open) {
      try {
        return await held(open, name, params, signal)
      } catch (error) {
        // It was started anew, or ended a moment ago. To ask again costs nothing: a refresh is made once.
        if (!(error instanceof AppError) || error.code !== 'HOST_GONE') throw error
      }
    }
    const connection = await this.connect()
    if (!connection) throw new AppError('HOST_ABSENT', 'No Lamplighter is running.')
    return held(connection, name, params, signal)
  }

  /** Says something that needs no answer, if anybody is there to hear it. */
  mention(name: 'release'): void {
    this.#open?.peer.call(name).catch(() => undefined) // gone meanwhile, and with it what this was about
  }

  /** @returns undefined when no host runs. @throws AppError HOST_REFUSED, HOST_GONE */
  connect(): Promise<Connection | undefined> {
    if (this.#open) return Promise.resolve(this.#open)
    this.#opening ??= this.#dial().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  close(): void {
    this.#open?.peer.close()
    this.#open = undefined
  }

  async #dial(): Promise<Connection | undefined> {
    const dialled = await dialHost(this.#stateFolder())
    if (!dialled) return undefined
    const { socket, key } = dialled
    const me = { process: this.#process, pid: process.pid, key }
    const host = await handshake(streamChannel(socket, socket), me, createClock())
    let holders = 0
    const connection: Connection = {
      ...host,
      hold: () => void (++holders === 1 && socket.ref()),
      letGo: () => void (--holders === 0 && socket.unref()),
    }
    socket.unref()
    this.#open = connection
    void host.peer.closed.then(() => {
      if (this.#open === connection) this.#open = undefined
    })
    return connection
  }
}

async function held<N extends HostCallName>(
  connection: Connection,
  name: N,
  params: HostCalls[N]['params'],
  signal: AbortSignal | undefined,
): Promise<HostCalls[N]['result']> {
  let isHeld = !signal?.aborted
  if (isHeld) connection.hold()
  const letGo = (): void => {
    if (isHeld) connection.letGo()
    isHeld = false
  }
  signal?.addEventListener('abort', letGo, { once: true })
  try {
    return await connection.ask(name, params)
  } finally {
    signal?.removeEventListener('abort', letGo)
    letGo()
  }
}
