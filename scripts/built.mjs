// Builds before a start, but only when there is nothing built or a source file is newer.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { mustRun } from './run.mjs'

const root = dirname(import.meta.dirname)
const SOURCES = ['app', 'main', 'renderer', 'scripts/build.mjs', 'scripts/licences.mjs', 'package-lock.json']

export async function ensureBuilt() {
  // build.mjs touches this file last, whatever it had to build.
  const stamp = join(root, 'dist', 'built')
  if (existsSync(stamp) && SOURCES.every((path) => newestMs(join(root, path)) <= statSync(stamp).mtimeMs))
    return
  await mustRun(process.execPath, [join(import.meta.dirname, 'build.mjs')], {
    stdio: ['ignore', 'inherit', 'pipe'],
  })
}

function newestMs(path) {
  if (!existsSync(path)) return 0
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  // A folder's own time changes when a file is added or removed, so deletions count too.
  return Math.max(own.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))))
}
