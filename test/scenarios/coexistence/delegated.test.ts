/** A login that its own program renews: Lamplighter asks it, and believes only the file. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandEnd } from '../../../app/base/ports.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { FakeCommands } from '../../fakes/commands.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'

const FILE = '/home/ada/.codex/auth.json'
const MINUTE = 60_000
const HOUR = 60 * MINUTE

class Codex extends FakeCommands {
  asked = 0
  /** What a start of Codex does to its file. */
  onStart: () => void = () => undefined
  answer: CommandEnd = { code: 0, output: '' }

  override async run(): Promise<CommandEnd> {
    this.asked++
    this.onStart()
    return this.answer
  }
}

let commands: Codex
let ports: FakePorts
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const id = () => core.overview().profiles[0]?.id ?? ''

function keep(number: number, leftMs: number): void {
  const claims = { exp: Math.floor((ports.clock.now() + leftMs) / 1000), jti: number }
  const tokens = {
    access_token: `CANARYh.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.CANARYs`,
    refresh_token: `CANARY-refresh-${number}`,
    account_id: 'acc-1',
  }
  ports.files.put(FILE, JSON.stringify({ auth_mode: 'chatgpt', tokens }))
}

async function started(leftMs: number, schedule = false): Promise<void> {
  keep(1, leftMs)
  core = createCore(ports)
  await run(core.start({ schedule }))
}

beforeEach(() => {
  commands = new Codex()
  ports = createFakePorts({ commands })
})
afterEach(() => run(core.close()))

describe('a delegated login', () => {
  it('is one row that says who refreshes it', async () => {
    await started(24 * HOUR)
    const [profile] = core.overview().profiles
    expect(profile).toMatchObject({ providerId: 'openai-codex', status: { kind: 'fresh' } })
    expect(profile?.owner).toMatchObject({ mode: 'delegated', refreshedBy: 'Codex' })
  })

  it('is renewed by asking its owner; nothing of ours is sent, and nothing written', async () => {
    await started(24 * HOUR)
    commands.onStart = () => keep(2, 48 * HOUR)
    const event = await run(core.refresh(id()))
    expect(event.kind).toBe('adopted')
    expect(event.message).toBe('Codex renewed it, as Lamplighter asked.')
    expect(commands.asked).toBe(1)
    expect(ports.http.requests).toEqual([])
    expect(ports.files.text(FILE)).toContain('CANARY-refresh-2')
  })

  it('is asked for ahead of its end by the schedule, once', async () => {
    commands.onStart = () => keep(2, 10 * 24 * HOUR)
    await started(HOUR, true)
    await ports.clock.advance(HOUR)
    expect(commands.asked).toBe(1)
    expect(core.overview().profiles[0]?.status.kind).toBe('fresh')
  })

  it('is no success when the file is as it was, and its owner is left in peace for a while', async () => {
    await started(5 * MINUTE, true)
    await ports.clock.advance(25 * MINUTE)
    expect(commands.asked).toBe(1)
    expect(core.overview().profiles[0]?.status).toMatchObject({
      kind: 'retrying',
      failure: { message: 'Codex was asked to renew this login, and its file is as it was.' },
    })
    await ports.clock.advance(30 * MINUTE)
    expect(commands.asked).toBe(2)
  })

  it('that was renewed although its owner had to be stopped is renewed', async () => {
    await started(24 * HOUR)
    commands.onStart = () => keep(2, 48 * HOUR)
    commands.answer = { output: '', why: 'was stopped after 60 s' }
    expect((await run(core.refresh(id()))).kind).toBe('adopted')
  })

  it('is asked for once by two who want it at the same time', async () => {
    await started(24 * HOUR)
    commands.onStart = () => keep(2, 48 * HOUR)
    await run(Promise.all([core.refresh(id()), core.refresh(id())]))
    expect(commands.asked).toBe(1)
  })
})

describe('a delegated login at a provider that nobody here knows', () => {
  const TOOL = '/home/ada/.tool/token.json'

  function keepTool(number: number, leftMs: number): void {
    const until = new Date(ports.clock.now() + leftMs).toISOString()
    ports.files.put(TOOL, JSON.stringify({ access: `CANARY-access-${number}`, until }))
  }

  async function startedWithTool(leftMs: number): Promise<void> {
    const tool = {
      path: TOOL,
      provider: 'nobody-knows',
      accessToken: 'access',
      expiresAt: 'until',
      unit: 'iso',
      refresh: ['tool', 'refresh'],
    }
    ports.files.put(FAKE_PATHS.config, JSON.stringify({ programs: { tool } }))
    keepTool(1, leftMs)
    core = createCore(ports)
    await run(core.start({ schedule: true }))
  }

  it('is renewed by its program ahead of its end, and what it got is handed out', async () => {
    commands.onStart = () => keepTool(2, 48 * HOUR)
    await startedWithTool(HOUR)
    expect(core.overview().profiles[0]).toMatchObject({
      providerId: 'nobody-knows',
      owner: { mode: 'delegated' },
      status: { kind: 'fresh' },
    })
    await ports.clock.advance(HOUR)
    expect(commands.asked).toBe(1)
    expect((await run(core.token(id()))).accessToken.expose()).toBe('CANARY-access-2')
    expect(ports.http.requests).toEqual([])
  })

  it('that its program does not renew says so, and not that its provider is not known', async () => {
    await startedWithTool(MINUTE)
    await ports.clock.advance(5 * MINUTE)
    expect(core.overview().profiles[0]?.status).toMatchObject({
      kind: 'retrying',
      failure: {
        code: 'NOT_REFRESHABLE',
        message: expect.stringContaining('was asked to renew this login'),
      },
    })
  })
})
