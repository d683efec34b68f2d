/** Who took a lock: a file beside it that outlives it, so that a lock is never without a name for longer than a moment. */
import { closeSync, constants, ftruncateSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { openRegular, readRegularSync } from '../files/regular.ts'
import { codeOf } from '../files/system-error.ts'
import { type Liveness, liveness, ownStart } from '../process/process-start.ts'

const recordSchema = z.object({
  pid: z.number().int(),
  startedAt: z.string(),
  hostname: z.string(),
  /** Identity of the lock folder it speaks about. */
  lock: z.string(),
  sinceMs: z.number(),
})

export type LockRecord = Readonly<z.infer<typeof recordSchema>>

/** Longer than any but one with an unusually long host name. */
const RECORD_BYTES = 384

let start: string | undefined

export function recordFor(lock: string): LockRecord {
  start ??= ownStart()
  return { pid: process.pid, startedAt: start, hostname: hostname(), lock, sinceMs: Date.now() }
}

/** Undefined when absent, torn, or no file: then the lock is anonymous. */
export function readRecord(path: string): LockRecord | undefined {
  try {
    const [text = '', rest = ''] = (readRegularSync(path)?.toString() ?? '').split('\n')
    return rest.split(' ')[0] === sumOf(text) ? recordSchema.parse(JSON.parse(text)) : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    if (error instanceof AppError || codeOf(error) === 'ELOOP') return undefined
    throw error
  }
}

/**
 * Over the one before, in one write of always the same length: a new file, or one cut short first, takes a file system
 * four times as long. Who reads meanwhile may see some of each, which its sum tells: the lock is anonymous for that
 * moment. No fsync: after a power cut the boot id says that the owner is dead, and a torn record only costs a minute.
 */
export function writeRecord(path: string, record: LockRecord): void {
  const text = Buffer.from(recordText(record))
  const file = openOurs(path)
  try {
    writeSync(file, text, 0, text.length, 0)
    if (text.length > RECORD_BYTES) ftruncateSync(file, text.length)
  } finally {
    closeSync(file)
  }
}

/** Beside our lock, so ours: what is no file there is taken away, and a link is not followed to somebody's file. */
function openOurs(path: string): number {
  const flags = constants.O_WRONLY | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0)
  try {
    return openRegular(path, flags, 0o600)
  } catch (error) {
    if (!(error instanceof AppError) && codeOf(error) !== 'ELOOP') throw error
    unlinkSync(path)
    return openRegular(path, flags, 0o600)
  }
}

/** The record, its sum, and blanks: `{"pid":...}\n1c291ca3`. */
export function recordText(record: LockRecord): string {
  const text = JSON.stringify(record)
  return `${text}\n${sumOf(text)}`.padEnd(RECORD_BYTES)
}

function sumOf(text: string): string {
  return crc32(text).toString(16)
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
