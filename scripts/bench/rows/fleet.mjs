// A fleet's register under its nodes: what one renewal costs the engine, and when the last node knows. Smaller by default;
// --nodes 5000 --grants 200 is a large fleet, for which one machine needs memory (about 100 KB for each node, twice).
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { startEngine } from '../fleet-engine.mjs'
import { loadProduct } from '../product.mjs'
import { median, short } from '../stats.mjs'

export const title = 'A fleet: one etcd, and nodes that watch it'
const PREFIX = '/lamplighter/bench/'
const GRANTS = `${PREFIX}grants/`
/** Two sealed parts with their tokens. */
const RECORD_BYTES = 4096
const NODES_IN_A_PROCESS = 250
const STEADY_MS = 9_000 // three catch-up reads of each

export async function measure({ isQuick, nodes = isQuick ? 50 : 200, grants = isQuick ? 10 : 20 }) {
  const product = await loadProduct()
  const engine = await startEngine({ product, prefix: PREFIX })
  if (engine.why !== undefined) return { rows: [], notes: [`not measured: ${engine.why}`] }
  const password = { expose: () => engine.address.password }
  const register = product.createRegisters(product.createClock()).open({ ...engine.address, password })
  const watchers = new Watchers()
  try {
    const revisions = new Map()
    for (let at = 0; at < grants; at++) {
      const key = `${GRANTS}${at}`
      revisions.set(key, (await register.create(key, record())).revision)
    }
    const before = engine.megabytes()
    await watchers.start(engine.address, nodes)
    const memory = engine.megabytes() - before
    const renew = async (key) => {
      const { revision } = await register.replace(key, record(), revisions.get(key))
      revisions.set(key, revision)
      return revision
    }
    const steady = await costOf(engine, () => new Promise((resolve) => setTimeout(resolve, STEADY_MS)))
    const known = []
    const one = await costOf(engine, async () => {
      for (const key of revisions.keys()) {
        const startedAt = performance.timeOrigin + performance.now()
        known.push((await watchers.know(await renew(key))) - startedAt)
      }
    })
    const startedAt = performance.timeOrigin + performance.now()
    const burst = await costOf(engine, async () => {
      const all = await Promise.all([...revisions.keys()].map(renew))
      await Promise.all(all.map((revision) => watchers.know(revision)))
    })
    const burstMs = performance.timeOrigin + performance.now() - startedAt
    const row = (what, measured) => ({ what, measured, baseline: `${nodes} nodes, ${grants} logins` })
    const watchingMs = (steady.cpuMs / STEADY_MS) * (known.reduce((a, b) => a + b, 0) / grants)
    return {
      rows: [
        row('memory of the engine for each node', `${short((memory * 1024) / nodes)} KB`),
        row('the engine while nothing happens', `${short(steady.cpuMs / STEADY_MS)} of a core`),
        row(
          'the engine for one renewal',
          `${short(Math.max(0, one.cpuMs / grants - watchingMs))} ms of a core`,
        ),
        row('bytes from the engine for one renewal', `${short(one.bytes / grants / 1024)} KB`),
        row('a renewal is known to the last node, median', `${short(median(known))} ms`),
        row('the same, the slowest', `${short(Math.max(...known))} ms`),
        row('all logins renewed at once: known to the last node', `${short(burstMs)} ms`),
        row('the engine meanwhile', `${short(burst.cpuMs)} ms of a core`),
      ],
      notes: ['engine, nodes and writer share this machine'],
    }
  } finally {
    watchers.close()
    await register.close()
    await engine.close()
  }
}

function record() {
  return `${Math.random()}`.padEnd(RECORD_BYTES, 'x')
}

async function costOf(engine, work) {
  const [cpuMs, bytes] = [engine.cpuMs(), engine.bytesOut()]
  await work()
  return { cpuMs: engine.cpuMs() - cpuMs, bytes: engine.bytesOut() - bytes }
}

class Watchers {
  #children = []
  #known = new Map()
  #waiting = new Map()

  async start(address, nodes) {
    for (let left = nodes; left > 0; left -= NODES_IN_A_PROCESS) {
      const orders = { address, prefix: GRANTS, nodes: Math.min(left, NODES_IN_A_PROCESS) }
      const child = fork(join(import.meta.dirname, '..', 'fleet-watchers.mjs'), [JSON.stringify(orders)])
      this.#children.push(child)
      await once(child, 'message') // it is ready
      child.on('message', ({ revision, atMs }) => this.#hear(revision, atMs))
    }
  }

  /** When the last of all knew it. */
  know(revision) {
    return new Promise((resolve) => {
      this.#waiting.set(revision, resolve)
      this.#look(revision)
    })
  }

  close() {
    for (const child of this.#children) child.disconnect()
  }

  #hear(revision, atMs) {
    this.#known.set(revision, [...(this.#known.get(revision) ?? []), atMs])
    this.#look(revision)
  }

  #look(revision) {
    const told = this.#known.get(revision) ?? []
    if (told.length === this.#children.length) this.#waiting.get(revision)?.(Math.max(...told))
  }
}
