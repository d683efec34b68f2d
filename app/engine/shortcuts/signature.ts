/** What a file looked like when it was read: as long as that is the same, so is what was read. Pure. */
import type { FileStat } from '../../base/ports.ts'

/** Most file systems' clocks tick every few milliseconds: two changes within one tick look like one. */
const TICK_MS = 50
/** Some count whole seconds, FAT every other one. */
const COARSE_TICK_MS = 2_500

/** Of what was read or listed: it is the same while nobody writes it. */
export function wholeSignature(stat: FileStat | undefined): string {
  if (!stat) return 'absent'
  return `whole ${stat.identity} ${stat.mode} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`
}

/** Of a folder that is only passed through: it is the same while it stands there. */
export function placeSignature(stat: FileStat | undefined): string {
  return stat?.kind === 'directory' ? `place ${stat.identity} ${stat.mode}` : wholeSignature(stat)
}

export function isStillSo(signature: string, stat: FileStat | undefined): boolean {
  return signature === (signature.startsWith('place') ? placeSignature(stat) : wholeSignature(stat))
}

/**
 * Changed so shortly before it was read that a change just afterwards might not show? A time still to come is by another
 * clock, or by this one before it was set back: the next change will have another.
 */
export function isTooYoung({ mtimeMs }: FileStat, readAtMs: number): boolean {
  const tickMs = mtimeMs % 1000 === 0 ? COARSE_TICK_MS : TICK_MS
  return mtimeMs > readAtMs - tickMs && mtimeMs < readAtMs + COARSE_TICK_MS
}
