/** Our temporary files hold tokens for a moment: a process that died meanwhile must not leave them lying about. */
import { randomBytes } from 'node:crypto'
import { readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { isAbsent } from './system-error.ts'

const PATTERN = /^\.lamplighter-(\d+)-[0-9a-f]{12}\.tmp$/
const MIN_AGE_MS = 60_000 // no write takes that long; a pid on another machine's share may look dead to us

const ours = randomBytes(4).toString('hex')
let count = 0

export function temporaryName(): string {
  count = (count + 1) % 0x10000
  return `.lamplighter-${process.pid}-${ours}${count.toString(16).padStart(4, '0')}.tmp`
}

export function isTemporary(name: string): boolean {
  return PATTERN.test(name)
}

const swept = new Set<string>()

/** Once for each folder in each process: removes what dead processes left. Best effort, a failure harms nobody. */
export async function sweepTemporaries(folder: string): Promise<void> {
  if (swept.has(folder)) return
  swept.add(folder)
  for (const name of await readdir(folder)) {
    const pid = Number(PATTERN.exec(name)?.[1])
    if (!pid || isRunning(pid)) continue
    const path = join(folder, name)
    try {
      if (Date.now() - (await stat(path)).mtimeMs > MIN_AGE_MS) await unlink(path)
    } catch (error) {
      if (!isAbsent(error)) swept.delete(folder) // try again at the next write
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // running, and not ours
  }
}
