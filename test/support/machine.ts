/** One machine in memory: OpenClaw's agents or our own vault, one login at a provider whose refresh tokens are single-use. */
import { expect } from 'vitest'
import type { Ports } from '../../app/base/ports.ts'
import { type Core, createCore } from '../../app/core.ts'
import { Secret } from '../../app/model/secret.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import { FakeClock } from '../fakes/clock.ts'
import { FakeFiles } from '../fakes/files.ts'
import { FakeLock } from '../fakes/lock.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../fakes/ports.ts'
import { FakeProcess } from '../fakes/process.ts'

export const PROFILE = 'openai-codex:ada@example.test'
export const STORES = ['openclaw', 'vault'] as const
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

export interface Tokens {
  readonly access: string
  readonly refresh: string
  /** Epoch milliseconds. */
  readonly expires: number
}

export interface Booted {
  readonly core: Core
  readonly ports: FakePorts
  /** Does nothing more from now on, as after `kill -9`. */
  die(): void
}

export class Machine {
  readonly clock = new FakeClock()
  readonly files = new FakeFiles(() => this.clock.now())
  readonly lock = new FakeLock()
  readonly provider = new ModelProvider()
  readonly keptBy: (typeof STORES)[number]
  readonly #processes = new Set<FakeProcess>()
  #booted = 0

  constructor(
    keptBy: (typeof STORES)[number] = 'openclaw',
    agents: readonly string[] = ['main', 'research'],
  ) {
    this.keptBy = keptBy
    this.files.put(
      FAKE_PATHS.config,
      JSON.stringify({ providers: { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } } }),
    )
    if (keptBy === 'openclaw') for (const agent of agents) this.write(this.first, agent)
  }

  /** What every holder holds at the beginning, lapsed a second ago. */
  get first(): Tokens {
    return { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1', expires: this.#beganMs - 1000 }
  }

  readonly #beganMs = this.clock.now()

  fileOf(agent: string): string {
    return this.keptBy === 'vault'
      ? FAKE_PATHS.vault
      : `/home/ada/.openclaw/agents/${agent}/agent/auth-profiles.json`
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
    if (this.keptBy === 'vault') return (await this.#vaultToken())?.expose()
    const parsed = JSON.parse(text) // a file that does not parse fails the test
    expect(parsed.future).toEqual({ kept: true })
    return parsed.profiles[PROFILE]?.refresh
  }

  async #vaultToken(): Promise<Secret | undefined> {
    const { entries } = await createVault(this.#ports(new FakeProcess({ pid: 1 }))).scan()
    return entries.find(({ holder }) => holder.entry === PROFILE)?.credential?.refreshToken
  }

  /** Our own vault, where the login is kept there. */
  async seed(): Promise<void> {
    if (this.keptBy !== 'vault') return
    await this.writeVault(this.first)
  }

  async writeVault({ access, refresh, expires }: Tokens): Promise<void> {
    const credential = {
      kind: 'oauth',
      accessToken: new Secret(access),
      refreshToken: new Secret(refresh),
      expiresAtMs: expires,
      account: { email: 'ada@example.test' },
      generation: 1,
    } as const
    const vault = createVault(this.#ports(new FakeProcess({ pid: 1 })))
    await this.clock.run(vault.add({ id: PROFILE, provider: 'openai-codex', credential }))
  }

  #ports(process: FakeProcess): FakePorts {
    return createFakePorts({ clock: this.clock, files: this.files, lock: this.lock, process })
  }

  /** A new process on this machine. */
  boot(change: (ports: FakePorts) => Ports = (ports) => ports): Booted {
    const process = new FakeProcess({ pid: 100 + this.#booted++ })
    for (const other of this.#processes) {
      other.start(process.pid, process.startedAt)
      process.start(other.pid, other.startedAt)
    }
    this.#processes.add(process)
    const ports = this.#ports(process)
    this.provider.serve(ports.http)
    let alive = true
    const files = mortal(this.files, () => alive)
    const http = mortal(ports.http, () => alive)
    const core = createCore(change({ ...ports, files, http }))
    const die = (): void => {
      alive = false
      this.#processes.delete(process)
      for (const other of this.#processes) other.end(process.pid)
      for (const name of new Set(this.lock.history)) if (this.lock.isTaken(name)) this.lock.free(name)
    }
    return { core, ports, die }
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

  async start(schedule: boolean, change?: (ports: FakePorts) => Ports): Promise<Booted> {
    const booted = this.boot(change)
    await this.clock.run(booted.core.start({ schedule }))
    return booted
  }

  run<T>(work: Promise<T>): Promise<T> {
    return this.clock.run(work)
  }
}

/** A dead process writes nothing more, sends nothing, and hears nothing. */
function mortal<T extends object>(port: T, isAlive: () => boolean): T {
  return new Proxy(port, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown
      if (typeof member !== 'function') return member
      if (name === 'watch') return member.bind(target)
      return async (...args: unknown[]) => {
        if (!isAlive()) await new Promise(() => undefined)
        const result: unknown = await member.apply(target, args)
        if (!isAlive()) await new Promise(() => undefined)
        return result
      }
    },
  })
}
