// A fleet's register under its nodes: what one renewal costs the engine, and when the last node knows. Smaller by default;
// --nodes 5000 --grants 200 is a large fleet, for which a machine needs memory and patience: docs/fleet.md.

import { FleetWatchers } from '../fleet-crowd.mjs'
import { startEngine } from '../fleet-engine.mjs'
import { loadProduct } from '../product.mjs'
import { median, short } from '../stats.mjs'

export const title = 'A fleet: one etcd, and nodes that watch it'
const PREFIX = '/lamplighter/bench/'
const GRANTS = `${PREFIX}grants/`
/** Two sealed parts with their tokens. */
const RECORD_BYTES = 4096
/** Enough for a median: in a large fleet each takes seconds. */
const MOST_RENEWALS = 20
const STEADY_MS = 9_000 // three catch-up reads of each

export async function measure({ isQuick, nodes = isQuick ? 50 : 200, grants = isQuick ? 10 : 20 }) {
  const product = await loadProduct()
  const engine = await startEngine({ product, prefix: PREFIX })
  if (engine.why !== undefined) return { rows: [], notes: [`not measured: ${engine.why}`] }
  const password = { expose: () => engine.address.password }
  const register = product.createRegisters(product.createClock()).open({ ...engine.address, password })
  const watchers = new FleetWatchers(engine.address, GRANTS)
  try {
    const revisions = new Map()
    for (let at = 0; at < grants; at++) {
      const key = `${GRANTS}${at}`
      revisions.set(key, (await register.create(key, record())).revision)
    }
    const before = engine.megabytes()
    const connecting = await costOf(engine, () => watchers.connect(nodes))
    const memory = engine.megabytes() - before
    const renew = async (key) => {
      const revision = await replace(register, key, record(), revisions.get(key))
      revisions.set(key, revision)
      return revision
    }
    const steady = await costOf(engine, () => new Promise((resolve) => setTimeout(resolve, STEADY_MS)))
    const known = []
    const one = await costOf(engine, async () => {
      for (const key of [...revisions.keys()].slice(0, MOST_RENEWALS)) {
        const startedAt = performance.timeOrigin + performance.now()
        known.push((await watchers.know(await renew(key))) - startedAt)
      }
    })
    const burst = await costOf(engine, async () => {
      const all = await Promise.all([...revisions.keys()].map(renew))
      await Promise.all(all.map((revision) => watchers.know(revision)))
    })
    const losses = watchers.losses
    const back = await costOf(engine, async () => {
      await engine.restart()
      await watchers.lost(losses + nodes)
      await watchers.there()
    })
    const backMs = engine.cpuMs() // of the one that was started
    const row = (what, measured) => ({ what, measured, baseline: `${nodes} nodes, ${grants} logins` })
    const idleMs = (steady.cpuMs / STEADY_MS) * (one.ms / known.length)
    const eachMs = Math.max(0, one.cpuMs / known.length - idleMs)
    return {
      rows: [
        row('all connected, a few at a time', `${short(connecting.ms / 1000)} s`),
        row('the engine for each that connects', `${short(connecting.cpuMs / nodes)} ms of a core`),
        row('memory of the engine for each node', `${short((memory * 1024) / nodes)} KB`),
        row('the engine while nothing happens', `${short(steady.cpuMs / STEADY_MS)} of a core`),
        row('the engine for one renewal', `${short(eachMs)} ms of a core`),
        row('bytes from the engine for one renewal', `${short(one.bytes / known.length / 1024)} KB`),
        row('a renewal is known to the last node, median', `${short(median(known))} ms`),
        row('the same, the slowest', `${short(Math.max(...known))} ms`),
        row('all logins renewed at once: known to the last node', `${short(burst.ms)} ms`),
        row('the engine meanwhile', `${short(burst.cpuMs)} ms of a core`),
        row('how often a node got no answer in time', `${losses}`),
        row('the engine killed and started: all are there again', `${short(back.ms / 1000)} s`),
        row('the engine for that', `${short(backMs)} ms of a core`),
      ],
      notes: [
        'engine, nodes and writer share this machine',
        `the processes of the nodes were held up for up to ${short(watchers.latestMs)} ms`,
      ],
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

/** Again where nobody heard what became of it: a busy engine is slow to answer. */
async function replace(register, key, value, before) {
  for (;;) {
    try {
      const made = await register.replace(key, value, before)
      return made.kind === 'written' ? made.revision : made.now.revision
    } catch (error) {
      if (error.name !== 'RegisterFailure') throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

async function costOf(engine, work) {
  const [cpuMs, bytes, startedAtMs] = [engine.cpuMs(), engine.bytesOut(), performance.now()]
  await work()
  return {
    cpuMs: engine.cpuMs() - cpuMs,
    bytes: engine.bytesOut() - bytes,
    ms: performance.now() - startedAtMs,
  }
}
