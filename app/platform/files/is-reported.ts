/** Does the system tell a watch of every change in this folder? */
import { lstatSync, readdirSync, realpathSync, statfsSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** statfs(2), linux/magic.h: what is on this machine's own disks, or in its memory, and nobody writes from elsewhere. */
const LOCAL = new Set([
  0xef53, // ext2 to ext4
  0x9123683e, // btrfs
  0x58465342, // xfs
  0x2fc12fc1, // zfs
  0xf2f52010, // f2fs
  0xca451a4e, // bcachefs
  0x01021994, // tmpfs
  0x794c7630, // overlayfs, as containers have it
  0xf15f, // ecryptfs
])

type StatFs = (path: string) => { readonly type: number }

/**
 * Not on a share, not through a link (what it leads to may be changed or exchanged elsewhere), and not on macOS and
 * Windows, where the type of a disk says nothing.
 * @param target what is waited for, where that is not there yet: of what lies in the folder only the way to it counts
 */
export function isReported(folder: string, target: string, statfs: StatFs = statfsSync): boolean {
  if (process.platform !== 'linux') return false
  try {
    return (
      LOCAL.has(statfs(folder).type >>> 0) && realpathSync(folder) === folder && !leadsAway(folder, target)
    )
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false // gone meanwhile, or not ours to read
    throw error
  }
}

function leadsAway(folder: string, target: string): boolean {
  const [next = ''] = relative(folder, target).split(sep)
  if (next !== '') return lstatSync(join(folder, next), { throwIfNoEntry: false })?.isSymbolicLink() === true
  return readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isSymbolicLink())
}
