import { describe, expect, it, vi } from 'vitest'
import { SETTING_NAMES } from '../../../../app/cli/commands/setting-words.ts'
import { createCore } from '../../../../app/core.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'
import { FakeProcess } from '../../../fakes/process.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

describe('lamplighter settings', () => {
  it.each([
    ['lead', '30m', '30 min', 'default'],
    ['maxConcurrent', '8', '8', undefined],
    ['grantEnds', '2d,3h', '2 d, 3 h', undefined],
    ['grantEnds', 'never', 'never', undefined],
    ['quietHours', '22:00-07:00', '22:00-07:00', 'none'],
    ['theme', 'dark', 'dark', 'system'],
    ['startAtLogin', 'on', 'on', 'off'],
    ['checkForUpdates', 'off', 'off', 'on'],
    ['tray', 'menu', 'menu', 'popover'],
    ['consent', 'all', 'all', 'none'],
    ['whileLocked', 'withhold', 'withhold', 'give'],
  ])('sets %s to %s, shows it and takes it back', async (name, value, shown, back) => {
    const here = atMachine()
    here.ports.files.put(FAKE_PATHS.config, '{"hers": 1}')
    expect(await here.type('settings', name, value)).toEqual({ code: 0, out: shown, err: '' })
    expect(await here.type('settings', name)).toEqual({ code: 0, out: shown, err: '' })
    expect(here.ports.files.text(FAKE_PATHS.config)).toContain('"hers": 1')
    if (back !== undefined)
      expect(await here.type('settings', name, back)).toMatchObject({ code: 0, out: back })
  })

  it('lists all of them', async () => {
    const { out } = await atMachine().type('settings')
    for (const name of SETTING_NAMES) expect(out).toMatch(new RegExp(`^${name} `, 'm'))
    expect(JSON.parse((await atMachine().type('settings', '--json')).out).settings.maxConcurrent).toBe(4)
  })

  it.each([
    [['maxConcurent', '8'], /Did you mean maxConcurrent\?/],
    [['maxConcurrent', 'many'], /not a whole number/],
    [['maxConcurrent', '65'], /maxConcurrent/],
    [['quietHours', 'at night'], /Like 22:00-07:00/],
    [['theme', 'pink'], /none of: system, light, dark/],
    [['lead', 'soon'], /90s, 30m, 2h or 7d/],
    [['consent', 'nobody@example.test'], /nobody@example.test/],
    [['whileLocked', 'perhaps'], /none of: give, withhold/],
  ])('refuses %j and writes nothing', async (words, said) => {
    const here = atMachine()
    const { code, err } = await here.type('settings', ...words)
    expect(code).not.toBe(0)
    expect(err).toMatch(said)
    expect(here.ports.files.text(FAKE_PATHS.config)).toBeUndefined()
  })
})

describe('lamplighter mute', () => {
  it('and unmute, by any name of the login', async () => {
    const here = atMachine()
    const login = { type: 'token', provider: 'acme', token: 'CANARY', email: 'ada@example.test' }
    here.ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { 'acme:ada': login } }))
    expect(JSON.parse((await here.type('mute', 'acme', '--json')).out)).toEqual({
      version: 1,
      muted: ['acme:ada'],
    })
    expect(JSON.parse((await here.type('unmute', 'acme:ada', '--json')).out).muted).toEqual([])
    expect(await here.type('mute', 'nobody')).toMatchObject({ code: 64 })
  })
})

describe('lamplighter pause', () => {
  it('is seen by the host that runs, which resumes with it too', async () => {
    const ports = createFakePorts()
    const { clock, files, lock, socket } = ports
    const host = createCore(
      createFakePorts({ clock, files, lock, socket, process: new FakeProcess({ pid: 2 }) }),
    )
    await clock.run(host.start({ schedule: true }))
    const here = atMachine(ports)
    expect((await here.type('pause', '--for', '1h')).out).toMatch(
      /^Renewing ahead of time is paused until .* \(1 h\)\./,
    )
    await clock.advance(1_000)
    expect(host.overview().scheduler.paused).toEqual({ untilMs: expect.any(Number) })
    await here.type('pause')
    await clock.advance(1_000)
    expect(host.overview().scheduler.paused).toEqual({})
    expect((await here.type('resume', '--json')).out).toBe('{"version":1,"paused":null}')
    await clock.advance(1_000)
    expect(host.overview().scheduler.paused).toBeUndefined()
    await clock.run(host.close())
  })
})

describe('lamplighter support', () => {
  it('is printed, or written where nothing is yet', async () => {
    const here = atMachine()
    expect((await here.type('support')).out).toMatch(/^Lamplighter support bundle\n/)
    expect(await here.type('support', '/tmp/new.txt')).toMatchObject({ code: 0 })
    expect(here.ports.files.text('/tmp/new.txt')).toMatch(/^Lamplighter support bundle\n/)
    expect(await here.type('support', '/tmp/new.txt')).toMatchObject({ code: 64 })
  })
})
