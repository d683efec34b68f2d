/** What a host does for other machines by itself: channels to owners, news to borrowers, moves brought to their end. */

import { messageOf } from '../../base/errors.ts'
import type { HistoryEventView } from '../../contract/views.ts'
import type { Peer } from '../../rpc/peer.ts'
import { lenderOf } from './borrow/borrow.ts'
import { ASK_AGAIN_MS, type BorrowedRenewer } from './borrow/borrowed-renewer.ts'
import type { Loans } from './borrow/loans.ts'
import type { NodeConnections } from './connection/connections.ts'
import { here, type NodeDeps } from './connection/deps.ts'
import type { NodeCache } from './inventory/node-cache.ts'
import { isUnreached, lookFailed } from './inventory/probe.ts'
import type { MoveRecord, MoveRecords } from './move/move-record.ts'
import type { NodeList } from './node-list.ts'

/** How soon a channel that broke is noticed to be missing; how often it is tried is the renewer's business. */
const ROUND_MS = 60_000
/** Where no other machine is known. */
const ALONE_ROUND_MS = 5 * 60_000

const NEWS = new Set<HistoryEventView['kind']>(['refreshed', 'adopted', 'signed-in', 'imported', 'repaired'])

/** Nothing is left to do, or nothing was done yet. */
const OVER = new Set<MoveRecord['state']>(['finished', 'returned', 'prepared'])

export interface NodeSyncDeps {
  readonly parts: NodeDeps
  readonly reload: () => Promise<void>
  readonly links: NodeConnections
  readonly known: NodeCache
  readonly roster: Pick<NodeList, 'destinationOf' | 'destinations'>
  readonly loans: Loans
  readonly moves: MoveRecords
  readonly renewer: BorrowedRenewer
}

export class NodeSync {
  readonly #about: NodeSyncDeps
  readonly #followers = new Set<Peer>()
  /** When each was last gone to, and whether a host runs there. */
  readonly #visits = new Map<string, { readonly atMs: number; readonly by: 'host' | 'cli' | 'absent' }>()
  readonly #stopped = new AbortController()
  #pause = new AbortController()
  #running: Promise<void> | undefined

  constructor(about: NodeSyncDeps) {
    this.#about = about
  }

  start(): void {
    this.#about.links.held = (destination) => this.#wanted().has(destination)
    this.#running = this.#rounds()
  }

  wake(): void {
    this.#visits.clear()
    this.#pause.abort()
  }

  follow(peer: Peer): void {
    this.#followers.add(peer)
    void peer.closed.then(() => this.#followers.delete(peer))
  }

  /** A login of ours has new tokens: whoever borrowed it is told, at once where a channel is open. */
  heard({ kind, profileId }: HistoryEventView): void {
    if (!NEWS.has(kind)) return
    for (const peer of this.#followers) peer.tell('node.renewed', { profiles: [profileId] })
    if (!this.#running) return
    for (const { profile, destination } of this.#about.loans.all) {
      if (profile === profileId) void this.#contact(destination, [profileId])
    }
  }

  async close(): Promise<void> {
    this.#stopped.abort()
    this.#pause.abort()
    await this.#running
  }

  async #rounds(): Promise<void> {
    const { clock } = this.#about.parts.ports
    while (!this.#stopped.signal.aborted) {
      await this.#about.reload()
      const wanted = this.#wanted()
      await Promise.all([...wanted].map((destination) => this.#contact(destination)))
      this.#pause = new AbortController()
      const isAlone = wanted.size === 0 && this.#about.roster.destinations.length === 0
      const waitMs = isAlone ? ALONE_ROUND_MS : ROUND_MS
      if (!this.#stopped.signal.aborted) await clock.sleep(waitMs, this.#pause.signal)
    }
  }

  /** Owners of what is borrowed here, and the other sides of moves that are not at their end. */
  #wanted(): ReadonlySet<string> {
    const { parts, roster } = this.#about
    const wanted = new Set(this.#unfinished())
    for (const profile of here(parts)) {
      const lender = lenderOf(profile)
      const destination = lender && (lender.destination ?? roster.destinationOf(lender.machine))
      if (destination !== undefined) wanted.add(destination)
    }
    return wanted
  }

  /** @param news ids of ours that the machine there has borrowed */
  async #contact(destination: string, news: readonly string[] = []): Promise<void> {
    const { links, known, renewer, parts } = this.#about
    const isNew = !links.isOpen(destination)
    if (isNew && renewer.restsUntilMs(destination) !== undefined) return
    if (news.length === 0 && (!isNew || this.#wasThereLately(destination))) return
    try {
      await links.use(destination, async (dialled) => {
        const by = dialled.kind === 'link' ? dialled.by : 'absent'
        this.#visits.set(destination, { atMs: parts.ports.clock.now(), by })
        if (dialled.kind === 'absent') return
        // Where no host runs, nobody would hear of a refresh: what is due is asked for when it is due.
        if (isNew && by === 'host') await dialled.link.peer.call('node.follow')
        if (news.length > 0) dialled.link.peer.tell('node.renewed', { profiles: news })
      })
    } catch (error) {
      parts.ports.log.info('a node could not be contacted', { destination, error: messageOf(error) })
      if (isUnreached(error)) await lookFailed(parts, known, destination, error)
    }
  }

  /** A channel that broke is opened again soon; a machine without a host is gone to for what was not finished only. */
  #wasThereLately(destination: string): boolean {
    const visit = this.#visits.get(destination)
    if (!visit) return false
    if (this.#about.parts.ports.clock.now() < visit.atMs + ASK_AGAIN_MS) return true
    return visit.by !== 'host' && !this.#unfinished().has(destination)
  }

  #unfinished(): ReadonlySet<string> {
    const open = this.#about.moves.all.filter(({ state }) => !OVER.has(state))
    return new Set(open.flatMap(({ destination }) => (destination === undefined ? [] : [destination])))
  }
}
