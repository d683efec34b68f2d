// Some nodes of a fleet, as its register sees them: each has a connection of its own, reads what is shared and watches it.
// A few connect at a time: all at once would wait for each other until they give up, and come again. Says when one is there,
// loses the engine and has it again, of each revision when the last of them knew it, and how late this process itself is.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { loadProduct } from './product.mjs'

const CONNECTING_AT_ONCE = 4
const LATENESS_EVERY_MS = 2_000

const { createRegisters, createClock } = await loadProduct()
const { address, prefix, nodes } = JSON.parse(process.argv[2])
const known = new Map()
const registers = createRegisters(createClock())
let left = nodes

process.on('disconnect', () => process.exit(0))
const lateness = monitorEventLoopDelay()
lateness.enable()
setInterval(() => {
  say({ lateMs: lateness.max / 1e6 })
  lateness.reset()
}, LATENESS_EVERY_MS)
await Promise.all(Array.from({ length: CONNECTING_AT_ONCE }, connectOnes))

async function connectOnes() {
  while (left > 0) {
    left--
    await connect()
    say({ connected: 1 })
  }
}

/** As a node does: a read of everything, then news. */
async function connect() {
  const register = registers.open({ ...address, password: { expose: () => address.password } })
  const { revision } = await again(() => register.list(prefix))
  let isThere = false
  await new Promise((resolve) => {
    register.watch(prefix, revision, (change) => {
      if (change.kind === 'level') {
        say({ there: 1 })
        resolve()
      }
      if (change.kind === 'behind' && isThere) say({ there: -1, why: change.failure.message })
      if (change.kind !== 'changed') isThere = change.kind === 'level'
      if (change.kind === 'changed') tell(change.record.revision)
    })
  })
}

async function again(work) {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (error.name !== 'RegisterFailure') throw error
      await new Promise((resolve) => setTimeout(resolve, 1000 * (0.5 + Math.random())))
    }
  }
}

function tell(revision) {
  const count = (known.get(revision) ?? 0) + 1
  known.set(revision, count)
  if (count < nodes) return
  known.delete(revision)
  say({ revision, atMs: performance.timeOrigin + performance.now() })
}

function say(message) {
  process.send(message, () => undefined) // whoever does not listen any more has ended: so does this process, in a moment
}
