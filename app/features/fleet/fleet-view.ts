/** The fleet as people and programs see it, and what keeps it from working. */
import { toFailure } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Failure } from '../../contract/failure.ts'
import type { FleetMetricsView, FleetNodeView, FleetView } from '../../contract/fleet.ts'
import { fromRegister, wentBack } from '../../engine/fleet/register-text.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'
import { keysOf } from './membership.ts'
import { sharedProfile } from './place-shared.ts'
import { nameOf, readFleet, readRoster } from './roster.ts'
import { lastSeenMs } from './seen.ts'
import type { FleetSession } from './session.ts'

export function problemOf({ node, membership, refused }: FleetSession): Failure | undefined {
  if (refused) return toFailure(refused)
  if (node.grants.behind) return fromRegister(membership.name, node.grants.behind)
  return node.grants.wentBack ? wentBack(membership.name) : undefined
}

export function fleetView(deps: NodeDeps, made: FleetSession): FleetView {
  const { fleet, name, machineName, role, root, members } = made.membership
  const { grants } = made.node
  const problem = problemOf(made)
  const contactMs = grants.contactMs
  return {
    ...{
      id: fleet,
      name,
      machine: machineName,
      role,
      administrator: root !== undefined,
      register: members,
    },
    ...(contactMs === undefined ? {} : { contactMs }),
    ...(problem ? { problem } : {}),
    shared: grants.all().map(({ id, record: { state, generation, expiresAtMs } }) => {
      const profileId = sharedProfile(deps, fleet, id)?.id
      return {
        ...{ id, state, generation },
        ...(profileId === undefined ? {} : { profileId }),
        ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
      }
    }),
  }
}

/** Who belongs to it, and when each was there last. @throws RegisterFailure; AppError FLEET_* */
export async function nodesOf(
  ports: Pick<Ports, 'clock' | 'random'>,
  { membership, register }: FleetSession,
): Promise<readonly FleetNodeView[]> {
  const { fleet, administrator, identity } = membership
  const record = await readFleet(register, fleet, administrator)
  const roster = await readRoster(register, record)
  const context = { ports, keys: keysOf(membership) }
  return Promise.all(
    roster.map(async (node) => {
      const seenMs = await lastSeenMs(register, fleet, node)
      return {
        ...{ id: node.node, name: nameOf(context, node), role: node.role },
        isThis: node.node === identity.node,
        ...(seenMs === undefined ? {} : { seenMs }),
      }
    }),
  )
}

export function fleetMetrics(
  { node }: FleetSession,
  nodes: readonly Pick<FleetNodeView, 'id' | 'seenMs'>[],
): FleetMetricsView {
  const { contactMs } = node.grants
  const { here, elsewhere, ticketsLost } = node.counts
  return {
    ...(contactMs === undefined ? {} : { contactMs }),
    logins: node.grants.all().filter(({ record }) => record.state === 'ok').length,
    nodes: nodes.map(({ id, seenMs }) => ({ id, ...(seenMs === undefined ? {} : { seenMs }) })),
    renewedHere: here,
    renewedElsewhere: elsewhere,
    ticketsLost,
  }
}
