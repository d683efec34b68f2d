/** The logins on a session bus, as far as nobody has to know the bus. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { ACCOUNT, ACCOUNTS, pathOf, ROOT } from '../../../app/host/bus-objects.ts'
import { createHost, type Host } from '../../../app/host/host.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'

const LOGIN = 'acme:ada@example.test'
const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

let ports: FakePorts
let core: Core
let host: Host

beforeEach(async () => {
  ports = createFakePorts()
  ports.sessionBus.isThere = true
  const expires = ports.clock.now() + 3_600_000
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', access: 'CANARY-1', expires }
  ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { [LOGIN]: login } }))
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ welcomed: true }))
  core = createCore(ports)
  await ports.clock.run(core.start({ schedule: false }))
  host = createHost(core, ports, 'Lamplighter')
  await ports.clock.run(host.start())
})
afterEach(async () => {
  await ports.clock.run(host.close())
  await ports.clock.run(core.close())
})

const ask = (what: string, path = pathOf(LOGIN), ...args: readonly unknown[]) =>
  ports.clock.run(ports.sessionBus.call(path, what, ...args))

describe('the face on the session bus', () => {
  it('gives every login a path of its own', () => {
    expect(pathOf(LOGIN)).toBe(`${ACCOUNTS}/acme_3aada_40example_2etest`)
    expect(pathOf('a_3a')).not.toBe(pathOf('a:'))
  })

  it('hands out what the system knows the caller may have', async () => {
    const given = { signature: 'si', values: ['CANARY-1', 3600] }
    expect(await ask(`${ACCOUNT}.GetAccessToken`)).toEqual(given)
    expect(core.askers.list()).toMatchObject([{ program: '/usr/bin/report', isKnown: true }])
    await ports.clock.run(core.withhold(LOGIN, '/usr/bin/report', true))
    expect(await ask(`${ACCOUNT}.GetAccessToken`)).toMatchObject({
      error: expect.stringMatching(/\.Error\.HostRefused$/),
      message: expect.stringContaining('withholds it'),
    })
    ports.sessionBus.caller = { isSameUser: true, pid: 9 }
    expect(await ask(`${ACCOUNT}.GetAccessToken`)).toEqual(given)
    expect(core.askers.list().find(({ isKnown }) => !isKnown)?.program).toContain('cannot be looked at')
  })

  it('gives another user nothing, root included', async () => {
    ports.sessionBus.caller = { isSameUser: false, pid: 1 }
    for (const method of ['GetAccessToken', 'EnsureCredentials'])
      expect(await ask(`${ACCOUNT}.${method}`)).toMatchObject({
        message: expect.stringContaining('same user'),
      })
  })

  it('says what there is not', async () => {
    const told = async (...words: Parameters<typeof ask>) =>
      (await ask(...words)) as { readonly error: string }
    expect((await told(`${ACCOUNT}.GetAccessToken`, `${ACCOUNTS}/nobody`)).error).toMatch(/UnknownObject$/)
    expect((await told(`${ACCOUNT}.Delete`)).error).toMatch(/UnknownMethod$/)
    expect(
      (await told('org.freedesktop.DBus.Properties.Get', pathOf(LOGIN), ACCOUNT, 'Token')).error,
    ).toMatch(/UnknownProperty$/)
    expect((await told('org.freedesktop.DBus.ObjectManager.GetManagedObjects')).error).toMatch(
      /UnknownObject$/,
    )
  })

  it('tells of logins that come and go', async () => {
    const before = ports.files.text(FILE) ?? ''
    ports.files.put(FILE, JSON.stringify({ version: 1, profiles: {} }))
    await ports.clock.run(core.look())
    await ports.clock.advance(10)
    ports.files.put(FILE, before)
    await ports.clock.run(core.look())
    await ports.clock.advance(10)
    const members = ports.sessionBus.signals.map(({ path, member }) => [path, member])
    expect(members).toEqual([
      [ROOT, 'InterfacesRemoved'],
      [ROOT, 'InterfacesAdded'],
    ])
  })

  it('is gone with the host', async () => {
    await ports.clock.run(host.close())
    expect(ports.sessionBus.names.size).toBe(0)
  })
})
