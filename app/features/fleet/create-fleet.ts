/** The fleet of this machine, put together: what people ask of it, over its session and its upkeep. */
import { AppError, fromFailure } from '../../base/errors.ts'
import { RegisterFailure } from '../../base/register.ts'
import { fromRegister } from '../../engine/fleet/register-text.ts'
import { admitInvited, confirmRestored, makeInvitation, removeNode } from './administer.ts'
import { checkFleet } from './check.ts'
import { CurrentSession } from './current-session.ts'
import type { FleetDeps } from './deps.ts'
import type { Fleet } from './fleet.ts'
import { alone, notInvited, notItsRoot, onlyReads } from './fleet-errors.ts'
import { fleetMetrics, fleetView, nodesOf, problemOf } from './fleet-view.ts'
import { found } from './found.ts'
import { invitationText } from './invitation-text.ts'
import { join } from './join.ts'
import { keysOf, MembershipFile } from './membership.ts'
import { receiveShared } from './receive-shared.ts'
import { renewRemoved } from './renew-removed.ts'
import { nameOf, readFleet, readRoster } from './roster.ts'
import type { FleetSession } from './session.ts'
import { SharedMoves } from './share-login.ts'
import { renewShared } from './shared-renewer.ts'
import { takeBack } from './take-back.ts'
import { FleetUpkeep, INVITED_MS } from './upkeep.ts'

/** Builds, but touches nothing until start(). */
export function createFleet(deps: FleetDeps): Fleet {
  const { ports, vault } = deps
  const file = new MembershipFile(ports)
  const moves = new SharedMoves(deps)
  const session = new CurrentSession(deps, file)
  const upkeep = new FleetUpkeep({ deps, file, session, moves })
  const about = { ports, file }

  /** A register's trouble in words. @param denied what it means here that we are not taken */
  async function asking<T>(work: () => Promise<T>, denied?: () => AppError): Promise<T> {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof RegisterFailure)) throw error
      if (error.reason === 'denied' && denied) throw denied()
      throw fromFailure(fromRegister(session.now?.membership.name ?? 'to be', error))
    }
  }

  /** @throws AppError NOT_REFRESHABLE: a reader never holds a refresh token; FLEET_* */
  async function asKeeper(): Promise<FleetSession> {
    const made = await session.connected()
    if (made.membership.role === 'reader') throw onlyReads()
    return made
  }

  deps.renewers.set('fleet', (profile, wish) => async () => {
    const made = await session.open()
    const outcome = await renewShared(deps, made, profile, wish)
    session.tell()
    return outcome
  })

  return {
    async start(isHost) {
      if (!isHost) return
      session.hold()
      upkeep.start()
    },
    wake: () => upkeep.wake(),
    get problems() {
      const problem = session.now && problemOf(session.now)
      // What passes by itself is said of the logins that wait for it.
      const lasting = problem && problem.code !== 'FLEET_UNREACHABLE' ? [problem] : []
      return [...(upkeep.failure ? [upkeep.failure] : []), ...lasting]
    },
    async view() {
      return (await file.read()) ? fleetView(deps, await session.open()) : undefined
    },
    metrics: () => session.now && fleetMetrics(session.now, upkeep.nodes),
    found: (founding) =>
      asking(async () => {
        const known = await file.read()
        if (known) {
          throw new AppError('ARGUMENT_INVALID', `This machine is of the fleet "${known.name}" already.`)
        }
        const machineName = founding.machineName ?? ports.process.hostname
        await file.put({ membership: await found(ports, { ...founding, machineName }) })
        return fleetView(deps, await session.open())
      }, notItsRoot),
    invite: (role) =>
      asking(async () => {
        const invitation = await makeInvitation(about, await session.membership(), role)
        return { id: invitation.id, text: invitationText(invitation), untilMs: invitation.untilMs }
      }),
    admit: (id, signal) =>
      asking(async () => {
        const made = await session.connected()
        for (;;) {
          const { invitations } = await session.membership()
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
        const made = await session.connected()
        await session.received() // a host does so by itself: both at once would wait for each other
        for (const grant of made.node.grants.all()) await receiveShared(deps, made, grant)
        return fleetView(deps, made)
      }, notInvited),
    share: (profileId) =>
      asking(async () => {
        await moves.share(await asKeeper(), profileId)
        await deps.look()
      }),
    takeOut: (profileId) =>
      asking(async () => {
        await takeBack(deps, await asKeeper(), profileId)
      }),
    nodes: () => asking(async () => nodesOf(ports, await session.connected())),
    removeNode: (wanted) =>
      asking(async () => {
        const made = await session.connected()
        const grants = made.node.grants.all().filter(({ record }) => record.state === 'ok')
        const ids = grants.map(({ id }) => id)
        const { name, node, toRenew } = await removeNode(about, made.membership, made.register, wanted, ids)
        made.take(await session.membership())
        const { left, kept } = await renewRemoved(deps, file, made)
        return { name, role: node.role, renewed: toRenew.length - left, left, kept }
      }),
    confirmRestored: () =>
      asking(async () => {
        const membership = await session.membership()
        await session.withAnyRegister(membership, (register, cluster) =>
          confirmRestored(about, { ...membership, cluster }, register),
        )
        const made = await session.reopen()
        await made.node.grants.putBack()
        return fleetView(deps, made)
      }),
    check: () =>
      asking(async () => {
        const made = await session.open()
        return checkFleet(ports, made, problemOf(made))
      }),
    leave: (force) =>
      asking(async () => {
        const membership = await session.membership()
        if (membership.root && !force) throw alone(membership.name)
        await file.put({})
        await session.open().catch(() => undefined)
        for (const { holder, lender } of (await vault.scan()).entries)
          if (lender?.fleet === membership.fleet) await vault.forget(holder.entry)
        await deps.look()
      }),
    async close() {
      await upkeep.close()
      await session.close()
    },
  }
}
