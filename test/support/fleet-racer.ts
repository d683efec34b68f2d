/**
 * A process of a fleet's node, for tests: renews one shared login whenever it has lapsed, until its tokens are of a given
 * generation, and says each generation it has. The first argument is what it is told, as JSON.
 */

import type { RegisterAddress } from '../../app/base/ports.ts'
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
}

const orders = JSON.parse(process.argv[2] ?? '') as RacerOrders
const ports = createNodePorts({ label: 'fleet racer' })
const register = createEtcd({ ...orders.etcd, password: new Secret(orders.etcd.password) }, ports.clock)
const node = new FleetNode({
  ports,
  boot: createBoot(),
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
  if (login && (login.expiresAtMs ?? 0) > Date.now()) await ports.clock.sleep(20)
  else {
    const outcome = await node.refresh(orders.id, login ?? { generation: 0 })
    process.stdout.write(`${JSON.stringify({ kind: outcome.kind })}\n`)
    if (outcome.kind === 'rejected') break
    if (outcome.kind === 'retry') await ports.clock.sleep(100)
  }
}
await node.stop()
