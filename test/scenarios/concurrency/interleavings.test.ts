/**
 * Several Lamplighters and an OpenClaw on one machine, all at once: refreshes, logins, outside writes, suspends and
 * crashes in seeded orders, with a pause of random length before every outside call. A failing seed becomes a named test.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Ports } from '../../../app/base/ports.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { FakeFiles } from '../../fakes/files.ts'
import { FakeLock } from '../../fakes/lock.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS } from '../../fakes/ports.ts'
import { FakeProcess } from '../../fakes/process.ts'

const AGENTS = ['main', 'research', 'ops']
const PROFILE = 'openai-codex:ada@example.test'
const HOUR = 3_600_000
const fileOf = (agent: string): string => `/home/ada/.openclaw/agents/${agent}/agent/auth-profiles.json`

interface Lamp {
  readonly core: Core
  readonly process: FakeProcess
  alive: boolean
  asking: boolean
}

class World {
  readonly clock = new FakeClock()
  readonly files = new FakeFiles(() => this.clock.now())
  readonly locks = new FakeLock()
  readonly provider = new ModelProvider()
  readonly lamps: Lamp[] = []
  /** Crashes between a request and the journal's write of its reply: the provider may have answered nobody. */
  lostReplies = 0
  #seed: number
  #pid = 100
  #openClaw: Promise<void> = Promise.resolve()

  constructor(seed: number) {
    this.#seed = seed
    this.files.put(
      FAKE_PATHS.config,
      JSON.stringify({ providers: { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } } }),
    )
    for (const agent of AGENTS)
      this.write(agent, 'CANARY-access-1', 'CANARY-refresh-1', this.clock.now() - 1000)
  }

  random(): number {
    this.#seed = (this.#seed * 1103515245 + 12345) % 2147483648
    return this.#seed / 2147483648
  }

  write(agent: string, access: string, refresh: string, expires: number): void {
    const login = {
      type: 'oauth',
      provider: 'openai-codex',
      access,
      refresh,
      expires,
      email: 'ada@example.test',
    }
    this.files.put(
      fileOf(agent),
      JSON.stringify({ version: 1, profiles: { [PROFILE]: login }, kept: [1] }, null, 2),
    )
  }

  stored(agent: string): { access: string; refresh: string; expires: number } {
    const parsed = JSON.parse(this.files.text(fileOf(agent)) ?? '')
    expect(parsed.kept).toEqual([1])
    return parsed.profiles[PROFILE]
  }

  async start(schedule: boolean): Promise<Lamp> {
    const process = new FakeProcess({ pid: this.#pid++ })
    for (const other of this.lamps.filter((lamp) => lamp.alive)) {
      other.process.start(process.pid, process.startedAt)
      process.start(other.process.pid, other.process.startedAt)
    }
    const lamp = { process, alive: true, asking: false } as Lamp & { core: Core }
    const held = new Set<string>()
    const shared = createFakePorts({ clock: this.clock, files: this.files, lock: this.locks, process })
    this.provider.serve(shared.http)
    /** A dead process does nothing more; a living one takes its time. */
    const step = async (): Promise<void> => {
      await this.clock.sleep(Math.floor(this.random() * 4))
      if (!lamp.alive) await new Promise(() => undefined)
    }
    const ports: Ports = {
      ...shared,
      files: slowed(this.files, step, (name, path) => {
        if (/^(append|writeAtomic)$/.test(name) && path.includes('/journal/')) lamp.asking = false // what came back is kept
      }),
      keyring: { kept: () => shared.keyring.kept(), key: (id) => step().then(() => shared.keyring.key(id)) },
      lock: {
        holder: (name) => this.locks.holder(name),
        remove: (name, identity) => this.locks.remove(name, identity),
        tryAcquire: async (name) => {
          await step()
          const lock = await this.locks.tryAcquire(name)
          if (!lock) return undefined
          held.add(name)
          return {
            get held() {
              return lock.held
            },
            release: async () => {
              if (!lamp.alive) return
              held.delete(name)
              await lock.release()
            },
          }
        },
      },
      http: {
        send: async (request) => {
          lamp.asking = true
          await step()
          const reply = shared.http.send(request)
          await this.clock.sleep(5 + Math.floor(this.random() * 30))
          if (!lamp.alive) await new Promise(() => undefined)
          return reply
        },
      },
    }
    lamp.core = createCore(ports)
    Object.assign(lamp, {
      crash: () => {
        lamp.alive = false
        if (lamp.asking) this.lostReplies++
        for (const other of this.lamps) other.process.end(process.pid)
        for (const name of held) this.locks.free(name) // as our own take-over from a dead holder does
      },
    })
    this.lamps.push(lamp)
    await this.clock.run(lamp.core.start({ schedule }))
    return lamp
  }

  crash(lamp: Lamp): void {
    ;(lamp as Lamp & { crash: () => void }).crash()
  }

  /** OpenClaw refreshes one agent's copy under its own lock file, and writes only that one, in place. */
  openClawRefreshes(agent: string): Promise<void> {
    return this.#afterOthers(() => this.#openClawRefreshesNow(agent))
  }

  async #openClawRefreshesNow(agent: string): Promise<void> {
    const release = await this.#openClawLock(agent)
    const { refresh, expires } = this.stored(agent)
    await this.clock.sleep(10)
    if (expires <= this.clock.now() && refresh === this.provider.currentRefreshToken) {
      const next = this.provider.exchangeDirectly()
      await this.clock.sleep(10)
      this.write(agent, next.access, next.refresh, this.clock.now() + HOUR)
    }
    await release()
  }

  /** Somebody signs in with OpenClaw in every agent, one time after another. */
  signIn(): Promise<void> {
    return this.#afterOthers(() => this.#signInNow())
  }

  /** OpenClaw's processes could lose a login among themselves; that is not what is tried here. */
  #afterOthers(work: () => Promise<void>): Promise<void> {
    this.#openClaw = this.#openClaw.then(work)
    return this.#openClaw
  }

  /** A new grant, written under the lock of each file. */
  async #signInNow(): Promise<void> {
    const next = this.provider.newGrant()
    for (const agent of AGENTS) {
      const release = await this.#openClawLock(agent)
      this.write(agent, next.access, next.refresh, this.clock.now() + HOUR)
      await release()
    }
  }

  async #openClawLock(agent: string): Promise<() => Promise<void>> {
    const lock = `${fileOf(agent)}.lock`
    for (const other of this.lamps) other.process.start(77, 'oc')
    const payload = JSON.stringify({ pid: 77, createdAt: new Date(this.clock.now()).toISOString() })
    while (!(await this.files.createExclusive(lock, payload))) await this.clock.sleep(20)
    return () => this.files.remove(lock)
  }
}

function slowed(
  files: FakeFiles,
  step: () => Promise<void>,
  done: (operation: string, path: string) => void,
): Ports['files'] {
  return new Proxy(files, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown
      if (typeof member !== 'function') return member
      if (name === 'watch') return member.bind(target)
      return async (...args: unknown[]) => {
        await step()
        const result: unknown = await member.apply(target, args)
        done(String(name), String(args[0]))
        return result
      }
    },
  }) as Ports['files']
}

type Step =
  | { readonly kind: 'token' | 'refresh' | 'crash' | 'restart'; readonly who: number }
  | { readonly kind: 'openclaw'; readonly who: number }
  | { readonly kind: 'login' }
  | { readonly kind: 'advance' | 'jump'; readonly ms: number }

const who = fc.integer({ min: 0, max: 2 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('token' as const, 'refresh' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('openclaw' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('crash' as const, 'restart' as const), who }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'login' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('advance' as const),
      ms: fc.constantFrom(1, 7, 30, 200, 61_000, HOUR + 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('jump' as const),
      ms: fc.constantFrom(90_000, 2 * HOUR, -30_000),
    }),
  },
)

async function play(seed: number, steps: readonly Step[]): Promise<void> {
  const world = new World(seed)
  for (let n = 0; n < 3; n++) await world.start(n === 0)
  const running: Promise<unknown>[] = []
  const expected = (error: unknown): void => expect(error).toBeInstanceOf(Error)
  for (const step of steps) {
    const lamp = 'who' in step ? world.lamps.filter((one) => one.alive)[step.who] : undefined
    if (step.kind === 'token') running.push(lamp?.core.token(PROFILE).catch(expected) ?? Promise.resolve())
    if (step.kind === 'refresh')
      running.push(lamp?.core.refresh(PROFILE).catch(expected) ?? Promise.resolve())
    if (step.kind === 'crash' && lamp) world.crash(lamp)
    if (step.kind === 'restart') await world.start(true)
    if (step.kind === 'openclaw') running.push(world.openClawRefreshes(AGENTS[step.who] ?? 'main'))
    if (step.kind === 'login') running.push(world.signIn())
    if (step.kind === 'advance') await world.clock.advance(step.ms)
    if (step.kind === 'jump') world.clock.jump(step.ms)
    await world.clock.advance(0)
  }
  const last = await world.start(true)
  await world.clock.advance(4 * HOUR)
  // The one that keeps the schedule may be in the middle of a refresh by now.
  const isBusy = ({ core }: Lamp): boolean => core.profile(PROFILE).status.kind === 'refreshing'
  while (world.lamps.some((lamp) => lamp.alive && isBusy(lamp))) await world.clock.advance(10)
  await world.clock.run(last.core.look()) // the last write may be younger than the last look

  expect(world.provider.reuses).toBeLessThanOrEqual(world.lostReplies)
  const { status, accessExpiresAtMs = 0, fingerprint } = last.core.profile(PROFILE)
  if (world.lostReplies === 0) {
    expect(accessExpiresAtMs).toBeGreaterThan(world.clock.now()) // kept alive for hours, whatever came before
    expect(['fresh', 'due', 'refreshing']).toContain(status.kind)
    // Whoever wrote into one file only, the others have the same by now, without a person.
    const stored = AGENTS.map((agent) => world.stored(agent).refresh)
    expect(stored).toEqual(AGENTS.map(() => world.provider.currentRefreshToken))
    expect(fingerprint).toBe(fingerprintOf(world))
  } else expect(['fresh', 'due', 'refreshing', 'needs-login']).toContain(status.kind)
  for (const agent of AGENTS) world.stored(agent)
  for (const lamp of world.lamps) if (lamp.alive) await world.clock.run(lamp.core.close())
}

function fingerprintOf(world: World): string {
  return createFakePorts({}).random.fingerprint(world.provider.currentRefreshToken)
}

const SEED = Number(process.env.INTERLEAVING_SEED ?? Date.now() % 1_000_000_000)
const RUNS = Number(process.env.INTERLEAVING_RUNS ?? 60)

describe('interleavings', () => {
  it(
    'never spend a token twice, and end with a login that works or an honest word',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 2 ** 30 }),
          fc.array(anyStep, { minLength: 3, maxLength: 25 }),
          play,
        ),
        { seed: SEED, numRuns: RUNS },
      )
    },
    RUNS * 200 + 180_000,
  )

  it('do not end at a guard that a Lamplighter died under while it took a dead lock away', async () => {
    await play(449871657, [
      { kind: 'crash', who: 0 },
      { kind: 'refresh', who: 1 },
      { kind: 'restart', who: 0 },
      { kind: 'openclaw', who: 0 },
      { kind: 'token', who: 0 },
      { kind: 'crash', who: 1 },
    ])
  })

  it('renew after the clock was set back, a sign-in, and the death of the Lamplighter that kept the schedule', async () => {
    await play(1073471481, [
      { kind: 'jump', ms: -30_000 },
      { kind: 'login' },
      { kind: 'crash', who: 0 },
      { kind: 'token', who: 0 },
      { kind: 'token', who: 0 },
      { kind: 'advance', ms: 1 },
    ])
  })
})
