/** A machine in memory: OpenClaw's agents or our own vault, one login at a provider whose refresh tokens are single-use. */
import { expect } from 'vitest'
import { createCore } from '../../app/core.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import { FakeClock } from '../fakes/clock.ts'
import { FakeFiles } from '../fakes/files.ts'
import { FakeLock } from '../fakes/lock.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../fakes/model-provider.ts'
import { mortal } from '../fakes/mortal.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../fakes/ports.ts'
import { FakeProcess } from '../fakes/process.ts'
import { credential } from './logins.ts'
import { type Change, type Started, TestMachine } from './test-machine.ts'

export { HOUR, MINUTE } from './test-machine.ts'
export const PROFILE = 'openai-codex:ada@example.test'
export const STORES = ['openclaw', 'vault'] as const

export interface Tokens {
  readonly access: string
  readonly refresh: string
  /** Epoch milliseconds. */
  readonly expires: number
}

export interface Booted extends Started<FakePorts> {
  /** It is gone, and the others see that. */
  end(): void
  /** Does nothing more from now on, as after `kill -9`; its locks are free. */
  die(): void
}

export interface MemoryOptions {
  /** Who keeps the login. */
  readonly keptBy?: (typeof STORES)[number]
  /** The agents of OpenClaw that hold it. */
  readonly agents?: readonly string[]
  /** Those of config.json. */
  readonly providers?: Record<string, unknown>
  /** Shared with other machines. */
  readonly clock?: FakeClock
  readonly provider?: ModelProvider
}

export class MemoryMachine extends TestMachine<FakePorts, Booted> {
  readonly clock: FakeClock
  readonly files: FakeFiles
  readonly lock = new FakeLock()
  readonly provider: ModelProvider
  readonly keptBy: (typeof STORES)[number]
  readonly #processes = new Set<FakeProcess>()
  readonly #beganMs: number
  #processCount = 0

  constructor({
    keptBy = 'openclaw',
    agents = ['main', 'research'],
    providers = { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } },
    clock = new FakeClock(),
    provider = new ModelProvider(),
  }: MemoryOptions = {}) {
    super()
    this.clock = clock
    this.files = new FakeFiles(() => clock.now())
    this.provider = provider
    this.keptBy = keptBy
    this.#beganMs = clock.now()
    this.files.put(FAKE_PATHS.config, JSON.stringify({ providers }))
    if (keptBy === 'openclaw') for (const agent of agents) this.write(this.first, agent)
  }

  /** What every holder holds at the beginning, lapsed a second ago. */
  get first(): Tokens {
    return { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1', expires: this.#beganMs - 1000 }
  }

  fileOf(agent: string): string {
    return this.keptBy === 'vault' ? FAKE_PATHS.vault : agentFile(agent)
  }

  textWith({ access, refresh, expires }: Tokens, entry = PROFILE, email = 'ada@example.test'): string {
    const login = { type: 'oauth', provider: 'openai-codex', access, refresh, expires, email }
    return `${JSON.stringify({ version: 1, profiles: { [entry]: login }, future: { kept: true } }, null, 2)}\n`
  }

  /** Another program writes one agent's file, in place. */
  write(tokens: Tokens, agent = 'main'): void {
    this.files.put(this.fileOf(agent), this.textWith(tokens))
  }

  /** The refresh token that is stored there. */
  async stored(agent = 'main'): Promise<string | undefined> {
    const text = this.files.text(this.fileOf(agent))
    if (text === undefined) return undefined
    if (this.keptBy === 'vault') return this.#vaultToken()
    const parsed = JSON.parse(text) // a file that does not parse fails the test
    expect(parsed.future).toEqual({ kept: true })
    return parsed.profiles[PROFILE]?.refresh
  }

  async #vaultToken(): Promise<string | undefined> {
    const { entries } = await createVault(this.newPorts()).scan()
    return entries.find(({ holder }) => holder.entry === PROFILE)?.credential?.refreshToken?.expose()
  }

  /** Our own vault, where the login is kept there. */
  async seed(): Promise<void> {
    if (this.keptBy === 'vault') await this.writeVault(this.first)
  }

  async writeVault({ access, refresh, expires }: Tokens): Promise<void> {
    const account = { email: 'ada@example.test' }
    await this.addLogin(PROFILE, credential({ access, refresh, expiresAtMs: expires, account }))
  }

  newPorts(pid = 1): FakePorts {
    const process = new FakeProcess({ pid })
    return createFakePorts({ clock: this.clock, files: this.files, lock: this.lock, process })
  }

  newProcess(change: Change<FakePorts> = (ports) => ports): Booted {
    const ports = this.newPorts(100 + this.#processCount++)
    const { process } = ports
    for (const other of this.#processes) {
      other.start(process.pid, process.startedAt)
      process.start(other.pid, other.startedAt)
    }
    this.#processes.add(process)
    this.provider.serve(ports.http)
    let alive = true
    const files = mortal(this.files, () => alive)
    const http = mortal(ports.http, () => alive)
    const core = createCore(change({ ...ports, files, http }))
    const end = (): void => {
      this.#processes.delete(process)
      for (const other of this.#processes) other.end(process.pid)
    }
    const die = (): void => {
      alive = false
      end()
      for (const name of new Set(this.lock.history)) if (this.lock.isTaken(name)) this.lock.free(name)
    }
    return { core, ports, end, die }
  }

  /** A process to whose machine something happens between its request and the reply. */
  startWith(schedule: boolean, meanwhile: () => void | Promise<void>): Promise<Booted> {
    let requests = 0
    return this.start(schedule, (ports) => ({
      ...ports,
      http: {
        send: async (request) => {
          const reply = await ports.http.send(request)
          if (requests++ === 0) await meanwhile()
          return reply
        },
      },
    }))
  }

  run<T>(work: Promise<T>): Promise<T> {
    return this.clock.run(work)
  }
}

export function agentFile(agent: string): string {
  return `/home/ada/.openclaw/agents/${agent}/agent/auth-profiles.json`
}
