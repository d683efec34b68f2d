/** A login in OpenClaw's own database: kept alive under OpenClaw's rules, and brought back when OpenClaw lost it. */
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'

const DATABASE = '/home/ada/.openclaw/state/openclaw.sqlite'
const OPENAI = 'openai:ada@example.test'
const RELOAD = 'openclaw secrets reload --json'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let ports: FakePorts
let core: Core
let provider: ModelProvider
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const view = () => core.overview().profiles[0]

function put(login: Record<string, unknown>): void {
  const profile = { type: 'oauth', provider: 'openai', email: 'ada@example.test', ...login }
  const text = JSON.stringify({ version: 1, profiles: { [OPENAI]: profile } })
  ports.databases.run(
    DATABASE,
    `INSERT OR REPLACE INTO config_machine_state VALUES ('authProfiles.store', '${text}', ${ports.clock.now()})`,
  )
  ports.files.put(DATABASE, `SQLite format 3 ${'x'.repeat(1024)} ${Math.random()}`)
}

async function stored(): Promise<Record<string, unknown>> {
  const sql = "SELECT value_json AS text FROM config_machine_state WHERE state_key = 'authProfiles.store'"
  const [row] = await ports.databases.read(DATABASE, (query) => query(sql))
  return JSON.parse(String(row?.['text'])).profiles[OPENAI]
}

function fence(kind: string, token: string): string {
  const text = JSON.stringify(['openclaw.oauth-refresh-generation', 1, OPENAI, 'openai', kind, token])
  const digest = createHash('sha256').update(text).digest('hex')
  return `openclaw-oauth-refresh-fence:v1:${'0'.repeat(32)}:failed:${kind}:${digest}`
}

/** What OpenClaw leaves of the tokens that it could not refresh. */
function lose(): void {
  const access = fence('access', 'CANARY-access-1')
  put({ access, refresh: fence('refresh', 'CANARY-refresh-1'), expires: 1 })
}

async function started(leftMs: number): Promise<void> {
  put({ access: 'CANARY-access-1', refresh: 'CANARY-refresh-1', expires: ports.clock.now() + leftMs })
  core = createCore(ports)
  await run(core.start({ schedule: true }))
}

beforeEach(() => {
  ports = createFakePorts()
  provider = new ModelProvider()
  provider.serve(ports.http)
  const endpoint = { 'openai-codex': { tokenEndpoint: MODEL_ENDPOINT } }
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers: endpoint }))
  ports.databases.run(
    DATABASE,
    `CREATE TABLE config_machine_state (state_key TEXT PRIMARY KEY, value_json TEXT, updated_at_ms INTEGER) STRICT;
     INSERT INTO config_machine_state VALUES ('auth.sharedStore', '{"location":"state-db"}', 1);
     PRAGMA user_version = 18`,
  )
})
afterEach(() => run(core.close()))

describe("a login in OpenClaw's database", () => {
  it('is refreshed well before OpenClaw would, once, and written back', async () => {
    await started(HOUR)
    await ports.clock.advance(HOUR - 9 * MINUTE)
    expect(provider.requests).toBe(1)
    expect(await stored()).toMatchObject({ access: 'CANARY-access-2', refresh: 'CANARY-refresh-2' })
    expect(view()?.status.kind).toBe('fresh')
  })

  it('comes back at once when OpenClaw lost it, and that is told', async () => {
    await started(10 * HOUR)
    await ports.clock.advance(HOUR)
    lose()
    await ports.clock.advance(MINUTE)
    expect(provider).toMatchObject({ requests: 1, reuses: 0 })
    expect(await stored()).toMatchObject({ access: 'CANARY-access-2', refresh: 'CANARY-refresh-2' })
    const [event] = await run(core.history({}))
    expect(event?.message).toContain('OpenClaw had lost this login; it is back.')
    expect(view()?.status.kind).toBe('fresh')
    // Its gateway keeps in mind that the login was lost, whatever stands in the row.
    expect(ports.commands.runs.map(({ words }) => words.join(' '))).toEqual([RELOAD])
  })

  it('needs a sign-in when the provider refuses what was kept, and is not asked for again', async () => {
    await started(10 * HOUR)
    await ports.clock.advance(HOUR)
    provider.exchangeDirectly()
    provider.newGrant()
    lose()
    await ports.clock.advance(HOUR)
    expect(view()?.status.kind).toBe('needs-login')
    expect(provider.requests).toBe(2) // the one of somebody else, and ours
    expect(ports.commands.runs).toEqual([])
    put({ access: 'CANARY-access-9', refresh: 'CANARY-refresh-9', expires: ports.clock.now() + HOUR })
    await ports.clock.advance(MINUTE) // somebody signed in
    expect(ports.commands.runs.map(({ words }) => words.join(' '))).toEqual([RELOAD])
  })

  it('needs a sign-in when nothing was kept', async () => {
    lose()
    core = createCore(ports)
    await run(core.start({ schedule: true }))
    expect(view()?.status.kind).toBe('needs-login')
    expect(view()?.can.login).toBe(true)
    await ports.clock.advance(HOUR)
    expect(provider.requests).toBe(0)
  })
})
