/** Hooks of a host on a small fake machine. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../../app/core.ts'
import { HOOK_TIMEOUT_MS } from '../../../../app/features/hooks/hooks.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../../fakes/model-provider.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../../fakes/ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ENTRY = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const HOOKS = {
  'needs-login': ['/usr/bin/tell', 'sign-in'],
  recovered: ['/usr/bin/tell', 'well'],
  refreshed: ['/usr/bin/tell', 'new'],
  expiring: ['/usr/bin/tell', 'soon'],
}

let ports: FakePorts
let provider: ModelProvider
let cores: Core[]
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

function put(access: string, refresh: string, expires: number): void {
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', access, refresh, expires }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [ENTRY]: login } }))
}

function configure(hooks: unknown): void {
  const providers = { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'c' } }
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers, hooks }))
}

async function start(schedule = true): Promise<Core> {
  const core = createCore(ports)
  cores.push(core)
  await run(core.start({ schedule }))
  await ports.clock.advance(20_000) // long enough for a refused refresh to be looked at twice
  return core
}

async function stop(core: Core | undefined): Promise<void> {
  cores = cores.filter((one) => one !== core)
  await run(core?.close() ?? Promise.resolve())
}

beforeEach(() => {
  ports = createFakePorts()
  provider = new ModelProvider()
  provider.serve(ports.http)
  cores = []
  configure(HOOKS)
})
afterEach(async () => {
  for (const core of cores) await stop(core)
})

describe('hooks', () => {
  it('tell of a refresh', async () => {
    put('CANARY-access-1', 'CANARY-refresh-1', ports.clock.now() - 1000)
    await start()
    expect(ports.commands.told).toEqual([`refreshed ${ENTRY}`])
    expect(ports.commands.runs[0]?.words).toEqual(['/usr/bin/tell', 'new'])
    expect(ports.commands.runs[0]?.input).toMatchObject({
      version: 1,
      event: 'refreshed',
      host: 'node-a',
      profile: ENTRY,
      provider: 'acme',
      account: 'ada@example.test',
      message: 'Renewed.',
      accessExpiresAt: '2026-01-02T04:04:05.000Z',
    })
    expect(JSON.stringify(ports.commands.runs)).not.toContain('CANARY')
  })

  it('tell of a login whatever it is called', async () => {
    put('CANARY-access-1', 'CANARY-refresh-gone', ports.clock.now() - 1000)
    ports.files.put(FILE, (ports.files.text(FILE) ?? '').replace(ENTRY, 'constructor'))
    await stop(await start())
    await start()
    expect(ports.commands.told).toEqual(['needs-login constructor'])
  })

  it('tell once that somebody has to sign in, over a restart as well, and once that all is well', async () => {
    put('CANARY-access-1', 'CANARY-refresh-gone', ports.clock.now() - 1000)
    await stop(await start())
    const core = await start()
    await ports.clock.advance(HOUR)
    expect(ports.commands.told).toEqual([`needs-login ${ENTRY}`])
    put('CANARY-access-new', 'CANARY-refresh-1', ports.clock.now() + HOUR)
    await run(core.look())
    await ports.clock.advance(1000)
    expect(ports.commands.told).toEqual([`needs-login ${ENTRY}`, `recovered ${ENTRY}`])
    await stop(core)
    await start()
    expect(ports.commands.told.filter((one) => !one.startsWith('refreshed'))).toHaveLength(2)
  })

  it.each(['out of sight at a start', 'away for a moment'])(
    'tell nothing twice of a login that is %s',
    async (how) => {
      put('CANARY-access-1', 'CANARY-refresh-gone', ports.clock.now() - 1000)
      const core = await start()
      const text = ports.files.text(FILE) ?? ''
      if (how === 'away for a moment') ports.files.delete(FILE)
      else {
        await stop(core)
        ports.files.put(FILE, text.slice(0, -10)) // another program is writing it
        await start()
      }
      await ports.clock.advance(1000)
      ports.files.put(FILE, text)
      await ports.clock.advance(1000)
      expect(ports.commands.told).toEqual([`needs-login ${ENTRY}`])
    },
  )

  it('tell of a token that lapses while its refresh keeps failing', async () => {
    put('CANARY-access-1', 'CANARY-refresh-1', ports.clock.now() + 12 * MINUTE)
    for (let fault = 0; fault < 200; fault++) provider.faults.push('lost-before')
    await start()
    await ports.clock.advance(6 * MINUTE)
    expect(ports.commands.told).toEqual([])
    await ports.clock.advance(3 * MINUTE)
    expect(ports.commands.told).toEqual([`expiring ${ENTRY}`])
    provider.faults.length = 0
    await ports.clock.advance(6 * MINUTE)
    expect([...ports.commands.told].sort()).toEqual([
      `expiring ${ENTRY}`,
      `recovered ${ENTRY}`,
      `refreshed ${ENTRY}`,
    ])
  })

  it('are run by the host that schedules, and by no other process', async () => {
    put('CANARY-access-1', 'CANARY-refresh-1', ports.clock.now() - 1000)
    const command = await start(false)
    await run(command.token(ENTRY))
    expect(ports.commands.told).toEqual([])
    await ports.clock.advance(1000)
    const keeping = await start()
    const waiting = await start()
    expect([keeping, waiting].map((core) => core.overview().scheduler.running)).toEqual([true, false])
    await run(waiting.refresh(ENTRY))
    await ports.clock.advance(1000)
    expect(ports.commands.told).toEqual([`refreshed ${ENTRY}`])
  })

  it('are followed as config.json changes', async () => {
    put('CANARY-access-1', 'CANARY-refresh-1', ports.clock.now() + HOUR)
    configure({})
    const core = await start()
    await run(core.refresh(ENTRY))
    configure({ refreshed: ['/usr/bin/other'] })
    await ports.clock.advance(1000)
    await run(core.refresh(ENTRY))
    await ports.clock.advance(0)
    expect(ports.commands.runs.map(({ words }) => words)).toEqual([['/usr/bin/other']])
  })

  it('that fail are seen, by the doctor in another process as well, until they succeed', async () => {
    put('CANARY-access-1', 'CANARY-refresh-1', ports.clock.now() + HOUR)
    ports.commands.isSlow = true
    const core = await start()
    await run(core.refresh(ENTRY))
    await ports.clock.advance(0)
    ports.commands.under[0]?.end({ code: 3, output: 'no such user\n' })
    await ports.clock.advance(0)
    const problem = {
      code: 'COMMAND_FAILED',
      message: 'The hook for "refreshed" failed: /usr/bin/tell ended with 3.',
      detail: 'no such user',
      field: 'hooks.refreshed',
    }
    expect(core.overview().problems).toEqual([expect.objectContaining(problem)])
    const other = await start(false)
    expect((await run(other.doctor())).map(({ what }) => what)).toContain(problem.message)

    await run(core.refresh(ENTRY))
    await ports.clock.advance(0)
    ports.commands.under[0]?.end({ code: 0 })
    await ports.clock.advance(0)
    expect(core.overview().problems).toEqual([])
  })

  it('are run two at a time, bounded in time, and stopped when we end', async () => {
    const logins = Object.fromEntries(
      Array.from({ length: 5 }, (_, at) => [
        `acme:agent${at}`,
        { type: 'oauth', provider: 'acme', access: `CANARY-a${at}`, refresh: `CANARY-r${at}`, expires: 1 },
      ]),
    )
    ports.files.put(FILE, JSON.stringify({ version: 1, profiles: logins }))
    ports.commands.isSlow = true
    const core = await start()
    expect(ports.commands.under).toHaveLength(2)
    ports.commands.under[0]?.end({})
    await ports.clock.advance(0)
    expect(ports.commands.runs).toHaveLength(3)
    expect(ports.commands.under).toHaveLength(2)
    await stop(core)
    expect(ports.commands.under).toEqual([])
    expect(ports.commands.runs).toHaveLength(3)
    expect(HOOK_TIMEOUT_MS).toBe(30_000)
  })

  it('that nobody knows are an error in config.json that says so', async () => {
    put('CANARY-access-1', 'CANARY-refresh-1', ports.clock.now() + HOUR)
    configure({ 'on-fire': ['/bin/true'] })
    const core = await start()
    expect(core.overview().problems[0]).toMatchObject({
      code: 'CONFIG_INVALID',
      message: expect.stringContaining('on-fire'),
    })
  })
})
