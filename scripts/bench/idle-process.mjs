// `idle-process.mjs empty|core MS`, fork()ed: waits that long, and says what it cost.
import { loadProduct } from './product.mjs'

const [what, idleMs] = process.argv.slice(2)
const product = await loadProduct() // both carry the same code
let core
let loadMs = 0
if (what === 'core') {
  core = product.createCore(product.createNodePorts({ label: 'bench', logLevel: 'silent' }))
  const startedAtMs = performance.now()
  await core.start({ schedule: true })
  loadMs = performance.now() - startedAtMs
}
await pause(10_000) // what starting has begun is over
globalThis.gc()
const heapBytes = process.memoryUsage().heapUsed
const before = process.cpuUsage()
await pause(Number(idleMs))
const { user, system } = process.cpuUsage(before)
const profiles = core?.overview().profiles.length ?? 0
await core?.close()
process.send({ loadMs, heapBytes, profiles, cpuMs: (user + system) / 1000 })
process.disconnect()

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
