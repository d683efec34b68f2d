/** The host that runs, for a process that does nothing without one: node:fs and node:net alone. */
import { createClock } from '../../platform/clock.ts'
import { createPaths } from '../../platform/paths.ts'
import { type Dialled, dialHost } from '../../platform/socket/host-dial.ts'
import { streamChannel } from '../../platform/socket/stream-channel.ts'
import { type AskedHost, handshake } from '../../rpc/handshake-client.ts'

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
  const dialled = await dialInTime(createPaths(env).state)
  if (!dialled) return undefined
  const { socket, key } = dialled
  try {
    const me = { key, process: label, pid: process.pid }
    const host = await handshake(streamChannel(socket, socket), me, createClock(), HOST_WITHIN_MS)
    return { ask: (name, params) => host.ask(name, params), letGo: () => void socket.destroy() }
  } catch (error) {
    socket.destroy()
    throw error
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
