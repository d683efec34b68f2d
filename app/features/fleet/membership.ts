/**
 * What this machine keeps of the fleet it belongs to: who it is there, its keys, and where the register is. One file, sealed
 * like the vault. Another process of this machine may have written it meanwhile, so each change begins with a look.
 */
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Ports, SealingKey } from '../../base/ports.ts'
import type { RegisterAddress } from '../../base/register.ts'
import { withLock } from '../../base/with-lock.ts'
import type { FleetKeys } from '../../engine/fleet/grant-seal.ts'
import { Secret } from '../../model/secret.ts'

const secret = z.string().transform((text) => new Secret(text))
const user = z.object({ user: z.string(), password: secret })
const sealingKey = z
  .object({ id: z.string(), hex: z.string() })
  .transform(({ id, hex }): SealingKey => ({ id, bytes: hexToBytes(hex), kept: 'file' }))

const keysSchema = z
  .object({
    naming: z.string(),
    epoch: z.number().int(),
    epochs: z.array(
      z.tuple([z.number().int(), z.object({ access: sealingKey, spend: sealingKey.optional() })]),
    ),
  })
  .transform(({ epochs, ...rest }) => ({ ...rest, epochs: new Map(epochs) }))

const invitation = z.object({
  fleet: z.string(),
  id: z.string(),
  secret,
  administrator: z.string(),
  role: z.enum(['keeper', 'reader']),
  untilMs: z.number(),
  /** Who came. */
  admitted: z.string().optional(),
})

const membershipSchema = z.object({
  fleet: z.string(),
  /** What a person calls it. */
  name: z.string(),
  /** What this machine is called there. */
  machineName: z.string(),
  role: z.enum(['keeper', 'reader']),
  /** The register, and as whom this machine speaks to it. */
  members: z.array(z.string()),
  ca: z.string().optional(),
  cluster: z.string(),
  ...user.shape,
  /** Whose signature on the fleet's record is believed: verify key. */
  administrator: z.string(),
  identity: z.object({
    node: z.string(),
    recipient: z.string(),
    verifyKey: z.string(),
    ageIdentity: secret,
    signingKey: secret,
  }),
  keys: keysSchema,
  /** Of an administrator: who makes the register's users. */
  root: user.optional(),
  invitations: z.array(invitation),
  /** Machines to remove whose grants are not all renewed yet. */
  toRenew: z.array(z.string()),
  /** Who was removed: a backup of the register may have them still. */
  removed: z.array(z.string()),
})

/** What asking for admission needs to go on after a break. */
const joiningSchema = z.object({ invitation: z.string(), identity: membershipSchema.shape.identity })

const fileSchema = z.object({
  membership: membershipSchema.optional(),
  joining: joiningSchema.optional(),
})

type Exact<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }
export type Membership = Exact<Omit<z.infer<typeof membershipSchema>, 'keys' | 'invitations'>> & {
  readonly keys: Omit<FleetKeys, 'fleet'>
  readonly invitations: readonly OpenInvitation[]
}
export type OpenInvitation = Exact<z.infer<typeof invitation>>
export type Joining = z.infer<typeof joiningSchema>
interface Kept {
  readonly membership?: Membership | undefined
  readonly joining?: Joining | undefined
}

const LOCK = 'fleet'
const LOCK_WAIT_MS = 10_000
const CONTEXT = 'fleet membership'

type MembershipPorts = Pick<Ports, 'clock' | 'files' | 'keyring' | 'lock' | 'log' | 'paths' | 'random'>

export class MembershipFile {
  readonly #ports: MembershipPorts
  /** The sealed text and what it says: unchanged, it need not be opened again. */
  #last: { readonly text: string; readonly kept: Kept } | undefined

  constructor(ports: MembershipPorts) {
    this.#ports = ports
  }

  get folder(): string {
    return `${this.#ports.paths.state}/fleets`
  }

  /** Told without opening it. */
  async isThere(): Promise<boolean> {
    return (await this.#ports.files.stat(this.#path)) !== undefined
  }

  /** Undefined: this machine is of no fleet. @throws AppError STORE_CORRUPT, STORE_UNREADABLE, KEYCHAIN_UNAVAILABLE */
  async read(): Promise<Membership | undefined> {
    return (await this.#load()).membership
  }

  async joining(): Promise<Joining | undefined> {
    return (await this.#load()).joining
  }

  /** A first one, or none any more. */
  put(kept: Kept): Promise<void> {
    return this.#alone(() => this.#write(kept))
  }

  /** Of what is there now. @throws AppError ARGUMENT_INVALID in no fleet; as read(), STORE_UNWRITABLE */
  change(how: (now: Membership) => Membership): Promise<Membership> {
    return this.#alone(async () => {
      const { membership } = await this.#load()
      if (!membership) throw inNoFleet()
      const next = how(membership)
      if (next !== membership) await this.#write({ membership: next })
      return next
    })
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    return withLock(this.#ports, LOCK, LOCK_WAIT_MS, work)
  }

  get #path(): string {
    return `${this.folder}/membership.json`
  }

  async #load(): Promise<Kept> {
    const { files, keyring, random } = this.#ports
    const text = await files.readTrusted(this.#path)
    if (text === undefined) return {}
    if (this.#last?.text === text) return this.#last.kept
    const sealed = z.object({ version: z.literal(1), sealed: z.string() }).safeParse(parseJson(text))
      .data?.sealed
    if (sealed === undefined) throw corrupt(this.#path)
    const key = await keyring.key(sealed.split('.')[1])
    const found = fileSchema.safeParse(parseJson(random.open(key, sealed, CONTEXT))).data
    if (!found) throw corrupt(this.#path)
    const kept = found as Kept // JSON has no undefined
    this.#last = { text, kept }
    return kept
  }

  async #write(kept: Kept): Promise<void> {
    const { files, keyring, random } = this.#ports
    if (!kept.membership && !kept.joining) return files.remove(this.#path)
    const sealed = random.seal(await keyring.key(), JSON.stringify(kept, inClear), CONTEXT)
    await files.writeAtomic(this.#path, `${JSON.stringify({ version: 1, sealed })}\n`)
  }
}

/** Where the register is, and as whom it is asked. */
export function addressOf({ members, ca, cluster, user, password }: Membership): RegisterAddress {
  return { members, cluster, user, password, ...(ca === undefined ? {} : { ca }) }
}

export function keysOf({ fleet, keys }: Membership): FleetKeys {
  return { fleet, ...keys }
}

export function inNoFleet(): AppError {
  return new AppError('ARGUMENT_INVALID', 'This machine is of no fleet.', {
    hint: 'Found one: lamplighter fleet found NAME. Or join one with an invitation: lamplighter fleet join',
  })
}

/** For sealing only: secrets, keys and epochs as JSON has them. */
function inClear(this: Readonly<Record<string, unknown>>, name: string, value: unknown): unknown {
  const own = this[name] // before toJSON(), which would hide it
  if (own instanceof Secret) return own.expose()
  if (own instanceof Map) return [...own]
  if (name === 'access' || name === 'spend') {
    const { id, bytes } = own as SealingKey
    return { id, hex: bytesToHex(bytes) }
  }
  return value
}

function corrupt(path: string): AppError {
  return new AppError('STORE_CORRUPT', `${path} cannot be understood.`, {
    hint: 'It says which fleet this machine is of. Restore it; or move it away, and join again.',
  })
}
