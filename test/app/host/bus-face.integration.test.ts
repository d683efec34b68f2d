/** The logins on a real session bus: other programs as clients, the person's consent, and `lamplighter serve`. */
import { execFile } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import dbus from 'dbus-next'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { ACCOUNT, BUS_NAME, pathOf, ROOT } from '../../../app/host/bus-objects.ts'
import { createHost } from '../../../app/host/host.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type SessionBus, startSessionBus } from '../../e2e/support/session-bus.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { killCommands, lamplighter } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'

const LOGIN = 'acme:ada@example.test'
const PATH = pathOf(LOGIN)
const PROGRAM = 'dbus-send'

let home: Home
let bus: SessionBus
let folder: string
let program: string
const ends: (() => unknown)[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lamplighter-bus-'))
  home = await makeHome()
  bus = await startSessionBus(folder, { services: folder, env: home.env })
  home.env['DBUS_SESSION_BUS_ADDRESS'] = bus.address
  await home.writeConfig({
    welcomed: true,
    consent: { logins: [LOGIN] },
    providers: { acme: { tokenEndpoint: 'http://127.0.0.1:1/token', clientId: 'c' } },
  })
  await write(4)
  program = realpathSync((await shell('sh', '-c', `command -v ${PROGRAM}`)).out.trim())
})

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
  await killCommands()
  await bus.stop()
  await home.remove()
  rmSync(folder, { recursive: true })
})

/** @param hours that the token lasts */
function write(hours: number): Promise<string> {
  const expires = Date.now() + hours * 60 * 60_000
  const login = { type: 'oauth', provider: 'acme', email: 'ada@example.test', access: 'CANARY-access' }
  return home.writeAgent('main', { [LOGIN]: { ...login, refresh: 'CANARY-refresh', expires } })
}

function shell(
  command: string,
  ...words: readonly string[]
): Promise<{ readonly out: string; readonly err: string }> {
  return new Promise((resolve) => {
    execFile(command, words, { env: home.env }, (_, out, err) => resolve({ out, err }))
  })
}

/** As another program does. */
function call(path: string, what: string, ...words: readonly string[]) {
  const to = ['--session', '--print-reply', '--reply-timeout=30000', `--dest=${BUS_NAME}`]
  return shell(PROGRAM, ...to, path, what, ...words)
}

async function askBus(member: string, ...words: readonly string[]): Promise<string> {
  const to = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus']
  return (await shell('dbus-send', ...to, `org.freedesktop.DBus.${member}`, ...words)).out
}

async function application(): Promise<Core> {
  const ports = createNodePorts({ label: 'Lamplighter', env: home.env, logLevel: 'silent' })
  const core = createCore(ports)
  const host = createHost(core, ports, 'Lamplighter')
  ends.push(
    () => core.close(),
    () => host.close(),
  )
  await core.start({ schedule: true })
  await host.start()
  return core
}

describe.runIf(process.platform === 'linux')('the logins on the session bus', () => {
  it('are objects with properties, which tell of changes', async () => {
    await application()
    const client = dbus.sessionBus({ busAddress: bus.address.replace('unix:abstract=', 'unix:socket=\0') })
    ends.push(() => client.disconnect())
    const root = await client.getProxyObject(BUS_NAME, ROOT)
    const objects = await root.getInterface('org.freedesktop.DBus.ObjectManager').GetManagedObjects?.()
    expect(Object.keys(objects)).toEqual([PATH])
    const its = objects[PATH][ACCOUNT]
    expect(its).toMatchObject({
      Id: { value: LOGIN },
      Name: { value: 'ada@example.test' },
      AttentionNeeded: { value: false },
    })
    expect(its.SecondsLeft.value).toBeGreaterThan(3.9 * 60 * 60)
    expect(inspect(objects, { depth: 9 })).not.toContain('CANARY')
    const account = await client.getProxyObject(BUS_NAME, PATH)
    const told: Record<string, dbus.Variant>[] = []
    account
      .getInterface('org.freedesktop.DBus.Properties')
      .on('PropertiesChanged', (_: string, changed: Record<string, dbus.Variant>) => told.push(changed))
    await client.getProxyObject('org.freedesktop.DBus', '/org/freedesktop/DBus') // answered, so the match is there
    await write(8)
    await expect.poll(() => told.map((one) => Object.keys(one))).toEqual([['ExpiresAt']])
    const found = await call(ROOT, `${BUS_NAME}.Accounts1.Find`, 'string:ada@example.test')
    expect(found.out).toContain(`object path "${PATH}"`)
    expect((await call(ROOT, `${BUS_NAME}.Accounts1.Find`, 'string:nobody')).err).toContain(
      `${BUS_NAME}.Error.ProfileUnknown`,
    )
    expect((await call(PATH, `${ACCOUNT}.Delete`)).err).toContain('UnknownMethod')
    const tree = await call('/', 'org.freedesktop.DBus.Introspectable.Introspect')
    expect(tree.out).toContain('<node name="io"/>')
  })

  it('give a token to a program that a person allows, known by what it runs', async () => {
    const core = await application()
    ends.push(core.consent.attend())
    const asked = call(PATH, `${ACCOUNT}.GetAccessToken`)
    await expect
      .poll(() => core.consent.questions())
      .toMatchObject([{ program: { name: program, isKnown: true }, login: LOGIN }])
    expect((await call(PATH, `${ACCOUNT}.EnsureCredentials`)).out).toContain('int32 14') // hands nothing out
    const [question] = core.consent.questions()
    await core.consent.answer(question?.id ?? '', 'always')
    expect((await asked).out).toContain('string "CANARY-access"')
    expect((await call(PATH, `${ACCOUNT}.GetAccessToken`)).out).toContain('CANARY-access')
    expect(core.askers.list()).toMatchObject([{ program, isKnown: true, login: LOGIN, times: 2 }])
    await core.consent.set({ name: program, isKnown: true }, LOGIN, false)
    const never = await call(PATH, `${ACCOUNT}.GetAccessToken`)
    expect(never.out).not.toContain('CANARY')
    expect(never.err).toContain(`${BUS_NAME}.Error.HostRefused`)
    expect(await core.history({})).toMatchObject([
      { kind: 'withheld', cause: 'HOST_REFUSED', askedBy: expect.stringContaining(`${program} (pid `) },
    ])
  })

  it('are served by `lamplighter serve` too, which nobody can answer but by a command', async () => {
    const serve = await lamplighter(home, 'serve')
    await serve.printed('Lamplighter serves')
    const refused = await call(PATH, `${ACCOUNT}.GetAccessToken`)
    expect(refused.err).toContain(`${BUS_NAME}.Error.ConsentNeeded`)
    expect(refused.err).toContain(`lamplighter allow ${program} ${LOGIN}`)
    const said = await (await lamplighter(home, 'token', LOGIN)).ended
    expect({ code: said.code, out: said.out }).toEqual({ code: 69, out: '' })
    expect(said.err).toContain(`lamplighter allow 'lamplighter token' ${LOGIN}`)
    const allowed = await (await lamplighter(home, 'allow', program, LOGIN, '--for', '1h')).ended
    expect(allowed).toMatchObject({ code: 0, err: '' })
    expect((await call(PATH, `${ACCOUNT}.GetAccessToken`)).out).toContain('CANARY-access')
    serve.child.kill('SIGTERM')
    expect(await serve.ended).toMatchObject({ code: 0 })
    expect((await call(PATH, `${ACCOUNT}.GetAccessToken`)).err).toContain('ServiceUnknown')
  })

  it('are there as soon as somebody asks, where the bus is told how', async () => {
    await home.writeConfig({ welcomed: true })
    const command = `${process.execPath} ${await bundleForNode('app/cli/main.ts', 'cli')} serve`
    writeFileSync(join(folder, `${BUS_NAME}.service`), `[D-BUS Service]\nName=${BUS_NAME}\nExec=${command}\n`)
    await askBus('ReloadConfig')
    expect((await call(PATH, `${ACCOUNT}.GetAccessToken`)).out).toContain('CANARY-access')
    const owner = await askBus('GetConnectionUnixProcessID', `string:${BUS_NAME}`)
    process.kill(Number(/uint32 (\d+)/.exec(owner)?.[1]), 'SIGTERM')
    await expect.poll(() => askBus('NameHasOwner', `string:${BUS_NAME}`)).toContain('boolean false')
  })

  it('are missed by nobody where there is no bus, or one that is gone', async () => {
    for (const address of ['', 'unix:path=/nowhere/bus', bus.address]) {
      home.env['DBUS_SESSION_BUS_ADDRESS'] = address
      const serve = await lamplighter(home, 'serve')
      await serve.printed('Lamplighter serves')
      if (address === bus.address) await bus.stop()
      serve.child.kill('SIGTERM')
      expect(await serve.ended).toMatchObject({ code: 0 })
    }
  })
})
