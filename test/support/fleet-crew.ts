/**
 * A process with several nodes of a fleet, for tests: each renews what is shared whenever it has lapsed, and says what it
 * has. The first argument is what it is told, as JSON; it ends when its standard input does.
 */
import type { RegisterAddress } from '../../app/base/register.ts'
import { FleetNode } from '../../app/engine/fleet/fleet-node.ts'
import { Secret } from '../../app/model/secret.ts'
import { createClock } from '../../app/platform/clock.ts'
import { createRegisters } from '../../app/platform/fleet/registers.ts'
import { type CrewWord, tellingTickets } from './crew-word.ts'
import { fleetKeys, fleetProvider } from './fleet-keys.ts'
import { quickClock, quickPorts } from './quick-ports.ts'

export interface CrewOrders {
  readonly register: Omit<RegisterAddress, 'password'> & { readonly password: string }
  /** Each with a home of its own. */
  readonly nodes: readonly { readonly name: string; readonly home: string }[]
  /** Ids of what is shared. */
  readonly grants: readonly string[]
  readonly endpoint: string
  /** How much faster its time goes by. */
  readonly speed: number
  /** How far its clock is ahead, in its own time. */
  readonly aheadMs?: number
}

const MOST_AT_ONCE = 4
const TICK_MS = 50

const orders = JSON.parse(process.argv[2] ?? '') as CrewOrders
const over = new AbortController()
process.stdin.on('end', () => over.abort()).resume()
const pace = { ...orders, beganMs: Date.now() }

function say(word: CrewWord): void {
  process.stdout.write(`${JSON.stringify(word)}\n`)
}

async function start(name: string, home: string): Promise<FleetNode> {
  const ports = quickPorts(name, { ...process.env, LAMPLIGHTER_HOME: home }, pace)
  const { password, ...address } = orders.register
  const register = createRegisters(createClock()).open({ ...address, password: new Secret(password) })
  const node = new FleetNode({
    ports,
    boot: ports.boot,
    node: name,
    name: 'test',
    register: tellingTickets(register, () => say({ node: name, ticketAtMs: Date.now() })),
    keys: fleetKeys(),
    resolve: async () => fleetProvider(orders.endpoint),
  })
  await node.start()
  return node
}

/** Every grant by itself, some of them at once. */
async function work(name: string, node: FleetNode): Promise<void> {
  const clock = quickClock(createClock(), pace)
  const told = new Map<string, number>()
  const busy = new Set<string>()
  const notBefore = new Map<string, number>()
  const renew = async (grant: string, generation: number): Promise<void> => {
    busy.add(grant)
    const outcome = await node.refresh(grant, { generation })
    say({ node: name, grant, outcome: outcome.kind })
    const restMs = outcome.kind === 'retry' ? 2_000 : outcome.kind === 'rejected' ? 60_000 : 0
    notBefore.set(grant, clock.now() + restMs)
    busy.delete(grant)
  }
  while (!over.signal.aborted) {
    for (const grant of orders.grants) {
      const login = node.login(grant)?.credential
      if (!login) continue
      if (login.generation !== told.get(grant)) say({ node: name, grant, generation: login.generation })
      told.set(grant, login.generation)
      const isDue = (login.expiresAtMs ?? 0) <= clock.now() && (notBefore.get(grant) ?? 0) <= clock.now()
      if (isDue && !busy.has(grant) && busy.size < MOST_AT_ONCE) void renew(grant, login.generation)
    }
    await createClock().sleep(TICK_MS * (0.5 + Math.random()), over.signal)
  }
  await node.stop()
}

await Promise.all(orders.nodes.map(async ({ name, home }) => work(name, await start(name, home))))
process.exit(0)
