/** Real hosts, real sockets, and real signals. */
import { statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Ports } from '../../../app/base/ports.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { findHost, handshake } from '../../../app/rpc/handshake-client.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { killCommands, lamplighter, type Running, supervised } from '../../support/command.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

let home: Home
let server: AuthorizationServer
let ports: Ports

beforeEach(async () => {
  home = await makeHome()
  server = await startAuthorizationServer({ tokenTtl: 3600 })
  ports = createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })
  await new HomeMachine(home).seed(server)
})

afterEach(async () => {
  await killCommands()
  await server.close()
  await home.remove()
})

async function serve(): Promise<Running> {
  const host = await lamplighter(home, 'serve')
  await host.printed('Lamplighter serves')
  return host
}

async function hostPid(): Promise<number | undefined> {
  const host = await findHost(ports)
  host?.peer.close()
  return host?.who.pid
}

async function expectAnswers(): Promise<void> {
  const host = await findHost(ports)
  const { accessToken } = (await host?.ask('token', { profile: PROFILE })) ?? {}
  expect(accessToken).toMatch(/^CANARY-at-/)
  host?.peer.close()
}

describe('lamplighter serve', () => {
  it('listens once, however many start at the same time', async () => {
    const hosts = await Promise.all(Array.from({ length: 5 }, () => serve()))
    const lines = await Promise.all(hosts.map((host) => host.printed('Lamplighter serves')))
    const others = lines.filter((line) => line.includes('another Lamplighter answers the socket'))
    expect(others).toHaveLength(4)
    expect(hosts.map(({ child }) => child.pid)).toContain(await hostPid())
    await expectAnswers()
    for (const { child } of hosts) child.kill('SIGTERM')
    expect((await Promise.all(hosts.map(({ ended }) => ended))).map(({ code }) => code)).toEqual([
      0, 0, 0, 0, 0,
    ])
    expect(await hostPid()).toBeUndefined()
    expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
  })

  it('says that nobody can ask it, where it cannot listen', async () => {
    writeFileSync(join(home.path, 'state', 'run'), 'where its folder should be')
    const host = await serve()
    const line = await host.printed('Lamplighter serves')
    expect(line).toMatch(/; nobody can ask it: Preparing .+run failed \(EEXIST\)\.\n$/)
    host.child.kill('SIGTERM')
    await host.ended
    const asJson = await lamplighter(home, 'serve', '--json')
    expect(JSON.parse(await asJson.printed('"ready"'))).toMatchObject({
      listening: false,
      trouble: expect.stringContaining('EEXIST'),
    })
  })

  it('is followed by the next one when it is killed', async () => {
    const first = await serve()
    const second = await serve()
    expect(await hostPid()).toBe(first.child.pid)
    first.child.kill('SIGKILL')
    await first.ended
    await expect.poll(hostPid, { timeout: 20_000 }).toBe(second.child.pid)
    await expectAnswers()
    const record = JSON.parse(await readFile(join(home.path, 'state', 'host.json'), 'utf8'))
    expect(record.pid).toBe(second.child.pid)
  })

  it('can be replaced at once after it was killed', async () => {
    const first = await serve()
    first.child.kill('SIGKILL')
    await first.ended
    expect(await hostPid()).toBeUndefined()
    const second = await serve()
    expect(await hostPid()).toBe(second.child.pid)
  })

  it.skipIf(process.platform === 'win32')(
    'is up again whenever its supervisor finds it killed, and ends for good when it is told to',
    async () => {
      const supervisor = await supervised(home, 'serve')
      let killed: number | undefined
      for (let round = 0; round < 4; round++) {
        await expect.poll(hostPid, { timeout: 20_000 }).toSatisfy((pid) => pid > 0 && pid !== killed)
        await expectAnswers()
        killed = (await hostPid()) ?? Number.NaN
        process.kill(killed, 'SIGKILL')
      }
      await expect.poll(hostPid, { timeout: 20_000 }).toSatisfy((pid) => pid > 0 && pid !== killed)
      await expectAnswers()
      process.kill((await hostPid()) ?? Number.NaN, 'SIGTERM')
      expect((await supervisor.ended).code).toBe(0)
      expect(server.requests).toMatchObject({ reuses: 0, invalidGrants: 0 })
      expect(server.requests.count()).toBe(1)
    },
  )

  it('answers two hundred processes at once, and minds none that misbehaves', async () => {
    await serve()
    await expectAnswers()
    const rude = Array.from({ length: 50 }, async (_, i) => {
      const wire = await ports.socket.connect()
      wire?.send(
        ['', 'GET / HTTP/1.1', '{"id":1,"call":"token"', '{"id":1,"call":"overview"}', '\u0000'.repeat(1e5)][
          i % 5
        ] ?? '',
      )
      if (i % 2 === 0) wire?.close()
      return wire
    })
    const polite = Array.from({ length: 200 }, async () => {
      const wire = await ports.socket.connect()
      if (!wire) throw new Error('nobody listens')
      const host = await handshake(
        wire,
        { key: wire.key, process: 'crowd', pid: process.pid },
        ports.clock,
        20_000,
      )
      const { accessToken } = await host.ask('token', { profile: PROFILE })
      return { accessToken, close: () => host.peer.close() }
    })
    const got = await Promise.all(polite)
    expect(new Set(got.map(({ accessToken }) => accessToken)).size).toBe(1)
    expect(server.requests.count()).toBe(1)
    for (const { close } of got) close()
    for (const wire of await Promise.all(rude)) wire?.close()
    await expectAnswers()
  })

  it('is for this user alone', async () => {
    await serve()
    const mode = (...path: string[]): number => statSync(join(home.path, 'state', ...path)).mode & 0o777
    if (process.platform !== 'win32') {
      expect([mode('run'), mode('run', 'host.sock'), mode('host.json')]).toEqual([0o700, 0o600, 0o600])
    }
  })

  it('waits for the successor at SIGTERM, and tells the one who asked', async () => {
    const host = await serve()
    await expectAnswers()
    let letGo: () => void = () => undefined
    server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
    const refresh = await lamplighter(home, 'refresh', PROFILE, '--json')
    await expect.poll(() => server.requests.count(), { timeout: 20_000 }).toBe(2)
    host.child.kill('SIGTERM')
    await expect.poll(() => ports.socket.connect(), { timeout: 20_000 }).toBeUndefined()
    letGo()
    expect((await host.ended).code).toBe(0)
    const { code, out } = await refresh.ended
    expect(code).toBe(0)
    expect(JSON.parse(out).results).toMatchObject([
      {
        profile: PROFILE,
        event: {
          kind: 'refreshed',
          process: 'lamplighter serve',
          askedBy: expect.stringMatching(/^lamplighter refresh \(pid \d+\)$/),
        },
      },
    ])
  })

  it('is killed in the middle of an exchange, and the one who asked finds out what became of it', async () => {
    const host = await serve()
    await expectAnswers()
    let letGo: () => void = () => undefined
    server.fault({ kind: 'hold', until: new Promise<void>((resolve) => (letGo = resolve)) })
    const refresh = await lamplighter(home, 'refresh', PROFILE)
    await expect.poll(() => server.requests.count(), { timeout: 20_000 }).toBe(2)
    host.child.kill('SIGKILL')
    const { code, out } = await refresh.ended
    letGo()
    expect([code, out]).toEqual([1, expect.stringContaining('nobody knows yet')])
    expect(server.requests.count()).toBe(2)
  })
})
