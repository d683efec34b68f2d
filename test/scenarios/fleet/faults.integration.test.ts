/** Nodes in real processes over three members of etcd, whose links are cut and which are killed: counts, and no times. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '../../../app/platform/clock.ts'
import { createEtcd } from '../../../app/platform/fleet/etcd.ts'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { bundleForNode } from '../../support/bundle.ts'
import { Crew, inClear, shareAll } from '../../support/crews.ts'
import { Cuttable } from '../../support/cuttable.ts'
import { startEtcd } from '../../support/etcd.ts'
import { leaderOf, membersOf, whoIs } from '../../support/etcd-members.ts'
import { FLEET } from '../../support/fleet-keys.ts'
import { GrantServer } from '../../support/grant-server.ts'
import { type Home, makeHome } from '../../support/home.ts'

const SPEED = 10
const NAMES = ['ada', 'eve', 'kay']
/** Longer than an answer is on its way that was given before a cut. */
const SETTLED_MS = 1_000
const found = await findEtcd()

if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  describe('a fleet over three members', () => {
    it('makes one request for each generation: the leader killed, a cut with nodes on both sides, all killed', async () => {
      const peers: Cuttable[] = []
      const [etcd, program, server] = await Promise.all([
        startEtcd(found.program, 3, `/lamplighter/${FLEET}/`, async (port) => {
          const link = await Cuttable.to(port, whoIs)
          peers.push(link)
          return link.port
        }),
        bundleForNode('test/support/fleet-crew.ts', 'fleet-crew'),
        GrantServer.start({ lifeSeconds: 2 * SPEED, answersAfterMs: 10 }),
      ])
      const crews: Crew[] = []
      const homes: Home[] = []
      onTestFinished(async () => {
        await Promise.all(crews.map((crew) => crew.kill()))
        await Promise.all(homes.map((home) => home.remove()))
        for (const link of peers) link.close()
        server.close()
        await etcd.close()
      })
      const ids = await shareAll(createEtcd(etcd.options, createClock()), server, NAMES)
      const byMember = await Promise.all(
        etcd.members.map(({ url }) => Cuttable.to(Number(new URL(url).port))),
      )
      const start = async (side: string, ways: readonly Cuttable[]): Promise<Crew> => {
        const members = ways.map(({ port }) => `https://127.0.0.1:${port}`)
        const own = await Promise.all([makeHome(), makeHome()])
        homes.push(...own)
        const nodes = own.map(({ path }, at) => ({ name: `${side}${at}`, home: path }))
        const register = { ...inClear(etcd.options), members }
        const grants = [...ids.values()]
        const crew = new Crew(program, { register, nodes, grants, endpoint: server.url, speed: SPEED })
        crews.push(crew)
        return crew
      }
      // The few reach all members, each by a way of its own; the many too.
      const waysOfFew = await Promise.all(
        etcd.members.map(({ url }) => Cuttable.to(Number(new URL(url).port))),
      )
      onTestFinished(() => {
        for (const way of [...byMember, ...waysOfFew]) way.close()
      })
      const [few, many] = [await start('few', waysOfFew), await start('many', byMember)]
      const lowest = (of: readonly Crew[]): number =>
        Math.min(...[...ids.values()].flatMap((id) => of.map((crew) => crew.lowest(id))))
      const moreThan = (before: number, of = [few, many]): Promise<void> =>
        expect.poll(() => lowest(of), { timeout: 60_000 }).toBeGreaterThan(before)
      await moreThan(2)

      const killed = await leaderOf(etcd)
      await etcd.members[killed]?.kill()
      await moreThan(lowest([few, many]) + 1)
      await etcd.members[killed]?.restart()
      await moreThan(lowest([few, many]) + 1)

      const alone = await leaderOf(etcd)
      const [idOfAlone] = (await membersOf(etcd))
        .filter(({ name }) => name === `m${alone}`)
        .map(({ id }) => id)
      for (const [at, link] of peers.entries()) link.cut((from) => at === alone || from === idOfAlone)
      for (const [at, way] of byMember.entries()) if (at === alone) way.cut()
      for (const [at, way] of waysOfFew.entries()) if (at !== alone) way.cut()
      const cutAtMs = Date.now()
      const retries = (): number => few.outcomes['retry'] ?? 0
      const [before, triedBefore] = [lowest([many]), retries()]
      await moreThan(before + 2, [many])
      await expect.poll(retries, { timeout: 60_000 }).toBeGreaterThan(triedBefore) // it wanted to
      const during = few.tickets.filter(({ atMs }) => atMs > cutAtMs + SETTLED_MS)
      expect(during).toEqual([])
      for (const way of [...peers, ...byMember, ...waysOfFew]) way.mend()
      await moreThan(lowest([many]), [few])

      await Promise.all(etcd.members.map((member) => member.kill()))
      await Promise.all(etcd.members.map((member) => member.restart()))
      await moreThan(lowest([few, many]) + 1)

      await Promise.all([few, many].map((crew) => crew.stop()))
      expect(server.reused).toEqual([])
      expect(server.requests).toBe(NAMES.reduce((sum, name) => sum + server.generationOf(name) - 1, 0))
      expect([...few.wentBack, ...many.wentBack]).toEqual([])
    })
  })
}
