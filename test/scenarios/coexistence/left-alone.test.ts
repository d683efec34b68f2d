/** Whether Lamplighter keeps a program's logins alive is the person's choice, program by program. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'

const HOUR = 60 * 60_000
const OPENCODE = '/home/ada/.local/share/opencode/auth.json'

let ports: FakePorts
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const config = () => JSON.parse(ports.files.text(ports.paths.config) ?? '{}')
const owner = () => core.overview().profiles[0]?.owner

beforeEach(async () => {
  ports = createFakePorts()
  ports.http.always('*', {
    json: { access_token: 'CANARY-access-2', refresh_token: 'CANARY-refresh-2', expires_in: 36_000 },
  })
  const login = {
    type: 'oauth',
    refresh: 'CANARY-refresh-1',
    access: 'CANARY-access-1',
    expires: ports.clock.now() + HOUR,
  }
  ports.files.put(OPENCODE, JSON.stringify({ openai: login }))
})
afterEach(() => run(core.close()))

async function started(programs: Record<string, unknown>): Promise<void> {
  ports.files.put(ports.paths.config, JSON.stringify({ welcomed: true, programs }))
  core = createCore(ports)
  await run(core.start({ schedule: true }))
}

describe('a program whose logins are left to it', () => {
  it('has them counted down, says whose choice that is, and is not refreshed', async () => {
    await started({ opencode: { keepAlive: false } })
    expect(owner()).toEqual({
      mode: 'watched',
      refreshedBy: 'opencode',
      sentence: 'As you chose, it is left to opencode, and only counted down.',
    })
    expect(core.overview().profiles[0]?.accessExpiresAtMs).toBeDefined()
    expect(core.overview().profiles[0]?.can.refresh).toBe(false)
    await ports.clock.advance(HOUR)
    expect(ports.http.requests).toEqual([])
    expect(ports.files.text(OPENCODE)).toContain('CANARY-refresh-1')
  })

  it('is kept alive again as soon as the person wishes it, in the window as in the file', async () => {
    await started({ opencode: { keepAlive: false } })
    const settings = await run(core.changeSettings({ programs: { opencode: true } }))
    expect(settings.keptAlive).toEqual({ opencode: true })
    expect(config()).toEqual({ welcomed: true, programs: { opencode: { keepAlive: true } } })
    expect(owner()).toMatchObject({ mode: 'shared', refreshedBy: 'Lamplighter' })
    await ports.clock.advance(HOUR)
    expect(ports.http.requests).toHaveLength(1)
  })
})

describe('the switch of a program', () => {
  it('writes the wish that config.json has for it, and nothing else changes', async () => {
    await started({ 'claude-code': { keychain: true } })
    await run(core.changeSettings({ programs: { 'claude-code': true, openclaw: false } }))
    expect(config().programs).toEqual({
      'claude-code': { keychain: true, refresh: true },
      openclaw: { keepAlive: false },
    })
    expect(core.settings().keptAlive).toEqual({ 'claude-code': true, openclaw: false })
  })

  it('is there for programs that can be kept alive, as it stands', async () => {
    await started({ codex: { keepAlive: false } })
    const stands = new Map((await run(core.programs())).map(({ id, keptAlive }) => [id, keptAlive]))
    expect([stands.get('opencode'), stands.get('openclaw')]).toEqual([true, true])
    expect([stands.get('codex'), stands.get('claude-code')]).toEqual([false, false])
    expect([stands.get('gh'), stands.get('vault')]).toEqual([undefined, undefined])
  })

  it('is refused for a program that nobody could keep alive', async () => {
    await started({})
    await expect(run(core.changeSettings({ programs: { gh: true } }))).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
    })
    expect(config().programs).toEqual({})
  })
})
