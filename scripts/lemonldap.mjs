// Debian's LemonLDAP::NG for the tests: an authorization server in Perl, by people who know nothing of us. Its packages are
// downloaded and unpacked into the cache, and nothing of them is installed. So no service is started, and root is not needed.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { mustRun, run } from './run.mjs'
import { hasProgram } from './system.mjs'

/** The last two are only recommended, and OpenID Connect does not do without them. */
const PACKAGES = ['liblemonldap-ng-portal-perl', 'libstring-random-perl', 'libio-string-perl']
const SERVER = 'Lemonldap/NG/Portal/Issuer/OpenIDConnect.pm'

/** How it is started, and what it can; or why it cannot be had here. */
export async function findLemonldap() {
  if (!hasProgram('apt-get') || !hasProgram('dpkg') || !hasProgram('perl'))
    return { why: 'this system has no apt-get to take LemonLDAP::NG from, or no Perl' }
  const print = 'print join " ", @Config{qw(version vendorlib vendorarch)}'
  const [version, ...libraries] = (await mustRun('perl', ['-MConfig', '-e', print])).split(' ')
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lamplighter-dev')
  const folder = join(cache, `lemonldap-ng-perl-${version}`)
  if (!existsSync(folder)) {
    const why = await unpackInto(folder, cache)
    if (why !== undefined) return { why }
  }
  const roots = [folder, ''] // what is installed already is not downloaded
  const find = (path) => roots.map((root) => `${root}${path}`).find((one) => existsSync(one))
  const [share = ''] = libraries
  const server = find(`${share}/${SERVER}`)
  const templates = find('/usr/share/lemonldap-ng/portal/templates')
  if (server === undefined || templates === undefined) return { why: `${folder} is not whole: remove it` }
  return {
    templates,
    rotates: (await readFile(server, 'utf8')).includes('RefreshTokenRotation'),
    env: {
      PERL5LIB: libraries.map((path) => `${folder}${path}`).join(':'),
      PATH: `${folder}/usr/bin:${process.env.PATH}`,
    },
  }
}

async function unpackInto(folder, cache) {
  await mkdir(cache, { recursive: true })
  const work = await mkdtemp(join(cache, 'making-')) // same file system, so that rename works
  try {
    const plan = await run('apt-get', ['install', '--simulate', '--no-install-recommends', ...PACKAGES])
    if (plan.code !== 0) return `apt-get does not know LemonLDAP::NG: ${plan.output.trim().slice(-300)}`
    const missing = [...plan.output.matchAll(/^Inst (\S+) \(/gm)].map(([, name]) => name) // "[" would be an older one
    if (missing.length > 0) {
      const { code, output } = await run('apt-get', ['download', '-q', ...missing], { cwd: work })
      if (code !== 0) return `LemonLDAP::NG could not be downloaded: ${output.trim().slice(-300)}`
    }
    await mkdir(join(work, 'unpacked'))
    for (const name of (await readdir(work)).filter((found) => found.endsWith('.deb')))
      await mustRun('dpkg', ['-x', name, 'unpacked'], { cwd: work })
    await rename(join(work, 'unpacked'), folder).catch((error) => {
      if (!existsSync(folder)) throw error // another process was faster
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
