/** Logins of other programs beside OpenClaw's: one grant in several of them, who is asked, and how one signs in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandEnd, CommandOptions } from '../../../app/base/ports.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { FakeCommands } from '../../fakes/commands.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'
import { fixture } from '../../support/program-files.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const CODEX = '/home/ada/.codex/auth.json'
const CLAUDE = '/home/ada/.claude/.credentials.json'
const OPENCLAW = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

class Programs extends FakeCommands {
  readonly asked: string[] = []
  onStart: () => void = () => undefined

  override async run([program = '']: readonly string[], _options: CommandOptions): Promise<CommandEnd> {
    this.asked.push(program)
    this.onStart()
    return { code: 0, output: '' }
  }
}

let commands: Programs
let ports: FakePorts
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

async function started(schedule = false): Promise<void> {
  core = createCore(ports)
  await run(core.start({ schedule }))
}

function jwt(endsAtMs: number, number: number): string {
  const claims = { exp: Math.floor(endsAtMs / 1000), jti: number }
  return `CANARYh.${btoa(JSON.stringify(claims)).replaceAll('=', '')}.CANARYs`
}

beforeEach(() => {
  commands = new Programs()
  ports = createFakePorts({ commands })
})
afterEach(() => run(core.close()))

describe('one grant in Codex and in OpenClaw', () => {
  const lastsUntil = (number: number, hours: number) => ports.clock.now() + hours * HOUR + number
  function codexHolds(number: number, hours: number): void {
    const access_token = jwt(lastsUntil(number, hours), number)
    const tokens = { access_token, refresh_token: `CANARY-refresh-${number}`, account_id: 'acc-1' }
    ports.files.put(CODEX, JSON.stringify({ auth_mode: 'chatgpt', tokens }))
  }
  function openClawHolds(number: number, hours: number): void {
    const login = {
      type: 'oauth',
      provider: 'openai-codex',
      access: jwt(lastsUntil(number, hours), number),
      refresh: `CANARY-refresh-${number}`,
      expires: Math.floor(lastsUntil(number, hours) / 1000) * 1000,
      accountId: 'acc-1',
    }
    ports.files.put(OPENCLAW, JSON.stringify({ version: 1, profiles: { 'openai-codex:default': login } }))
  }

  it('is one row, which Codex is asked to renew: what we spent would end its copy', async () => {
    codexHolds(1, 24)
    openClawHolds(1, 24)
    commands.onStart = () => codexHolds(2, 240)
    await started()
    const [profile, ...others] = core.overview().profiles
    expect(others).toEqual([])
    expect(profile?.holders.map(({ path }) => path).sort()).toEqual([CODEX, OPENCLAW])
    expect(profile?.owner).toMatchObject({ mode: 'delegated', refreshedBy: 'Codex' })
    expect((await run(core.refresh(profile?.id ?? ''))).kind).toBe('adopted')
    expect(commands.asked).toEqual(['codex'])
    expect(ports.http.requests).toEqual([])
  })

  it('reaches OpenClaw once Codex has renewed it', async () => {
    codexHolds(1, 24)
    openClawHolds(1, 24)
    commands.onStart = () => codexHolds(2, 240)
    await started(true)
    await run(core.refresh(core.overview().profiles[0]?.id ?? ''))
    await ports.clock.advance(5 * MINUTE)
    expect(core.overview().profiles).toHaveLength(1)
    expect(ports.files.text(OPENCLAW)).toContain('CANARY-refresh-2')
    expect(ports.http.requests).toEqual([])
  })
})

describe('one grant in OpenClaw and in a program that nobody can ask', () => {
  it('is said to be one that ends there as soon as it is refreshed here', async () => {
    ports.files.put('/home/ada/.grok/auth.json', fixture('grok-1.0.41.json'))
    const login = { type: 'oauth', provider: 'xai', access: 'CANARYx', refresh: 'CANARYr', expires: 4e12 }
    ports.files.put(OPENCLAW, JSON.stringify({ version: 1, profiles: { 'xai:default': login } }))
    await started()
    const both = core.overview().profiles.find(({ holders }) => holders.length === 2)
    expect(both?.warnings).toEqual([
      {
        code: 'SAME_GRANT',
        message:
          'Grok holds the same refresh token, in a file that only Grok writes: the next renewal here ends its login there.',
        hint: 'Sign in with Grok for a login of its own.',
      },
    ])
    ports.files.delete('/home/ada/.grok/auth.json')
    await run(core.look())
    expect(core.overview().profiles.flatMap(({ warnings }) => warnings)).toEqual([])
  })
})

describe('Claude Code, as config.json says', () => {
  const holds = (leftMs: number, number = 1): void => {
    const login = {
      accessToken: `CANARY-access-${number}`,
      refreshToken: `CANARY-refresh-${number}`,
      expiresAt: ports.clock.now() + leftMs,
    }
    ports.files.put(CLAUDE, JSON.stringify({ claudeAiOauth: login }))
  }

  it('is left in peace without a word', async () => {
    holds(2 * HOUR)
    await started(true)
    await ports.clock.advance(3 * HOUR)
    expect(commands.asked).toEqual([])
    expect(core.overview().profiles[0]?.status).toMatchObject({ kind: 'held', expired: true })
  })

  it('is asked once, in its last five minutes, where the person wishes', async () => {
    ports.files.put(FAKE_PATHS.config, '{"programs":{"claude-code":{"refresh":true}}}')
    holds(2 * HOUR)
    const endsAtMs = ports.clock.now() + 2 * HOUR
    let leftMs = 0
    commands.onStart = () => {
      leftMs = endsAtMs - ports.clock.now()
      holds(8 * HOUR, 2)
    }
    await started(true)
    await ports.clock.advance(3 * HOUR)
    expect(commands.asked).toEqual(['claude'])
    expect(leftMs).toBeGreaterThan(3 * MINUTE)
    expect(leftMs).toBeLessThan(5 * MINUTE)
    expect(core.overview().profiles[0]?.status.kind).toBe('fresh')
  })
})

describe('a login that its own program has to bring back', () => {
  it('says how, and what beginning costs', async () => {
    ports.files.put(CLAUDE, fixture('claude-code-2.1.332-refused.json'))
    ports.files.put(CODEX, fixture('codex-0.171.0.json'))
    await started()
    const dead = core.overview().profiles.find(({ providerId }) => providerId === 'anthropic')
    expect(dead?.status.kind).toBe('needs-login')
    expect(dead?.advice).toBe(
      'Anthropic refused the login of Claude Code. Sign in with Claude Code, in a terminal: claude auth login',
    )
    const codex = core.overview().profiles.find(({ providerId }) => providerId === 'openai-codex')
    expect(codex?.ownLogin).toEqual({
      program: 'Codex',
      command: ['codex', 'login'],
      warning: expect.stringContaining('ends the login that is stored'),
      isAsked: true,
    })
    expect([dead?.can.login, codex?.can.login]).toEqual([true, true])
  })
})
