/** Who took a lock: a file beside it that outlives it, so that a lock is never without a name for longer than a moment. */
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { z } from 'zod'
import { type Liveness, liveness, ownStart } from './process-start.ts'
import { isAbsent } from './system-error.ts'

const recordSchema = z.object({
  pid: z.number().int(),
  startedAt: z.string(),
  hostname: z.string(),
  /** Identity of the lock folder it speaks about. */
  lock: z.string(),
  sinceMs: z.number(),
})

export type LockRecord = Readonly<z.infer<typeof recordSchema>>

let start: string | undefined

export function recordFor(lock: string): LockRecord {
  start ??= ownStart()
  return { pid: process.pid, startedAt: start, hostname: hostname(), lock, sinceMs: Date.now() }
}

/** Undefined when absent or torn: then the lock is anonymous. */
export function readRecord(path: string): LockRecord | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (isAbsent(error) || error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

/** No fsync: after a power cut the boot id says that the owner is dead, and a torn record only costs a minute. */
export function writeRecord(path: string, record: LockRecord): void {
  const temporary = `${path}.${randomBytes(4).toString('hex')}`
  writeFileSync(temporary, JSON.stringify(record), { mode: 0o600 })
  // The one before speaks of another lock; and ext4 flushes what is renamed over a file, which takes twice as long.
  rmSync(path, { force: true })
  renameSync(temporary, path)
}

/** 'unknown' on another machine or in another container: then only the heartbeat tells. */
export function ownerLiveness(record: LockRecord): Liveness {
  return record.hostname === hostname() ? liveness(record.pid, record.startedAt) : 'unknown'
}

export interface LockLook {
  /** Inode and birth time in nanoseconds: another folder of the same name has another. */
  readonly identity: string
  /** The last heartbeat. */
  readonly beatMs: number
}

export function lookAtLock(path: string): LockLook | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  return (
    found && { identity: `${found.ino}-${found.birthtimeNs}`, beatMs: Number(found.mtimeNs / 1_000_000n) }
  )
}
