/** Several machines in memory, joined by wires instead of ssh, and one provider that ends a grant when a used token comes again. */
import { type Core, createCore } from '../../app/core.ts'
import type { RpcServer } from '../../app/host/rpc-server.ts'
import { createRpcServer } from '../../app/host/rpc-server.ts'
import { Secret } from '../../app/model/secret.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import { FakeClock } from '../fakes/clock.ts'
import { FakeFiles } from '../fakes/files.ts'
import { FakeHttp } from '../fakes/http.ts'
import { FakeLock } from '../fakes/lock.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../fakes/ports.ts'
import { FakeProcess } from '../fakes/process.ts'
import { FakeRandom } from '../fakes/random.ts'
import { FakeSsh } from '../fakes/ssh.ts'
import { Scissors } from '../fakes/wire.ts'

export const HOUR = 3_600_000

export class Fleet {
  readonly clock = new FakeClock()
  readonly provider = new ModelProvider()
  readonly machines = new Map<string, Machine>()

  machine(name: string, rotation = true): Machine {
    const made = new Machine(this, name, rotation)
    this.machines.set(name, made)
    return made
  }

  /** One after the other, as time goes by. */
  run<T>(work: Promise<T>): Promise<T> {
    return this.clock.run(work)
  }

  async close(): Promise<void> {
    for (const machine of this.machines.values()) await machine.shutDown()
  }
}

export class Machine {
  readonly files: FakeFiles
  readonly name: string
  readonly scissors = new Scissors()
  /** Nobody answers at its address. */
  asleep = false
  /** How far its clock is ahead of the provider's, from the next boot on. */
  aheadMs = 0
  readonly #fleet: Fleet
  readonly #lock = new FakeLock()
  #boots = 0
  #running: { readonly core: Core; readonly ports: FakePorts; readonly counter: RpcServer } | undefined

  constructor(fleet: Fleet, name: string, rotation: boolean) {
    this.#fleet = fleet
    this.name = name
    this.files = new FakeFiles(() => fleet.clock.now())
    const provider = { tokenEndpoint: MODEL_ENDPOINT, clientId: 'client-1' }
    const id = rotation ? 'acme' : 'google-gemini-cli'
    this.files.put(FAKE_PATHS.config, JSON.stringify({ providers: { [id]: provider } }))
  }

  get core(): Core {
    if (!this.#running) throw new Error(`${this.name} is not running`)
    return this.#running.core
  }

  get ports(): FakePorts {
    if (!this.#running) throw new Error(`${this.name} is not running`)
    return this.#running.ports
  }

  /** A new process on the same machine. */
  async boot(schedule = false, label = 'lamplighter serve'): Promise<Core> {
    const { clock, provider, machines } = this.#fleet
    const ssh = new FakeSsh()
    for (const [name, machine] of machines) {
      if (name === this.name) continue
      ssh.machines.set(name, (wire) => machine.answer(wire))
    }
    const ports = createFakePorts({
      clock: this.aheadMs === 0 ? clock : ahead(clock, this.aheadMs),
      files: this.files,
      lock: this.#lock,
      http: new FakeHttp(),
      random: new FakeRandom(`${this.name} ${this.#boots++}`, `key of ${this.name}`),
      process: new FakeProcess({ pid: 100 + this.#boots, hostname: this.name }),
      ssh,
    })
    provider.serve(ports.http)
    const core = createCore(ports)
    this.#running = { core, ports, counter: createRpcServer(core, ports, label) }
    await this.#fleet.run(core.start({ schedule }))
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
    await this.#fleet.run(running.counter.close())
    await this.#fleet.run(running.core.close())
  }

  async reboot(schedule = false): Promise<Core> {
    await this.shutDown()
    return this.boot(schedule)
  }

  /** A login in its vault, lapsing in an hour. */
  async seed(
    id = 'acme:ada@example.test',
    tokens = { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1' },
  ): Promise<void> {
    const [provider = 'acme', email = ''] = id.split(':')
    await createVault(this.ports).add({
      id,
      provider,
      credential: {
        kind: 'oauth',
        accessToken: new Secret(tokens.access),
        refreshToken: new Secret(tokens.refresh),
        expiresAtMs: this.#fleet.clock.now() + HOUR,
        issuedAtMs: this.#fleet.clock.now(),
        scope: ['openid'],
        account: { id: `sub of ${email}`, email },
        generation: 1,
      },
    })
    await this.core.look()
  }

  /** The same login in the files of some OpenClaw agents. */
  async seedAgents(agents: readonly string[], id = 'acme:ada@example.test'): Promise<void> {
    const [provider = 'acme', email = ''] = id.split(':')
    const login = {
      type: 'oauth',
      provider,
      access: 'CANARY-access-1',
      refresh: 'CANARY-refresh-1',
      expires: this.#fleet.clock.now() + HOUR,
      accountId: `sub of ${email}`,
      email,
    }
    for (const agent of agents) {
      this.files.put(
        agentFile(agent),
        `${JSON.stringify({ version: 1, profiles: { [id]: login } }, null, 2)}\n`,
      )
    }
    await this.core.look()
  }

  agent(name: string, id = 'acme:ada@example.test'): Record<string, unknown> {
    const { profiles } = JSON.parse(this.files.text(agentFile(name)) ?? '') as {
      profiles: Record<string, Record<string, unknown>>
    }
    return profiles[id] ?? {}
  }

  /** Could this machine send the provider's current refresh token, now or when it goes on with what is on its disk? */
  async canSpend(): Promise<boolean> {
    await this.core.look()
    const current = this.ports.random.fingerprint(this.#fleet.provider.currentRefreshToken)
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

function agentFile(name: string): string {
  return `/home/ada/.openclaw/agents/${name}/agent/auth-profiles.json`
}
