// `node scripts/package.mjs [dir] [tar.gz]`: the application as people would install it, from the Electron that
// development uses, into release/. Nothing is ever uploaded. Releases are made by .github/workflows/release.yml.
import './node-version.mjs'
import { chmodSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './built.mjs'
import { say, step } from './progress.mjs'
import { mustRun } from './run.mjs'
import { electronExecutable, prepareElectron } from './runtime.mjs'

const root = dirname(import.meta.dirname)
const require = createRequire(import.meta.url)

const TARGETS = ['dir', 'tar.gz'] // what needs no tools that the builder would have to download
const NOT_FOR_RELEASE = '-not-for-release' // in the name, because a file travels without what was said when it was made
const SYSTEMS = { linux: 'linux', darwin: 'mac', win32: 'win' } // as the builder calls them

/**
 * @param options.targets of TARGETS; a tar.gz leaves its folder as well
 * @param options.output where to; what was packaged there before is removed
 * @returns folder: the packaged program; archive: the tar.gz, when one was wanted;
 *   electron: the version in it; isPinned: it is the one that releases are made of, so others may have this
 */
export async function packageApp({ targets = ['dir'], output = join(root, 'release') } = {}) {
  const unknown = targets.filter((target) => !TARGETS.includes(target))
  if (unknown.length > 0) {
    throw new Error(`${unknown.join(', ')} cannot be packaged here, only ${TARGETS.join(' and ')}.`)
  }
  await ensureBuilt()
  const dist = (await prepareElectron()) ?? join(dirname(require.resolve('electron/package.json')), 'dist')
  const version = versionOf(dist)
  const isPinned = version === pinnedVersion()
  const system = SYSTEMS[process.platform]
  const archiveName = `lamplighter-${ownVersion()}-${system}-${process.arch}${isPinned ? '' : NOT_FOR_RELEASE}.tar.gz`

  rmSync(output, { recursive: true, force: true })
  await step(`packaging ${targets.join(' and ')} with Electron ${version}`, () =>
    mustRun(
      process.execPath,
      [
        require.resolve('electron-builder/cli.js'),
        ...[`--${system}`, ...targets, `--${process.arch}`, '--publish', 'never'],
        `-c.electronDist=${dist}`,
        `-c.electronVersion=${version}`, // else it believes the one in node_modules
        `-c.directories.output=${output}`,
        `-c.artifactName=${archiveName}`,
      ],
      { cwd: root, env: { ...process.env, ...quickArchives(), CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
    ),
  )
  const folders = {
    linux: 'linux-unpacked',
    mac: process.arch === 'x64' ? 'mac' : `mac-${process.arch}`,
    win: 'win-unpacked',
  }
  return {
    folder: join(output, folders[system]),
    archive: targets.includes('tar.gz') ? join(output, archiveName) : undefined,
    electron: version,
    isPinned,
  }
}

function pinnedVersion() {
  return require('electron/package.json').version
}

function ownVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version
}

function versionOf(dist) {
  if (!statSync(electronExecutable(dist), { throwIfNoEntry: false }))
    throw new Error(`There is no Electron in ${dist}.`)
  return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
}

/** The builder would download its own 7-Zip, and then take minutes for the last percent. */
function quickArchives() {
  const { path7za } = require('7zip-bin')
  if (process.platform !== 'win32') chmodSync(path7za, 0o755) // npm unpacks it without
  return {
    ELECTRON_BUILDER_7ZIP_PATH: process.env.ELECTRON_BUILDER_7ZIP_PATH ?? path7za,
    ELECTRON_BUILDER_COMPRESSION_LEVEL: process.env.ELECTRON_BUILDER_COMPRESSION_LEVEL ?? '1',
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const targets = process.argv.slice(2)
    const made = await packageApp(targets.length > 0 ? { targets } : {})
    const shown = [made.folder, made.archive].filter(Boolean).map((path) => relative(process.cwd(), path))
    say(`packaged: ${shown.join(' and ')}`)
    if (!made.isPinned) {
      say(
        `this is NOT FOR RELEASE: it holds Electron ${made.electron}, which development makes do with, and not ` +
          `${pinnedVersion()} with its security fixes. Try it, but give it to nobody.`,
      )
    }
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
