/** A fleet as people make it: founded, invited and joined from the command line, over a real etcd or PostgreSQL; its hosts are real processes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { findPostgres } from '../../../scripts/postgres.mjs'
import { FakeHttp } from '../../fakes/http.ts'
import { MODEL_ENDPOINT, ModelProvider } from '../../fakes/model-provider.ts'
import { killCommands, lamplighter, type Running } from '../../support/command.ts'
import { type EtcdCluster, startEtcd } from '../../support/etcd.ts'
import { freePortWithNext } from '../../support/free-ports.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { credential } from '../../support/logins.ts'
import { startPostgres } from '../../support/postgres.ts'

const LOGIN = 'acme:ada@example.test'
const found = await findEtcd()
const postgres = await findPostgres()

if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  afterEach(killCommands)

  describe('a fleet of three machines', () => {
    it('is founded, invited to and joined; shares a login, and goes on without whoever is removed', async () => {
      const provider = new ModelProvider()
      const [etcd, tokenEndpoint, attic, laptop, rack] = await Promise.all([
        startEtcd(found.program, 1, '/lamplighter/'),
        serve(provider),
        makeHome(),
        makeHome(),
        makeHome(),
      ])
      const homes = [attic, laptop, rack]
      onTestFinished(async () => {
        await killCommands()
        await etcd.close()
        await Promise.all(homes.map((home) => home.remove()))
      })
      await Promise.all(homes.map((home) => home.writeConfig(configOf(tokenEndpoint))))
      await seed(attic, provider)

      await foundFleet(attic, etcd)
      await host(attic)
      await join1(attic, laptop, 'laptop', '--reader')
      await join1(attic, rack, 'rack')
      await host(laptop)
      await host(rack)
      expect(await tell(attic, 'fleet', 'share', LOGIN)).toMatchObject({ shared: LOGIN })

      // Held by the fleet, on every machine, and one request for all.
      for (const home of homes)
        await expect
          .poll(() => loginOf(home), { timeout: 20_000 })
          .toMatchObject({ state: 'held', owner: 'home' })
      const before = provider.requests
      await tell(rack, 'refresh', LOGIN)
      expect(provider.requests).toBe(before + 1)
      const newest = `CANARY-access-${provider.requests + 1}`
      for (const home of homes) await expect.poll(() => tokenOf(home), { timeout: 20_000 }).toBe(newest)

      // Nobody who should not holds a refresh token.
      expect(await everythingIn(laptop)).not.toMatch(/CANARY-refresh/)
      expect(JSON.stringify(await dump(etcd))).not.toMatch(/CANARY-(access|refresh)/)

      const { nodes } = await tell(attic, 'fleet', 'nodes')
      expect(
        (nodes as { name: string; role: string }[]).map(({ name, role }) => [name, role]).sort(),
      ).toEqual([
        ['attic', 'keeper'],
        ['laptop', 'reader'],
        ['rack', 'keeper'],
      ])
      expect((await tell(attic, 'fleet', 'remove', 'rack')).removed).toMatchObject({ renewed: 1, left: 0 })
      expect(provider.requests).toBe(before + 2)
      await expect
        .poll(() => tokenOf(laptop), { timeout: 20_000 })
        .toBe(`CANARY-access-${provider.requests + 1}`)
      await expect
        .poll(async () => (await tell(rack, 'fleet', 'status')).fleet, { timeout: 20_000 })
        .toMatchObject({
          problem: { code: 'FLEET_REFUSED' },
        })
      expect(await tokenOf(rack)).toBe(newest)
      expect(provider.reuses).toBe(0)
    })

    it('is founded on an etcd of its own, which a person starts where systemd cannot', async () => {
      const attic = await makeHome()
      onTestFinished(() => attic.remove())
      const port = await freePortWithNext()
      const wish = ['--host', '127.0.0.1', '--port', String(port), '--program', found.program]
      const founding = await lamplighter(attic, 'fleet', 'found', 'home', '--here', ...wish, '--json')
      let told = ''
      founding.child.stderr?.on('data', (chunk: Buffer) => {
        told += chunk.toString()
      })
      await expect.poll(() => told).toContain('Start it')
      const [program = '', ...words] = (told.split('with the machine: ')[1] ?? '').trim().split(' ')
      const engine = spawn(program, words, { stdio: 'ignore' })
      onTestFinished(() => void engine.kill('SIGKILL'))
      expect(JSON.parse((await founding.ended).out)).toMatchObject({
        fleet: { name: 'home', administrator: true, register: [`https://127.0.0.1:${port}`] },
      })
      const names = await readdir(join(attic.path, 'etcd'))
      expect(names).not.toContain('engine.json') // its password is sealed now
      expect((await tell(attic, 'fleet', 'doctor')).worst).toBe('note') // one keeper
    })
  })
}

if ('why' in postgres) it.skip(`needs PostgreSQL: ${postgres.why}`, () => undefined)
else {
  afterEach(killCommands)

  describe('a fleet over a PostgreSQL', () => {
    it('is founded and joined, and spends nothing on a promoted standby until a person confirms it', async () => {
      const provider = new ModelProvider()
      const [server, tokenEndpoint, attic, rack] = await Promise.all([
        startPostgres(postgres),
        serve(provider),
        makeHome(),
        makeHome(),
      ])
      const homes = [attic, rack]
      onTestFinished(async () => {
        await killCommands()
        await server.close()
        await Promise.all(homes.map((home) => home.remove()))
      })
      await Promise.all(homes.map((home) => home.writeConfig(configOf(tokenEndpoint))))
      await seed(attic, provider)
      const standby = await server.standby()
      onTestFinished(() => standby.kill())
      const password = join(attic.path, 'postgres-password')
      await writeFile(password, server.root.password.expose())
      const both = ['--postgres', `${server.url},${standby.url}`, '--ca', server.caFile]
      const who = ['--user', server.root.user, '--password-file', password]
      expect(await tell(attic, 'fleet', 'found', 'home', '--name', 'attic', ...both, ...who)).toMatchObject({
        fleet: { name: 'home', administrator: true, register: [server.url, standby.url] },
      })
      await host(attic)
      await join1(attic, rack, 'rack')
      await host(rack)
      await tell(attic, 'fleet', 'share', LOGIN)
      await expect.poll(() => loginOf(rack), { timeout: 20_000 }).toMatchObject({ owner: 'home' })
      await tell(rack, 'refresh', LOGIN)
      expect(provider.requests).toBe(1)
      await expect.poll(() => tokenOf(attic), { timeout: 20_000 }).toBe('CANARY-access-2')

      const client = await server.connect()
      const { rows } = await client.query<{ all: string }>(
        'SELECT json_agg(r)::text AS all FROM lamplighter.records r',
      )
      await client.end()
      expect(rows[0]?.all).toContain('grants/')
      expect(rows[0]?.all).not.toMatch(/CANARY/)

      await standby.hasAllOf(server)
      await server.kill()
      await standby.promote()
      const problem = { problem: { code: 'FLEET_WENT_BACK' } }
      await expect
        .poll(async () => (await tell(rack, 'fleet', 'status')).fleet, { timeout: 30_000 })
        .toMatchObject(problem)
      await tell(rack, 'refresh', LOGIN)
      expect(provider.requests).toBe(1)
      const { fleet } = await tell(attic, 'fleet', 'confirm-restore')
      expect(fleet).not.toHaveProperty('problem')
      await tell(attic, 'refresh', LOGIN)
      expect([provider.requests, provider.reuses]).toEqual([2, 0])
    })
  })
}

function configOf(tokenEndpoint: string): unknown {
  return { providers: { acme: { tokenEndpoint, clientId: 'fleet-test' } }, welcomed: true }
}

async function foundFleet(home: Home, etcd: EtcdCluster): Promise<void> {
  const password = join(home.path, 'etcd-password')
  await writeFile(password, etcd.root.password.expose())
  const members = etcd.root.members.join(',')
  const etcdFlags = ['--etcd', members, '--ca', etcd.caFile, '--password-file', password]
  expect(await tell(home, 'fleet', 'found', 'home', '--name', 'attic', ...etcdFlags)).toMatchObject({
    fleet: { name: 'home', role: 'keeper', administrator: true },
  })
}

/** The administrator's host admits it. */
async function join1(by: Home, newcomer: Home, name: string, ...flags: readonly string[]): Promise<void> {
  const { invitation } = await tell(by, 'fleet', 'invite', '--no-wait', ...flags)
  expect(await tell(newcomer, 'fleet', 'join', String(invitation), '--name', name)).toMatchObject({
    fleet: { name: 'home', administrator: false },
  })
}

async function host(home: Home): Promise<Running> {
  const running = await lamplighter(home, 'serve')
  await running.printed('Lamplighter serves')
  return running
}

async function tell(home: Home, ...words: readonly string[]): Promise<Record<string, unknown>> {
  const { out, err } = await (await lamplighter(home, ...words, '--json')).ended
  const line = out.trim().split('\n').at(-1) ?? ''
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch {
    throw new Error(`${words.join(' ')}: ${out}${err}`)
  }
}

async function loginOf(home: Home): Promise<unknown> {
  const { profiles } = (await tell(home, 'list')) as { profiles: { id: string }[] }
  return profiles.find(({ id }) => id === LOGIN)
}

async function tokenOf(home: Home): Promise<string> {
  return (await (await lamplighter(home, 'token', LOGIN)).ended).out.trim()
}

async function seed(home: Home, provider: ModelProvider): Promise<void> {
  const ports = createNodePorts({ label: 'seed', env: home.env, logLevel: 'silent' })
  const login = credential({
    access: 'CANARY-access-1',
    refresh: provider.currentRefreshToken,
    expiresAtMs: Date.now() + 3_600_000,
    account: { email: 'ada@example.test' },
  })
  await createVault(ports).add({ id: LOGIN, provider: 'acme', credential: login })
}

async function serve(provider: ModelProvider): Promise<string> {
  const http = new FakeHttp()
  provider.serve(http)
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk
    const reply = await http.send({ method: 'POST', url: MODEL_ENDPOINT, body, timeoutMs: 0 })
    response.writeHead(reply.status, reply.headers)
    response.end(reply.body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
}

/** Every file, opened with this home's own key where it is sealed. */
async function everythingIn(home: Home): Promise<string> {
  const ports = createNodePorts({ label: 'look', env: home.env, logLevel: 'silent' })
  const entries = (await createVault(ports).scan()).entries
  const opened = entries.map(({ credential: one }) => [
    one?.accessToken?.expose(),
    one?.refreshToken?.expose(),
  ])
  const names = await readdir(home.path, { recursive: true, withFileTypes: true })
  const texts = await Promise.all(
    names.filter((one) => one.isFile()).map((one) => readFile(join(one.parentPath, one.name), 'utf8')),
  )
  return JSON.stringify(opened) + texts.join('\n')
}

async function dump(etcd: EtcdCluster): Promise<unknown> {
  const all = { key: Buffer.from([0]).toString('base64'), range_end: Buffer.from([0]).toString('base64') }
  const { kvs } = (await etcd.admin('/v3/kv/range', all)) as { kvs: { key: string; value: string }[] }
  return kvs.map(({ key, value }) => [key, value].map((one) => Buffer.from(one, 'base64').toString()))
}
