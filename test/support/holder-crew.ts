/**
 * A process with several whole Lamplighters, for tests: each on a home of its own, where OpenClaw's files hold what the fleet
 * shares. It joins where it has not, keeps everything alive, and says what it has. The first argument is what it is told,
 * as JSON; it ends when its standard input does.
 */
import type { Ports } from '../../app/base/ports.ts'
import { createCore } from '../../app/core.ts'
import { MembershipFile } from '../../app/features/fleet/membership.ts'
import { createClock } from '../../app/platform/clock.ts'
import { type CrewWord, tellingTickets } from './crew-word.ts'
import { accessOf, generationIn } from './openclaw-holders.ts'
import { type Pace, quickPorts } from './quick-ports.ts'

interface Node {
  readonly name: string
  readonly env: Readonly<Record<string, string>>
  readonly invitation: string
}

export interface HolderOrders {
  /** By which this process reaches the register. */
  readonly members: readonly string[]
  readonly nodes: readonly Node[]
  /** Names of what is shared. */
  readonly grants: readonly string[]
  readonly pace: Pace
}

const TICK_MS = 100

const orders = JSON.parse(process.argv[2] ?? '') as HolderOrders
const over = new AbortController()
process.stdin.on('end', () => over.abort()).resume()

function say(word: CrewWord): void {
  process.stdout.write(`${JSON.stringify(word)}\n`)
}

/** Its network: the register by ways of its own. */
function portsOf(name: string, env: NodeJS.ProcessEnv, pace: Pace): Ports {
  const ports = quickPorts(name, env, pace)
  const { registers } = ports
  return {
    ...ports,
    registers: {
      ...registers,
      open: (address) =>
        tellingTickets(registers.open({ ...address, members: orders.members }), () =>
          say({ node: name, ticketAtMs: Date.now() }),
        ),
    },
  }
}

/** In plain time, as a command does: nothing happens to anybody yet. */
async function join({ name, env, invitation }: Node): Promise<void> {
  const ports = portsOf(name, env, { ...orders.pace, speed: 1 })
  if (await new MembershipFile(ports).read()) return
  const core = createCore(ports)
  await core.start({ schedule: false })
  await core.fleet.join(invitation, name, { onAsked: () => undefined, signal: over.signal })
  await core.close()
}

async function run({ name, env }: Node): Promise<void> {
  const core = createCore(portsOf(name, env, orders.pace))
  core.on('history', ({ kind, account }) => {
    if (kind === 'refreshed') say({ node: name, grant: account, outcome: kind })
  })
  await core.start({ schedule: true })
  const told = new Map<string, number>()
  while (!over.signal.aborted) {
    for (const grant of orders.grants) {
      const generation = generationIn(accessOf(core, grant))
      if (generation !== undefined && generation !== told.get(grant)) say({ node: name, grant, generation })
      if (generation !== undefined) told.set(grant, generation)
    }
    await createClock().sleep(TICK_MS, over.signal)
  }
  await core.close()
}

await Promise.all(
  orders.nodes.map(async (node) => {
    await join(node)
    await run(node)
  }),
)
process.exit(0)
