/** Who belongs to a fleet, as its register holds it: signed, so that whoever runs the register cannot add himself. Pure. */
import { z } from 'zod'
import { parseJson } from '../base/json.ts'

const signed = { signedBy: z.string(), signature: z.string() }

const fleetSchema = z.object({
  version: z.literal(1),
  fleet: z.string(),
  epoch: z.number().int(),
  /** Verify keys: who may admit machines and write this record. */
  administrators: z.array(z.string()),
  /** The register's identity: another one is a restored or a wrong one. */
  cluster: z.string(),
  ...signed,
})

const nodeSchema = z.object({
  version: z.literal(1),
  fleet: z.string(),
  node: z.string(),
  /** A reader uses access tokens; a keeper holds refresh tokens, too, and renews. */
  role: z.enum(['keeper', 'reader']),
  /** age, X25519: keys are wrapped to it. */
  recipient: z.string(),
  /** Ed25519, hex. */
  verifyKey: z.string(),
  /** Its name, sealed under the fleet's access key. */
  name: z.string(),
  ...signed,
})

const keysSchema = z.object({
  /** An age file, armored. */
  wrapped: z.string(),
  ...signed,
})

const joinSchema = z.object({
  version: z.literal(1),
  node: z.string(),
  /** Sealed under the invitation's secret. */
  name: z.string(),
  recipient: z.string(),
  verifyKey: z.string(),
  /** Under the invitation's secret: nobody else can ask in its place. */
  mac: z.string(),
})

export type FleetRecord = Readonly<z.infer<typeof fleetSchema>>
export type NodeRecord = Readonly<z.infer<typeof nodeSchema>>
export type KeysRecord = Readonly<z.infer<typeof keysSchema>>
export type JoinRecord = Readonly<z.infer<typeof joinSchema>>
export type FleetRole = NodeRecord['role']

/** Each undefined when the text is not one, or of a version that is not known here. */
export const parseFleetRecord = (text: string): FleetRecord | undefined =>
  fleetSchema.safeParse(parseJson(text)).data
export const parseNodeRecord = (text: string): NodeRecord | undefined =>
  nodeSchema.safeParse(parseJson(text)).data
export const parseKeysRecord = (text: string): KeysRecord | undefined =>
  keysSchema.safeParse(parseJson(text)).data
export const parseJoinRecord = (text: string): JoinRecord | undefined =>
  joinSchema.safeParse(parseJson(text)).data

/** All that is signed, in one order. */
export function fleetText({
  version,
  fleet,
  epoch,
  administrators,
  cluster,
  signedBy,
}: Omit<FleetRecord, 'signature'>): string {
  return JSON.stringify(['fleet', version, fleet, epoch, administrators, cluster, signedBy])
}

export function nodeText(record: Omit<NodeRecord, 'signature'>): string {
  const { version, fleet, node, role, recipient, verifyKey, name, signedBy } = record
  return JSON.stringify(['node', version, fleet, node, role, recipient, verifyKey, name, signedBy])
}

export function keysText(
  fleet: string,
  epoch: number,
  node: string,
  { wrapped, signedBy }: Omit<KeysRecord, 'signature'>,
): string {
  return JSON.stringify(['keys', fleet, epoch, node, wrapped, signedBy])
}

/** @param fleet and @param id of the invitation: an answer to one is none to another */
export function joinText(fleet: string, id: string, join: Omit<JoinRecord, 'mac'>): string {
  const { version, node, name, recipient, verifyKey } = join
  return JSON.stringify(['join', version, fleet, id, node, name, recipient, verifyKey])
}
