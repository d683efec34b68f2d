/**
 * A running host: answers whoever of the same user asks at the local socket. Of several on a machine one listens; the
 * others try again, so that the socket is served while any of them runs.
 */

import { messageOf } from '../base/errors.ts'
import type { HostListening, Ports } from '../base/ports.ts'
import type { Core } from '../core.ts'
import { BusFace } from './bus-face.ts'
import { DoorKeeper } from './door-keeper.ts'
import { createMetricsPage } from './metrics-page.ts'
import { createRpcServer } from './rpc-server.ts'

/** A host that was killed is missed for so long; its callers do without it meanwhile. */
const TRY_AGAIN_MS = 5_000

export interface Host {
  /** Resolves when it listens, or knows that another host does. Trouble goes to the log: the core works without. */
  start(): Promise<void>
  /** Whether this host, and not another, is asked. */
  readonly listening: boolean
  /** Why nobody can ask this host; undefined while it listens, or another one does. */
  readonly trouble: string | undefined
  /** Answers the calls under way, then lets go. Before core.close(). */
  close(): Promise<void>
}

/** @param label what it calls itself: "Lamplighter", "lamplighter serve" */
export function createHost(core: Core, ports: Ports, label: string): Host {
  const counter = createRpcServer(core, ports, label)
  const metrics = createMetricsPage(core, ports)
  const doors = new DoorKeeper(core, ports)
  const bus = new BusFace(core, ports)
  const stopped = new AbortController()
  let listening: HostListening | undefined
  let trying: Promise<void> = Promise.resolve()
  let unwell: string | undefined

  async function attempt(): Promise<void> {
    try {
      listening = await ports.socket.listen((wire, key) => counter.serve(wire, { key }))
      unwell = undefined
      await doors.start()
      await bus.start()
    } catch (error) {
      const why = messageOf(error)
      if (why !== unwell) ports.log.warn('nobody can ask this host', { why })
      unwell = why
    }
  }

  async function keepTrying(): Promise<void> {
    while (!listening && !stopped.signal.aborted) {
      await ports.clock.sleep(TRY_AGAIN_MS, stopped.signal)
      if (!stopped.signal.aborted) await attempt()
    }
  }

  return {
    get listening() {
      return listening !== undefined
    },
    get trouble() {
      return unwell
    },
    async start() {
      const first = attempt()
      trying = first.then(keepTrying)
      await first
      await metrics.start()
    },
    async close() {
      stopped.abort()
      await metrics.close()
      await doors.close()
      await trying
      await bus.close()
      await listening?.close().catch((error: unknown) => {
        ports.log.warn('the record of this host could not be removed', { why: messageOf(error) })
      })
      listening = undefined
      await counter.close()
    },
  }
}
