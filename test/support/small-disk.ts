/** A disk of its own under a throw-away home, which can be filled up and made read-only. Needs root on Linux. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Home } from './home.ts'

export interface SmallDisk {
  fill(): void
  empty(): void
  readOnly(): void
  writable(): void
  /** Everything on it is gone. */
  remove(): void
}

/** Whether this machine lets us: in many containers nobody may mount. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'lamplighter-mount-'))
  const isDone = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]).status === 0
  if (isDone) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true })
  return isDone
}

/** Under a home on which nothing was written yet. */
export function putOnSmallDisk(home: Home, size = '1m'): SmallDisk {
  const root = dirname(home.path)
  const mount = (...words: readonly string[]) => execFileSync('mount', words, { stdio: 'ignore' })
  mount('-t', 'tmpfs', '-o', `size=${size},mode=700`, 'tmpfs', root)
  mkdirSync(home.path, { mode: 0o700 })
  const ballast = join(root, 'ballast')
  return {
    fill() {
      const blocks = Buffer.alloc(4096)
      try {
        for (;;) writeFileSync(ballast, blocks, { flag: 'a' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    readOnly: () => mount('-o', 'remount,ro', root),
    writable: () => mount('-o', 'remount,rw', root),
    remove: () => execFileSync('umount', ['-l', root]),
  }
}
