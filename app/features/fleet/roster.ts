/** The signed records of a fleet and its machines: written by administrators, believed by nobody without their signature. */
import { AppError } from '../../base/errors.ts'
import type { Ports, SealingKey } from '../../base/ports.ts'
import type { Register } from '../../base/register.ts'
import type { FleetKeys } from '../../engine/fleet/grant-seal.ts'
import { writeForSure } from '../../engine/fleet/write-for-sure.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import {
  type FleetRecord,
  fleetText,
  keysText,
  type NodeRecord,
  nodeText,
  parseFleetRecord,
  parseKeysRecord,
  parseNodeRecord,
} from '../../model/fleet-roster.ts'
import { isSignedBy, type NodeIdentity, sign } from './node-identity.ts'
import { unwrapKeys, wrapKeys } from './wrapped-keys.ts'

export interface RosterContext {
  readonly ports: Pick<Ports, 'clock' | 'random'>
  readonly register: Register
  readonly keys: FleetKeys
}

/** What an administrator says of a machine. */
export type NewNode = Pick<NodeRecord, 'node' | 'name' | 'role' | 'recipient' | 'verifyKey'>

/** The first machine, which is keeper and administrator. @throws RegisterFailure; AppError ARGUMENT_INVALID when there is a fleet */
export async function foundFleet(
  context: RosterContext,
  identity: NodeIdentity,
  name: string,
): Promise<void> {
  const { ports, register, keys } = context
  const draft: Omit<FleetRecord, 'signature'> = {
    version: 1,
    fleet: keys.fleet,
    epoch: keys.epoch,
    administrators: [identity.verifyKey],
    cluster: await register.identity(),
    signedBy: identity.verifyKey,
  }
  const text = JSON.stringify({ ...draft, signature: sign(identity, fleetText(draft)) })
  const key = new FleetLayout(keys.fleet).fleet
  const made = await writeForSure(ports.clock, text, () => register.create(key, text))
  if (made.kind === 'refused') {
    throw new AppError('ARGUMENT_INVALID', 'There is a fleet of this name in that register already.', {
      hint: 'Join it with an invitation, or give the new one another name.',
    })
  }
  await admitNode(context, identity, { ...identity, name, role: 'keeper' })
}

/** The next epoch: from now on what is written is sealed under its keys. @throws RegisterFailure; AppError STORE_CHANGED */
export async function beginEpoch(
  { ports, register, keys }: RosterContext,
  administrator: NodeIdentity,
  before: FleetRecord,
): Promise<void> {
  const { signature: _, ...rest } = before
  const cluster = await register.identity()
  const draft = { ...rest, cluster, epoch: keys.epoch, signedBy: administrator.verifyKey }
  const text = JSON.stringify({ ...draft, signature: sign(administrator, fleetText(draft)) })
  const found = await register.read(new FleetLayout(keys.fleet).fleet)
  const now = found && parseFleetRecord(found.value)
  if (!found || now?.signature !== before.signature) throw changedMeanwhile()
  const { key, revision } = found
  const made = await writeForSure(ports.clock, text, () => register.replace(key, text, revision))
  if (made.kind === 'refused') throw changedMeanwhile()
}

/** The keys first: a machine that is on the roster has them. @throws RegisterFailure; AppError NOT_REFRESHABLE on a reader */
export async function admitNode(
  { ports, register, keys }: RosterContext,
  administrator: NodeIdentity,
  { node, name, role, recipient, verifyKey }: NewNode,
): Promise<void> {
  const layout = new FleetLayout(keys.fleet)
  const draft: Omit<NodeRecord, 'signature'> = {
    ...{ version: 1, fleet: keys.fleet, node, role, recipient, verifyKey },
    name: ports.random.seal(accessKey(keys), name, nameContext(keys.fleet, node)),
    signedBy: administrator.verifyKey,
  }
  const record = JSON.stringify({ ...draft, signature: sign(administrator, nodeText(draft)) })
  const wrapped = await wrapKeys(keys, role, recipient)
  const given = { wrapped, signedBy: administrator.verifyKey }
  const signature = sign(administrator, keysText(keys.fleet, keys.epoch, node, given))
  await put(layout.keys(keys.epoch, node), JSON.stringify({ ...given, signature }))
  await put(layout.node(node), record)

  async function put(key: string, text: string): Promise<void> {
    const found = await register.read(key)
    const made = await writeForSure(ports.clock, text, () =>
      found ? register.replace(key, text, found.revision) : register.create(key, text),
    )
    if (made.kind === 'refused') throw changedMeanwhile()
  }
}

/**
 * @param trusted a verify key that is known from elsewhere: our own, or the one in an invitation
 * @throws RegisterFailure; AppError FLEET_REFUSED when nobody trusted has signed it; FLEET_WENT_BACK when it belongs to another register
 */
export async function readFleet(register: Register, fleet: string, trusted: string): Promise<FleetRecord> {
  const record = await readSigned(register, fleet, trusted)
  if (record.cluster !== (await register.identity())) {
    throw new AppError(
      'FLEET_WENT_BACK',
      `The fleet "${fleet}" was founded in another register than this one.`,
    )
  }
  return record
}

/** Whichever register it stands in. @throws RegisterFailure; AppError FLEET_REFUSED */
export async function readSigned(register: Register, fleet: string, trusted: string): Promise<FleetRecord> {
  const found = await register.read(new FleetLayout(fleet).fleet)
  const record = found && parseFleetRecord(found.value)
  const isTrue =
    record?.fleet === fleet &&
    record.signedBy === trusted &&
    isSignedBy(trusted, record.signature, fleetText(record))
  if (record && isTrue) return record
  throw new AppError(
    'FLEET_REFUSED',
    `What the register says of the fleet "${fleet}" was not signed by its administrator.`,
    { hint: 'Ask for a new invitation, and compare where it leads to.' },
  )
}

/** Who was admitted; what no administrator has signed is left out. @throws RegisterFailure */
export async function readRoster(register: Register, fleet: FleetRecord): Promise<readonly NodeRecord[]> {
  const { records } = await register.list(new FleetLayout(fleet.fleet).node(''))
  return records.flatMap(({ value }) => {
    const record = parseNodeRecord(value)
    return record && isAdmitted(record, fleet) ? [record] : []
  })
}

/** The keys that an administrator gave this machine; undefined while it has none. @throws RegisterFailure; AppError STORE_CORRUPT */
export async function readKeys(
  register: Register,
  { fleet, epoch, administrators }: FleetRecord,
  identity: NodeIdentity,
): Promise<FleetKeys | undefined> {
  const found = await register.read(new FleetLayout(fleet).keys(epoch, identity.node))
  const given = found && parseKeysRecord(found.value)
  // Anybody could write to its public key: only an administrator's are the fleet's.
  if (!given || !administrators.includes(given.signedBy)) return undefined
  if (!isSignedBy(given.signedBy, given.signature, keysText(fleet, epoch, identity.node, given)))
    return undefined
  return unwrapKeys(given.wrapped, identity, fleet)
}

export function isAdmitted(record: NodeRecord, { fleet, administrators }: FleetRecord): boolean {
  return (
    record.fleet === fleet &&
    administrators.includes(record.signedBy) &&
    isSignedBy(record.signedBy, record.signature, nodeText(record))
  )
}

/** Of whatever epoch it was sealed in. @throws AppError STORE_CORRUPT */
export function nameOf(
  { ports, keys }: Pick<RosterContext, 'ports' | 'keys'>,
  { node, name }: NodeRecord,
): string {
  const id = name.split('.')[1]
  const known = [...keys.epochs.values()].find(({ access }) => access.id === id)
  return ports.random.open(known?.access ?? accessKey(keys), name, nameContext(keys.fleet, node))
}

function changedMeanwhile(): AppError {
  return new AppError('STORE_CHANGED', 'Another administrator changes the fleet just now.', {
    hint: 'Do it again.',
  })
}

function accessKey({ epoch, epochs }: FleetKeys): SealingKey {
  const keys = epochs.get(epoch)
  if (!keys) throw new AppError('STORE_CORRUPT', 'The keys of the present epoch are not on this machine.')
  return keys.access
}

function nameContext(fleet: string, node: string): string {
  return JSON.stringify(['fleet', fleet, 'node', node, 'name'])
}
