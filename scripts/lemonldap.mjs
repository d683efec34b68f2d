// Debian's LemonLDAP::NG for the tests: an authorization server in Perl, by people who know nothing of us. Its packages are
// downloaded and unpacked into the cache, and nothing of them is installed. So no service is started, and root is not needed.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { missingFor, unpackDebian } from './debian.mjs'
import { mustRun } from './run.mjs'
import { hasProgram } from './system.mjs'

/** The last two are only recommended, and OpenID Connect does not do without them. */
const PACKAGES = ['liblemonldap-ng-portal-perl', 'libstring-random-perl', 'libio-string-perl']
const SERVER = 'Lemonldap/NG/Portal/Issuer/OpenIDConnect.pm'

/** How it is started, and what it can; or why it cannot be had here. */
export async function findLemonldap() {
  if (!hasProgram('perl')) return { why: 'this system has no Perl to run LemonLDAP::NG with' }
  const print = 'print join " ", @Config{qw(version vendorlib vendorarch)}'
  const [version, ...libraries] = (await mustRun('perl', ['-MConfig', '-e', print])).split(' ')
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lamplighter-dev')
  const folder = join(cache, `lemonldap-ng-perl-${version}`)
  if (!existsSync(folder)) {
    const plan = await missingFor(PACKAGES)
    const why = plan.why ?? (await unpackDebian(plan.packages, folder))
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
