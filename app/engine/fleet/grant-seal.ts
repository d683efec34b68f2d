/** A grant as the register keeps it: two sealed parts, so that a machine which only uses tokens never holds the refresh token. */
import { AppError } from '../../base/errors.ts'
import type { Ports, SealingKey } from '../../base/ports.ts'
import type { Credential } from '../../model/credential.ts'
import { decodeCredential, encodeCredential } from '../../model/credential-codec.ts'
import type { GrantFacts, GrantRecord } from '../../model/fleet-record.ts'

export interface EpochKeys {
  /** Every node's. */
  readonly access: SealingKey
  /** A keeper's. */
  readonly spend?: SealingKey
}

export interface FleetKeys {
  readonly fleet: string
  /** For fingerprints, and for the ids of grants: the same login shared twice meets itself. Base64url. */
  readonly naming: string
  /** Under which new records are sealed. */
  readonly epoch: number
  readonly epochs: ReadonlyMap<number, EpochKeys>
}

/** A credential and whose server it is for: what both sealed parts hold. */
export interface SharedLogin {
  /** As the machine that shared it calls it. */
  readonly provider: string
  /** What that machine knows of it, for those that do not know it: whoever shares a login says where its tokens go. */
  readonly definition?: unknown
  readonly credential: Credential
}

type SealPorts = Pick<Ports, 'random'>

/** The refresh token's, as every node of the fleet knows it. */
export function fleetFingerprint(
  { random }: SealPorts,
  keys: FleetKeys,
  { refreshToken }: Credential,
): string {
  if (!refreshToken)
    throw new AppError('NOT_REFRESHABLE', 'A login without a refresh token cannot be shared.')
  return random.fingerprint(refreshToken.expose(), keys.naming)
}

/** @throws AppError NOT_REFRESHABLE */
export function sealGrant(
  ports: SealPorts,
  keys: FleetKeys,
  id: string,
  login: SharedLogin,
  { node, state = 'ok' }: { readonly node: string; readonly state?: GrantRecord['state'] },
): GrantRecord {
  const { credential, provider, definition } = login
  const { access, spend } = keysOf(keys, keys.epoch)
  if (!spend) throw new AppError('NOT_REFRESHABLE', 'This machine only reads what the fleet shares.')
  const facts: GrantFacts = {
    version: 1,
    generation: credential.generation,
    epoch: keys.epoch,
    fingerprint: fleetFingerprint(ports, keys, credential),
    ...(credential.expiresAtMs === undefined ? {} : { expiresAtMs: credential.expiresAtMs }),
    node,
    state,
  }
  const { refreshToken: _, idToken: __, ...public_ } = credential
  const seal = (key: SealingKey, part: string, what: Credential): string =>
    ports.random.seal(
      key,
      JSON.stringify({ provider, definition, credential: encodeCredential(what) }),
      contextOf(keys, id, part, facts),
    )
  return { ...facts, access: seal(access, 'access', public_), spend: seal(spend, 'spend', credential) }
}

/** Without the refresh token. @throws AppError STORE_CORRUPT when it was changed, moved or put back under another number */
export function openAccess(ports: SealPorts, keys: FleetKeys, id: string, record: GrantRecord): SharedLogin {
  return open(ports, keysOf(keys, record.epoch).access, keys, id, 'access', record)
}

/** Everything. @throws AppError STORE_CORRUPT; NOT_REFRESHABLE on a reader */
export function openSpend(ports: SealPorts, keys: FleetKeys, id: string, record: GrantRecord): SharedLogin {
  const { spend } = keysOf(keys, record.epoch)
  if (!spend) throw new AppError('NOT_REFRESHABLE', 'This machine only reads what the fleet shares.')
  return open(ports, spend, keys, id, 'spend', record)
}

function open(
  ports: SealPorts,
  key: SealingKey,
  keys: FleetKeys,
  id: string,
  part: 'access' | 'spend',
  { access, spend, ...facts }: GrantRecord,
): SharedLogin {
  const text = ports.random.open(key, part === 'access' ? access : spend, contextOf(keys, id, part, facts))
  const { credential, ...about } = JSON.parse(text) as Omit<SharedLogin, 'credential'> & {
    readonly credential: string
  }
  return { ...about, credential: decodeCredential(credential) }
}

function keysOf({ epochs, fleet }: FleetKeys, epoch: number): EpochKeys {
  const keys = epochs.get(epoch)
  if (keys) return keys
  throw new AppError(
    'STORE_CORRUPT',
    `The keys of "${fleet}" that would open this are not on this machine.`,
    {
      hint: 'It gets them from an administrator of the fleet as soon as both are connected.',
    },
  )
}

/** All that is in clear, in one order: so none of it can be changed. */
function contextOf({ fleet }: FleetKeys, id: string, part: string, facts: GrantFacts): string {
  const { version, generation, epoch, fingerprint, expiresAtMs = '', node, state } = facts
  return JSON.stringify([
    'fleet',
    fleet,
    'grant',
    id,
    part,
    version,
    generation,
    epoch,
    fingerprint,
    expiresAtMs,
    node,
    state,
  ])
}
