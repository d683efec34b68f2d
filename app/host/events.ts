/** Who listens to which events of the core, and is told until it lets go. */
import type { Core } from '../core.ts'
import { type Endangered, turnOf } from '../model/expiring.ts'
import type { Peer } from '../rpc/peer.ts'
import type { HostEventName, HostEvents } from '../rpc/protocol.ts'

export interface Events {
  /** From now on; whoever comes late is told at once which tokens are about to lapse. */
  listen(peer: Peer, names: readonly HostEventName[]): void
  close(): void
}

export function createEvents(core: Core): Events {
  const listeners = new Map<Peer, Set<HostEventName>>()
  let endangered: Endangered = new Map()

  function tell<N extends HostEventName>(name: N, payload: HostEvents[N]): void {
    for (const [peer, names] of listeners) if (names.has(name)) peer.tell(name, payload)
  }

  const off = [
    core.on('history', (event) => tell('history', event)),
    core.on('overview', (overview) => {
      tell('overview', overview)
      const turn = turnOf(endangered, overview)
      endangered = turn.endangered
      for (const one of turn.expiring) tell('expiring', one)
      for (const one of turn.usable) tell('usable', one)
    }),
  ]
  return {
    listen(peer, names) {
      const wanted = listeners.get(peer) ?? new Set()
      const isNew = names.includes('expiring') && !wanted.has('expiring')
      if (listeners.size === 0) endangered = turnOf(endangered, core.overview()).endangered
      for (const name of names) wanted.add(name)
      if (!listeners.has(peer)) void peer.closed.then(() => listeners.delete(peer))
      listeners.set(peer, wanted)
      if (isNew) for (const one of endangered.values()) peer.tell('expiring', one)
    },
    close() {
      for (const stop of off) stop()
      listeners.clear()
    },
  }
}
