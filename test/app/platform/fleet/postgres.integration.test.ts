/** The laws of a register on Debian's PostgreSQL, over TLS and with passwords; and what only a server can do wrong. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Register, RegisterAddress, RegisterChange } from '../../../../app/base/register.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { createClock } from '../../../../app/platform/clock.ts'
import { createPostgres } from '../../../../app/platform/fleet/postgres.ts'
import { createPostgresUsers } from '../../../../app/platform/fleet/postgres-users.ts'
import { findPostgres } from '../../../../scripts/postgres.mjs'
import { registerLaws } from '../../../conformance/register.conformance.ts'
import { type PostgresServer, startPostgres } from '../../../support/postgres.ts'

const found = await findPostgres()
const PREFIX = '/lamplighter/'
const USER = 'node-1'
const PASSWORD = new Secret('CANARY-node-password')

if ('why' in found) it.skip(`needs PostgreSQL: ${found.why}`, () => undefined)
else {
  let server: PostgresServer
  let options: RegisterAddress
  let serial = 0
  beforeAll(async () => {
    server = await startPostgres(found)
    options = { ...server.root, user: USER, password: PASSWORD }
    await withUsers(async (users) => {
      await users.identity()
      await users.putRole({ name: 'fleet', rights: [{ key: PREFIX, isPrefix: true, mayWrite: true }] })
      await users.putUser(USER, PASSWORD, 'fleet')
    })
  })
  afterAll(() => server.close())

  async function withUsers(
    work: (users: ReturnType<typeof createPostgresUsers>) => Promise<void>,
  ): Promise<void> {
    const users = createPostgresUsers(server.root)
    await work(users).finally(() => users.close())
  }

  registerLaws('PostgreSQL', () => {
    const open = () => createPostgres(options, createClock())
    return { register: open(), another: open, root: `${PREFIX}laws-${serial++}` }
  })

  const open = (part: Partial<RegisterAddress> = {}): Register => {
    const register = createPostgres({ ...options, ...part }, createClock())
    onTestFinished(() => register.close())
    return register
  }
  const freshKey = (): string => `${PREFIX}key-${serial++}`

  describe('one PostgreSQL', () => {
    it("refuses a wrong password, and what is not the fleet's", async () => {
      const stranger = open({ password: new Secret('CANARY-wrong') })
      await expect(stranger.read(freshKey())).rejects.toMatchObject({ reason: 'denied' })
      await expect(stranger.create(freshKey(), '')).rejects.toMatchObject({ reason: 'denied', left: false })
      await expect(open().read('/elsewhere')).rejects.toMatchObject({ reason: 'denied' })
      await expect(open().list('/')).rejects.toMatchObject({ reason: 'denied' })
      await expect(open().create('/elsewhere', '')).rejects.toMatchObject({ reason: 'denied' })
    })

    it('lets nobody past its functions', async () => {
      const client = await server.connect()
      onTestFinished(() => client.end())
      await client.query(`SET SESSION AUTHORIZATION "${USER}"`)
      for (const table of ['records', 'head', 'rights', 'users'])
        await expect(client.query(`SELECT * FROM lamplighter.${table}`)).rejects.toMatchObject({
          code: '42501',
        })
    })

    it("is spoken to only with a certificate of the fleet's authority", async () => {
      const { ca: _, ...rest } = options
      const trusting = createPostgres(rest, createClock())
      onTestFinished(() => trusting.close())
      await expect(trusting.create(freshKey(), '')).rejects.toMatchObject({
        reason: 'unreachable',
        left: false,
      })
      const elsewhere = open({ members: [server.url.replace('127.0.0.1', 'localhost')] }) // not in its certificate
      await expect(elsewhere.create(freshKey(), '')).rejects.toMatchObject({
        reason: 'unreachable',
        left: false,
      })
      for (const member of [
        'postgres://127.0.0.1:1',
        'postgres://me:CANARY@127.0.0.1/x',
        'postgres://h/x?sslmode=disable',
      ])
        expect(() => open({ members: [member] })).toThrow(/^(?!.*CANARY).*not where/)
    })

    it('is another one when its identity is not the one it had', async () => {
      await expect(open({ cluster: '1' }).read(freshKey())).rejects.toMatchObject({ reason: 'gone-back' })
      await expect(open({ cluster: '1' }).create(freshKey(), '')).rejects.toMatchObject({
        reason: 'gone-back',
        left: false,
      })
      const same = await open().identity()
      expect(await open({ cluster: same }).read(freshKey())).toBeUndefined()
    })

    it('keeps what it acknowledged when it crashes, and a watch goes on', async () => {
      const [register, other] = [open(), open()]
      const [before, during, after] = [freshKey(), freshKey(), freshKey()]
      const { revision } = await register.list(PREFIX)
      const told: RegisterChange[] = []
      register.watch(PREFIX, revision, (change) => told.push(change))
      await other.create(before, 'kept')
      await expect.poll(() => keysOf(told)).toEqual([before])
      await server.kill()
      const refusal = (): Promise<unknown> => other.create(during, '').catch((error: unknown) => error)
      await expect.poll(refusal).toMatchObject({ reason: 'unreachable', left: false })
      await expect.poll(() => told.at(-1)?.kind).toBe('behind')
      await server.restart()
      await expect
        .poll(() => other.create(after, '').catch(() => undefined))
        .toMatchObject({ kind: 'written' })
      await expect.poll(() => keysOf(told)).toEqual([before, after])
      expect(await other.read(before)).toMatchObject({ value: 'kept' })
      const kinds = (): string[] => told.map(({ kind }) => kind)
      await expect.poll(() => kinds().lastIndexOf('level')).toBeGreaterThan(kinds().lastIndexOf('behind'))
    })

    it('does not tell the outcome of a write that somebody holds up; the same write again does', async () => {
      const register = open()
      const key = freshKey()
      const client = await server.connect()
      onTestFinished(() => client.end())
      await client.query('BEGIN; SELECT FROM lamplighter.head FOR UPDATE')
      await expect(register.create(key, 'nonce-1')).rejects.toMatchObject({ reason: 'unknown', left: true })
      expect(await register.read(key)).toBeUndefined()
      await client.query('COMMIT')
      const again = await register.create(key, 'nonce-1')
      expect(again.kind === 'written' || again.now?.value === 'nonce-1').toBe(true)
    })

    it('gives revisions in the order in which writes are seen, however many come at once', async () => {
      const [one, other] = [open(), open()]
      const root = freshKey()
      const { revision } = await one.list(PREFIX)
      const told: RegisterChange[] = []
      one.watch(`${root}/`, revision, (change) => told.push(change))
      await Promise.all(
        Array.from({ length: 40 }, (_, at) => (at % 2 ? one : other).create(`${root}/${at}`, '')),
      )
      await expect.poll(() => keysOf(told)).toHaveLength(40)
      const revisions = told.flatMap((change) => (change.kind === 'changed' ? [change.record.revision] : []))
      expect(revisions).toEqual([...revisions].sort((a, b) => a - b))
    })

    it('lets what is present lapse with its process', async () => {
      const key = freshKey()
      const gone = createPostgres(options, { ...createClock(), sleep: () => new Promise(() => undefined) }) // never keeps alive
      await gone.present(key, 'me', 1000)
      const register = open()
      const kept = await register.present(`${key}-kept`, 'me', 1000)
      expect(await register.read(key)).toMatchObject({ value: 'me' })
      await expect.poll(() => register.read(key)).toBeUndefined()
      expect(await register.read(`${key}-kept`)).toMatchObject({ value: 'me' })
      expect(kept).toHaveProperty('leave')
      expect(await register.present(key, 'you', 1000)).toHaveProperty('leave')
    })

    it('takes no more requests of a user that was removed, whose connection is open', async () => {
      const register = open({ user: 'node-2' })
      await withUsers((users) => users.putUser('node-2', PASSWORD, 'fleet'))
      await register.read(freshKey())
      await withUsers((users) => users.removeUser('node-2'))
      await withUsers((users) => users.removeUser('node-2')) // again is fine
      const refusal = (): Promise<unknown> => register.read(freshKey()).catch((error: unknown) => error)
      await expect.poll(refusal).toMatchObject({ reason: 'denied' })
    })
  })

  describe('a standby', () => {
    it('is not asked, and is another register when it was promoted', async () => {
      const cluster = await open().identity()
      const key = freshKey()
      await open().create(key, 'kept')
      const standby = await server.standby()
      onTestFinished(() => standby.kill())
      const asked = open({ members: [standby.url], cluster })
      await expect(asked.read(key)).rejects.toMatchObject({ reason: 'unreachable' })
      const both = open({ members: [standby.url, server.url], cluster })
      await expect.poll(() => both.read(key).catch(() => undefined)).toMatchObject({ value: 'kept' })
      await standby.promote()
      await expect
        .poll(() => asked.read(key).catch((error: unknown) => error))
        .toMatchObject({ reason: 'gone-back' })
      await expect(asked.create(freshKey(), '')).rejects.toMatchObject({ reason: 'gone-back', left: false })
      expect(await both.read(key)).toMatchObject({ value: 'kept' }) // of the first, which lives
      expect(await open({ members: [standby.url] }).read(key)).toMatchObject({ value: 'kept' }) // a person has accepted it
    })
  })
}

function keysOf(told: readonly RegisterChange[]): readonly string[] {
  return told.flatMap((change) => (change.kind === 'changed' ? [change.record.key] : []))
}
