/**
 * Whole Lamplighters of one fleet in several processes, and on each OpenClaw's file and row hold what is shared, which an
 * OpenClaw rewrites meanwhile under its own lock. Mishaps come in between. Counts only.
 */
import { cp } from 'node:fs/promises'
import { expect, onTestFinished } from 'vitest'
import { type Core, createCore } from '../../app/core.ts'
import type { FleetKeys } from '../../app/engine/fleet/grant-seal.ts'
import { keysOf, MembershipFile } from '../../app/features/fleet/membership.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { bundleForNode } from './bundle.ts'
import { type Crew, fairness } from './crews.ts'
import { FleetChaos, type Mishaps, startCuttableEtcd } from './fleet-chaos.ts'
import { isAnsweredIn } from './fleet-journals.ts'
import { GrantServer } from './grant-server.ts'
import type { HolderOrders } from './holder-crew.ts'
import { HolderWatch } from './holder-watch.ts'
import { type Home, makeHome } from './home.ts'
import { profileOf, putHolders } from './openclaw-holders.ts'
import { OpenClawWriters } from './openclaw-writers.ts'
import { Seeded } from './seeded.ts'

export interface HolderTorture {
  readonly seed: number
  readonly seconds: number
  readonly processes: number
  readonly nodesEach: number
  readonly grants: number
  /** Of an access token, as real time goes by. */
  readonly lifeSeconds: number
  readonly mishaps: Mishaps
  /** How long what stands still does so, in ms. */
  readonly stops: readonly [number, number]
}

const KEEPER = 'home'
/** A take-over comes within the run; the schedule renews nothing twice within ten seconds. */
const SPEED = 6
/** Until what is under way is decided, taken over, and in every file. */
const SETTLED_MS = 120_000
/** Until all have joined and hold everything. */
const JOINED_MS = 300_000

export async function tortureHolders(etcdProgram: string, wish: HolderTorture): Promise<void> {
  const { seed, seconds, processes, nodesEach } = wish
  const chance = new Seeded(seed)
  const pace = { beganMs: Date.now(), speed: SPEED }
  const names = Array.from({ length: wish.grants }, (_, at) => `login${at}`)
  const homes: Home[] = []
  const nodeNames: string[] = []
  const journaled: string[] = []
  let keys: FleetKeys | undefined
  const isKnown = (token: string): boolean => keys !== undefined && isAnsweredIn(homes, keys, token)
  const onReuse = (token: string): void => void (isKnown(token) && journaled.push(token))
  const [{ etcd, peers }, program, server] = await Promise.all([
    startCuttableEtcd(etcdProgram, '/lamplighter/'),
    bundleForNode('test/support/holder-crew.ts', 'holder-crew'),
    GrantServer.start({ lifeSeconds: wish.lifeSeconds * SPEED, answersAfterMs: 25, onReuse }),
  ])
  const chaos = new FleetChaos({ chance, etcd, peers, program, stops: wish.stops })
  let writers: OpenClawWriters | undefined
  const closing: (() => Promise<void>)[] = []
  onTestFinished(async () => {
    await writers?.kill()
    await chaos.close()
    for (const close of closing) await close()
    await Promise.all(homes.map((home) => home.remove()))
    server.close()
    await etcd.close()
  })
  const newHome = async (): Promise<Home> => {
    const home = await makeHome()
    homes.push(home)
    const acme = { tokenEndpoint: server.url, clientId: 'fleet-test' }
    await home.writeConfig({ providers: { acme }, welcomed: true })
    return home
  }

  // One machine founds the fleet and shares what its OpenClaw holds; the others begin with a copy of those files.
  const zero = await newHome()
  await putHolders(zero, new Map(names.map((name) => [name, server.newGrant(name)])))
  const ports = createNodePorts({ label: 'zero', env: zero.env, logLevel: 'silent' })
  const admin = createCore(ports)
  closing.push(() => admin.close())
  await admin.start({ schedule: false })
  await admin.fleet.found({ name: KEEPER, machineName: 'zero', root: etcd.root })
  for (const name of names) await admin.fleet.share(profileOf(name))
  const membership = await new MembershipFile(ports).read()
  keys = membership && keysOf(membership)
  for (let at = 0; at < processes; at++) {
    const { ways, members } = await chaos.ways()
    const nodes: HolderOrders['nodes'][number][] = []
    const invitations: string[] = []
    for (let node = 0; node < nodesEach; node++) {
      const home = await newHome()
      await cp(zero.openclaw, home.openclaw, { recursive: true })
      const { id, text } = await admin.fleet.invite('keeper')
      invitations.push(id)
      nodeNames.push(`n${at}-${node}`)
      nodes.push({ name: `n${at}-${node}`, env: home.env, invitation: text.expose() })
    }
    chaos.start({ members, nodes, grants: names, pace } as HolderOrders, ways)
    await admitAll(admin, invitations)
  }
  const machines = homes.slice(1)
  const watch = new HolderWatch(machines, names, KEEPER)
  const alive = (): readonly string[] => names.filter((name) => !server.ended.includes(name))
  const joined = { timeout: JOINED_MS, interval: 200 }
  await expect.poll(() => lowest(chaos.crews, alive()), joined).toBeGreaterThan(0)
  writers = new OpenClawWriters(machines)
  watch.start()
  await Promise.all([
    chaos.rage(seconds * 1000, wish.mishaps),
    writers.rage(new Seeded(seed + 1), seconds * 1000),
  ])

  const behind = (): readonly string[] => [
    ...alive().filter((name) => lowest(chaos.crews, [name]) < server.generationOf(name) - 1),
    ...watch.behind(alive(), (at, name) => known(chaos.crews, nodeNames[at] ?? '', name)),
  ]
  await expect.poll(behind, { timeout: SETTLED_MS, interval: 500 }).toEqual([])
  await chaos.stop()
  await watch.stop()

  const all = [...chaos.crews, ...chaos.past]
  const most = Math.max(...server.came.values())
  const asked = { requests: server.requests, spent: server.spent, ended: server.ended.length }
  const twice = { reused: server.reused.length, journaled: journaled.length, most }
  const seen = { looks: watch.looks, writers: writers.started, ...fairness(all) }
  console.log(JSON.stringify({ seed, ...chaos.counts, ...asked, ...twice, ...seen }))
  expect(server.spent).toBeGreaterThan(names.length)
  const sent = names.flatMap((name) => tokensOf(name, server.generationOf(name)))
  expect(sent.filter(isKnown)).not.toEqual([]) // it would be seen
  expect(watch.looks).toBeGreaterThan(machines.length)
  expect(watch.faults).toEqual([])
  expect(journaled).toEqual([]) // a successor was in somebody's journal, and all the same it came again
  expect(chaos.counts.onCutSide).toBe(0)
  expect(most).toBeLessThanOrEqual(2)
  expect(all.flatMap(({ wentBack }) => wentBack)).toEqual([])
  expect(server.ended.length).toBeLessThanOrEqual(server.reused.length) // and each of them by a kill in between
}

/** All before the present one. */
function tokensOf(name: string, generation: number): readonly string[] {
  return Array.from({ length: generation - 1 }, (_, at) => `CANARY-refresh-${name}-${at + 1}`)
}

async function admitAll(admin: Core, invitations: readonly string[]): Promise<void> {
  const patience = AbortSignal.timeout(JOINED_MS)
  const admitted = await Promise.all(invitations.map((id) => admin.fleet.admit(id, patience)))
  expect(admitted).not.toContain(undefined)
}

function lowest(crews: readonly Crew[], names: readonly string[]): number {
  return Math.min(...crews.flatMap((crew) => names.map((name) => crew.lowest(name))))
}

function known(crews: readonly Crew[], node: string, name: string): number {
  return Math.max(...crews.map(({ generations }) => generations.get(node)?.get(name) ?? 0))
}
