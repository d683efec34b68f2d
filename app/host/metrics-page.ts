/** `metricsPort` of config.json: while it is set, a host shows its metrics on this machine's loopback address. */

import { toFailure } from '../base/errors.ts'
import type { LocalServer } from '../base/local-http.ts'
import type { Ports } from '../base/ports.ts'
import type { Core } from '../core.ts'
import { loginLabel, nodeLabel } from '../features/metrics/login-label.ts'

export interface MetricsPage {
  /** Follows the settings from now on. */
  start(): Promise<void>
  close(): Promise<void>
}

export function createMetricsPage(
  core: Core,
  ports: Pick<Ports, 'clock' | 'localHttp' | 'log' | 'random'>,
): MetricsPage {
  let shown: { readonly port: number; readonly page: LocalServer } | undefined
  let last: Promise<void> = Promise.resolve()
  let isClosed = false
  const off: (() => void)[] = []

  async function follow(): Promise<void> {
    const wanted = isClosed ? undefined : core.settings().metricsPort
    if (wanted === shown?.port) return
    await shown?.page.close()
    shown = undefined
    if (wanted === undefined) return
    try {
      shown = { port: wanted, page: await show(wanted) }
    } catch (error) {
      ports.log.warn('the metrics cannot be shown', { port: wanted, ...toFailure(error) })
    }
  }

  async function show(port: number): Promise<LocalServer> {
    const { createMetrics } = await import('../features/metrics/metrics.ts') // nobody else needs the library
    const metrics = createMetrics(
      (id) => loginLabel(ports.random, id),
      (node) => nodeLabel(ports.random, node),
    )
    off.push(core.on('history', (event) => metrics.hear(event)))
    return ports.localHttp.serve({ port }, async ({ method, path }) => {
      if (path !== '/metrics') return { status: 404 }
      if (method !== 'GET') return { status: 405, headers: { allow: 'GET' } }
      const body = await metrics.text({ ...core.overview(), atMs: ports.clock.now() }, core.fleet.metrics())
      return { status: 200, type: metrics.type, body }
    })
  }

  const inTurn = (): Promise<void> => {
    last = last.then(follow)
    return last
  }
  return {
    async start() {
      off.push(core.on('settings', () => void inTurn()))
      await inTurn()
    },
    async close() {
      isClosed = true
      for (const stop of off.splice(0)) stop()
      await inTurn()
    },
  }
}
