/** A file's stats as the Files port tells them. */
import type { BigIntStats } from 'node:fs'
import type { FileStat } from '../../base/ports.ts'

const windows = process.platform === 'win32'

/** Root may change everything. */
function isForeign({ uid }: BigIntStats): boolean {
  const own = process.geteuid?.()
  return own !== undefined && own !== 0 && uid !== BigInt(own)
}

export function fileStatOf(found: BigIntStats): FileStat {
  return {
    kind: found.isFile() ? 'file' : found.isDirectory() ? 'directory' : 'other',
    mode: windows ? 0o600 : Number(found.mode & 0o777n),
    size: Number(found.size),
    mtimeMs: Number(found.mtimeNs / 1000n) / 1000,
    ...(isForeign(found) ? { foreign: true } : {}),
    identity: `${found.dev}-${found.ino}-${found.birthtimeNs}`,
  }
}
