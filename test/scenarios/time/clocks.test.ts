/** What `expires_in` and the clock may say, for a whole day each: no storm of requests, no dead token handed out, an honest state. */
import { describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'
import { jwt } from '../../fakes/providers.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const ENDPOINT = 'https://provider.test/token'
const ENTRY = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

type RefreshEngine = 'openclaw' | 'vault'

interface Setting {
  readonly keptBy: RefreshEngine
  /** How long an access token really works. */
  readonly lifeMs?: number
  /** What the reply says besides the tokens; told the life and the server's own time. */
  readonly says?: (lifeMs: number, serverMs: number) => Readonly<Record<string, unknown>>
  /** The Date header, as most servers send it. */
  readonly date?: boolean
  /** How far this machine's clock is ahead of the server's, from the beginning. */
  readonly aheadMs?: number
}

/** A machine, and a provider that has a clock of its own and knows until when each access token really works. */
class World {
  readonly ports: FakePorts = createFakePorts()
  readonly core: Core = createCore(this.ports)
  readonly #setting: Setting
  readonly #deathMs = new Map<string, number>()
  #aheadMs: number
  requests = 0

  constructor(setting: Setting) {
    this.#setting = setting
    this.#aheadMs = setting.aheadMs ?? 0
    this.ports.http.always(ENDPOINT, () => this.#answer())
  }

  get serverMs(): number {
    return this.ports.clock.now() - this.#aheadMs
  }

  /** Somebody sets this machine's clock. */
  setClock(byMs: number): void {
    this.#aheadMs += byMs
    this.ports.clock.set(byMs)
  }

  works(token: string): boolean {
    return (this.#deathMs.get(token) ?? 0) > this.serverMs
  }

  async start(): Promise<void> {
    const { files, clock } = this.ports
    const provider = { tokenEndpoint: ENDPOINT, clientId: 'c' }
    files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme: provider } }))
    const expires = clock.now() - MINUTE
    if (this.#setting.keptBy === 'openclaw') {
      const login = {
        type: 'oauth',
        provider: 'acme',
        access: 'a0',
        refresh: 'r0',
        expires,
        email: 'ada@example.test',
      }
      files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
    } else {
      const tokens = { accessToken: new Secret('a0'), refreshToken: new Secret('r0') }
      const credential = {
        kind: 'oauth',
        ...tokens,
        expiresAtMs: expires,
        account: {},
        generation: 1,
      } as const
      await clock.run(createVault(this.ports).add({ id: ENTRY, provider: 'acme', credential }))
    }
    await clock.run(this.core.start({ schedule: true }))
  }

  #answer() {
    this.requests++
    if (this.requests > STORM) return new HttpFailure('network', false, 'a storm')
    const { lifeMs = HOUR, says = saysLife, date = false } = this.#setting
    const access_token = jwt({ n: this.requests, ...claimsOf(says(lifeMs, this.serverMs)) })
    this.#deathMs.set(access_token, this.serverMs + lifeMs)
    const headers = date ? { date: new Date(this.serverMs).toUTCString() } : {}
    const { claims: _, ...told } = says(lifeMs, this.serverMs)
    return { headers, body: JSON.stringify({ access_token, refresh_token: `r${this.requests}`, ...told }) }
  }

  /** Looks every few minutes, as a consumer would. @returns how often a token was said to work that does not */
  async live(
    ms: number,
    stepMs = 13 * MINUTE,
  ): Promise<{ readonly lies: number; readonly states: ReadonlySet<string> }> {
    let lies = 0
    const states = new Set<string>()
    for (let passed = 0; passed < ms; passed += stepMs) {
      await this.ports.clock.advance(stepMs)
      states.add(this.core.profile(ENTRY).status.kind)
      const got = await this.ports.clock.run(this.core.token(ENTRY)).catch(() => undefined)
      if (got && !this.works(got.accessToken.expose())) lies++
    }
    return { lies, states }
  }

  async end(): Promise<void> {
    await this.ports.clock.run(this.core.close())
  }
}

function saysLife(lifeMs: number): Readonly<Record<string, unknown>> {
  return { expires_in: lifeMs / SECOND }
}

function claimsOf(told: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return (told['claims'] as Readonly<Record<string, unknown>> | undefined) ?? {}
}

/** Enough to fail every test; answered, a storm would not end. */
const STORM = 500
/** A refresh at four fifths of an hour, all day long, and a few to spare. */
const ORDINARY = Math.ceil(24 / 0.7) + 3
const KEPT = ['openclaw', 'vault'] as const
const ODD: readonly (readonly [string, unknown])[] = [
  ['missing', undefined],
  ['zero', 0],
  ['negative', -3600],
  ['a string of digits', '3600'],
  ['a word', 'soon'],
  ['null', null],
  ['huge', 1e15],
  ['a list', [3600]],
]

describe.each(KEPT)('a login kept by %s, over a day', (keptBy) => {
  it.each(ODD)('is renewed as usual when expires_in is %s', async (_name, expires_in) => {
    const world = new World({ keptBy, says: () => (expires_in === undefined ? {} : { expires_in }) })
    await world.start()
    const { lies, states } = await world.live(DAY)
    expect(lies).toBe(0)
    expect(world.requests).toBeGreaterThan(20)
    expect(world.requests).toBeLessThanOrEqual(ORDINARY)
    expect([...states].filter((state) => !['fresh', 'due'].includes(state))).toEqual([])
    await world.end()
  })

  it('is asked for once a minute at most when its tokens live for a second', async () => {
    const world = new World({ keptBy, lifeMs: SECOND })
    await world.start()
    await world.ports.clock.advance(HOUR)
    expect(world.requests).toBeLessThanOrEqual(62)
    expect(['expired', 'due', 'fresh']).toContain(world.core.profile(ENTRY).status.kind)
    await world.end()
  })

  it.each([
    ['ahead', DAY],
    ['behind', -DAY],
  ])('does not mind a clock that is a day %s', async (_name, aheadMs) => {
    const world = new World({ keptBy, aheadMs })
    await world.start()
    expect((await world.live(DAY)).lies).toBe(0)
    expect(world.requests).toBeLessThanOrEqual(ORDINARY)
    await world.end()
  })

  it.each([
    ['ahead', DAY, true],
    ['behind', -DAY, true],
    ['ahead', DAY, false],
    ['behind', -DAY, false],
  ])(
    'reads a token that only says until when, with a clock that is a day %s (%s ms, Date header: %s)',
    async (_name, aheadMs, date) => {
      const says = (lifeMs: number, serverMs: number) => ({
        claims: {
          exp: Math.floor((serverMs + lifeMs) / SECOND),
          ...(date ? {} : { iat: Math.floor(serverMs / SECOND) }),
        },
      })
      const world = new World({ keptBy, aheadMs, says, date })
      await world.start()
      expect((await world.live(DAY)).lies).toBe(0)
      expect(world.requests).toBeLessThanOrEqual(ORDINARY)
      await world.end()
    },
  )

  it('with nothing to tell the time by makes no storm, and says what it believes', async () => {
    const says = (lifeMs: number, serverMs: number) => ({
      claims: { exp: Math.floor((serverMs + lifeMs) / SECOND) },
    })
    const world = new World({ keptBy, aheadMs: DAY, says })
    await world.start()
    await world.live(DAY)
    expect(world.requests).toBeLessThanOrEqual(ORDINARY)
    await world.end()
  })

  it.each([
    ['forward', DAY],
    ['back', -DAY],
  ])(
    'costs one renewal when the clock is set %s by a day, and no dead token is handed out',
    async (_name, byMs) => {
      const world = new World({ keptBy })
      await world.start()
      await world.live(3 * HOUR)
      const before = world.requests
      world.setClock(byMs)
      await world.ports.clock.advance(2 * MINUTE)
      expect(world.requests - before).toBeLessThanOrEqual(2)
      expect((await world.live(DAY)).lies).toBe(0)
      expect(world.requests - before).toBeLessThanOrEqual(ORDINARY + 2)
      expect(world.core.profile(ENTRY).status.kind).toBe('fresh')
      await world.end()
    },
  )
})

describe('a request that a dead process left behind, a day ahead of our clock', () => {
  it('is tried once more after a minute, not after a day', async () => {
    const world = new World({ keptBy: 'openclaw' })
    const { files, random, clock } = world.ports
    const ticket = {
      version: 1,
      state: 'asking',
      profileId: ENTRY,
      attempt: 1,
      pid: 99,
      startedAt: 'x',
      hostname: 'node-a',
    }
    files.put(
      `${FAKE_PATHS.journal}/${random.fingerprint('r0')}.json`,
      JSON.stringify({ ...ticket, atMs: clock.now() + DAY }),
    )
    await world.start()
    await clock.advance(30 * SECOND)
    expect(world.requests).toBe(0)
    await clock.advance(2 * MINUTE)
    expect(world.requests).toBe(1)
    expect(world.core.profile(ENTRY).status.kind).toBe('fresh')
    await world.end()
  })
})
