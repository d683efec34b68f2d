/** A fleet begins: its register gets roles and a first user, and this machine is its first keeper, and its administrator. */
import type { Ports } from '../../base/ports.ts'
import type { RegisterAddress } from '../../base/register.ts'
import { Secret } from '../../model/secret.ts'
import type { Membership } from './membership.ts'
import { makeNodeIdentity } from './node-identity.ts'
import { putRoles, roleOf, userOf } from './register-users.ts'
import { foundFleet } from './roster.ts'
import { makeFleetKeys } from './wrapped-keys.ts'

export interface Founding {
  /** What people call it. */
  readonly name: string
  readonly machineName: string
  /** The register, as somebody who may make users there. */
  readonly root: RegisterAddress
}

const PASSWORD_BYTES = 32
const ID_LENGTH = 16

/** @throws RegisterFailure; AppError ARGUMENT_INVALID */
export async function found(
  ports: Pick<Ports, 'clock' | 'random' | 'registers'>,
  { name, machineName, root }: Founding,
): Promise<Membership> {
  const { random, registers } = ports
  const identity = await makeNodeIdentity()
  const fleet = random.sha256Hex(random.token(PASSWORD_BYTES)).slice(0, ID_LENGTH)
  const user = userOf(fleet, identity.node)
  const password = newPassword(random)
  const users = registers.administer(root)
  let cluster: string
  try {
    cluster = await users.identity()
    await putRoles(users, fleet)
    await users.putUser(user, password, roleOf(fleet, 'administrator'))
  } finally {
    users.close()
  }
  const { members, ca } = root
  const address = { members, cluster, user, password, ...(ca === undefined ? {} : { ca }) }
  const keys = makeFleetKeys(random, fleet)
  const register = registers.open(address)
  try {
    await foundFleet({ ports, register, keys }, identity, machineName)
  } finally {
    await register.close()
  }
  const { fleet: _, ...epochs } = keys
  return {
    ...{ fleet, name, machineName, role: 'keeper', administrator: identity.verifyKey, identity },
    ...{ members: [...members], cluster, user, password, ...(ca === undefined ? {} : { ca }) },
    keys: epochs,
    root: { user: root.user, password: new Secret(root.password.expose()) },
    invitations: [],
    toRenew: [],
    removed: [],
  }
}

/** Nobody types it. */
export function newPassword(random: Ports['random']): Secret {
  return new Secret(random.token(PASSWORD_BYTES))
}
