// The system libraries and programs Electron needs on Linux. When all are there, this costs one `ldd`.
// Root on Debian or Ubuntu gets the missing ones installed; everybody else gets the command to type.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say, step } from './progress.mjs'
import { mustRun, run } from './run.mjs'

// One list for everything, so that a bare machine installs once. The first name apt knows is taken:
// Debian 13 and Ubuntu 24.04 renamed some for 64-bit time, Debian 11 has no dbus-daemon package.
const PACKAGES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libnotify4'], // opened at run time: without it notifications are silently unsupported
  ['libsecret-1-0'], // opened at run time: the desktop's keyring
  ['xvfb'],
  ['dbus-daemon', 'dbus'],
  ['unzip'],
  ['openssl'], // tests make themselves a certificate
]
// Only what the tests need: a machine that merely runs the application gets no ssh server.
const TEST_PACKAGES = [['openssh-client'], ['openssh-server'], ['age'], ['gnome-keyring']]
const OPENED_AT_RUN_TIME = ['libnotify.so.4', 'libsecret-1.so.0']

/**
 * @param needs.programs what must be in PATH, or in the system's sbin  @param needs.executable the Electron whose
 * libraries must be there  @param needs.forTests install what only tests use as well
 */
export async function ensureSystem({ programs = [], executable, forTests = false } = {}) {
  const packages = forTests ? [...PACKAGES, ...TEST_PACKAGES] : PACKAGES
  if (process.platform !== 'linux') return
  const missing = await findMissing(programs, executable)
  if (missing.required.length === 0 && missing.optional.length === 0) return

  const apt = hasProgram('apt-get')
  if (apt && process.getuid() === 0) {
    await step(
      `installing system packages with apt-get (missing: ${[...missing.required, ...missing.optional].join(', ')})`,
      () => install(packages),
    )
    const still = (await findMissing(programs, executable)).required
    if (still.length > 0) throw new Error(`Still missing after installing packages: ${still.join(', ')}`)
    return
  }
  const advice = apt
    ? `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${(await pickNames(packages)).join(' ')}`
    : `install GTK 3, NSS, GBM, ALSA, libnotify, libsecret, Xvfb, dbus-daemon, openssl${forTests ? ', the OpenSSH server, age, gnome-keyring' : ''} and unzip with your package manager`
  if (missing.required.length > 0) {
    throw new Error(
      `This system lacks ${missing.required.join(', ')}. To install what is needed:\n  ${advice}`,
    )
  }
  say(
    `works without ${missing.optional.join(', ')}, but notifications or the keyring may not. To install:\n  ${advice}`,
  )
}

async function findMissing(programs, executable) {
  const required = programs.filter((name) => !hasProgram(name))
  const optional = []
  if (executable !== undefined) {
    const { output } = await run('ldd', [executable])
    required.push(...[...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]))
    // ldconfig is in sbin, which is not in everybody's PATH; when it cannot be asked, we assume the best.
    const known = await run('ldconfig', ['-p'], {
      env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
    })
    if (known.code === 0) optional.push(...OPENED_AT_RUN_TIME.filter((name) => !known.output.includes(name)))
  }
  return { required, optional }
}

async function install(packages) {
  // First with the package lists as they are; only when that fails are they fetched.
  if ((await aptInstall(packages)).code === 0) return
  // flock on apt's own folder: two first starts at once must not both fetch the lists.
  await mustRun('flock', ['-w', '300', '/var/lib/apt', 'apt-get', 'update', '-q'])
  const { code, output } = await aptInstall(packages)
  if (code !== 0) throw new Error(`apt-get install failed:\n${output.slice(-3000)}`)
}

async function aptInstall(packages) {
  const names = await pickNames(packages)
  const args = ['install', '-y', '-q', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...names]
  return run('flock', ['-w', '300', '/var/lib/apt', 'apt-get', ...args], {
    // Debian starts a service as soon as it is installed, except in this runlevel: no ssh server must listen by itself.
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
  })
}

async function pickNames(packages) {
  return Promise.all(
    packages.map(async (names) => {
      for (const name of names.slice(0, -1)) {
        if ((await run('apt-cache', ['show', name])).code === 0) return name
      }
      return names.at(-1)
    }),
  )
}

export function hasProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'] // servers are not in everybody's PATH
  return folders.some((folder) => existsSync(join(folder, name)))
}
