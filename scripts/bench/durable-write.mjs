// What it takes here to keep 4 KB through a power cut: beside what keeping a token takes, it is the disk's own share.
import { closeSync, fsyncSync, mkdtempSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timed } from './stats.mjs'

const PAUSE_MS = 20
export const DURABLE_WRITE = 'one durable write of 4 KB (file and folder flushed)'

/** In a folder of its own, where the homes are too. */
export function durableWrites() {
  const folder = mkdtempSync(join(process.env.LAMPLIGHTER_BENCH_TMP ?? tmpdir(), 'lamplighter-bench-'))
  return {
    /** Out of the same pause as what it is compared with: a processor that stood still is slow. @returns milliseconds */
    async once() {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      return timed(() => write(folder))
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Beside the file, flushed, renamed over it, the folder flushed: as little as a program can do. */
function write(folder) {
  const [path, temporary] = [join(folder, 'file'), join(folder, 'temporary')]
  const file = openSync(temporary, 'w', 0o600)
  writeSync(file, 'x'.repeat(4096))
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, path)
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
