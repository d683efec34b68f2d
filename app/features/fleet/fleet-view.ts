/** The fleet as people and programs see it, and what keeps it from working. */
import { toFailure } from '../../base/errors.ts'
import type { Failure } from '../../contract/failure.ts'
import type { FleetView } from '../../contract/fleet.ts'
import { fromRegister, wentBack } from '../../engine/fleet/register-text.ts'
import type { NodeDeps } from '../nodes/connection/deps.ts'
import { sharedProfile } from './place-shared.ts'
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
