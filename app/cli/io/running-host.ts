/** The host that runs, for a process that does nothing without one: node:fs and node:net alone. */
import { type Dialled, dialHost } from '../../platform/socket/host-dial.ts'
import { streamChannel } from '../../platform/socket/stream-channel.ts'
import { stateFolder } from '../../platform/state-folder.ts'
import type { AskedHost } from '../../rpc/handshake-client.ts'
import { connectPeer } from '../../rpc/peer.ts'
import { type Hello, PROTOCOL_VERSION } from '../../rpc/protocol.ts'

/** For each of the two: to be let in, and to be greeted. */
const HOST_WITHIN_MS = 1_000

export interface RunningHost {
  readonly ask: AskedHost['ask']
  /** Nothing of it shall keep the process. */
  letGo(): void
}

/**
 * @param label what the history calls us, and what a person approves
 * @returns undefined when nobody listens, or lets us in. @throws AppError and the system's errors: nobody can be asked
 */
export async function runningHost(label: string, env: NodeJS.ProcessEnv): Promise<RunningHost | undefined> {
  const dialled = await dialInTime(stateFolder(env))
  if (!dialled) return undefined
  const { socket, key } = dialled
  const letGo = (): void => void socket.destroy()
  const late = setTimeout(letGo, HOST_WITHIN_MS)
  try {
    const peer = connectPeer(streamChannel(socket, socket))
    const me: Hello = { protocol: PROTOCOL_VERSION, key, process: label, pid: process.pid }
    await peer.call('hello', me)
    return { ask: async (name, params) => (await peer.call(name, params)) as never, letGo }
  } catch (error) {
    letGo()
    throw error
  } finally {
    clearTimeout(late)
  }
}

async function dialInTime(stateFolder: string): Promise<Dialled | undefined> {
  const dialling = dialHost(stateFolder)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), HOST_WITHIN_MS)
  })
  const first = await Promise.race([dialling, late]).finally(() => clearTimeout(timer))
  if (!first) {
    dialling.then(
      (dialled) => dialled?.socket.destroy(),
      () => undefined, // the whole program asks again
    )
  }
  return first
}
