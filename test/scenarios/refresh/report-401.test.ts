/** A consumer was refused (401) with a token that should have lived on. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { Secret } from '../../../app/model/secret.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'
import { FakeProcess } from '../../fakes/process.ts'

const MINUTE = 60_000
const ENTRY = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

let ports: FakePorts
let provider: ModelProvider
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

/** Another Lamplighter on the same machine. */
async function boot(schedule: boolean, pid = 4711): Promise<Core> {
  const { clock, files, lock } = ports
  const other = createFakePorts({ clock, files, lock, process: new FakeProcess({ pid }) })
  provider.serve(other.http)
  const booted = createCore(other)
  await run(booted.start({ schedule }))
  return booted
}

beforeEach(async () => {
  ports = createFakePorts()
  provider = new ModelProvider()
  ports.files.put(
    FAKE_PATHS.config,
    JSON.stringify({ providers: { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'c' } } }),
  )
  const tokens = { access: 'CANARY-access-1', refresh: 'CANARY-refresh-1', expires: ports.clock.now() - 1000 }
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', ...tokens }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
  core = await boot(false)
  await run(core.token(ENTRY)) // an hour from now
})
afterEach(() => run(core.close()))

const stored = (): Record<string, unknown> => JSON.parse(ports.files.text(FILE) ?? '').profiles[ENTRY]

/** The refused token again, as a program that restored an old copy writes it, beside a refresh token that works. */
function staleLogin(accessToken: Secret): Record<string, unknown> {
  return { ...stored(), access: accessToken.expose(), expires: ports.clock.now() + 60 * MINUTE }
}

describe('report401', () => {
  it('refreshes at once, and writes down how long before its time the token was refused', async () => {
    await ports.clock.advance(20 * MINUTE)
    const answer = await run(core.report401(ENTRY, { askedBy: 'agent' }))
    expect(answer).toMatchObject({ kind: 'refreshed', event: { kind: 'refreshed', askedBy: 'agent' } })
    expect(stored()['access']).toBe('CANARY-access-3')
    const events = await core.history({})
    expect(events.map(({ message, cause }) => [message, cause])).toContainEqual([
      'The access token was refused 40 min before its time.',
      'refused-early',
    ])
    expect(
      JSON.stringify([events, ports.files.all()[`${FAKE_PATHS.state}/reported-tokens.json`]]),
    ).not.toContain('CANARY')
  })

  it('trusts the next token for as long as the provider says', async () => {
    await ports.clock.advance(20 * MINUTE)
    await run(core.report401(ENTRY))
    const view = core.profile(ENTRY)
    expect((view.accessExpiresAtMs ?? 0) - ports.clock.now()).toBe(60 * MINUTE)
    expect((view.nextRefreshAtMs ?? 0) - ports.clock.now()).toBeGreaterThan(20 * MINUTE)
  })

  it('is acted upon once for each token, whichever process hears of it, for a week', async () => {
    await ports.clock.advance(20 * MINUTE)
    const accessToken = new Secret(String(stored()['access']))
    await run(core.report401(ENTRY, { accessToken }))
    const before = provider.requests
    ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: staleLogin(accessToken) } }))
    const other = await boot(false, 5000)
    for (const one of [core, other]) {
      await ports.clock.advance(2 * MINUTE)
      expect(await run(one.report401(ENTRY, { accessToken }))).toMatchObject({ kind: 'waiting' })
    }
    expect(provider.requests).toBe(before)
    await run(other.close())
  })

  it('costs one request however many report the same token', async () => {
    await ports.clock.advance(20 * MINUTE)
    const before = provider.requests
    const at_once = await run(Promise.all(Array.from({ length: 15 }, () => core.report401(ENTRY))))
    expect(at_once.every(({ kind }) => kind !== 'waiting')).toBe(true)
    for (let agent = 0; agent < 5; agent++) {
      expect(await run(core.report401(ENTRY))).toMatchObject({ kind: 'newer-stored' })
      await ports.clock.advance(5000)
    }
    expect(provider.requests - before).toBe(1)
  })

  it('does nothing when a newer token is stored than the one that was refused', async () => {
    const before = provider.requests
    await ports.clock.advance(20 * MINUTE)
    const answer = await run(core.report401(ENTRY, { accessToken: new Secret('CANARY-access-1') }))
    expect(answer.kind).toBe('newer-stored')
    expect(provider.requests).toBe(before)
    expect(ports.files.text(`${FAKE_PATHS.state}/reported-tokens.json`)).toBeUndefined()
  })

  it('does nothing when another program has stored a newer token since we looked', async () => {
    await ports.clock.advance(20 * MINUTE)
    const { access, refresh } = provider.exchangeDirectly()
    const before = provider.requests
    const login = { ...stored(), access, refresh, expires: ports.clock.now() + 60 * MINUTE }
    ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
    expect((await run(core.report401(ENTRY))).kind).toBe('newer-stored')
    expect(provider.requests).toBe(before)
  })

  it('waits where the provider cannot be reached, and does not ask again for the same token', async () => {
    await ports.clock.advance(20 * MINUTE)
    provider.faults.push('lost-before')
    expect(await run(core.report401(ENTRY))).toMatchObject({
      event: { kind: 'retrying', cause: 'transient' },
    })
    expect(await run(core.report401(ENTRY))).toMatchObject({ kind: 'waiting' })
    expect(provider.requests).toBe(1)
    await ports.clock.advance(5 * MINUTE)
    expect(await run(core.report401(ENTRY))).toMatchObject({ event: { kind: 'refreshed' } })
  })

  it('does not have the provider asked all day long where a server refuses every token', async () => {
    await ports.clock.advance(20 * MINUTE)
    const before = provider.requests
    const kinds: string[] = []
    for (let times = 0; times < 50; times++) {
      const { accessToken } = await run(core.token(ENTRY))
      kinds.push((await run(core.report401(ENTRY, { accessToken }))).kind)
      await ports.clock.advance(1000)
    }
    expect(provider.requests - before).toBeLessThan(5)
    expect(kinds.slice(0, 2)).toEqual(['refreshed', 'refreshed'])
    expect(kinds.at(-1)).toBe('waiting')
    await ports.clock.advance(2 * MINUTE)
    const { accessToken } = await run(core.token(ENTRY))
    expect((await run(core.report401(ENTRY, { accessToken }))).kind).toBe('refreshed')
  })

  it('says that a sign-in is needed where the provider has ended the login', async () => {
    provider.revoked = true
    await ports.clock.advance(20 * MINUTE)
    expect(await run(core.report401(ENTRY))).toMatchObject({ event: { kind: 'rejected' } })
    await expect(run(core.report401(ENTRY))).rejects.toMatchObject({ code: 'NEEDS_LOGIN' })
  })

  it('goes on where its list cannot be read', async () => {
    ports.files.put(`${FAKE_PATHS.state}/reported-tokens.json`, '{"torn')
    await ports.clock.advance(20 * MINUTE)
    expect((await run(core.report401(ENTRY))).kind).toBe('refreshed')
  })
})
