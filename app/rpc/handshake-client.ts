/** The caller's side of the greeting. */

import { AppError } from '../base/errors.ts'
import type { LineChannel, Ports } from '../base/ports.ts'
import { connectPeer, type Peer } from './peer.ts'
import {
  type Hello,
  type HelloReply,
  type HostCallName,
  type HostCalls,
  PROTOCOL_VERSION,
} from './protocol.ts'

/** A host that is stopped (SIGSTOP, a debugger) still lets callers in, and says nothing. */
const REPLY_WITHIN_MS = 3_000

/** Somebody who has said hello to us, and takes our calls. */
export interface AskedHost {
  readonly peer: Peer
  readonly who: HelloReply
  /** As Peer.call(), with the types of protocol.ts. */
  ask<N extends HostCallName>(name: N, params: HostCalls[N]['params']): Promise<HostCalls[N]['result']>
}

/** @throws AppError HOST_REFUSED, HOST_GONE; the wire is closed then */
export async function handshake(
  wire: LineChannel,
  me: Omit<Hello, 'protocol'>,
  clock: Ports['clock'],
  withinMs: number = REPLY_WITHIN_MS,
): Promise<AskedHost> {
  const peer = connectPeer(wire)
  const answered = new AbortController()
  const late = clock.sleep(withinMs, answered.signal).then(() => {
    throw new AppError('HOST_GONE', 'The running Lamplighter does not answer.')
  })
  try {
    const reply = peer.call('hello', { protocol: PROTOCOL_VERSION, ...me } satisfies Hello)
    const who = (await Promise.race([reply, late])) as HelloReply
    return { peer, who, ask: async (name, params) => (await peer.call(name, params)) as never }
  } catch (error) {
    peer.close()
    throw error
  } finally {
    late.catch(() => undefined) // it throws when it is woken, too
    answered.abort()
  }
}

/** The host that runs on this machine. @returns undefined when none does, or it does not take us */
export async function findHost(
  ports: Pick<Ports, 'clock' | 'log' | 'process' | 'socket'>,
  withinMs?: number,
): Promise<AskedHost | undefined> {
  try {
    const wire = await ports.socket.connect()
    if (!wire) return undefined
    const { label, pid } = ports.process
    return await handshake(wire, { key: wire.key, process: label, pid }, ports.clock, withinMs)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ports.log.info('the running host was not asked', { error })
    return undefined
  }
}
