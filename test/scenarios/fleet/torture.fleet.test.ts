/**
 * Fifty nodes in ten processes over three members of etcd, and everything goes wrong: kills, stops, cuts. Seeded as far as
 * the operating system lets it be: TORTURE_SEED and TORTURE_SECONDS repeat or change a run. Counts only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parseJournalEntry } from '../../../app/model/journal-entry.ts'
import { createClock } from '../../../app/platform/clock.ts'
import { createEtcd } from '../../../app/platform/fleet/etcd.ts'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { FakeRandom } from '../../fakes/random.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { Crew, inClear, shareAll } from '../../support/crews.ts'
import { Cuttable } from '../../support/cuttable.ts'
import { startEtcd } from '../../support/etcd.ts'
import { leaderOf, membersOf, whoIs } from '../../support/etcd-members.ts'
import type { CrewOrders } from '../../support/fleet-crew.ts'
import { FLEET, fleetKeys } from '../../support/fleet-keys.ts'
import { GrantServer } from '../../support/grant-server.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { Seeded } from '../../support/seeded.ts'

const SEED = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000)
const SECONDS = Number(process.env['TORTURE_SECONDS'] ?? 180)
const [PROCESSES, NODES_EACH, GRANTS] = [10, 5, 20]
/** A take-over comes within the run. */
const SPEED = 6
const LIFE_S = 12
/** Longer than an answer is on its way that was given before a cut. */
const SETTLED_MS = 2_000
/** What is under way is decided, taken over, and known to all. */
const QUIET_MS = 60_000

const found = await findEtcd()
if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  describe(`a fleet that everything happens to (TORTURE_SEED=${SEED})`, () => {
    it('spends nothing twice that anybody has an answer to, nothing on a cut side, and loses nothing else', async () => {
      const chance = new Seeded(SEED)
      const peers: Cuttable[] = []
      const homes: Home[] = []
      const crews: Crew[] = []
      const past: Crew[] = []
      const journaled: string[] = []
      const onReuse = (token: string): void => {
        if (isKnown(token)) journaled.push(token)
      }
      const isKnown = (token: string): boolean => {
        const mark = new FakeRandom().fingerprint(token, fleetKeys().naming)
        return homes.some(({ path }) => isAnswered(path, mark))
      }
      const [etcd, program, server] = await Promise.all([
        startEtcd(found.program, 3, `/lamplighter/${FLEET}/`, async (port) => {
          const link = await Cuttable.to(port, whoIs)
          peers.push(link)
          return link.port
        }),
        bundleForNode('test/support/fleet-crew.ts', 'fleet-crew'),
        GrantServer.start({ lifeSeconds: LIFE_S * SPEED, answersAfterMs: 25, onReuse }),
      ])
      const ways: (readonly Cuttable[])[] = []
      onTestFinished(async () => {
        await Promise.all(crews.map((crew) => crew.kill()))
        await Promise.all(homes.map((home) => home.remove()))
        for (const link of [...peers, ...ways.flat()]) link.close()
        server.close()
        await etcd.close()
      })
      const names = Array.from({ length: GRANTS }, (_, at) => `login${at}`)
      const ids = await shareAll(createEtcd(etcd.options, createClock()), server, names)
      const orders: CrewOrders[] = []
      for (let at = 0; at < PROCESSES; at++) {
        const own = await Promise.all(Array.from({ length: NODES_EACH }, () => makeHome()))
        homes.push(...own)
        const links = await Promise.all(etcd.members.map(({ url }) => Cuttable.to(Number(new URL(url).port))))
        ways.push(links)
        orders.push({
          register: {
            ...inClear(etcd.options),
            members: links.map(({ port }) => `https://127.0.0.1:${port}`),
          },
          nodes: own.map(({ path }, node) => ({ name: `n${at}-${node}`, home: path })),
          grants: [...ids.values()],
          endpoint: server.url,
          speed: SPEED,
        })
      }
      for (const one of orders) crews.push(new Crew(program, one))
      const counts = { kills: 0, leaders: 0, all: 0, cuts: 0, stops: 0, onCutSide: 0 }

      const killCrew = async (): Promise<void> => {
        counts.kills++
        const at = Math.floor(chance.between(0, PROCESSES))
        const killed = crews[at] as Crew
        await killed.kill()
        past.push(killed)
        await pause(chance.between(0, 3_000))
        crews[at] = new Crew(program, orders[at] as CrewOrders, killed)
      }
      const stopCrew = async (): Promise<void> => {
        counts.stops++
        const { child } = chance.oneOf(crews)
        child.kill('SIGSTOP')
        await pause(chance.between(3_000, 12_000))
        child.kill('SIGCONT')
      }
      const killLeader = async (): Promise<void> => {
        counts.leaders++
        const member = etcd.members[await leaderOf(etcd)]
        await member?.kill()
        await pause(4_000)
        await member?.restart()
        await pause(2_000)
      }
      const killAll = async (): Promise<void> => {
        counts.all++
        await Promise.all(etcd.members.map((member) => member.kill()))
        await pause(2_000)
        await Promise.all(etcd.members.map((member) => member.restart()))
        await pause(4_000)
      }
      const cut = async (): Promise<void> => {
        counts.cuts++
        const alone = await leaderOf(etcd)
        const id = (await membersOf(etcd)).find(({ name }) => name === `m${alone}`)?.id
        const few = crews.map((_, at) => at).filter(() => chance.next() < 0.4)
        for (const [at, link] of peers.entries()) link.cut((from) => at === alone || from === id)
        for (const [crew, links] of ways.entries())
          for (const [at, way] of links.entries()) if (few.includes(crew) !== (at === alone)) way.cut()
        const cutAtMs = Date.now()
        const cutOff = few.map((at) => crews[at] as Crew)
        await pause(14_000)
        const healedAtMs = Date.now()
        for (const way of [...peers, ...ways.flat()]) way.mend()
        const during = cutOff.flatMap(({ tickets }) => tickets)
        counts.onCutSide += during.filter(
          ({ atMs }) => atMs > cutAtMs + SETTLED_MS && atMs < healedAtMs,
        ).length
        await pause(3_000)
      }

      const until = Date.now() + SECONDS * 1000
      while (Date.now() < until) {
        const [what] = [chance.next()]
        await (what < 0.5
          ? killCrew()
          : what < 0.7
            ? stopCrew()
            : what < 0.85
              ? killLeader()
              : what < 0.95
                ? cut()
                : killAll())
        await pause(chance.between(0, 1_500))
      }
      await pause(QUIET_MS)
      const alive = names.filter((name) => !server.ended.includes(name))
      const behind = (): readonly string[] =>
        alive.filter(
          (name) =>
            Math.min(...crews.map((crew) => crew.lowest(ids.get(name) ?? ''))) <
            server.generationOf(name) - 1,
        )
      await expect.poll(behind, { timeout: 60_000, interval: 500 }).toEqual([])
      await Promise.all(crews.map((crew) => crew.stop()))
      const most = Math.max(...server.came.values())
      console.log(
        JSON.stringify({
          ...{
            seed: SEED,
            ...counts,
            requests: server.requests,
            spent: server.spent,
            ended: server.ended.length,
          },
          ...{ reused: server.reused.length, journaled: journaled.length, most },
        }),
      )
      expect(server.spent).toBeGreaterThan(GRANTS)
      const last = alive.map((name) => `CANARY-refresh-${name}-${server.generationOf(name) - 1}`)
      expect(last.filter(isKnown)).not.toEqual([]) // it would be seen
      expect(journaled).toEqual([]) // a successor was in somebody's journal, and all the same it came again
      expect(counts.onCutSide).toBe(0)
      expect(most).toBeLessThanOrEqual(2)
      expect([...crews, ...past].flatMap(({ wentBack }) => wentBack)).toEqual([])
      expect(server.ended.length).toBeLessThanOrEqual(server.reused.length) // and each of them by a kill in between
    })
  })
}

/** The answer to a token of this mark is in the journal below this home. */
function isAnswered(home: string, mark: string): boolean {
  const folder = join(home, 'state', 'fleets', FLEET, 'journal')
  if (!existsSync(folder)) return false
  return readdirSync(folder)
    .filter((name) => name.startsWith(mark) && name.endsWith('.json'))
    .some((name) => {
      const entry = parseJournalEntry(readFileSync(join(folder, name), 'utf8'), name)
      return entry.state === 'answered' || entry.state === 'spent'
    })
}
