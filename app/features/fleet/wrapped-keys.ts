/** The keys of one epoch of a fleet, made by an administrator, and given to each machine in an age file of its own. */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { armor, Decrypter } from 'age-encryption'
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Random, SealingKey } from '../../base/ports.ts'
import type { FleetKeys } from '../../engine/fleet/grant-seal.ts'
import type { FleetRole } from '../../model/fleet-roster.ts'
import { encryptTo } from '../transfer/bundle/encrypt.ts'
import type { NodeIdentity } from './node-identity.ts'

const KEY_BYTES = 32
const ID_BYTES = 8

const sealingKey = z
  .object({ id: z.string().regex(/^[0-9a-f]{16}$/), key: z.string().regex(/^[0-9a-f]{64}$/) })
  .transform(({ id, key }): SealingKey => ({ id, bytes: hexToBytes(key), kept: 'file' }))

const wrappedSchema = z.object({
  version: z.literal(1),
  fleet: z.string(),
  epoch: z.number().int(),
  naming: z.string(),
  access: sealingKey,
  spend: sealingKey.optional(),
})

/** The first epoch. */
export function makeFleetKeys(random: Pick<Random, 'token' | 'sha256Hex'>, fleet: string): FleetKeys {
  const epoch = 1
  const keys = { access: makeKey(random), spend: makeKey(random) }
  return { fleet, naming: random.token(KEY_BYTES), epoch, epochs: new Map([[epoch, keys]]) }
}

/** Another one, which whoever was removed does not get. What was sealed before still opens. */
export function withNewEpoch(
  random: Pick<Random, 'token' | 'sha256Hex'>,
  { epochs, epoch: before, ...keys }: FleetKeys,
): FleetKeys {
  const epoch = before + 1
  const made = { access: makeKey(random), spend: makeKey(random) }
  return { ...keys, epoch, epochs: new Map([...epochs, [epoch, made]]) }
}

/** Of the present epoch: a reader gets no key to a refresh token. @throws AppError NOT_REFRESHABLE on a reader, for a keeper */
export function wrapKeys(keys: FleetKeys, role: FleetRole, recipient: string): Promise<string> {
  const { access, spend } = keys.epochs.get(keys.epoch) ?? {}
  if (!access || (role === 'keeper' && !spend)) {
    throw new AppError(
      'NOT_REFRESHABLE',
      'This machine only reads what the fleet shares, so it cannot admit a keeper.',
    )
  }
  const { fleet, epoch, naming } = keys
  const forRole = role === 'keeper' && spend ? { spend: inHex(spend) } : {}
  const text = JSON.stringify({ version: 1, fleet, epoch, naming, access: inHex(access), ...forRole })
  return encryptTo(text, [recipient])
}

/** @throws AppError STORE_CORRUPT when it is not for this machine, or not for this fleet */
export async function unwrapKeys(
  wrapped: string,
  { ageIdentity }: NodeIdentity,
  fleet: string,
): Promise<FleetKeys> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(ageIdentity.expose())
  let text: string
  try {
    text = await decrypter.decrypt(armor.decode(wrapped), 'text')
  } catch (error) {
    throw new AppError('STORE_CORRUPT', 'The keys that the fleet holds for this machine do not open.', {
      cause: error,
    })
  }
  const found = wrappedSchema.safeParse(parseJson(text)).data
  if (found?.fleet !== fleet)
    throw new AppError('STORE_CORRUPT', 'The keys that came are not those of this fleet.')
  const { epoch, naming, access, spend } = found
  return { fleet, naming, epoch, epochs: new Map([[epoch, { access, ...(spend ? { spend } : {}) }]]) }
}

function makeKey(random: Pick<Random, 'token' | 'sha256Hex'>): SealingKey {
  const bytes = hexToBytes(random.sha256Hex(random.token(2 * KEY_BYTES)))
  return { id: random.sha256Hex(random.token(ID_BYTES)).slice(0, 2 * ID_BYTES), bytes, kept: 'file' }
}

function inHex({ id, bytes }: SealingKey): { readonly id: string; readonly key: string } {
  return { id, key: bytesToHex(bytes) }
}
