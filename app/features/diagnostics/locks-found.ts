/** Lock files that are there now: ours, and those beside the files of other programs. */

import { join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { ProfileView } from '../../contract/views.ts'
import { age } from './support-lines.ts'

/** Paths and ages only: a lock's text may name people. */
export async function locksFound(
  files: Ports['files'],
  folder: string,
  profiles: readonly ProfileView[],
  nowMs: number,
): Promise<readonly string[]> {
  const held = new Set(profiles.flatMap(({ holders }) => holders.map(({ path }) => path)))
  const candidates = [
    ...(await files.list(folder)).map((name) => join(folder, name)),
    ...[...held].flatMap((path) => [`${path}.lock`, `${path}.lock.reclaim`]),
  ]
  const lines: string[] = []
  for (const path of candidates) {
    const found = await files.stat(path)
    if (found) lines.push(`${path}: ${found.kind}, ${age(nowMs - found.mtimeMs)} old`)
  }
  return lines
}
