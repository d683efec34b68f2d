// `node scripts/smoke.mjs [FOLDER or TAR.GZ …]`: does the packaged program start, and are its doors shut? It is
// started as it is, with its fuses as they are, in homes of its own. Without an argument: what is in release/.
import './node-version.mjs'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startDisplay } from './display.mjs'
import { executableIn, resourcesIn, startPackaged } from './packaged.mjs'
import { say } from './progress.mjs'
import { mustRun } from './run.mjs'
import { ensureSystem } from './system.mjs'

const RUNNING = /^Lamplighter is running: .+\.$/m
// A fuse is one character in the executable.
const FUSE_OFF = '0'.charCodeAt(0)
const FUSE_ON = '1'.charCodeAt(0)
const OPENED = /Debugger listening|inspector on .* failed/ // the second where the port is somebody's already
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}

/** Each is given the packaged folder and an empty home, and throws when it does not hold. */
export const CHECKS = [
  { name: 'has every fuse set', run: checkFuses },
  { name: 'holds nothing that only development needs', run: checkContents },
  { name: 'shows its window, says that it is running, and ends cleanly', run: checkLife },
  { name: 'does not become Node.js with ELECTRON_RUN_AS_NODE', run: checkRunAsNode },
  { name: 'takes no code from NODE_OPTIONS', run: checkNodeOptions },
  { name: 'opens no inspector', run: checkInspector },
  { name: 'opens none on SIGUSR1 either', run: checkSignal },
  { name: 'takes no remote debugger', run: checkDebugger },
  { name: 'brings the command line, for an installed Node.js', run: checkCommandLine },
]

/** The packages with native code, and nobody else's. */
const NATIVE = ['@napi-rs/keyring', '@photostructure/sqlite']

async function checkFuses({ folder }) {
  const { FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses')
  const wire = await getCurrentFuseWire(executableIn(folder))
  const wrong = Object.entries(FUSES).filter(
    ([name, on]) => wire[FuseV1Options[name]] !== (on ? FUSE_ON : FUSE_OFF),
  )
  if (wrong.length > 0)
    throw new Error(`Should be: ${wrong.map(([name, on]) => `${name} ${on ? 'on' : 'off'}`).join(', ')}`)
}

async function checkContents({ folder }) {
  const { listPackage } = await import('@electron/asar')
  const resources = resourcesIn(folder)
  const loose = readdirSync(resources).filter((name) => name === 'default_app.asar' || name === 'app')
  if (loose.length > 0) throw new Error(`${loose.join(', ')} would be run in place of the application.`)
  const inside = listPackage(join(resources, 'app.asar'), {}).map((path) => path.replaceAll('\\', '/'))
  const natives = inside.filter((path) => path.endsWith('.node'))
  const own = `${process.platform}-${process.arch}`
  const owners = new Set(
    natives.map((path) => NATIVE.find((name) => path.startsWith(`/node_modules/${name}`))),
  )
  if (owners.size !== NATIVE.length || owners.has(undefined) || natives.some((path) => !path.includes(own)))
    throw new Error(
      `Native code of ${NATIVE.join(' and ')} for ${own} is wanted, not: ${natives.join(', ') || 'none'}`,
    )
  const strange = inside.filter((path) => /\.tsx?$|\.map$|^\/(app|main|renderer|scripts|test)\//.test(path))
  if (strange.length > 0) throw new Error(`Sources or tests are in it: ${strange.slice(0, 5).join(', ')}`)
}

async function checkLife({ folder, home }) {
  const program = startPackaged(folder, { home, env: { LAMPLIGHTER_LOG: 'info' } })
  try {
    await program.said(RUNNING)
    // Said once the page has run and asked for its first views.
    const [, url] = await program.said(/the window shows its page page=(\S+)/)
    if (url !== 'app://lamplighter/index.html') throw new Error(`The window shows ${url}.`)
    const lines = program.stdout().trimEnd().split('\n')
    if (lines.length !== 1) throw new Error(`It said more than one line:\n${program.stdout()}`)
    const code = await program.stop()
    if (process.platform !== 'win32' && code !== 0)
      throw new Error(`It ended with ${code}:\n${program.stderr()}`)
  } finally {
    await program.stop()
  }
}

/** Chromium's own debugger has no fuse. */
async function checkDebugger({ folder, home }) {
  for (const flag of ['--remote-debugging-port=0', '--remote-debugging-pipe']) {
    const program = startPackaged(folder, { home, args: [flag] })
    try {
      await program.said(/takes no --remote-debugging/)
      const code = await program.exited
      if (code === 0) throw new Error(`It ran with ${flag}.`)
      if (/DevTools listening/.test(program.stderr())) throw new Error(`${flag} opened a debugger.`)
    } finally {
      await program.stop()
    }
  }
}

/** Starts, and looks whether what was tried left its mark. */
async function expectNoMark({ folder, home }, { args = [], env = {} }) {
  const program = startPackaged(folder, { home, args, env })
  try {
    await program.said(RUNNING)
  } finally {
    await program.stop()
  }
  if (existsSync(join(home, 'mark'))) throw new Error('Code from outside ran in it.')
  return program
}

/** A program for Node.js that leaves the mark. */
function leaveMark(home) {
  return `require('node:fs').writeFileSync(${JSON.stringify(join(home, 'mark'))}, '')`
}

async function checkRunAsNode(place) {
  const env = { ELECTRON_RUN_AS_NODE: '1' }
  await expectNoMark(place, { env, args: ['-e', leaveMark(place.home)] })
}

async function checkNodeOptions(place) {
  const script = join(place.home, 'required.cjs')
  writeFileSync(script, leaveMark(place.home))
  await expectNoMark(place, { env: { NODE_OPTIONS: `--require=${script}` } })
}

async function checkInspector(place) {
  const program = await expectNoMark(place, { args: ['--inspect=0'] })
  if (OPENED.test(program.stderr())) throw new Error('--inspect opened an inspector.')
}

async function checkSignal({ folder, home }) {
  if (process.platform === 'win32') return // it has no such signal
  const program = startPackaged(folder, { home })
  try {
    await program.said(RUNNING)
    process.kill(program.pid, 'SIGUSR1')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    const code = await program.stop()
    if (code !== 0) throw new Error(`SIGUSR1 ended it with ${code}.`)
  } finally {
    await program.stop()
  }
  if (OPENED.test(program.stderr())) throw new Error('SIGUSR1 opened an inspector.')
}

async function checkCommandLine({ folder, home }) {
  const command = join(resourcesIn(folder), 'app.asar.unpacked', 'dist', 'cli', 'lamplighter.cjs')
  const env = {
    ...process.env,
    LAMPLIGHTER_HOME: join(home, 'lamplighter'),
    OPENCLAW_STATE_DIR: join(home, 'openclaw'),
  }
  await mustRun(process.execPath, [command, 'list', '--json'], { env })
  // It finds its native modules beside itself, and they can be loaded.
  for (const name of NATIVE) {
    const load = `require('node:module').createRequire(${JSON.stringify(command)})('${name}')`
    await mustRun(process.execPath, ['-e', load])
  }
}

/** The folder in an archive, unpacked in `into`. */
export async function unpack(archive, into) {
  await mustRun('tar', ['xzf', archive, '-C', into])
  const [name] = readdirSync(into)
  return join(into, name)
}

/** Runs one check in a home of its own, which is removed afterwards. */
export async function perform(check, folder) {
  const home = mkdtempSync(join(tmpdir(), 'lamplighter-smoke-'))
  try {
    await check.run({ folder, home })
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 10 })
  }
}

async function smoke(path) {
  const work = mkdtempSync(join(tmpdir(), 'lamplighter-unpacked-'))
  try {
    const folder = path.endsWith('.tar.gz') ? await unpack(path, work) : path
    await ensureSystem({ executable: executableIn(folder) })
    say(`looking at ${path}`)
    let failed = 0
    for (const check of CHECKS) {
      const startedAtMs = performance.now()
      const problem = await perform(check, folder).then(
        () => undefined,
        (error) => error.message,
      )
      const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1)
      say(`  ${problem === undefined ? 'ok    ' : 'FAILED'} ${check.name} (${seconds} s)`)
      if (problem !== undefined) say(problem)
      failed += problem === undefined ? 0 : 1
    }
    return failed
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 10 })
  }
}

function inRelease() {
  const release = join(dirname(import.meta.dirname), 'release')
  const names = existsSync(release) ? readdirSync(release) : []
  return names
    .filter((name) => /-unpacked$|^mac(-arm64)?$|\.tar\.gz$/.test(name))
    .map((name) => join(release, name))
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const given = process.argv.slice(2).map((path) => resolve(path))
    const paths = given.length > 0 ? given : inRelease()
    if (paths.length === 0) throw new Error('Nothing is packaged: node scripts/package.mjs does that.')
    const display = await startDisplay({ isolated: true })
    Object.assign(process.env, display.env)
    try {
      let failed = 0
      for (const path of paths) failed += await smoke(path)
      process.exitCode = failed === 0 ? 0 : 1
    } finally {
      await display.stop()
    }
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
