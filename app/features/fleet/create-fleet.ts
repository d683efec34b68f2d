/** The fleet of this machine, put together: its membership, its session, and what both do to the logins here. */

import type { CoreEvents } from '../../base/core-events.ts'
import { AppError, fromFailure, messageOf, toFailure } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import type { Unwatch } from '../../base/ports.ts'
import { type Register, RegisterFailure } from '../../base/register.ts'
import type { Failure } from '../../contract/failure.ts'
import type { FleetNodeView } from '../../contract/fleet.ts'
import type { KnownGrant } from '../../engine/fleet/fleet-grants.ts'
import type { SharedLogin } from '../../engine/fleet/grant-seal.ts'
import { fromRegister } from '../../engine/fleet/register-text.ts'
import type { ProfileNotices } from '../../engine/profiles/profile-notices.ts'
import type { Renewers } from '../../engine/refresh/renewers/renewer.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'
import { admitInvited, closeInvitations, confirmRestored, makeInvitation, removeNode } from './administer.ts'
import { checkFleet } from './check.ts'
import type { Fleet } from './fleet.ts'
import { alone, notInvited, notItsRoot, onlyReads } from './fleet-errors.ts'
import { fleetNotices } from './fleet-notices.ts'
import { fleetMetrics, fleetView, nodesOf, problemOf } from './fleet-view.ts'
import { found } from './found.ts'
import { invitationText } from './invitation-text.ts'
import { join } from './join.ts'
import { addressOf, inNoFleet, keysOf, type Membership, MembershipFile } from './membership.ts'
import { providerOfShared } from './place-shared.ts'
import { receiveShared } from './receive-shared.ts'
import { renewRemoved } from './renew-removed.ts'
import { nameOf, readFleet, readRoster, readSigned } from './roster.ts'
import { FleetSession } from './session.ts'
import { SharedMoves } from './share-login.ts'
import { renewShared } from './shared-renewer.ts'
import { takeBack } from './take-back.ts'

export interface FleetDeps extends NodeDeps {
  readonly notices: ProfileNotices
  /** Gets the way to renew what the fleet shares. */
  readonly renewers: Renewers
  readonly bus: EventBus<CoreEvents>
}

/** How often a machine says that it is there, and looks after what was left undone. */
const ROUND_MS = 5 * 60_000
/** How often whoever was invited is looked for, while there is an invitation. */
const INVITED_MS = 2_000

/** Builds, but touches nothing until start(). */
export function createFleet(deps: FleetDeps): Fleet {
  const { ports, vault } = deps
  const file = new MembershipFile(ports)
  const moves = new SharedMoves(deps)
  const about = { ports, file }
  const stopped = new AbortController()
  let session: FleetSession | undefined
  let opening: Promise<unknown> = Promise.resolve()
  let unread: Failure | undefined
  let hold = false
  let unwatch: Unwatch = () => undefined
  let rounds: Promise<void> | undefined
  let pause = new AbortController()
  let receiving: Promise<void> = Promise.resolve()
  let lastNodes: readonly FleetNodeView[] = []

  const resolve = async (login: SharedLogin): Promise<ResolvedProvider> => {
    const membership = await memberOf()
    const id = await providerOfShared(deps, membership, login)
    const provider = deps.findProvider(id)
    if (!provider) throw new AppError('PROVIDER_UNKNOWN', `Lamplighter does not know the provider "${id}".`)
    return deps.tools.resolve(provider)
  }

  async function memberOf(): Promise<Membership> {
    const membership = await file.read()
    if (!membership) throw inNoFleet()
    return membership
  }

  /** The one of now: another process may have joined, left, or taken new keys. @throws AppError ARGUMENT_INVALID in no fleet */
  function open(): Promise<FleetSession> {
    const next = opening.then(async () => {
      const membership = await file.read()
      if (session && membership && session.take(membership)) return session
      await session?.stop()
      session = undefined
      if (!membership) {
        deps.notices.put('fleet', new Map())
        throw inNoFleet()
      }
      const made = new FleetSession({ ports, file, resolve }, membership)
      await made.start()
      session = made
      if (hold) {
        made.follow(() => receiveAll(made))
        made.node.grants.onChange((grant) => {
          if (grant) receiveSoon(made, grant)
          else tell()
        })
        receiveAll(made)
      }
      return made
    })
    opening = next.catch(() => undefined)
    return next
  }

  /** From the start, with what is kept of it by now. */
  async function reopen(): Promise<FleetSession> {
    await opening
    await session?.stop()
    session = undefined
    return open()
  }

  /** The register as it is, whichever it is: for whoever looks at what its administrator has signed there. */
  async function withAnyRegister<T>(
    membership: Membership,
    work: (register: Register, cluster: string) => Promise<T>,
  ): Promise<T> {
    const { cluster: _, ...address } = addressOf(membership)
    const register = ports.registers.open(address)
    try {
      return await work(register, await register.identity())
    } finally {
      await register.close()
    }
  }

  /** It was put back from a backup. Once the administrator has said so, it is ours again. */
  async function followRestored(membership: Membership): Promise<void> {
    await withAnyRegister(membership, async (register, cluster) => {
      const record = await readSigned(register, membership.fleet, membership.administrator)
      if (record.cluster === cluster && cluster !== membership.cluster)
        await file.change((now) => ({ ...now, cluster }))
    })
    await reopen()
  }

  function receiveAll(from: FleetSession): void {
    for (const grant of from.node.grants.all()) receiveSoon(from, grant)
  }

  function receiveSoon(from: FleetSession, grant: KnownGrant): void {
    receiving = receiving
      .then(() => receiveShared(deps, from, grant))
      .then(tell)
      .catch((error: unknown) => {
        ports.log.warn('what the fleet shares could not be taken over', { error: messageOf(error) })
      })
  }

  function tell(): void {
    if (!session) return
    deps.notices.put('fleet', fleetNotices(deps, session, problemOf(session)))
    deps.bus.emit('fleet')
  }

  /** Everything the register knows as of now is here. @throws AppError FLEET_* */
  async function connected(): Promise<FleetSession> {
    const made = await open()
    const problem = problemOf(made)
    if (problem) throw fromFailure(problem)
    return made
  }

  /** A register's trouble in words. @param denied what it means here that we are not taken */
  async function asking<T>(work: () => Promise<T>, denied?: () => AppError): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RegisterFailure)) throw error
      if (error.reason === 'denied' && denied) throw denied()
      throw fromFailure(fromRegister(session?.membership.name ?? 'to be', error))
    }
  }

  /** What an administrator's machine owes, and every machine's own word. Whatever fails is tried again at the next round. */
  async function round(made: FleetSession): Promise<void> {
    await made.beSeen()
    lastNodes = await nodesOf(ports, made)
    await moves.resume(made)
    receiveAll(made)
    if (!made.membership.root) return
    await closeInvitations(about, made.membership, made.register)
    await renewRemoved(deps, file, made)
  }

  async function admitAll(made: FleetSession): Promise<void> {
    for (const invitation of (await memberOf()).invitations) {
      if (invitation.admitted === undefined && ports.clock.now() < invitation.untilMs)
        await admitInvited(about, made.membership, made.register, invitation)
    }
  }

  async function goRound(): Promise<void> {
    let nextMs = 0
    while (!stopped.signal.aborted) {
      pause = new AbortController()
      let waitMs = ROUND_MS
      try {
        if ((await file.read()) !== undefined) {
          const made = await open()
          unread = undefined
          if (made.node.grants.behind?.reason === 'gone-back') await followRestored(made.membership)
          if (!made.node.grants.behind) {
            await admitAll(made)
            if (ports.clock.now() >= nextMs) {
              nextMs = ports.clock.now() + ROUND_MS
              await round(made)
            }
            if ((await memberOf()).invitations.some(({ admitted }) => admitted === undefined))
              waitMs = INVITED_MS
          }
          tell()
        } else if (session) {
          await open().catch(() => undefined) // left meanwhile
          deps.bus.emit('fleet')
        }
      } catch (error) {
        if (error instanceof AppError && !(error instanceof RegisterFailure)) unread = toFailure(error)
        ports.log.warn('the fleet could not be looked after', { error: messageOf(error) })
      }
      if (!stopped.signal.aborted) await ports.clock.sleep(waitMs, pause.signal)
    }
  }

  deps.renewers.set('fleet', (profile, wish) => async () => {
    const made = await open()
    const outcome = await renewShared(deps, made, profile, wish)
    tell()
    return outcome
  })

  return {
    async start(isHost) {
      hold = isHost
      if (!hold) return
      unwatch = ports.files.watch(file.folder, () => pause.abort())
      rounds = goRound()
    },
    wake: () => pause.abort(),
    get problems() {
      const problem = session && problemOf(session)
      // What passes by itself is said of the logins that wait for it.
      const lasting = problem && problem.code !== 'FLEET_UNREACHABLE' ? [problem] : []
      return [...(unread ? [unread] : []), ...lasting]
    },
    async view() {
      return (await file.read()) ? fleetView(deps, await open()) : undefined
    },
    metrics: () => session && fleetMetrics(session, lastNodes),
    found: (founding) =>
      asking(async () => {
        const known = await file.read()
        if (known) {
          throw new AppError('ARGUMENT_INVALID', `This machine is of the fleet "${known.name}" already.`)
        }
        const machineName = founding.machineName ?? ports.process.hostname
        await file.put({ membership: await found(ports, { ...founding, machineName }) })
        return fleetView(deps, await open())
      }, notItsRoot),
    invite: (role) =>
      asking(async () => {
        const invitation = await makeInvitation(about, await memberOf(), role)
        return { id: invitation.id, text: invitationText(invitation), untilMs: invitation.untilMs }
      }),
    admit: (id, signal) =>
      asking(async () => {
        const made = await connected()
        for (;;) {
          const { invitations } = await memberOf()
          const invitation = invitations.find((one) => one.id === id)
          const context = { ports, keys: keysOf(made.membership) }
          if (invitation?.admitted !== undefined) {
            const record = await readFleet(
              made.register,
              made.membership.fleet,
              made.membership.administrator,
            )
            const node = (await readRoster(made.register, record)).find(
              (one) => one.node === invitation.admitted,
            )
            return node ? nameOf(context, node) : invitation.admitted
          }
          if (!invitation || signal.aborted) return undefined
          const admitted = await admitInvited(about, made.membership, made.register, invitation)
          if (admitted) return admitted.name
          await ports.clock.sleep(INVITED_MS / 2, signal)
        }
      }),
    join: (invitation, machineName, { onAsked, signal }) =>
      asking(async () => {
        const called = machineName ?? ports.process.hostname
        await join(about, invitation, called, { onAsked: ({ name }) => onAsked(name), signal })
        const made = await connected()
        await receiving // a host does so by itself: both at once would wait for each other
        for (const grant of made.node.grants.all()) await receiveShared(deps, made, grant)
        return fleetView(deps, made)
      }, notInvited),
    share: (profileId) =>
      asking(async () => {
        const made = await connected()
        if (made.membership.role === 'reader') throw onlyReads()
        await moves.share(made, profileId)
        await deps.look()
      }),
    takeOut: (profileId) =>
      asking(async () => {
        const made = await connected()
        if (made.membership.role === 'reader') throw onlyReads()
        await takeBack(deps, made, profileId)
      }),
    nodes: () => asking(async () => nodesOf(ports, await connected())),
    removeNode: (wanted) =>
      asking(async () => {
        const made = await connected()
        const grants = made.node.grants.all().filter(({ record }) => record.state === 'ok')
        const ids = grants.map(({ id }) => id)
        const { name, node, toRenew } = await removeNode(about, made.membership, made.register, wanted, ids)
        made.take(await memberOf())
        const { left, kept } = await renewRemoved(deps, file, made)
        return { name, role: node.role, renewed: toRenew.length - left, left, kept }
      }),
    confirmRestored: () =>
      asking(async () => {
        const membership = await memberOf()
        await withAnyRegister(membership, (register, cluster) =>
          confirmRestored(about, { ...membership, cluster }, register),
        )
        const made = await reopen()
        await made.node.grants.putBack()
        return fleetView(deps, made)
      }),
    check: () =>
      asking(async () => {
        const made = await open()
        return checkFleet(ports, made, problemOf(made))
      }),
    leave: (force) =>
      asking(async () => {
        const membership = await memberOf()
        if (membership.root && !force) throw alone(membership.name)
        await file.put({})
        await open().catch(() => undefined)
        for (const { holder, lender } of (await vault.scan()).entries)
          if (lender?.fleet === membership.fleet) await vault.forget(holder.entry)
        await deps.look()
      }),
    async close() {
      stopped.abort()
      pause.abort()
      unwatch()
      await rounds
      await opening
      await receiving
      await session?.stop()
    },
  }
}
