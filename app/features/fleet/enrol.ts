/**
 * How a machine comes into a fleet. An administrator hands over an invitation by a way of their own; the newcomer writes who
 * it is, with a code that only the invitation's secret makes; the administrator's machine checks that, and admits it.
 */
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { AppError } from '../../base/errors.ts'
import type { Clock, Ports, Random, SealingKey } from '../../base/ports.ts'
import type { Register } from '../../base/register.ts'
import type { FleetKeys } from '../../engine/fleet/grant-seal.ts'
import { writeForSure } from '../../engine/fleet/write-for-sure.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import { type FleetRole, joinText, parseJoinRecord, parseNodeRecord } from '../../model/fleet-roster.ts'
import { Secret } from '../../model/secret.ts'
import type { NodeIdentity } from './node-identity.ts'
import { admitNode, isAdmitted, type RosterContext, readFleet, readKeys } from './roster.ts'

/** Long enough to walk to the other machine. */
export const INVITATION_LIFE_MS = 60 * 60_000

export interface Invitation {
  readonly fleet: string
  readonly id: string
  /** Hex, 256 bits. */
  readonly secret: Secret
  /** Who invites: what they signed is believed, and nothing else. */
  readonly administrator: string
  readonly role: FleetRole
  readonly untilMs: number
}

export function invite(
  {
    clock,
    random,
  }: { readonly clock: Pick<Clock, 'now'>; readonly random: Pick<Random, 'token' | 'sha256Hex'> },
  fleet: string,
  { verifyKey }: Pick<NodeIdentity, 'verifyKey'>,
  role: FleetRole,
): Invitation {
  return {
    fleet,
    id: random.token(12),
    secret: new Secret(random.sha256Hex(random.token(64))),
    administrator: verifyKey,
    role,
    untilMs: clock.now() + INVITATION_LIFE_MS,
  }
}

/** The newcomer's part. @throws RegisterFailure; AppError FLEET_REFUSED, FLEET_WENT_BACK; ARGUMENT_INVALID when it was used already */
export async function askToJoin(
  { clock, random }: Pick<Ports, 'clock' | 'random'>,
  register: Register,
  invitation: Invitation,
  { node, recipient, verifyKey }: NodeIdentity,
  name: string,
): Promise<void> {
  const { fleet, id, secret, administrator } = invitation
  await readFleet(register, fleet, administrator)
  const sealed = random.seal(nameKey(invitation), name, nameContext(invitation, node))
  const draft = { version: 1, node, name: sealed, recipient, verifyKey } as const
  const text = JSON.stringify({ ...draft, mac: macOf(secret, joinText(fleet, id, draft)) })
  const made = await writeForSure(clock, text, () => register.create(new FleetLayout(fleet).join(id), text))
  const there = made.kind === 'refused' ? made.now && parseJoinRecord(made.now.value) : undefined
  if (made.kind === 'refused' && there?.verifyKey !== verifyKey) {
    throw new AppError('ARGUMENT_INVALID', 'This invitation was used by another machine.', {
      hint: 'If that was none of yours, tell whoever looks after the fleet. Ask for a new one.',
    })
  }
}

/**
 * The administrator's part. Undefined while nobody has come. The answer stays, so that nobody else can use the invitation.
 * @throws RegisterFailure; AppError FLEET_REFUSED when somebody without the secret has answered, or too late
 */
export async function admit(
  context: RosterContext,
  administrator: NodeIdentity,
  invitation: Invitation,
): Promise<{ readonly node: string; readonly name: string } | undefined> {
  const { ports, register } = context
  const { fleet, id, secret, role, untilMs } = invitation
  const found = await register.read(new FleetLayout(fleet).join(id))
  if (!found) return undefined
  const join = parseJoinRecord(found.value)
  const isTrue = join !== undefined && isSame(join.mac, macOf(secret, joinText(fleet, id, join)))
  const why = !isTrue
    ? 'Somebody who does not have the invitation has answered it.'
    : ports.clock.now() > untilMs
      ? 'The invitation was over when it was answered.'
      : undefined
  if (!join || why !== undefined)
    throw new AppError('FLEET_REFUSED', `${why} Nobody was admitted.`, { hint: 'Invite anew.' })
  const name = ports.random.open(nameKey(invitation), join.name, nameContext(invitation, join.node))
  await admitNode(context, administrator, { ...join, name, role })
  return { node: join.node, name }
}

/** The newcomer's part again. Undefined while nobody has admitted it. @throws RegisterFailure; AppError as readFleet(), STORE_CORRUPT */
export async function receiveKeys(
  register: Register,
  { fleet, administrator }: Pick<Invitation, 'fleet' | 'administrator'>,
  identity: NodeIdentity,
): Promise<FleetKeys | undefined> {
  const record = await readFleet(register, fleet, administrator)
  const layout = new FleetLayout(fleet)
  const own = await register.read(layout.node(identity.node))
  const admitted = own && parseNodeRecord(own.value)
  if (!admitted || !isAdmitted(admitted, record) || admitted.verifyKey !== identity.verifyKey)
    return undefined
  return readKeys(register, record, identity)
}

/** A machine's name is nobody's business but the fleet's. */
function nameKey({ id, secret }: Invitation): SealingKey {
  return { id, bytes: hmac(sha256, hexToBytes(secret.expose()), utf8ToBytes('name')), kept: 'file' }
}

function nameContext({ fleet, id }: Invitation, node: string): string {
  return JSON.stringify(['fleet', fleet, 'join', id, node, 'name'])
}

function macOf(secret: Secret, text: string): string {
  return bytesToHex(hmac(sha256, hexToBytes(secret.expose()), utf8ToBytes(text)))
}

/** In a time that does not tell how much of it is right. */
function isSame(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let at = 0; at < b.length; at++) difference |= (a.charCodeAt(at) || 0) ^ b.charCodeAt(at)
  return difference === 0
}
