/**
 * refusals.json in the state folder, shared by every Lamplighter on this machine: which clients have refreshed a login at
 * which endpoint, and how often in a row a login has been refused since. Once a client is known to work, a refusal that
 * lasts is about the login. Fingerprints only.
 */
import { z } from 'zod'
import { messageOf } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import type { ResolvedProvider } from '../../model/provider.ts'
import { REFUSALS_APART_MS } from '../../model/refresh-policy.ts'

type RefusalPorts = Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'random'>

const LOCK = 'refusals'
const LOCK_WAIT_MS = 5_000

const schema = z.object({
  version: z.literal(1),
  /** By client and endpoint: when it was first seen to work. */
  proven: z.record(z.string(), z.number()),
  /** By the refresh token: how often it was refused in a row, and when the last of them was. */
  refused: z.record(z.string(), z.object({ times: z.number(), atMs: z.number() })),
})

type Known = Pick<z.infer<typeof schema>, 'proven' | 'refused'>

const NOTHING: Known = { proven: {}, refused: {} }

/** A refresh worked. Never throws: what was refreshed is refreshed. */
export async function noteWorked(
  ports: RefusalPorts,
  provider: ResolvedProvider,
  grant: string,
): Promise<void> {
  const client = markOf(ports, provider)
  await change(ports, ({ proven, refused }) => {
    const { [grant]: before, ...others } = refused
    if (Object.hasOwn(proven, client) && before === undefined) return undefined
    return { proven: { [client]: ports.clock.now(), ...proven }, refused: others }
  })
}

/** A refresh was refused. @returns how often in a row with time between, where the same client has worked before; else 0. Never throws */
export async function noteRefused(
  ports: RefusalPorts,
  provider: ResolvedProvider,
  grant: string,
): Promise<number> {
  const atMs = ports.clock.now()
  const client = markOf(ports, provider)
  const { proven, refused } = await change(ports, ({ proven, refused }) => {
    const { times, atMs: lastMs } = refused[grant] ?? { times: 0, atMs: Number.NEGATIVE_INFINITY }
    const isSameAgain = Math.abs(atMs - lastMs) < REFUSALS_APART_MS
    if (!Object.hasOwn(proven, client) || isSameAgain) return undefined
    return { proven, refused: { ...refused, [grant]: { times: times + 1, atMs } } }
  })
  return Object.hasOwn(proven, client) ? (refused[grant]?.times ?? 1) : 0
}

function markOf({ random }: RefusalPorts, { tokenEndpoint, clientId }: ResolvedProvider): string {
  return random.fingerprint(`client ${clientId} at ${tokenEndpoint}`)
}

/** @param next undefined: it stays as it is. @returns what is known afterwards */
async function change(ports: RefusalPorts, next: (known: Known) => Known | undefined): Promise<Known> {
  const path = `${ports.paths.state}/refusals.json`
  let known = NOTHING
  try {
    known = await read(ports, path)
    if (next(known) === undefined) return known
    return await withLock(ports, LOCK, LOCK_WAIT_MS, async () => {
      known = await read(ports, path)
      const changed = next(known)
      if (changed) await ports.files.writeAtomic(path, `${JSON.stringify({ version: 1, ...changed })}\n`)
      return changed ?? known
    })
  } catch (error) {
    ports.log.warn('what is known of refusals could not be written', { path, error: messageOf(error) })
    return next(known) ?? known
  }
}

/** Of a file that is not understood nothing is known; it is written anew. */
async function read(ports: RefusalPorts, path: string): Promise<Known> {
  const text = await ports.files.read(path)
  if (text === undefined) return NOTHING
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    ports.log.warn('what is known of refusals is not understood and is begun anew', {
      path,
      error: error instanceof SyntaxError ? 'it is not JSON' : messageOf(error),
    })
    return NOTHING
  }
}
