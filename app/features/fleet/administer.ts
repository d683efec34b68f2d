/** What an administrator of a fleet does: invites, admits who comes, and removes a machine with everything it could open. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Register, RegisterUsers } from '../../base/register.ts'
import { withLock } from '../../base/with-lock.ts'
import { writeForSure } from '../../engine/fleet/write-for-sure.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import {
  type FleetRecord,
  type FleetRole,
  type NodeRecord,
  parseJoinRecord,
} from '../../model/fleet-roster.ts'
import { giveAnswer } from './answer.ts'
import { admit, invite } from './enrol.ts'
import { newPassword } from './found.ts'
import type { FullInvitation } from './invitation-text.ts'
import { addressOf, keysOf, type Membership, type MembershipFile, type OpenInvitation } from './membership.ts'
import { guestOf, putGuest, putRoles, removeGuest, roleOf, userOf } from './register-users.ts'
import { admitNode, beginEpoch, nameOf, readFleet, readRoster, readSigned } from './roster.ts'
import { withNewEpoch } from './wrapped-keys.ts'

export interface AdministerDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random' | 'registers'>
  readonly file: MembershipFile
}

const ADMIT_WAIT_MS = 30_000

/** @throws RegisterFailure; AppError FLEET_REFUSED when this machine is no administrator */
export async function makeInvitation(
  { ports, file }: AdministerDeps,
  membership: Membership,
  role: FleetRole,
): Promise<FullInvitation> {
  const { fleet, identity, name } = membership
  const invitation = invite(ports, fleet, identity, role)
  const password = newPassword(ports.random)
  await asRoot(ports, membership, (users) => putGuest(users, fleet, invitation.id, password))
  await file.change((now) => ({ ...now, invitations: [...now.invitations, invitation] }))
  const address = { ...addressOf(membership), user: guestOf(fleet, invitation.id), password }
  return { ...invitation, name, address }
}

export interface Admitted {
  readonly node: string
  readonly name: string
}

/**
 * Whoever has answered an invitation, once each. Several processes of this machine may do it at once.
 * @returns undefined while nobody has come @throws RegisterFailure; AppError FLEET_REFUSED, STORE_CHANGED
 */
export function admitInvited(
  deps: AdministerDeps,
  membership: Membership,
  register: Register,
  invitation: OpenInvitation,
): Promise<Admitted | undefined> {
  return withLock(deps.ports, 'fleet-admit', ADMIT_WAIT_MS, () =>
    admitOne(deps, membership, register, invitation),
  )
}

async function admitOne(
  { ports, file }: AdministerDeps,
  membership: Membership,
  register: Register,
  invitation: OpenInvitation,
): Promise<Admitted | undefined> {
  const { fleet, identity } = membership
  const layout = new FleetLayout(fleet)
  const found = await register.read(layout.join(invitation.id))
  const join = found && parseJoinRecord(found.value)
  if (!join) return undefined
  const context = { ports, register, keys: keysOf(membership) }
  const admitted = await admit(context, identity, invitation)
  if (!admitted) return undefined
  const user = userOf(fleet, join.node)
  const password = newPassword(ports.random)
  const about = { register, clock: ports.clock }
  // The user first: whoever has an answer can use it.
  await asRoot(ports, membership, async (users) => {
    if (await register.read(layout.answer(invitation.id))) return
    await users.putUser(user, password, roleOf(fleet, invitation.role))
    await giveAnswer(about, identity, invitation, join.recipient, { user, password })
  })
  await file.change((now) => ({
    ...now,
    invitations: now.invitations.map((one) =>
      one.id === invitation.id ? { ...one, admitted: admitted.node } : one,
    ),
  }))
  return admitted
}

/** The doors of those that came in, or are too late. @throws RegisterFailure */
export async function closeInvitations(
  { ports, file }: AdministerDeps,
  membership: Membership,
  register: Register,
): Promise<void> {
  const layout = new FleetLayout(membership.fleet)
  for (const { id, untilMs, admitted } of membership.invitations) {
    const isIn = admitted !== undefined && (await register.read(layout.seen(admitted))) !== undefined
    if (!isIn && ports.clock.now() < untilMs) continue
    await asRoot(ports, membership, (users) => removeGuest(users, membership.fleet, id))
    for (const key of [layout.join(id), layout.answer(id)]) await removeKey(ports, register, key)
    await file.change((now) => ({ ...now, invitations: now.invitations.filter((one) => one.id !== id) }))
  }
}

export interface Removed {
  readonly node: NodeRecord
  readonly name: string
  /** What it could spend, which is worthless only once it was renewed. */
  readonly toRenew: readonly string[]
}

/**
 * It is refused at once; from then on what is written is sealed under keys it never gets. Cut short, the same again goes on.
 * @param grants the ids of all that are shared @throws RegisterFailure; AppError NODE_UNKNOWN, ARGUMENT_INVALID, STORE_CHANGED
 */
export async function removeNode(
  { ports, file }: AdministerDeps,
  membership: Membership,
  register: Register,
  wanted: string,
  grants: readonly string[],
): Promise<Removed> {
  const { fleet, identity, administrator } = membership
  const layout = new FleetLayout(fleet)
  const record = await readFleet(register, fleet, administrator)
  const roster = await readRoster(register, record)
  const names = new Map(roster.map((one) => [one.node, nameOf({ ports, keys: keysOf(membership) }, one)]))
  const node = one(roster, names, wanted)
  if (node.node === identity.node) throw notItself()
  await asRoot(ports, membership, (users) => users.removeUser(userOf(fleet, node.node)))
  const toRenew = node.role === 'keeper' ? grants : []
  const left = roster.filter((one) => one.node !== node.node)
  await rekey({ ports, file }, membership, register, record, left)
  await file.change((now) => ({
    ...now,
    toRenew: [...new Set([...now.toRenew, ...toRenew])],
    removed: [...now.removed, node.node],
  }))
  for (const key of [layout.node(node.node), layout.seen(node.node), layout.keys(record.epoch, node.node)])
    await removeKey(ports, register, key)
  return { node, name: names.get(node.node) ?? node.node, toRenew }
}

/**
 * The register was put back from a backup, and a person says that no machine that is away knows more: it is the fleet's
 * from now on, with new keys, and without the machines that were removed since. @throws as removeNode()
 */
export async function confirmRestored(
  { ports, file }: AdministerDeps,
  membership: Membership,
  register: Register,
): Promise<Membership> {
  const { fleet, administrator, identity, user, password, removed } = membership
  const layout = new FleetLayout(fleet)
  await asRoot(ports, membership, async (users) => {
    await putRoles(users, fleet)
    await users.putUser(user, password, roleOf(fleet, 'administrator'))
    for (const node of removed) await users.removeUser(userOf(fleet, node))
  })
  for (const node of removed) await removeKey(ports, register, layout.node(node))
  const record = await readSigned(register, fleet, administrator)
  await rekey({ ports, file }, membership, register, record, await readRoster(register, record))
  const cluster = await register.identity()
  return file.change((now) => ({ ...now, cluster, administrator: identity.verifyKey }))
}

/** The next epoch for all that are left. What is written from now on opens under its keys only. */
async function rekey(
  { ports, file }: AdministerDeps,
  membership: Membership,
  register: Register,
  record: FleetRecord,
  left: readonly NodeRecord[],
): Promise<void> {
  const { identity } = membership
  const before = keysOf(membership)
  const keys = withNewEpoch(ports.random, { ...before, epoch: Math.max(before.epoch, record.epoch) })
  // Kept before anybody else has them: a machine that seals under keys which nobody keeps would lose everything.
  await file.change((now) => ({ ...now, keys: { ...now.keys, epochs: keys.epochs } }))
  const context = { ports, register, keys }
  for (const node of left)
    await admitNode(context, identity, { ...node, name: nameOf({ ports, keys: before }, node) })
  await beginEpoch(context, identity, record)
  await file.change((now) => ({ ...now, keys: { ...now.keys, epoch: keys.epoch } }))
}

/** By its name, its id, or how that begins. @throws AppError NODE_UNKNOWN, ARGUMENT_INVALID */
function one(roster: readonly NodeRecord[], names: ReadonlyMap<string, string>, wanted: string): NodeRecord {
  const exact = roster.filter(({ node }) => node === wanted || names.get(node) === wanted)
  const found = exact.length > 0 ? exact : roster.filter(({ node }) => node.startsWith(wanted))
  const [first] = found
  if (found.length === 1 && first) return first
  const hint = 'See: lamplighter fleet nodes'
  throw first
    ? new AppError('ARGUMENT_INVALID', `Several machines of the fleet are called "${wanted}".`, { hint })
    : new AppError('NODE_UNKNOWN', `The fleet has no machine "${wanted}".`, { hint })
}

async function removeKey({ clock }: Pick<Ports, 'clock'>, register: Register, key: string): Promise<void> {
  const found = await register.read(key)
  if (found) await writeForSure(clock, '', () => register.remove(key, found.revision))
}

async function asRoot<T>(
  { registers }: Pick<Ports, 'registers'>,
  membership: Membership,
  work: (users: RegisterUsers) => Promise<T>,
): Promise<T> {
  const { root, name } = membership
  if (!root) {
    throw new AppError('FLEET_REFUSED', `This machine is no administrator of the fleet "${name}".`, {
      hint: 'Do it on the machine where it was founded.',
    })
  }
  const users = registers.administer({ ...addressOf(membership), ...root })
  try {
    return await work(users)
  } finally {
    users.close()
  }
}

function notItself(): AppError {
  return new AppError(
    'ARGUMENT_INVALID',
    'The administrator cannot remove itself: nobody could admit anybody then.',
  )
}
