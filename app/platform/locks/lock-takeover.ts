/**
 * Taking over a lock whose owner died. proper-lockfile's own rule (stat, rmdir, mkdir) let two waiters hold the lock
 * at once in 125 of 560 rounds with 8 of them. Here one lock, known by its identity, can be taken away by exactly
 * one process: the one that creates the ticket bearing that identity. Tickets stay for a while as tombstones.
 * Cannot detect: a pid on another machine (there the heartbeat decides), two locks made on the same inode within
 * one tick of the file system's clock while the first one's owner dies.
 */
import { readdirSync, rmdirSync, statSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createExclusive } from '../files/atomic-write.ts'
import { codeOf, isAbsent } from '../files/system-error.ts'
import { type LockLook, lookAtLock, ownerLiveness, readRecord, recordFor, recordText } from './lock-record.ts'

/** A lock without a matching record is between mkdir and record (a millisecond), or its owner died right there. */
export const ANONYMOUS_MS = 60_000
/** Never younger: while an owner is writing its record, an old record may match by chance. */
export const MIN_AGE_MS = 50
const DEAD_TICKET_MS = 60_000
const TOMBSTONE_MS = 10 * 60_000

export interface LockPaths {
  readonly lock: string
  readonly owner: string
}

/** @returns true when nobody has it, or this process, and no other, removed the dead lock: compete for a new one now */
export async function takeOver(paths: LockPaths, nowMs: number): Promise<boolean> {
  const found = lookAtLock(paths.lock)
  if (!found) return true // released meanwhile
  if (!isAbandoned(paths, found, nowMs)) return false
  const ticket = await takeTicket(paths, found.identity, nowMs)
  if (ticket === undefined) return false
  const again = lookAtLock(paths.lock)
  if (again?.identity !== found.identity) return true
  if (!isAbandoned(paths, again, nowMs)) return false
  try {
    rmdirSync(paths.lock)
  } catch (error) {
    if (!isAbsent(error)) {
      unlinkSync(ticket) // so that somebody may try again
      throw error
    }
  }
  dropTombstones(dirname(paths.lock), nowMs)
  return true
}

function isAbandoned(paths: LockPaths, found: LockLook, nowMs: number): boolean {
  const silentMs = Math.abs(nowMs - found.beatMs) // a heartbeat from the future is a clock that was set back
  const record = readRecord(paths.owner)
  if (record?.lock !== found.identity) return silentMs > ANONYMOUS_MS
  const owner = ownerLiveness(record)
  if (owner === 'unknown') return silentMs > ANONYMOUS_MS
  return owner === 'dead' && Math.abs(nowMs - record.sinceMs) > MIN_AGE_MS // either way, as above
}

/** Numbered, so that a ticket whose owner died too is succeeded instead of removed: nobody can remove the wrong one. */
async function takeTicket(paths: LockPaths, identity: string, nowMs: number): Promise<string | undefined> {
  for (let number = 1; ; number++) {
    const path = `${paths.lock}.${identity}.${number}.ticket`
    if (await createExclusive(path, recordText(recordFor(identity)))) return path
    const other = readRecord(path)
    const isDead =
      !other || (ownerLiveness(other) === 'dead' && Math.abs(nowMs - other.sinceMs) > DEAD_TICKET_MS)
    if (!isDead) return undefined
  }
}

const TICKET = /^(.+\.lock)\.(\d+-\d+)\.\d+\.ticket$/

/** Of every lock in the folder: nobody can come any more who would take that one over a second time. */
export function dropTombstones(folder: string, nowMs: number): void {
  try {
    for (const name of readdirSync(folder)) if (isPast(folder, name, nowMs)) unlinkSync(join(folder, name))
  } catch (error) {
    if (codeOf(error) === undefined) throw error // somebody else tidies up, or will
  }
}

function isPast(folder: string, name: string, nowMs: number): boolean {
  const [, lock = '', identity] = TICKET.exec(name) ?? []
  if (identity === undefined || lookAtLock(join(folder, lock))?.identity === identity) return false
  return nowMs - statSync(join(folder, name)).mtimeMs > TOMBSTONE_MS
}
