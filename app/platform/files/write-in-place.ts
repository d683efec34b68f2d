/**
 * Over what a file holds, in the same file: where another one cannot take its place (a file mounted by itself), or would
 * shut others out who may read or write this one. Not whole at once: a reader can see a part of it, and a crash can leave
 * one. Whoever writes like this has the lock that such readers take, and what matters of the text in the journal.
 */
import { closeSync, constants, ftruncateSync, type Stats, writeSync } from 'node:fs'
import { openRegular } from './regular.ts'

/** @param flush of the descriptor. @throws NodeJS.ErrnoException as open and write do; absent files are not made */
export async function writeInPlace(
  path: string,
  text: string,
  flush: (file: number) => Promise<void>,
): Promise<void> {
  const file = openRegular(path, constants.O_WRONLY)
  try {
    const bytes = Buffer.from(text)
    // First the new text, then the end: it is never seen empty.
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at, bytes.length - at, at)
    ftruncateSync(file, bytes.length)
    await flush(file)
  } finally {
    closeSync(file)
  }
}

/** Would a file with the same mode, and this owner and group, shut out who could use the one before? Root is never shut out. */
export function shutsOut(
  before: Pick<Stats, 'uid' | 'gid' | 'mode'>,
  now: Pick<Stats, 'uid' | 'gid'>,
): boolean {
  const [owner, group, others] = [before.mode >> 6, before.mode >> 3, before.mode].map((bits) => bits & 0o6)
  const isGroupKept = now.gid === before.gid
  if (!isGroupKept && ((group ?? 0) & ~(others ?? 0)) !== 0) return true
  if (now.uid === before.uid || before.uid === 0) return false
  // Whoever owns a file that a group shares is one of the group.
  const left = (others ?? 0) | (isGroupKept ? (group ?? 0) : 0)
  return ((owner ?? 0) & ~left) !== 0
}
