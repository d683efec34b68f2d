// A PostgreSQL for the tests: the one that is installed, else Debian's, downloaded and unpacked into the cache. Nothing is
// installed and no service is started.
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { unpackDebian } from './debian.mjs'
import { run } from './run.mjs'
import { hasProgram } from './system.mjs'

/** The folder of its programs, and what they need around them; or why it cannot be had here. */
export async function findPostgres({ installed = true } = {}) {
  const there = installed ? programsIn('/') : undefined
  if (there !== undefined) return { folder: there, env: {} }
  const root = join(cacheFolder(), 'lamplighter-dev', 'postgresql')
  if (programsIn(root) === undefined) {
    const why = await unpack(root)
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

async function unpack(root) {
  if (!hasProgram('apt-cache')) return 'this system has no apt-cache to ask for postgresql'
  const { output } = await run('apt-cache', ['depends', 'postgresql'])
  const name = /Depends: (postgresql-\d+)/.exec(output)?.[1]
  return name === undefined
    ? 'apt-cache names no version of postgresql'
    : unpackDebian([name, 'libpq5'], root)
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
