/** "A valid token, please", again and again, while nothing changes; and once something does. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'

const MINUTE = 60_000
const ENTRY = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

let ports: FakePorts
let provider: ModelProvider
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const ask = async (validForMs = 0): Promise<string> =>
  (await run(core.token(ENTRY, { validForMs }))).accessToken.expose()

function store(change: Record<string, unknown> = {}): void {
  const login = {
    type: 'oauth',
    provider: 'acme',
    access: 'CANARY-access-1',
    refresh: 'CANARY-refresh-1',
    expires: ports.clock.now() + 60 * MINUTE,
    email: 'ada@example.test',
    ...change,
  }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
}

beforeEach(async () => {
  ports = createFakePorts()
  provider = new ModelProvider()
  provider.serve(ports.http)
  ports.files.put(
    FAKE_PATHS.config,
    JSON.stringify({ providers: { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'c' } } }),
  )
  store()
  core = createCore(ports)
  await run(core.start({ schedule: false }))
  await ask()
})
afterEach(() => run(core.close()))

describe('a fresh token', () => {
  it('is given again without a look at any file', async () => {
    const touched: string[] = []
    ports.files.before = (operation, path) => void touched.push(`${operation} ${path}`)
    const again = core.token(ENTRY)
    expect(core.token(ENTRY)).toBe(again)
    expect((await again).accessToken.expose()).toBe('CANARY-access-1')
    expect(touched).toEqual([])
  })

  it('is never one that a look has replaced', async () => {
    store({ access: 'CANARY-access-other' })
    expect(await ask()).toBe('CANARY-access-1')
    await run(core.look())
    expect(await ask()).toBe('CANARY-access-other')
  })

  it('is never one that a look has replaced, although somebody asked during the look', async () => {
    store({ access: 'CANARY-access-other' })
    let during: Promise<unknown> | undefined
    ports.files.before = (operation, path) => {
      if (operation === 'read' && path === FILE) during ??= core.token(ENTRY)
    }
    await run(core.look())
    expect(await during).toBeDefined()
    expect(await ask()).toBe('CANARY-access-other')
  })

  it('is never one past its time, or shorter than was asked for', async () => {
    expect(await ask(59 * MINUTE)).toBe('CANARY-access-1')
    await ports.clock.advance(60 * MINUTE)
    expect(await ask()).not.toBe('CANARY-access-1')
    expect(provider.requests).toBe(1)
  })

  it('is refreshed when it would not last for as long as was asked for', async () => {
    await ports.clock.advance(40 * MINUTE)
    expect(await ask(10 * MINUTE)).toBe('CANARY-access-1')
    expect(await ask(30 * MINUTE)).not.toBe('CANARY-access-1')
  })

  it('is not asked for again and again by whoever wants one that lasts longer than any', async () => {
    const failures: unknown[] = []
    for (let times = 0; times < 20; times++) {
      await ask(120 * MINUTE).catch((error: unknown) => failures.push(error))
      await ports.clock.advance(1000)
    }
    expect(failures).toHaveLength(20)
    for (const failure of failures) expect(failure).toMatchObject({ code: 'NOT_REFRESHABLE' })
    expect(provider.requests).toBe(1)
    await ports.clock.advance(2 * MINUTE)
    await ask(60 * MINUTE - 1)
    expect(provider.requests).toBe(2)
  })

  it('is never one that was refused, once that was reported', async () => {
    await ports.clock.advance(20 * MINUTE)
    await ask()
    await run(core.report401(ENTRY))
    expect(await ask()).not.toBe('CANARY-access-1')
  })

  it('is known and shown as soon as it is handed out after a refresh', async () => {
    await ports.clock.advance(61 * MINUTE)
    const got = await run(core.token(ENTRY))
    expect(core.profile(ENTRY).status.kind).toBe('fresh')
    expect(core.profile(ENTRY).accessExpiresAtMs).toBe(got.expiresAtMs)
    const [event] = await run(core.history({}))
    expect(event?.kind).toBe('refreshed')
  })

  it('is handed out as soon as it is stored, while the journal is still being settled', async () => {
    await ports.clock.advance(61 * MINUTE)
    let settle: () => void = () => undefined
    const settling = new Promise<void>((resolve) => {
      settle = resolve
    })
    let isStored = false
    ports.files.before = async (operation, path) => {
      if (operation === 'flush' && path === FILE) isStored = true
      if (isStored && (path === FILE || path.startsWith(FAKE_PATHS.journal))) await settling
    }
    expect(await ask()).toBe('CANARY-access-2')
    expect(core.profile(ENTRY).status.kind).toBe('fresh')
    settle()
    const [event] = await run(core.history({}))
    expect(event?.kind).toBe('refreshed')
  })
})
