// Some nodes of a fleet, as its register sees them: each has a connection of its own and watches what is shared. Says of
// each revision when the last of them knew it.
import { loadProduct } from './product.mjs'

const { createRegisters, createClock } = await loadProduct()
const { address, prefix, nodes } = JSON.parse(process.argv[2])
const known = new Map()
let level = 0

for (let at = 0; at < nodes; at++) {
  const password = { expose: () => address.password }
  const register = createRegisters(createClock()).open({ ...address, password })
  register.watch(prefix, 0, (change) => {
    if (change.kind === 'level' && ++level === nodes) process.send({ ready: true })
    if (change.kind !== 'changed') return
    const { revision } = change.record
    const count = (known.get(revision) ?? 0) + 1
    known.set(revision, count)
    if (count === nodes) process.send({ revision, atMs: performance.timeOrigin + performance.now() })
  })
  await new Promise((resolve) => setTimeout(resolve, 2)) // the machine has other things to do as well
}
process.on('disconnect', () => process.exit(0))
