/**
 * mcp-remote's lease on a refresh: `HASH_refresh_in_progress.json` beside the tokens, `{pid, nonce, at}`. It is live while its
 * process runs, for half a minute at most, and whoever waits adopts what its holder writes. Holders of several are all or none.
 * It cannot see a holder in another container, whose process looks dead, and mcp-remote cannot see us there.
 */
import { z } from 'zod'
import { Deadline } from '../../base/deadline.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'
import { createLockFile } from '../shared/lock-file.ts'
import type { StoreLock } from '../store.ts'

type LeasePorts = Pick<Ports, 'clock' | 'files' | 'log' | 'process' | 'random'>

/** After this long mcp-remote takes it from a living process. */
const STALE_MS = 30_000
/** What we still rely on: a write has to follow. */
const OURS_MS = 25_000
const POLL_MS = 100

const leaseSchema = z.object({ pid: z.number().int().positive(), nonce: z.string().min(1), at: z.number() })
type Lease = z.infer<typeof leaseSchema>

interface Taken {
  readonly path: string
  readonly nonce: string
  readonly atMs: number
}

interface InTheWay {
  readonly path: string
  readonly pid?: number
}

/** @param paths of the leases. @throws AppError STORE_LOCKED after `waitMs`; STORE_UNWRITABLE */
export async function takeLeases(
  ports: LeasePorts,
  paths: readonly string[],
  waitMs: number,
  signal?: AbortSignal,
): Promise<StoreLock> {
  const patience = new Deadline(ports.clock, waitMs)
  for (;;) {
    const outcome = await takeAll(ports, paths)
    if (Array.isArray(outcome)) return heldLock(ports, outcome)
    if (signal?.aborted || patience.isOver) throw lockedBy(outcome as InTheWay)
    await ports.clock.sleep(POLL_MS * (0.5 + ports.random.number()), signal)
  }
}

async function takeAll(ports: LeasePorts, paths: readonly string[]): Promise<Taken[] | InTheWay> {
  const taken: Taken[] = []
  try {
    for (const path of paths) {
      const one = await takeOne(ports, path)
      if (!('nonce' in one)) {
        await releaseAll(ports, taken)
        return one
      }
      taken.push(one)
    }
    return taken
  } catch (error) {
    await releaseAll(ports, taken)
    throw error
  }
}

async function takeOne(ports: LeasePorts, path: string): Promise<Taken | InTheWay> {
  const { clock, files, process, random } = ports
  const found = await files.read(path)
  if (found !== undefined) {
    const lease = leaseIn(found)
    if (await isLive(ports, path, lease)) return { path, ...(lease ? { pid: lease.pid } : {}) }
    if ((await files.read(path)) !== found) return { path } // somebody else was quicker
    await files.remove(path)
  }
  const mine = { pid: process.pid, nonce: random.token(16), at: clock.now() }
  const isCreated = await createLockFile(ports, path, JSON.stringify(mine, null, 2))
  // mcp-remote looks again as well: who removed a dead lease may have removed the one made a moment later.
  const isMine = isCreated && leaseIn(await files.read(path))?.nonce === mine.nonce
  return isMine ? { path, nonce: mine.nonce, atMs: mine.at } : { path }
}

/** What is no lease may be one that is being written; the file's own time tells. */
async function isLive({ clock, files, process }: LeasePorts, path: string, lease?: Lease): Promise<boolean> {
  const sinceMs = lease?.at ?? (await files.stat(path))?.mtimeMs ?? clock.now()
  const isFresh = Math.abs(clock.now() - sinceMs) < STALE_MS // from the future: the clock was set back since
  return isFresh && (lease === undefined || process.isAlive(lease.pid))
}

function heldLock(ports: LeasePorts, taken: readonly Taken[]): StoreLock {
  let released: Promise<void> | undefined
  return {
    anyTaken: taken.length > 0,
    async stillHeld() {
      if (released) return false
      for (const one of taken) if (!(await isOurs(ports, one))) return false
      return true
    },
    release: () => (released ??= releaseAll(ports, taken)),
  }
}

async function isOurs({ clock, files }: LeasePorts, { path, nonce, atMs }: Taken): Promise<boolean> {
  const ageMs = clock.now() - atMs
  return ageMs >= 0 && ageMs < OURS_MS && leaseIn(await files.read(path))?.nonce === nonce
}

/** What stays behind is taken over by itself, after half a minute. */
async function releaseAll({ files, log }: LeasePorts, taken: readonly Taken[]): Promise<void> {
  for (const { path, nonce } of taken) {
    try {
      if (leaseIn(await files.read(path))?.nonce === nonce) await files.remove(path)
    } catch (error) {
      log.warn('a lease of mcp-remote could not be removed', { cause: messageOf(error) })
    }
  }
}

function leaseIn(found: string | undefined): Lease | undefined {
  return leaseSchema.safeParse(parseJson(found ?? '')).data
}

function lockedBy({ path, pid }: InTheWay): AppError {
  const who = pid === undefined ? 'another program' : `process ${pid}`
  return new AppError('STORE_LOCKED', `${path} is held by ${who}.`, {
    hint: 'mcp-remote is renewing this login; the next try is automatic.',
  })
}
