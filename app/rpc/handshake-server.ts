/** What happens on a wire before it is of any use: hello, with the key, within five seconds. */
import { z } from 'zod'
import { AppError } from '../base/errors.ts'
import type { LineChannel, Ports } from '../base/ports.ts'
import { VERSION } from '../base/version.ts'
import { callerOf } from './caller.ts'
import { connectPeer, type Peer, type RpcHandler, type RpcHandlers } from './peer.ts'
import { type HelloReply, PROTOCOL_VERSION } from './protocol.ts'
import { isRelayProof } from './relay-proof.ts'

const HELLO_WITHIN_MS = 5_000

const helloSchema = z.object({
  protocol: z.number(),
  key: z.string().optional(),
  process: z.string(),
  pid: z.number().int().positive().catch(0),
  relay: z.string().optional(),
})

export interface Greeter {
  readonly ports: Pick<Ports, 'clock' | 'keyring' | 'log' | 'process' | 'random'>
  readonly label: string
  /** When this host began to answer, epoch milliseconds. */
  readonly sinceMs: number
  readonly door: Door
}

/** By which a caller comes in: the local socket, with the key its hello has to bring; ssh itself; a pipe to our own process. */
export type Door = { readonly key: string } | 'ssh' | 'pipe'

/** Nothing but `hello` is answered before it fits. */
export function acceptPeer(wire: LineChannel, answers: RpcHandlers, greeter: Greeter): Peer {
  const { ports } = greeter
  const gated = [...answers].map(([name, answer]): [string, RpcHandler] => [name, afterHello(answer)])
  const waiting = new AbortController()
  const hello: RpcHandler = async (params, peer) => {
    const reply = await greet(params, peer, greeter)
    waiting.abort()
    return reply
  }
  const peer = connectPeer(wire, new Map([...gated, ['hello', hello]]))
  void ports.clock.sleep(HELLO_WITHIN_MS, waiting.signal).then(() => {
    if (!peer.caller) peer.close()
  })
  void peer.closed.then(() => waiting.abort())
  return peer
}

function afterHello(answer: RpcHandler): RpcHandler {
  return async (params, peer) => {
    if (peer.caller) return answer(params, peer)
    throw new AppError('HOST_REFUSED', 'Say hello first.')
  }
}

async function greet(
  params: unknown,
  peer: Peer,
  { ports, label, sinceMs, door }: Greeter,
): Promise<HelloReply> {
  const key = typeof door === 'object' ? door.key : undefined
  const hello = helloSchema.safeParse(params).data
  if (!hello) throw new AppError('HOST_REFUSED', 'That hello was not understood.')
  if (hello.protocol !== PROTOCOL_VERSION) {
    throw new AppError(
      'HOST_REFUSED',
      `The running Lamplighter speaks version ${PROTOCOL_VERSION} of its protocol, and was asked in version ${hello.protocol}.`,
      { hint: 'Update the older of the two, and start the running one again.' },
    )
  }
  // Hashes, so that the time a comparison takes says nothing.
  const fits = (text: string): boolean =>
    key === undefined || ports.random.sha256Hex(text) === ports.random.sha256Hex(key)
  if (!fits(hello.key ?? '')) {
    throw new AppError(
      'HOST_REFUSED',
      'The key does not fit: this is not the same user, or an older host was meant.',
    )
  }
  const isRelay =
    key !== undefined && hello.relay !== undefined && (await isRelayProof(ports, key, hello.relay))
  peer.caller = { ...callerOf(hello, ports.process), overSsh: door === 'ssh' || isRelay }
  const { hostname, pid } = ports.process
  return { protocol: PROTOCOL_VERSION, version: VERSION, host: label, hostname, pid, sinceMs }
}
