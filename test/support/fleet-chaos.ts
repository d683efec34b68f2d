/** What happens to a fleet of real processes over a real etcd of three members: kills, stops, cuts. Seeded. */
import { setTimeout as pause } from 'node:timers/promises'
import { Crew, type CrewNodes } from './crews.ts'
import { Cuttable } from './cuttable.ts'
import { type EtcdCluster, startEtcd } from './etcd.ts'
import { leaderOf, membersOf, whoIs } from './etcd-members.ts'
import type { Seeded } from './seeded.ts'

/** Longer than an answer is on its way that was given before a cut. */
const SETTLED_MS = 2_000
/** From a ticket to the last file that is written because of it, on a machine with other work. */
const LAST_FILE_MS = 300
/** Somebody gets a ticket within this time, or nothing is due. */
const PATIENCE_MS = 5_000

/** Three members, each behind a way of its own for the other two. */
export async function startCuttableEtcd(
  program: string,
  prefix: string,
): Promise<{ readonly etcd: EtcdCluster; readonly peers: readonly Cuttable[] }> {
  const peers: Cuttable[] = []
  const etcd = await startEtcd(program, 3, prefix, async (port) => {
    const link = await Cuttable.to(port, whoIs)
    peers.push(link)
    return link.port
  })
  return { etcd, peers }
}

export interface ChaosDeps {
  readonly chance: Seeded
  readonly etcd: EtcdCluster
  /** By which the members reach each other. */
  readonly peers: readonly Cuttable[]
  readonly program: string
  /** How long what stands still does so, in ms. */
  readonly stops: readonly [number, number]
}

interface Slot {
  readonly orders: CrewNodes
  /** Its ways to the members. */
  readonly ways: readonly Cuttable[]
  crew: Crew
}

type Mishap = 'killCrew' | 'killSpender' | 'stopCrew' | 'killLeader' | 'cut' | 'killAll'
/** Each with how likely it is; together 1. */
export type Mishaps = readonly (readonly [Mishap, number])[]

/** Most of what happens to machines happens to one of them. */
export const EVERYTHING: Mishaps = [
  ['killCrew', 0.4],
  ['killSpender', 0.1],
  ['stopCrew', 0.2],
  ['killLeader', 0.15],
  ['cut', 0.1],
  ['killAll', 0.05],
]

export class FleetChaos {
  readonly counts = { kills: 0, aimed: 0, leaders: 0, all: 0, cuts: 0, stops: 0, onCutSide: 0 }
  readonly past: Crew[] = []
  readonly #deps: ChaosDeps
  readonly #slots: Slot[] = []

  constructor(deps: ChaosDeps) {
    this.#deps = deps
  }

  get crews(): readonly Crew[] {
    return this.#slots.map(({ crew }) => crew)
  }

  /** Ways of a process's own to the members, and their addresses. */
  async ways(): Promise<{ readonly ways: readonly Cuttable[]; readonly members: readonly string[] }> {
    const { members } = this.#deps.etcd
    const ways = await Promise.all(members.map(({ url }) => Cuttable.to(Number(new URL(url).port))))
    return { ways, members: ways.map(({ port }) => `https://127.0.0.1:${port}`) }
  }

  start(orders: CrewNodes, ways: readonly Cuttable[]): void {
    this.#slots.push({ orders, ways, crew: new Crew(this.#deps.program, orders) })
  }

  async rage(forMs: number, mishaps: Mishaps): Promise<void> {
    const { chance } = this.#deps
    for (const until = Date.now() + forMs; Date.now() < until; ) {
      await this[oneOf(mishaps, chance.next())]()
      await pause(chance.between(0, 1_500))
    }
  }

  async killCrew(): Promise<void> {
    await this.#kill(this.#deps.chance.oneOf(this.#slots))
  }

  /** Whoever gets the next ticket, somewhere between that and the last file that what came is written to. */
  async killSpender(): Promise<void> {
    const { chance } = this.#deps
    const until = Date.now() + PATIENCE_MS
    const before = this.crews.map(({ tickets }) => tickets.length)
    while (Date.now() < until) {
      const slot = this.#slots.find(({ crew }, at) => crew.tickets.length > (before[at] ?? 0))
      if (slot) {
        this.counts.aimed++
        await pause(chance.between(0, LAST_FILE_MS))
        return this.#kill(slot)
      }
      await pause(1)
    }
  }

  async #kill(slot: Slot): Promise<void> {
    const { chance, program } = this.#deps
    this.counts.kills++
    const killed = slot.crew
    await killed.kill()
    this.past.push(killed)
    await pause(chance.between(0, 3_000))
    slot.crew = new Crew(program, slot.orders, killed)
  }

  async stopCrew(): Promise<void> {
    const { chance, stops } = this.#deps
    this.counts.stops++
    const { child } = chance.oneOf(this.#slots).crew
    child.kill('SIGSTOP')
    await pause(chance.between(...stops))
    child.kill('SIGCONT')
  }

  async killLeader(): Promise<void> {
    const { etcd } = this.#deps
    this.counts.leaders++
    const member = etcd.members[await leaderOf(etcd)]
    await member?.kill()
    await pause(4_000)
    await member?.restart()
    await pause(2_000)
  }

  async killAll(): Promise<void> {
    const { members } = this.#deps.etcd
    this.counts.all++
    await Promise.all(members.map((member) => member.kill()))
    await pause(2_000)
    await Promise.all(members.map((member) => member.restart()))
    await pause(4_000)
  }

  /** The leader, with some of the processes on its side. */
  async cut(): Promise<void> {
    const { chance, etcd, peers } = this.#deps
    this.counts.cuts++
    const alone = await leaderOf(etcd)
    const id = (await membersOf(etcd)).find(({ name }) => name === `m${alone}`)?.id
    const few = this.#slots.filter(() => chance.next() < 0.4)
    for (const [at, link] of peers.entries()) link.cut((from) => at === alone || from === id)
    for (const slot of this.#slots)
      for (const [at, way] of slot.ways.entries()) if (few.includes(slot) !== (at === alone)) way.cut()
    const cutAtMs = Date.now()
    const cutOff = few.map(({ crew }) => crew)
    await pause(14_000)
    const healedAtMs = Date.now()
    for (const way of this.#allWays) way.mend()
    const during = cutOff.flatMap(({ tickets }) => tickets)
    this.counts.onCutSide += during.filter(
      ({ atMs }) => atMs > cutAtMs + SETTLED_MS && atMs < healedAtMs,
    ).length
    await pause(3_000)
  }

  async stop(): Promise<void> {
    await Promise.all(this.crews.map((crew) => crew.stop()))
  }

  async close(): Promise<void> {
    await Promise.all(this.crews.map((crew) => crew.kill()))
    for (const way of this.#allWays) way.close()
  }

  get #allWays(): readonly Cuttable[] {
    return [...this.#deps.peers, ...this.#slots.flatMap(({ ways }) => ways)]
  }
}

/** @param at from 0 on, below 1 */
function oneOf(mishaps: Mishaps, at: number): Mishap {
  let sum = 0
  for (const [what, share] of mishaps) {
    sum += share
    if (at < sum) return what
  }
  return 'killCrew'
}
