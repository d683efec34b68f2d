/** Several machines in memory, joined by wires instead of ssh, and one provider that ends a grant when a used token comes again. */
import type { Core } from '../../app/core.ts'
import '../../app/features/fleet/create-fleet.ts' // loaded in the middle of a test it takes real time, and the clock passes days meanwhile
import { createRpcServer, type RpcServer } from '../../app/host/rpc-server.ts'
import { FakeClock } from '../fakes/clock.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../fakes/model-provider.ts'
import type { FakePorts } from '../fakes/ports.ts'
import { FakeProcess } from '../fakes/process.ts'
import { FakeRandom } from '../fakes/random.ts'
import { FakeRegisters } from '../fakes/registers.ts'
import { FakeSsh } from '../fakes/ssh.ts'
import { Scissors } from '../fakes/wire.ts'
import { credential } from './logins.ts'
import { agentFile, type Booted, HOUR, MemoryMachine } from './memory-machine.ts'

export { HOUR, MINUTE } from './test-machine.ts'
export const PROFILE = 'acme:ada@example.test'
const TOKENS = { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1' }

export class Fleet {
  readonly clock = new FakeClock()
  readonly provider = new ModelProvider()
  readonly machines = new Map<string, FleetMachine>()
  /** What a fleet of theirs shares its logins over. */
  readonly registers = new FakeRegisters()

  machine(name: string, rotation = true): FleetMachine {
    const made = new FleetMachine(this, name, rotation)
    this.machines.set(name, made)
    return made
  }

  /** Two that run. */
  async two(one: string, other: string): Promise<readonly [FleetMachine, FleetMachine]> {
    const both = [this.machine(one), this.machine(other)] as const
    for (const machine of both) await machine.boot()
    return both
  }

  /** One after the other, as time goes by. */
  run<T>(work: Promise<T>): Promise<T> {
    return this.clock.run(work)
  }

  async close(): Promise<void> {
    for (const machine of this.machines.values()) await machine.shutDown()
  }
}

export class FleetMachine extends MemoryMachine {
  readonly name: string
  readonly scissors = new Scissors()
  /** Nobody answers at its address. */
  asleep = false
  /** How far its clock is ahead of the provider's, from the next boot on. */
  aheadMs = 0
  readonly #fleet: Fleet
  #running: (Booted & { readonly counter: RpcServer }) | undefined

  constructor(fleet: Fleet, name: string, rotation: boolean) {
    const id = rotation ? 'acme' : 'google-gemini-cli'
    const { clock, provider } = fleet
    const providers = { [id]: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'client-1' } }
    super({ agents: [], providers, clock, provider })
    this.#fleet = fleet
    this.name = name
  }

  get core(): Core {
    return this.#started.core
  }

  get ports(): FakePorts {
    return this.#started.ports
  }

  get #started(): Booted {
    if (!this.#running) throw new Error(`${this.name} is not running`)
    return this.#running
  }

  override newPorts(pid = 1): FakePorts {
    const ssh = new FakeSsh()
    for (const [name, machine] of this.#fleet.machines) {
      if (name === this.name) continue
      ssh.machines.set(name, (wire) => machine.answer(wire))
    }
    return {
      ...super.newPorts(pid),
      clock: this.aheadMs === 0 ? this.clock : ahead(this.clock, this.aheadMs),
      random: new FakeRandom(`${this.name} ${pid}`, `key of ${this.name}`),
      process: new FakeProcess({ pid, hostname: this.name }),
      ssh,
      registers: this.#fleet.registers,
    }
  }

  /** A new process on the same machine, the one that answers whoever comes. */
  async boot(schedule = false, label = 'lamplighter serve'): Promise<Core> {
    const booted = this.newProcess()
    const { core, ports } = booted
    this.#running = { ...booted, counter: createRpcServer(core, ports, label) }
    await this.run(core.start({ schedule }))
    return core
  }

  /** ssh got here. */
  answer(wire: Parameters<RpcServer['serve']>[0]): void {
    if (this.asleep || !this.#running) wire.close()
    else this.#running.counter.serve(this.scissors.cut(wire), 'ssh')
  }

  async shutDown(): Promise<void> {
    const running = this.#running
    this.#running = undefined
    if (!running) return
    await this.run(running.counter.close())
    await this.run(running.core.close())
    running.end()
  }

  async reboot(schedule = false): Promise<Core> {
    await this.shutDown()
    return this.boot(schedule)
  }

  /** A login in its vault, lapsing in an hour. */
  override async seed(id = PROFILE, tokens = TOKENS): Promise<void> {
    const [, email = ''] = id.split(':')
    const now = this.clock.now()
    const times = { expiresAtMs: now + HOUR, issuedAtMs: now }
    const account = { id: `sub of ${email}`, email }
    await this.addLogin(id, credential({ ...tokens, ...times, scope: ['openid'], account }))
    await this.core.look()
  }

  /** The same login in the files of some OpenClaw agents. */
  async seedAgents(agents: readonly string[], id = PROFILE): Promise<void> {
    const [provider = '', email = ''] = id.split(':')
    const account = { accountId: `sub of ${email}`, email }
    const login = { type: 'oauth', provider, ...TOKENS, expires: this.clock.now() + HOUR, ...account }
    const text = `${JSON.stringify({ version: 1, profiles: { [id]: login } }, null, 2)}\n`
    for (const agent of agents) this.files.put(agentFile(agent), text)
    await this.core.look()
  }

  agent(name: string, id = PROFILE): Record<string, unknown> {
    const { profiles } = JSON.parse(this.files.text(agentFile(name)) ?? '') as {
      profiles: Record<string, Record<string, unknown>>
    }
    return profiles[id] ?? {}
  }

  /** Could this machine send the provider's current refresh token, now or when it goes on with what is on its disk? */
  async canSpend(): Promise<boolean> {
    await this.core.look()
    const current = this.ports.random.fingerprint(this.provider.currentRefreshToken)
    const stored = this.core
      .overview()
      .profiles.some(
        ({ owner, can, fingerprint }) => owner.mode !== 'borrowed' && can.refresh && fingerprint === current,
      )
    const received = this.moves('in').some(({ state, mark }) => state === 'received' && mark === current)
    return stored || received
  }

  moves(direction: 'in' | 'out'): readonly Record<string, string>[] {
    return Object.entries(this.files.all())
      .filter(([path]) => path.includes('/moves/') && path.endsWith(`.${direction}.json`))
      .map(([, text]) => JSON.parse(text) as Record<string, string>)
  }
}

/** The same time going by, another time of day. */
function ahead(clock: FakeClock, ms: number): FakeClock {
  return new Proxy(clock, {
    get(target, name) {
      if (name === 'now') return () => target.now() + ms
      const member = Reflect.get(target, name) as unknown
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
