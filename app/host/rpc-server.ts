/** The counter at which a core is asked, whatever wire somebody comes by: socket, ssh, a pipe, this very process. */

import { AppError } from '../base/errors.ts'
import type { LineChannel, Ports } from '../base/ports.ts'
import type { Core } from '../core.ts'
import { acceptPeer, type Door } from '../rpc/handshake-server.ts'
import type { Peer, RpcHandler, RpcHandlers } from '../rpc/peer.ts'
import { createEvents } from './events.ts'
import { hostHandlers } from './handlers.ts'

/** The longest refresh is a 30 s call and its writes. Who asked for more has to ask again. */
export const ANSWER_WITHIN_MS = 35_000

export interface RpcServer {
  serve(wire: LineChannel, door: Door): Peer
  /** Answers what was asked, nothing more, and closes every wire. */
  close(): Promise<void>
}

/** @param label what it calls itself */
export function createRpcServer(core: Core, ports: Ports, label: string): RpcServer {
  const events = createEvents(core)
  const sinceMs = ports.clock.now()
  const peers = new Set<Peer>()
  const ending = new AbortController()

  const untilClosing = (answer: RpcHandler): RpcHandler => {
    return async (params, peer) => {
      if (ending.signal.aborted) throw new AppError('HOST_GONE', 'This Lamplighter is about to end.')
      return answer(params, peer)
    }
  }
  const answers = new Map(
    [...hostHandlers(core, events, ending.signal), ...overSshAlone(core.nodes.answers)].map(
      ([name, answer]) => [name, untilClosing(answer)] as const,
    ),
  )

  return {
    serve(wire, door) {
      const peer = acceptPeer(wire, answers, { ports, label, sinceMs, door })
      peers.add(peer)
      // Whoever goes away while an exchange is made for them: it is waited for like any other.
      void peer.closed.then(() => peer.idle()).then(() => peers.delete(peer))
      return peer
    },
    async close() {
      ending.abort()
      const answered = new AbortController()
      const all = Promise.all([...peers].map((peer) => peer.idle())).then(() => answered.abort())
      await Promise.race([all, ports.clock.sleep(ANSWER_WITHIN_MS, answered.signal)])
      events.close()
      for (const peer of peers) peer.close()
    },
  }
}

/** What machines ask of each other can hand out a refresh token: no program on the local socket gets that. */
function overSshAlone(answers: RpcHandlers): RpcHandlers {
  return new Map(
    [...answers].map(([name, answer]): [string, RpcHandler] => [
      name,
      async (params, peer) => {
        if (peer.caller?.overSsh) return answer(params, peer)
        throw new AppError('HOST_REFUSED', `"${name}" is for another machine, through ssh.`, {
          hint: 'A program asks for access tokens: call "token".',
        })
      },
    ]),
  )
}
