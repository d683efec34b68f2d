/** Machines over one real etcd that has no room, was put back from a backup, or has removed one of them; and wrong clocks. */
import { cp, rm } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FleetNode } from '../../../app/engine/fleet/fleet-node.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createClock } from '../../../app/platform/clock.ts'
import { createEtcd } from '../../../app/platform/fleet/etcd.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { createBoot } from '../../../app/platform/process/boot.ts'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { shareAll } from '../../support/crews.ts'
import { type EtcdCluster, startEtcd } from '../../support/etcd.ts'
import { FLEET, fleetKeys, fleetProvider } from '../../support/fleet-keys.ts'
import { GrantServer } from '../../support/grant-server.ts'
import { type Home, makeHome } from '../../support/home.ts'

const HOUR = 3_600_000
const found = await findEtcd()

if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  let etcd: EtcdCluster
  let server: GrantServer
  let id: string
  const homes: Home[] = []
  const running = new Set<FleetNode>()

  beforeEach(async () => {
    etcd = await startEtcd(found.program, 1, `/lamplighter/${FLEET}/`)
    server = await GrantServer.start({ lifeSeconds: 0 }) // each has lapsed when it comes
    const ids = await shareAll(createEtcd(etcd.options, createClock()), server, ['ada'])
    id = ids.get('ada') ?? ''
  })
  afterEach(async () => {
    await Promise.all([...running].map((node) => node.stop()))
    running.clear()
    server.close()
    await etcd.close()
    await Promise.all(homes.splice(0).map((home) => home.remove()))
  })

  const newHome = async (): Promise<Home> => {
    const home = await makeHome()
    homes.push(home)
    return home
  }
  const start = async (
    name: string,
    home: Home,
    { aheadMs = 0, user = etcd.options.user, password = etcd.options.password } = {},
  ): Promise<FleetNode> => {
    const plain = createNodePorts({ label: name, env: home.env, logLevel: 'silent' })
    const clock = { ...plain.clock, now: () => plain.clock.now() + aheadMs }
    const node = new FleetNode({
      ports: { ...plain, clock },
      boot: createBoot(),
      node: name,
      name: 'test',
      register: createEtcd({ ...etcd.options, user, password }, plain.clock),
      keys: fleetKeys(),
      resolve: async () => fleetProvider(server.url),
    })
    await node.start()
    running.add(node)
    return node
  }
  const stop = async (node: FleetNode): Promise<void> => {
    running.delete(node)
    await node.stop()
  }
  const renew = (node: FleetNode) =>
    node.refresh(id, { generation: node.login(id)?.credential.generation ?? 0 })
  const refused = (code: string) => ({ kind: 'retry', failure: { code } })

  describe('a shared login', () => {
    it('is not sent while the register has no room for a ticket, and is once it has', async () => {
      const node = await start('attic', await newHome())
      const alarm = { memberID: '0', alarm: 'NOSPACE' }
      await etcd.admin('/v3/maintenance/alarm', { action: 'ACTIVATE', ...alarm })
      expect(await renew(node)).toMatchObject(refused('FLEET_REFUSED'))
      expect(server.requests).toBe(0)
      const { alarms } = (await etcd.admin('/v3/maintenance/alarm', { action: 'GET' })) as {
        alarms: readonly { readonly memberID: string }[]
      }
      for (const { memberID } of alarms)
        await etcd.admin('/v3/maintenance/alarm', { action: 'DEACTIVATE', memberID, alarm: 'NOSPACE' })
      expect(await renew(node)).toMatchObject({ kind: 'refreshed' })
      expect(server.requests).toBe(1)
    })

    it('is sent once for each generation by machines whose clocks are hours apart', async () => {
      const nodes = await Promise.all(
        [-HOUR, 0, HOUR].map(async (aheadMs) => start(`at ${aheadMs}`, await newHome(), { aheadMs })),
      )
      for (let round = 0; round < 4; round++) await Promise.all(nodes.map(renew))
      expect(server.spent).toBeGreaterThanOrEqual(4)
      expect(server.requests).toBe(server.generationOf('ada') - 1)
      expect(server.reused).toEqual([])
    })

    it('is not sent by a machine that was removed, although its watch is open', async () => {
      const password = new Secret('CANARY-removed')
      await etcd.admin('/v3/auth/user/add', { name: 'removed', password: password.expose() })
      await etcd.admin('/v3/auth/user/grant', { user: 'removed', role: 'fleet' })
      const gone = await start('gone', await newHome(), { user: 'removed', password })
      const attic = await start('attic', await newHome())
      await renew(attic)
      await expect.poll(() => gone.login(id)?.credential.generation).toBe(2)
      await etcd.admin('/v3/auth/user/delete', { name: 'removed' })
      expect(await renew(gone)).toMatchObject(refused('FLEET_REFUSED'))
      expect(server.requests).toBe(1)
    })

    it('is not sent from a register that was put back, until the newest that anybody knows stands there again', async () => {
      const [one, other] = [await newHome(), await newHome()]
      const [attic, rack] = [await start('attic', one), await start('rack', other)]
      await renew(attic)
      const [member] = etcd.members
      if (!member) return
      await member.kill()
      await cp(member.data, `${member.data}-backup`, { recursive: true })
      await member.restart()
      await expect.poll(async () => (await renew(rack)).kind, { timeout: 30_000 }).toBe('refreshed')
      await renew(rack)
      // Who signs in now has a token of which a register that is put back has never heard, and makes it wait.
      for (let n = 0; n < 40; n++) await etcd.admin('/v3/kv/put', { key: 'eA==', value: 'eA==' })
      const late = await start('late', await newHome())
      await renew(late)
      const spent = server.spent
      await expect.poll(() => attic.login(id)?.credential.generation).toBe(spent + 1)
      await member.kill()
      await rm(member.data, { recursive: true })
      await cp(`${member.data}-backup`, member.data, { recursive: true })
      await member.restart()
      const outcomeOf = async (node: FleetNode): Promise<unknown> => {
        const outcome = await renew(node)
        return 'failure' in outcome ? outcome.failure?.code : outcome.kind
      }
      for (const node of [attic, late])
        await expect.poll(() => outcomeOf(node), { timeout: 30_000 }).toBe('FLEET_WENT_BACK')
      await stop(late)
      await stop(attic)
      await stop(rack)
      const again = await start('attic', one) // after another start, too
      expect(await renew(again)).toMatchObject(refused('FLEET_WENT_BACK'))
      expect([server.requests, server.spent]).toEqual([spent, spent])
      await again.grants.putBack()
      expect(await renew(again)).toMatchObject({ kind: 'refreshed' })
      expect([server.requests, server.reused]).toEqual([spent + 1, []])
    })
  })
}
