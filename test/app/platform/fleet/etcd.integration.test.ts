/**
 * The laws of a register on Debian's etcd, over TLS and with passwords, and what only an engine can do wrong: on the version of
 * this system's own packages, and on that of Debian 13 where it can be had.
 */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { Register, RegisterAddress, RegisterChange } from '../../../../app/base/register.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { createClock } from '../../../../app/platform/clock.ts'
import { createEtcd } from '../../../../app/platform/fleet/etcd.ts'
import { findEtcd } from '../../../../scripts/etcd.mjs'
import { registerLaws } from '../../../conformance/register.conformance.ts'
import { type EtcdCluster, startEtcd, USER } from '../../../support/etcd.ts'

const PREFIX = '/lamplighter/'
const found = { etcd: await findEtcd(), 'the etcd of Debian 13': await findEtcd('trixie') }

for (const [name, engine] of Object.entries(found)) {
  if ('why' in engine) it.skip(`needs ${name}: ${engine.why}`, () => undefined)
  else describe(name, () => hasWhatAFleetNeeds(name, engine.program))
}

function hasWhatAFleetNeeds(name: string, program: string): void {
  let cluster: EtcdCluster
  let serial = 0
  beforeAll(async () => {
    cluster = await startEtcd(program, 1, PREFIX)
  })
  afterAll(() => cluster.close())

  registerLaws(name, () => {
    const open = () => createEtcd(cluster.options, createClock())
    return { register: open(), another: open, root: `${PREFIX}laws-${serial++}` }
  })

  const open = (part: Partial<RegisterAddress> = {}): Register => {
    const register = createEtcd({ ...cluster.options, ...part }, createClock())
    onTestFinished(() => register.close())
    return register
  }
  const freshKey = (): string => `${PREFIX}key-${serial++}`

  describe('one etcd', () => {
    it("refuses a wrong password, and what is not the fleet's", async () => {
      const stranger = open({ password: new Secret('CANARY-wrong') })
      await expect(stranger.read(freshKey())).rejects.toMatchObject({ reason: 'denied' })
      await expect(stranger.create(freshKey(), '')).rejects.toMatchObject({ reason: 'denied' })
      await expect(open().read('/elsewhere')).rejects.toMatchObject({ reason: 'denied' })
      await expect(open().create('/elsewhere', '')).rejects.toMatchObject({ reason: 'denied' })
    })

    it("is spoken to only with a certificate of the fleet's authority", async () => {
      const { ca: _, ...rest } = cluster.options
      const trusting = createEtcd(rest, createClock())
      onTestFinished(() => trusting.close())
      await expect(trusting.create(freshKey(), '')).rejects.toMatchObject({
        reason: 'unreachable',
        left: false,
      })
      expect(() =>
        createEtcd({ ...cluster.options, members: ['http://127.0.0.1:1'] }, createClock()),
      ).toThrow(/TLS|not where/)
    })

    it('is another one when its identity is not the one it had', async () => {
      await expect(open({ cluster: '1' }).read(freshKey())).rejects.toMatchObject({ reason: 'gone-back' })
      await expect(open({ cluster: '1' }).create(freshKey(), '')).rejects.toMatchObject({
        reason: 'gone-back',
      })
      const same = await open().identity()
      expect(await open({ cluster: same }).read(freshKey())).toBeUndefined()
    })

    it('forgets tokens when it is started anew, and they are asked for again; a watch goes on', async () => {
      const register = open()
      const other = open()
      const [before, during, after] = [freshKey(), freshKey(), freshKey()]
      const { revision } = await register.list(PREFIX)
      const told: RegisterChange[] = []
      register.watch(PREFIX, revision, (change) => told.push(change))
      await other.create(before, '')
      await expect.poll(() => keysOf(told)).toEqual([before])
      await cluster.members[0]?.kill()
      // The first may still go out on a connection whose end was not seen yet: then nobody knows what became of it.
      const refusal = (): Promise<unknown> => other.create(during, '').catch((error: unknown) => error)
      await expect.poll(refusal).toMatchObject({ reason: 'unreachable', left: false })
      await expect.poll(() => told.at(-1)?.kind).toBe('behind')
      await cluster.members[0]?.restart()
      await expect
        .poll(() => other.create(after, '').catch(() => undefined))
        .toMatchObject({ kind: 'written' })
      await expect.poll(() => keysOf(told)).toEqual([before, after])
      // It may be level again before the new key is written, or with it.
      const kinds = (): string[] => told.map(({ kind }) => kind)
      await expect.poll(() => kinds().lastIndexOf('level')).toBeGreaterThan(kinds().lastIndexOf('behind'))
    })

    it('does not tell the outcome of a write when it is stopped; the same write again does', async () => {
      const register = open()
      const key = freshKey()
      await register.read(key)
      cluster.members[0]?.process.kill('SIGSTOP')
      const written = register.create(key, 'nonce-1')
      await expect(written).rejects.toMatchObject({ reason: 'unknown', left: true })
      await expect(register.read(key)).rejects.toMatchObject({ reason: 'unreachable' })
      cluster.members[0]?.process.kill('SIGCONT')
      const again = await register.create(key, 'nonce-1')
      expect(again.kind === 'written' || again.now?.value === 'nonce-1').toBe(true)
    })

    it('lets what is present lapse with its process', async () => {
      const key = freshKey()
      const gone = createEtcd(cluster.options, {
        ...createClock(),
        sleep: () => new Promise(() => undefined),
      }) // never keeps alive
      await gone.present(key, 'me', 1000)
      const register = open()
      const kept = await register.present(`${key}-kept`, 'me', 1000)
      expect(await register.read(key)).toMatchObject({ value: 'me' })
      await expect.poll(() => register.read(key)).toBeUndefined()
      expect(await register.read(`${key}-kept`)).toMatchObject({ value: 'me' })
      expect(kept).toHaveProperty('leave')
    })

    it('tells a watch what it missed although the engine forgot the way there', async () => {
      const register = open()
      const key = freshKey()
      const { revision } = await register.list(PREFIX)
      await register.create(key, '1')
      const { revision: newest } = await register.list(PREFIX)
      await cluster.admin('/v3/kv/compaction', { revision: String(newest) })
      const told: RegisterChange[] = []
      register.watch(PREFIX, revision, (change) => told.push(change))
      await expect.poll(() => keysOf(told)).toEqual([key])
      const late = freshKey()
      await register.create(late, '2')
      await expect.poll(() => keysOf(told)).toEqual([key, late])
    })

    it('has no more room when its quota is used up', async () => {
      const register = open()
      await cluster.admin('/v3/maintenance/alarm', { action: 'ACTIVATE', memberID: '0', alarm: 'NOSPACE' })
      const written = register.create(freshKey(), '')
      await expect(written).rejects.toMatchObject({ reason: 'full' })
      expect(await register.read(freshKey())).toBeUndefined()
      const { alarms } = (await cluster.admin('/v3/maintenance/alarm', { action: 'GET' })) as {
        alarms: { memberID: string }[]
      }
      for (const { memberID } of alarms) {
        await cluster.admin('/v3/maintenance/alarm', { action: 'DEACTIVATE', memberID, alarm: 'NOSPACE' })
      }
      expect(await register.create(freshKey(), '')).toMatchObject({ kind: 'written' })
    })

    it('takes no more requests of a user that was removed', async () => {
      const register = open()
      await register.read(freshKey())
      await cluster.admin('/v3/auth/user/delete', { name: USER })
      await expect(register.read(freshKey())).rejects.toMatchObject({ reason: 'denied' })
      await expect(register.create(freshKey(), '')).rejects.toMatchObject({ reason: 'denied' })
    })
  })

  describe('three members', () => {
    it('tell a watch although the one it listens to says nothing any more', async () => {
      const three = await startEtcd(program, 3, PREFIX)
      onTestFinished(() => three.close())
      const [first, ...others] = three.options.members
      const watching = createEtcd(three.options, createClock())
      const writing = createEtcd({ ...three.options, members: others }, createClock())
      onTestFinished(async () => void (await Promise.all([watching.close(), writing.close()])))
      const told: RegisterChange[] = []
      watching.watch(PREFIX, 0, (change) => told.push(change))
      await expect.poll(() => told.at(-1)?.kind).toBe('level')
      expect(three.members[0]?.url).toBe(first)
      three.members[0]?.process.kill('SIGSTOP')
      await expect.poll(() => writing.create(`${PREFIX}1`, 'n').catch(() => undefined)).toBeDefined()
      await expect.poll(() => keysOf(told)).toEqual([`${PREFIX}1`])
      await writing.create(`${PREFIX}2`, 'n')
      await expect.poll(() => keysOf(told)).toEqual([`${PREFIX}1`, `${PREFIX}2`])
    })

    it('go on without one of them, and grant nothing without two', async () => {
      const three = await startEtcd(program, 3, PREFIX)
      onTestFinished(() => three.close())
      const register = createEtcd(three.options, createClock())
      onTestFinished(() => register.close())
      const told: RegisterChange[] = []
      register.watch(PREFIX, 0, (change) => told.push(change))
      expect(await register.create(`${PREFIX}1`, '')).toMatchObject({ kind: 'written' })
      await three.members[0]?.kill()
      await expect.poll(() => register.create(`${PREFIX}2`, 'n').catch(() => undefined)).toBeDefined()
      await expect.poll(() => keysOf(told)).toEqual([`${PREFIX}1`, `${PREFIX}2`])
      await three.members[1]?.kill()
      const refused = { name: 'RegisterFailure' }
      await expect(register.create(`${PREFIX}3`, 'n')).rejects.toMatchObject(refused)
      await expect(register.read(`${PREFIX}1`)).rejects.toMatchObject(refused)
      await expect.poll(() => told.at(-1)?.kind).toBe('behind')
      await three.members[0]?.restart()
      await expect
        .poll(() => register.read(`${PREFIX}2`).catch(() => undefined))
        .toMatchObject({ value: 'n' })
    })
  })
}

function keysOf(told: readonly RegisterChange[]): readonly string[] {
  return told.flatMap((change) => (change.kind === 'changed' ? [change.record.key] : []))
}
