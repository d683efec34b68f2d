/**
 * When each machine of a fleet was there last, by its own signed word. A machine writes over its own words only: where
 * another one stands there, somebody else goes by its identity (a disk was copied, or this one comes from a backup).
 * Words are counted, so that an old one of its own, in a register that was put back, is not taken for another machine's.
 */
import { z } from 'zod'
import { AppError, messageOf } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'
import type { Register } from '../../base/register.ts'
import { withLock } from '../../base/with-lock.ts'
import { writeForSure } from '../../engine/fleet/write-for-sure.ts'
import { FleetLayout } from '../../model/fleet-record.ts'
import type { NodeRecord } from '../../model/fleet-roster.ts'
import { isSignedBy, type NodeIdentity, sign } from './node-identity.ts'

const wordSchema = z.object({
  nonce: z.string(),
  count: z.number().int(),
  atMs: z.number(),
  signature: z.string(),
})
type Word = z.infer<typeof wordSchema>
/** The last words, and how many there were. */
const ownSchema = z.object({ version: z.literal(1), count: z.number().int(), nonces: z.array(z.string()) })
type Own = Omit<z.infer<typeof ownSchema>, 'version'>
const SILENT: Own = { count: 0, nonces: [] }

const LOCK_WAIT_MS = 10_000

export interface SeenDeps {
  readonly ports: Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>
  readonly register: Register
  readonly fleet: string
}

/** @throws RegisterFailure; AppError FLEET_REFUSED when another machine goes by our identity */
export function beSeen({ ports, register, fleet }: SeenDeps, identity: NodeIdentity): Promise<void> {
  const { clock, files, paths, random } = ports
  const path = `${paths.state}/fleets/${fleet}/seen.json`
  return withLock(ports, 'fleet-seen', LOCK_WAIT_MS, async () => {
    const key = new FleetLayout(fleet).seen(identity.node)
    const text = await files.readTrusted(path)
    const own = (text === undefined ? undefined : ownSchema.safeParse(parseJson(text)).data) ?? SILENT
    const found = await register.read(key)
    const last = found && wordOf(fleet, identity, found.value)
    if (last && isAnothers(last, own)) throw isCloned()
    const count = last && own.nonces.includes(last.nonce) ? last.count + 1 : own.count + 1
    const draft = { nonce: random.token(16), count, atMs: clock.now() }
    const next = JSON.stringify({ ...draft, signature: sign(identity, textOf(fleet, identity.node, draft)) })
    // Before it is written, so that a word that is not heard of is known as ours all the same.
    const nonces = [...(last ? [last.nonce] : []), draft.nonce]
    await files.writeAtomic(path, JSON.stringify({ version: 1, count, nonces }))
    const made = await writeForSure(clock, next, () =>
      found ? register.replace(key, next, found.revision) : register.create(key, next),
    )
    if (made.kind === 'refused') throw isCloned()
  })
}

/** Undefined when it was never there, or somebody else speaks for it. @throws RegisterFailure */
export async function lastSeenMs(
  register: Register,
  fleet: string,
  node: Pick<NodeRecord, 'node' | 'verifyKey'>,
): Promise<number | undefined> {
  const found = await register.read(new FleetLayout(fleet).seen(node.node))
  return found && wordOf(fleet, node, found.value)?.atMs
}

/**
 * It comes back later; nothing waits for it.
 * @param refused for what it was last: that stands until the register is heard again
 */
export async function beSeenLater(
  deps: SeenDeps,
  identity: NodeIdentity,
  refused: AppError | undefined,
): Promise<AppError | undefined> {
  try {
    await beSeen(deps, identity)
    return undefined
  } catch (error) {
    if (error instanceof AppError && error.code === 'FLEET_REFUSED') return error
    deps.ports.log.info('the fleet was not told that this machine is there', { error: messageOf(error) })
    return refused
  }
}

function wordOf(
  fleet: string,
  { node, verifyKey }: Pick<NodeRecord, 'node' | 'verifyKey'>,
  text: string,
): Word | undefined {
  const word = wordSchema.safeParse(parseJson(text)).data
  return word && isSignedBy(verifyKey, word.signature, textOf(fleet, node, word)) ? word : undefined
}

function textOf(fleet: string, node: string, { nonce, count, atMs }: Omit<Word, 'signature'>): string {
  return JSON.stringify(['seen', fleet, node, nonce, count, atMs])
}

/** Who goes by our identity counts on from a word of ours: what it says is never older than what we said last. */
function isAnothers({ nonce, count }: Word, own: Own): boolean {
  return !own.nonces.includes(nonce) && count >= own.count
}

function isCloned(): AppError {
  return new AppError('FLEET_REFUSED', 'Another machine goes by the identity of this one in the fleet.', {
    hint: 'A disk was copied, or this one was put back from a backup. Leave the fleet here (lamplighter fleet leave), and join it with a new invitation.',
  })
}
