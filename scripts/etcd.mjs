// Debian's etcd for the tests, unpacked into the cache.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { onlyRelease, unpackDebian } from './debian.mjs'

const PACKAGE = 'etcd-server'

/**
 * @param release of Debian, "trixie"; absent: this system's own. Its program needs nothing but a C library.
 * @returns the program's path; or why it cannot be had here
 */
export async function findEtcd(release) {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lamplighter-dev')
  const folder = join(cache, release ? `${PACKAGE}-${release}` : PACKAGE)
  const program = join(folder, 'usr/bin/etcd')
  if (existsSync(program)) return { program }
  const apt = release ? await onlyRelease(release, join(cache, `apt-${release}`)) : []
  const why = await unpackDebian([PACKAGE], folder, apt)
  return why ? { why: `${PACKAGE}${release ? ` of ${release}` : ''}: ${why}` } : { program }
}
