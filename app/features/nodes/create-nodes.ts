/** The person's other machines, put together. */

import type { CoreEvents } from '../../base/core-events.ts'
import { AppError, messageOf, toFailure } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import { checkDestination } from '../../base/ssh-destination.ts'
import type { Failure } from '../../contract/failure.ts'
import type { ProfileNotices } from '../../engine/profiles/profile-notices.ts'
import type { Renewers } from '../../engine/refresh/renewers/renewer.ts'
import type { Peer, RpcHandlers } from '../../rpc/peer.ts'
import { BorrowedRenewer } from './borrow/borrowed-renewer.ts'
import { Loans } from './borrow/loans.ts'
import type { NodeConnection } from './connection/ask-node.ts'
import { NodeConnections } from './connection/connections.ts'
import type { NodeDeps } from './connection/deps.ts'
import { machineId } from './connection/machine-id.ts'
import { NodePermissions } from './connection/permissions.ts'
import { nodeHandlers } from './handlers.ts'
import { NodeCache } from './inventory/node-cache.ts'
import { lookFailed, probe, type Seen } from './inventory/probe.ts'
import { MoveRecords } from './move/move-record.ts'
import { MoveSource } from './move/move-source.ts'
import { MoveTarget } from './move/move-target.ts'
import { takeOver } from './move/take-over.ts'
import { unfinishedOut } from './move/unfinished.ts'
import { NodeList } from './node-list.ts'
import { NodeSync } from './node-sync.ts'
import type { Nodes } from './nodes.ts'
import { type From, receiveAll } from './receive.ts'
import { RemoteSignIn } from './remote-sign-in.ts'
import { sendAll } from './send.ts'

export interface NodesDeps extends NodeDeps {
  readonly bus: EventBus<CoreEvents>
  readonly notices: ProfileNotices
  /** Gets the way to renew what is borrowed. */
  readonly renewers: Renewers
}

/** Builds, but touches nothing until start(). */
export function createNodes(parts: NodesDeps): Nodes {
  const { ports, config } = parts
  const known = new NodeCache(ports)
  const loans = new Loans(ports)
  const moves = new MoveRecords(ports, ({ outs }) => parts.notices.put('moves', unfinishedOut(outs)))
  const moveOut = new MoveSource(parts, moves)
  const moveIn = new MoveTarget(parts, moves, loans)
  const roster = new NodeList(parts, known, moves)
  const inbound = new WeakMap<Peer, NodeConnection>()
  const background = new Set<Promise<unknown>>()
  let unread: Failure | undefined

  const me = async (): Promise<string> => {
    roster.mine ||= await machineId(ports)
    return roster.mine
  }
  /** What other processes wrote: the command line adds nodes and looks at them, too. */
  const reload = async (): Promise<void> => {
    try {
      await config.read()
      await readState()
    } catch (error) {
      ports.log.warn('what is known of nodes could not be read again', { error: messageOf(error) })
    }
  }

  async function readState(): Promise<void> {
    await known.load(roster.destinations)
    await loans.load()
    await moves.load()
    unread = undefined
  }

  /** What stays unknown is told, and keeps no login of this machine from being looked after. */
  async function readFirst(): Promise<void> {
    try {
      await me()
      await readState()
    } catch (error) {
      unread = toFailure(error)
    }
  }

  /** Nobody waits for it; its trouble goes to the log. */
  const later = async (what: string, work: Promise<unknown>): Promise<void> => {
    const done = work.catch((error: unknown) => ports.log.warn(what, { error: messageOf(error) }))
    background.add(done)
    await done
    background.delete(done)
  }

  const access = new NodePermissions((link, right, profileId) => {
    if (right === 'token') return loans.has(link, profileId)
    // A move that was cut, to that very machine: at the place it was begun at, or where we know it to be.
    const isAtHome = link.isItself
    const isBegun = ({ profile, machine, destination }: (typeof moves.outs)[number]): boolean =>
      profile === profileId && machine === link.machine && (isAtHome || destination === link.destination)
    return right === 'move' && moves.outs.some(isBegun)
  })
  const links: NodeConnections = new NodeConnections({
    ports,
    access,
    answers: () => answers,
    me,
    nameOf: (destination) => roster.nameOf(destination),
    commandOf: (destination) => roster.commandOf(destination),
    machineAt: (destination) => roster.machineAt(destination),
    destinationOf: (machine) => roster.destinationOf(machine),
    onContact: (link) => {
      if (link.destination === undefined) inbound.set(link.peer, link)
      else outbound.set(link.peer, link)
      void takeUp(link)
    },
    onRenewed: (link, profiles) =>
      later('a renewed token was not fetched', renewer.announced(link, profiles)),
  })
  const outbound = new WeakMap<Peer, NodeConnection>()
  const renewer = new BorrowedRenewer(parts, links, known, (machine) => roster.destinationOf(machine), reload)
  parts.renewers.set('borrowed', (profile, wish) => () => renewer.renew(profile, wish))
  const tending = new NodeSync({ reload, parts, links, known, roster, loans, moves, renewer })

  const answers: RpcHandlers = nodeHandlers({
    parts,
    access,
    moveOut,
    moveIn,
    greet: (peer, params) => links.greet(peer, params),
    linkOf(peer) {
      const link = inbound.get(peer) ?? outbound.get(peer)
      if (!link) throw new AppError('HOST_REFUSED', 'Say who you are first: node.hello.')
      return link
    },
    given: (link, profile) =>
      later('the new owner was not asked for its token', renewer.announced(link, [profile])),
    follow: (peer) => tending.follow(peer),
    take: async (link, choices) => {
      const result = await receiveAll({ parts, moveIn, from: { kind: 'link', link }, logins: [] }, choices)
      tell()
      return result
    },
  })

  async function contact(link: NodeConnection): Promise<void> {
    const open = await moveIn.resume(link)
    await renewer.catchUp(link)
    if (open > 0) tell()
  }

  const takeUp = (link: NodeConnection): Promise<void> =>
    later('a node was there, and not everything could be caught up', contact(link))

  function tell(): void {
    parts.bus.emit('nodes', roster.list())
  }

  /** With what is there now; an unreachable node is written down as such. @throws AppError NODE_UNREACHABLE, NODE_LACKS */
  async function withSeen<T>(nodeId: string, work: (seen: Seen) => Promise<T>): Promise<T> {
    roster.check(nodeId)
    renewer.forgive()
    roster.asking.set(nodeId, ports.clock.now())
    tell()
    let isSeen = false
    try {
      return await links.use(nodeId, async (dialled) => {
        const seen = await probe(parts, known, nodeId, dialled)
        isSeen = true
        roster.asking.delete(nodeId)
        if (seen.kind === 'link') void takeUp(seen.link) // the link may have been open since before
        return work(seen)
      })
    } catch (error) {
      if (!isSeen && error instanceof AppError) await lookFailed(parts, known, nodeId, error)
      throw error
    } finally {
      roster.asking.delete(nodeId)
      tell()
    }
  }

  /** From now on that very installation is told who we are. @throws as withSeen */
  async function trust(nodeId: string): Promise<void> {
    roster.check(nodeId)
    const machine = await links.use(nodeId, async (dialled) =>
      dialled.kind === 'link' && !dialled.link.isTrusted ? dialled.link.machine : undefined,
    )
    if (machine !== undefined) {
      await config.changeNode(nodeId, { machine })
      await links.hangUp(nodeId)
    }
    await withSeen(nodeId, async () => undefined)
  }

  /** Whoever takes logins from a machine, or gives it some, trusts it. */
  async function withTrusted<T>(nodeId: string, work: (seen: Seen) => Promise<T>): Promise<T> {
    roster.check(nodeId)
    let stranger: string | undefined
    const first = await withSeen(nodeId, async (seen) => {
      if (seen.kind !== 'link' || seen.link.isTrusted) return { done: await work(seen) }
      stranger = seen.link.machine
      return undefined
    })
    if (first) return first.done
    await config.changeNode(nodeId, { machine: stranger ?? '' })
    await links.hangUp(nodeId)
    return withSeen(nodeId, (seen) => {
      if (seen.kind === 'link' && !seen.link.isTrusted) throw notTheSame(roster.nameOf(nodeId))
      return work(seen)
    })
  }

  let stopHearing = (): void => undefined
  return {
    answers,
    async start(hold) {
      await readFirst()
      stopHearing = parts.bus.on('history', (event) => tending.heard(event))
      if (hold) tending.start()
    },
    borrowers: (profileId) =>
      loans.all
        .filter(({ profile }) => profile === profileId)
        .map(({ destination }) => roster.nameOf(destination)),
    get problems() {
      return [...(unread ? [unread] : []), ...moves.problems]
    },
    wake() {
      renewer.forgive()
      tending.wake()
    },
    list: () => roster.list(),
    async add(text, name) {
      const destination = checkDestination(text)
      await config.changeNode(destination, name === undefined ? {} : { name })
      tell()
      return roster.list()
    },
    async remove(nodeId) {
      roster.check(nodeId)
      await config.changeNode(nodeId, undefined)
      await loans.forgetNode(nodeId)
      await known.forget(nodeId)
      tell()
      return roster.list()
    },
    async look(nodeId) {
      roster.check(nodeId)
      try {
        await withSeen(nodeId, async () => undefined)
      } catch (error) {
        if (!(error instanceof AppError)) throw error // it is in the view
      }
      return roster.viewOf(nodeId)
    },
    signInThere(node, login, device) {
      const destination = roster.list().find(({ id, name }) => id === node || name === node)?.id ?? node
      roster.check(destination)
      const command = roster.commandOf(destination)
      return new RemoteSignIn(ports, { destination, command, login, device })
    },
    trust: async (nodeId) => {
      await trust(nodeId)
      return roster.viewOf(nodeId)
    },
    bring: (nodeId, choices) =>
      withTrusted(nodeId, (seen) => {
        const from: From =
          seen.kind === 'link' ? seen : { kind: 'files', source: seen.source, name: roster.nameOf(nodeId) }
        return receiveAll({ parts, moveIn, from, logins: seen.known.logins }, choices)
      }).finally(() => void later('the node was not looked at again', lookAgain(nodeId))),
    send: (nodeId, choices) =>
      withTrusted(nodeId, async (seen) => {
        if (seen.kind === 'link') return sendAll({ parts, access, loans }, seen.link, choices)
        throw new AppError(
          'NODE_LACKS',
          `Nothing can be sent to ${roster.nameOf(nodeId)} without Lamplighter there.`,
          {
            hint: 'Install it there, or take a bundle along: lamplighter export.',
          },
        )
      }).finally(() => void later('the node was not looked at again', lookAgain(nodeId))),
    async takeOver(profileId, options) {
      const result = await takeOver({ parts, files: moves, moveIn, moveOut, reach }, profileId, options)
      tell()
      return result
    },
    async close() {
      stopHearing()
      await tending.close()
      await links.close() // what was under way with another machine is taken up from the disk
      await Promise.allSettled([...background])
    },
  }

  async function lookAgain(nodeId: string): Promise<void> {
    if (!links.isOpen(nodeId)) return
    await links.use(nodeId, (dialled) => probe(parts, known, nodeId, dialled))
    tell()
  }

  async function reach<T>(
    machine: string,
    destination: string | undefined,
    work: (link: NodeConnection) => Promise<T>,
  ): Promise<T> {
    const live = links.live(machine)
    if (live) return work(live)
    const place = destination ?? roster.destinationOf(machine)
    if (place === undefined) throw new AppError('NODE_UNREACHABLE', 'It cannot be reached from here.')
    return links.use(place, (dialled) => {
      if (dialled.kind === 'link' && dialled.link.machine === machine) return work(dialled.link)
      throw new AppError('NODE_LACKS', 'Another machine answers there, or no Lamplighter.')
    })
  }
}

function notTheSame(name: string): AppError {
  return new AppError('NODE_LACKS', `Another installation answers at ${name} each time it is asked.`, {
    hint: 'Nothing was done. Look at it again.',
  })
}
