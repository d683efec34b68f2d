/**
 * Fifty nodes in ten processes over three members of etcd, and everything goes wrong: kills, stops, cuts. Seeded as far as
 * the operating system lets it be: TORTURE_SEED and TORTURE_SECONDS repeat or change a run. Counts only.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createClock } from '../../../app/platform/clock.ts'
import { createEtcd } from '../../../app/platform/fleet/etcd.ts'
import { findEtcd } from '../../../scripts/etcd.mjs'
import { bundleForNode } from '../../support/bundle.ts'
import { fairness, inClear, shareAll } from '../../support/crews.ts'
import { EVERYTHING, FleetChaos, startCuttableEtcd } from '../../support/fleet-chaos.ts'
import type { CrewOrders } from '../../support/fleet-crew.ts'
import { isAnsweredIn } from '../../support/fleet-journals.ts'
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
/** What is under way is decided, taken over, and known to all. */
const QUIET_MS = 60_000

const found = await findEtcd()
if ('why' in found) it.skip(`needs etcd: ${found.why}`, () => undefined)
else {
  describe(`a fleet that everything happens to (TORTURE_SEED=${SEED})`, () => {
    it('spends nothing twice that anybody has an answer to, nothing on a cut side, and loses nothing else', async () => {
      const chance = new Seeded(SEED)
      const homes: Home[] = []
      const journaled: string[] = []
      const onReuse = (token: string): void => {
        if (isKnown(token)) journaled.push(token)
      }
      const isKnown = (token: string): boolean => isAnsweredIn(homes, fleetKeys(), token)
      const [{ etcd, peers }, program, server] = await Promise.all([
        startCuttableEtcd(found.program, `/lamplighter/${FLEET}/`),
        bundleForNode('test/support/fleet-crew.ts', 'fleet-crew'),
        GrantServer.start({ lifeSeconds: LIFE_S * SPEED, answersAfterMs: 25, onReuse }),
      ])
      const chaos = new FleetChaos({ chance, etcd, peers, program, stops: [3_000, 12_000] })
      onTestFinished(async () => {
        await chaos.close()
        await Promise.all(homes.map((home) => home.remove()))
        server.close()
        await etcd.close()
      })
      const names = Array.from({ length: GRANTS }, (_, at) => `login${at}`)
      const ids = await shareAll(createEtcd(etcd.options, createClock()), server, names)
      for (let at = 0; at < PROCESSES; at++) {
        const own = await Promise.all(Array.from({ length: NODES_EACH }, () => makeHome()))
        homes.push(...own)
        const { ways, members } = await chaos.ways()
        const orders: CrewOrders = {
          register: { ...inClear(etcd.options), members },
          nodes: own.map(({ path }, node) => ({ name: `n${at}-${node}`, home: path })),
          grants: [...ids.values()],
          endpoint: server.url,
          speed: SPEED,
        }
        chaos.start(orders, ways)
      }
      await chaos.rage(SECONDS * 1000, EVERYTHING)
      await pause(QUIET_MS)
      const alive = names.filter((name) => !server.ended.includes(name))
      const behind = (): readonly string[] =>
        alive.filter(
          (name) =>
            Math.min(...chaos.crews.map((crew) => crew.lowest(ids.get(name) ?? ''))) <
            server.generationOf(name) - 1,
        )
      await expect.poll(behind, { timeout: 60_000, interval: 500 }).toEqual([])
      await chaos.stop()
      const most = Math.max(...server.came.values())
      console.log(
        JSON.stringify({
          ...{
            seed: SEED,
            ...chaos.counts,
            requests: server.requests,
            spent: server.spent,
            ended: server.ended.length,
          },
          ...{ reused: server.reused.length, journaled: journaled.length, most },
          ...fairness([...chaos.crews, ...chaos.past]),
        }),
      )
      expect(server.spent).toBeGreaterThan(GRANTS)
      const last = alive.map((name) => `CANARY-refresh-${name}-${server.generationOf(name) - 1}`)
      expect(last.filter(isKnown)).not.toEqual([]) // it would be seen
      expect(journaled).toEqual([]) // a successor was in somebody's journal, and all the same it came again
      expect(chaos.counts.onCutSide).toBe(0)
      expect(most).toBeLessThanOrEqual(2)
      expect([...chaos.crews, ...chaos.past].flatMap(({ wentBack }) => wentBack)).toEqual([])
      expect(server.ended.length).toBeLessThanOrEqual(server.reused.length) // and each of them by a kill in between
    })
  })
}
