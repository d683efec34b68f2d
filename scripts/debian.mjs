// Programs of Debian's packages, downloaded and unpacked into a folder: nothing of them is installed, no script of theirs is
// run, no service is started, and root is not needed. What the system has installed already is taken from there.
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mustRun, run } from './run.mjs'
import { hasProgram } from './system.mjs'

/**
 * Unpacks these packages into the folder, which appears whole or not at all.
 * @param apt options for every apt-get  @returns why they cannot be had here; undefined: they are there
 */
export async function unpackDebian(packages, folder, apt = []) {
  const why = whyNoDebian()
  if (why) return why
  await mkdir(dirname(folder), { recursive: true })
  const work = await mkdtemp(join(dirname(folder), 'making-')) // same file system, so that rename works
  try {
    await mkdir(join(work, 'unpacked'))
    if (packages.length > 0) {
      const { code, output } = await run('apt-get', [...apt, 'download', '-q', ...packages], { cwd: work })
      if (code !== 0) return `apt-get download ${packages.join(' ')} failed: ${output.trim().slice(-300)}`
    }
    for (const name of (await readdir(work)).filter((found) => found.endsWith('.deb')))
      await mustRun('dpkg', ['-x', name, 'unpacked'], { cwd: work })
    await rename(join(work, 'unpacked'), folder).catch((error) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error // another process was faster
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return undefined
}

/** What installing it would bring: its own version, and the packages that are missing here, it among them. */
export async function planDebian(name, apt = []) {
  const plan = await simulated(['--reinstall', name], apt)
  if (plan.why) return plan
  const version = plan.found.find(([, one]) => one === name)?.[3]
  if (version === undefined) return { why: `apt-get does not know ${name} (apt-get update?)` }
  return { version, packages: plan.found.map(([, one]) => one) }
}

/** Those of these packages, and of what they need, that are not installed here in any version. */
export async function missingFor(packages) {
  const plan = await simulated(packages)
  return plan.why ? plan : { packages: plan.found.flatMap(([, one, older]) => (older ? [] : [one])) }
}

async function simulated(words, apt = []) {
  const why = whyNoDebian()
  if (why) return { why }
  const all = [...apt, 'install', '--simulate', '-q', '--no-install-recommends', ...words]
  const { code, output } = await run('apt-get', all)
  if (code !== 0) {
    const names = words.filter((word) => !word.startsWith('-')).join(' ')
    return { why: `apt-get does not know ${names} (apt-get update?): ${output.trim().slice(-300)}` }
  }
  return { found: [...output.matchAll(/^Inst (\S+) (?:\[(\S+)\] )?\((?:\d+:)?([\d.]+)/gm)] }
}

function whyNoDebian() {
  if (!hasProgram('apt-get') || !hasProgram('dpkg')) return 'this system has no apt-get to take it from'
  return undefined
}

/** Options with which apt-get knows one release of Debian and no other; its lists lie in the folder. */
export async function onlyRelease(release, folder) {
  await mkdir(join(folder, 'lists', 'partial'), { recursive: true })
  const [list, key] = [join(folder, 'sources.list'), '/usr/share/keyrings/debian-archive-keyring.gpg']
  await writeFile(list, `deb [signed-by=${key}] http://deb.debian.org/debian ${release} main\n`)
  const own = [`Etc::SourceList=${list}`, 'Etc::SourceParts=-', `State::Lists=${join(folder, 'lists')}`]
  const cache = ['Cache::pkgcache=', 'Cache::srcpkgcache='] // the system's would not know it
  const apt = [...own, ...cache].flatMap((one) => ['-o', `Dir::${one}`])
  await run('apt-get', [...apt, '-o', 'Acquire::Languages=none', 'update', '-q'])
  return apt
}
