// Debian's etcd for the tests, unpacked into the cache.
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { unpackDebian } from './debian.mjs'

const PACKAGE = 'etcd-server'

/** The program's path; or why it cannot be had here. */
export async function findEtcd() {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lamplighter-dev')
  const program = join(cache, PACKAGE, 'usr/bin/etcd')
  if (existsSync(program)) return { program }
  const why = await unpackDebian([PACKAGE], join(cache, PACKAGE))
  return why ? { why: `${PACKAGE}: ${why}` } : { program }
}
