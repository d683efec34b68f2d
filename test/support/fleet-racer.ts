/**
 * A process of a fleet's node, for tests: renews one shared login whenever it has lapsed, until its tokens are of a given
 * generation, and says each generation it has. The first argument is what it is told, as JSON.
 */

import type { Clock } from '../../app/base/ports.ts'
import type { Register, RegisterAddress } from '../../app/base/register.ts'
import { FleetNode } from '../../app/engine/fleet/fleet-node.ts'
import { Secret } from '../../app/model/secret.ts'
import { createEtcd } from '../../app/platform/fleet/etcd.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { createBoot } from '../../app/platform/process/boot.ts'
import { fleetKeys, fleetProvider } from './fleet-keys.ts'

export interface RacerOrders {
  readonly etcd: Omit<RegisterAddress, 'password'> & { readonly password: string }
  readonly node: string
  readonly tokenEndpoint: string
  readonly id: string
  readonly untilGeneration: number
  /** How much faster its time goes by; 1 when absent. */
  readonly speed?: number
  /** Stops itself (SIGSTOP) as soon as it has a ticket, as a machine does that falls asleep. */
  readonly stopsWithTicket?: boolean
}

const orders = JSON.parse(process.argv[2] ?? '') as RacerOrders
const { speed = 1 } = orders
const plain = createNodePorts({ label: 'fleet racer' })
const began = Date.now()
const clock: Clock = {
  now: () => began + (plain.clock.now() - began) * speed,
  sleep: (ms, signal) => plain.clock.sleep(ms / speed, signal),
}
const ports = { ...plain, clock }
const etcd = createEtcd({ ...orders.etcd, password: new Secret(orders.etcd.password) }, plain.clock)
const register: Register = {
  ...etcd,
  async create(key, value) {
    const made = await etcd.create(key, value)
    if (orders.stopsWithTicket && key.includes('/tickets/') && made.kind === 'written') {
      process.stdout.write(`${JSON.stringify({ kind: 'stops' })}\n`, () =>
        process.kill(process.pid, 'SIGSTOP'),
      )
      await new Promise((resolve) => setTimeout(resolve, 100)) // it is stopped in between
    }
    return made
  },
}
const node = new FleetNode({
  ports,
  boot: { id: createBoot().id, uptimeMs: () => createBoot().uptimeMs() * speed },
  node: orders.node,
  name: 'test',
  register,
  keys: fleetKeys(),
  resolve: async () => fleetProvider(orders.tokenEndpoint),
})
await node.start()

let told = 0
while (told < orders.untilGeneration) {
  const login = node.login(orders.id)?.credential
  if (login && login.generation > told) {
    told = login.generation
    process.stdout.write(`${JSON.stringify({ generation: told })}\n`)
  }
  if (login && (login.expiresAtMs ?? 0) > clock.now()) await ports.clock.sleep(20)
  else {
    const outcome = await node.refresh(orders.id, login ?? { generation: 0 })
    process.stdout.write(`${JSON.stringify({ kind: outcome.kind })}\n`)
    if (outcome.kind === 'rejected') break
    if (outcome.kind === 'retry') await ports.clock.sleep(100)
  }
}
await node.stop()
