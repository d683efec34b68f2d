/** Processes with nodes of one fleet, and what they say. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Register, RegisterAddress } from '../../app/base/register.ts'
import type { CrewWord } from './crew-word.ts'
import type { CrewOrders } from './fleet-crew.ts'
import type { GrantServer } from './grant-server.ts'
import { shareFirst } from './sharing-node.ts'

/** What a crew's program is told; this much of it is known here. */
export interface CrewNodes {
  readonly nodes: readonly { readonly name: string }[]
}

export class Crew {
  readonly child: ChildProcess
  /** The newest generation that each of its nodes has of each grant. */
  readonly generations = new Map<string, Map<string, number>>()
  /** "node grant: 7 after 8" */
  readonly wentBack: string[] = []
  readonly tickets: { readonly node: string; readonly atMs: number }[] = []
  readonly outcomes: Record<string, number> = {}
  /** Who renewed what, one after the other. */
  readonly renewals: { readonly node: string; readonly grant: string; readonly atMs: number }[] = []
  readonly over: Promise<unknown>
  #rest = ''

  /** @param before whose nodes these were: what they have seen, they have seen */
  constructor(program: string, orders: CrewNodes | CrewOrders, before?: Crew) {
    this.child = spawn(process.execPath, [program, JSON.stringify(orders)], {
      env: { ...process.env, LAMPLIGHTER_LOG: 'silent', NODE_ENV: 'test' },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.over = once(this.child, 'exit')
    for (const { name } of orders.nodes)
      this.generations.set(name, before?.generations.get(name) ?? new Map())
    this.child.stdout?.on('data', (chunk: Buffer) => {
      const lines = (this.#rest + chunk.toString()).split('\n')
      this.#rest = lines.pop() ?? ''
      for (const line of lines) this.#hear(JSON.parse(line) as CrewWord)
    })
    this.child.stdin?.on('error', () => undefined) // it was killed
  }

  /** The lowest that any of its nodes has; 0 while one has nothing. */
  lowest(grant: string): number {
    return Math.min(...[...this.generations.values()].map((own) => own.get(grant) ?? 0))
  }

  async stop(): Promise<void> {
    this.child.stdin?.end()
    await this.over
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL')
    await this.over
  }

  #hear(word: CrewWord): void {
    if ('ticketAtMs' in word) this.tickets.push({ node: word.node, atMs: word.ticketAtMs })
    else if ('outcome' in word) {
      this.outcomes[word.outcome] = (this.outcomes[word.outcome] ?? 0) + 1
      if (word.outcome === 'refreshed')
        this.renewals.push({ node: word.node, grant: word.grant, atMs: Date.now() })
    } else {
      const own = this.generations.get(word.node)
      const before = own?.get(word.grant) ?? 0
      if (word.generation < before)
        this.wentBack.push(`${word.node} ${word.grant}: ${word.generation} after ${before}`)
      own?.set(word.grant, word.generation)
    }
  }
}

/** How many machines have renewed something, how often anybody did, and how often the one that did so before. */
export function fairness(crews: readonly Crew[]): Readonly<Record<string, number>> {
  const all = crews.flatMap(({ renewals }) => renewals).sort((a, b) => a.atMs - b.atMs)
  const last = new Map<string, string>()
  let again = 0
  for (const { node, grant } of all) {
    if (last.get(grant) === node) again++
    last.set(grant, node)
  }
  return { renewers: new Set(all.map(({ node }) => node)).size, renewals: all.length, again }
}

/** As a crew gets it: in clear, on its command line. */
export function inClear({ password, ...rest }: RegisterAddress): CrewOrders['register'] {
  return { ...rest, password: password.expose() }
}

/** Each is shared with what the server knows as current, and has lapsed. @returns the id of each name */
export async function shareAll(
  register: Register,
  server: GrantServer,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = await shareFirst(
    register,
    names.map((name) => ({
      access: `CANARY-access-${name}-1`,
      refresh: server.newGrant(name),
      email: `${name}@example.test`,
    })),
  )
  return new Map(names.map((name, at) => [name, ids[at] ?? '']))
}
