// Debian's etcd for the tests: its package is downloaded and unpacked into the cache, and nothing of it is installed. So no
// service is started, and root is not needed.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { mustRun, run } from './run.mjs'
import { hasProgram } from './system.mjs'

const PACKAGE = 'etcd-server'

/** The program's path; or why it cannot be had here. */
export async function findEtcd() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lamplighter-dev')
  const folder = join(cache, PACKAGE)
  const program = join(folder, 'usr/bin/etcd')
  if (existsSync(program)) return { program }
  if (!hasProgram('apt-get') || !hasProgram('dpkg'))
    return { why: `this system has no apt-get to take ${PACKAGE} from` }
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'making-')) // same file system, so that rename works
  try {
    const { code, output } = await run('apt-get', ['download', '-q', PACKAGE], { cwd: work })
    if (code !== 0) return { why: `apt-get download ${PACKAGE} failed: ${output.trim().slice(-300)}` }
    const [name] = (await readdir(work)).filter((found) => found.endsWith('.deb'))
    await mustRun('dpkg', ['-x', name, 'unpacked'], { cwd: work })
    await rename(join(work, 'unpacked'), folder).catch((error) => {
      if (!existsSync(program)) throw error // another process was faster
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return { program }
}
