/**
 * What a machine at the other end of a link of ours may ask. Whoever came to us through ssh is this very user and may ask
 * everything. Where we went ourselves, the machine there gets what it was promised and nothing else: looking at a node
 * must not put our logins into its hands.
 */
import { AppError } from '../../../base/errors.ts'
import type { Peer } from '../../../rpc/peer.ts'
import type { NodeConnection } from './ask-node.ts'

export type Right = 'token' | 'move' | 'copy'

export class NodePermissions {
  /** The conversations that we began: a closed one stays ours, since what it said last is heard late. */
  readonly #dialled = new WeakSet<Peer>()
  readonly #ours = new WeakMap<Peer, NodeConnection>()
  readonly #granted = new Map<Peer, Set<string>>()
  readonly #assessment: (link: NodeConnection, right: Right, profileId: string) => boolean

  /** @param standing what was promised to that machine for longer than one conversation */
  constructor(assessment: (link: NodeConnection, right: Right, profileId: string) => boolean) {
    this.#assessment = assessment
  }

  /** Before anything is said: from here on the other end is answered as somebody we went to. */
  dialled(peer: Peer): void {
    this.#dialled.add(peer)
  }

  met(link: NodeConnection): void {
    this.#ours.set(link.peer, link)
    void link.peer.closed.then(() => this.#granted.delete(link.peer))
  }

  /** A person chose to send it there: for as long as this link lasts. */
  grant(link: NodeConnection, right: Right, profileId: string): void {
    const granted = this.#granted.get(link.peer) ?? new Set()
    this.#granted.set(link.peer, granted.add(`${right} ${profileId}`))
  }

  /** @throws AppError HOST_REFUSED */
  check(peer: Peer, right: Right, profileId: string): void {
    if (!this.#dialled.has(peer) || this.#granted.get(peer)?.has(`${right} ${profileId}`)) return
    const link = this.#ours.get(peer)
    if (!link || !this.#assessment(link, right, profileId)) throw refused()
  }

  /** For what only this user may ask. @throws AppError HOST_REFUSED */
  checkOwn(peer: Peer): void {
    if (this.#dialled.has(peer)) throw refused()
  }
}

function refused(): AppError {
  return new AppError('HOST_REFUSED', 'This machine went there to ask, and answers nothing of the kind.')
}
