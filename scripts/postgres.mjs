// A PostgreSQL for the tests: the one that is installed, else Debian's, downloaded and unpacked into the cache. Nothing is
// installed and no service is started.
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { mustRun, run } from './run.mjs'
import { hasProgram } from './system.mjs'

/** The folder of its programs, and what they need around them; or why it cannot be had here. */
export async function findPostgres({ installed = true } = {}) {
  const there = installed ? programsIn('/') : undefined
  if (there !== undefined) return { folder: there, env: {} }
  const cache = join(cacheFolder(), 'lamplighter-dev')
  const root = join(cache, 'postgresql')
  if (programsIn(root) === undefined) {
    const why = await unpack(cache, root)
    if (why !== undefined) return { why }
  }
  const folder = programsIn(root)
  const env = { LD_LIBRARY_PATH: librariesIn(root).join(':') }
  const { code, output } = await run(join(folder, 'postgres'), ['--version'], {
    env: { ...process.env, ...env },
  })
  return code === 0 ? { folder, env } : { why: `Debian's PostgreSQL does not start here: ${output.trim()}` }
}

/** The server refuses to be root, and whoever it is then cannot look into root's home. */
function cacheFolder() {
  if (process.getuid?.() === 0) return '/var/cache'
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
}

async function unpack(cache, root) {
  if (!hasProgram('apt-get') || !hasProgram('dpkg'))
    return 'this system has no apt-get to take postgresql from'
  const { output } = await run('apt-cache', ['depends', 'postgresql'])
  const name = /Depends: (postgresql-\d+)/.exec(output)?.[1]
  if (name === undefined) return 'apt-cache names no version of postgresql'
  await mkdir(cache, { recursive: true, mode: 0o755 })
  const work = await mkdtemp(join(cache, 'making-')) // same file system, so that rename works
  try {
    const got = await run('apt-get', ['download', '-q', name, 'libpq5'], { cwd: work })
    if (got.code !== 0) return `apt-get download ${name} failed: ${got.output.trim().slice(-300)}`
    const unpacked = join(work, 'unpacked')
    for (const deb of (await readdir(work)).filter((one) => one.endsWith('.deb')))
      await mustRun('dpkg', ['-x', deb, unpacked], { cwd: work })
    await rename(unpacked, root).catch((error) => {
      if (programsIn(root) === undefined) throw error // another process was faster
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Of the newest version under `root`. */
function programsIn(root) {
  const all = join(root, 'usr/lib/postgresql')
  const versions = existsSync(all) ? readdirSync(all).sort((a, b) => Number(b) - Number(a)) : []
  return versions
    .map((one) => join(all, one, 'bin'))
    .find((bin) => ['initdb', 'postgres'].every((one) => existsSync(join(bin, one))))
}

function librariesIn(root) {
  const all = join(root, 'usr/lib')
  return readdirSync(all)
    .filter((name) => name.includes('-linux-'))
    .map((name) => join(all, name))
}
