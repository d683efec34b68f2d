/** Machines in memory that share a register, one provider whose refresh tokens are single-use, and one login of it. */
import type { Ports } from '../../app/base/ports.ts'
import type { Register } from '../../app/base/register.ts'
import { FleetNode } from '../../app/engine/fleet/fleet-node.ts'
import { FakeBoot } from '../fakes/boot.ts'
import { FakeClock } from '../fakes/clock.ts'
import { FakeFiles } from '../fakes/files.ts'
import { FakeLock } from '../fakes/lock.ts'
import { ModelProvider } from '../fakes/model-provider.ts'
import { mortal } from '../fakes/mortal.ts'
import { createFakePorts, type FakePorts } from '../fakes/ports.ts'
import { FakeProcess } from '../fakes/process.ts'
import { FakeRandom } from '../fakes/random.ts'
import { type FakeRegister, FakeRegisterServer } from '../fakes/register.ts'
import { fleetKeys, fleetProvider } from './fleet-keys.ts'
import { credential } from './logins.ts'

export interface RunningNode {
  readonly node: FleetNode
  readonly link: FakeRegister
  readonly ports: FakePorts
  /** As after `kill -9`: it does nothing more, and its machine knows. */
  die(): void
}

export class SharedFleet {
  readonly clock = new FakeClock()
  readonly provider = new ModelProvider()
  readonly server = new FakeRegisterServer()
  readonly machines = new Map<string, SharedMachine>()

  machine(name: string, role: 'keeper' | 'reader' = 'keeper'): SharedMachine {
    const made = new SharedMachine(this, name, role)
    this.machines.set(name, made)
    return made
  }

  run<T>(work: Promise<T>): Promise<T> {
    return this.clock.run(work)
  }

  /** What the provider knows as current, lapsed a second ago. @returns the grant's id */
  async share(by: RunningNode): Promise<string> {
    const login = credential({
      access: 'CANARY-access-1',
      refresh: this.provider.currentRefreshToken,
      expiresAtMs: this.clock.now() - 1000,
      account: { email: 'ada@example.test' },
    })
    return (await this.run(by.node.share({ provider: 'acme', credential: login }))).id
  }
}

export class SharedMachine {
  readonly #fleet: SharedFleet
  readonly name: string
  readonly #role: 'keeper' | 'reader'
  readonly files: FakeFiles
  readonly lock = new FakeLock()
  readonly boot: FakeBoot
  #pids = 100

  constructor(fleet: SharedFleet, name: string, role: 'keeper' | 'reader') {
    this.#fleet = fleet
    this.name = name
    this.#role = role
    this.files = new FakeFiles(() => fleet.clock.now())
    this.boot = new FakeBoot(fleet.clock)
  }

  /** A new process here. */
  async start(change: (ports: Ports) => Ports = (ports) => ports): Promise<RunningNode> {
    const { clock, provider, server } = this.#fleet
    const process = new FakeProcess({ pid: this.#pids++, hostname: this.name })
    const random = new FakeRandom(`${this.name} ${process.pid}`, this.name)
    const ports = createFakePorts({ clock, files: this.files, lock: this.lock, process, random })
    provider.serve(ports.http)
    let alive = true
    const link = server.link()
    const limited = change({
      ...ports,
      files: mortal(this.files, () => alive),
      http: mortal(ports.http, () => alive),
    })
    const node = new FleetNode({
      ports: limited,
      boot: this.boot,
      node: this.name,
      name: 'home',
      register: mortal<Register>(link, () => alive),
      keys: fleetKeys(this.#role),
      resolve: async () => fleetProvider(),
    })
    await this.#fleet.run(node.start())
    const die = (): void => {
      alive = false
      link.die()
      process.end(process.pid)
      for (const name of new Set(this.lock.history)) if (this.lock.isTaken(name)) this.lock.free(name)
    }
    return { node, link, ports, die }
  }
}
