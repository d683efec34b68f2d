// Starts the application from this clone, on a desktop or on a machine that has none, and waits for its end.
import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { ensureBuilt } from './built.mjs'
import { startDisplay } from './display.mjs'
import { electronExecutable, prepareElectron } from './runtime.mjs'
import { ensureSystem } from './system.mjs'

const root = dirname(import.meta.dirname)
const LAST_WORDS_MS = 500 // what it said last is in the pipe already

// Chromium's complaints about machines without a desktop; harmless, and not ours to explain.
const NOISE =
  /bus\.cc\(\d+\)\] Failed to connect to the bus: .*system_bus_socket|Failed to set fd limit|gtk_widget_add_accelerator/

/** Everything that may take long the first time; quick when it was done before. @returns the Electron to start */
export async function prepare() {
  await ensureBuilt()
  const dist = await prepareElectron()
  const executable = electronExecutable(dist)
  await ensureSystem({ executable })
  return executable
}

/** Resolves with the exit code. `env` is added to the environment, `args` are passed on to the application. */
export async function start({ args = [], env = {} } = {}) {
  const executable = await prepare()
  const display = await startDisplay()
  try {
    const flags = []
    if (process.platform === 'linux' && process.getuid() === 0) flags.push('--no-sandbox') // refuses to start as root with it
    if (display.isVirtual) flags.push('--disable-gpu') // there is none behind a virtual display
    return await runElectron(executable, [...flags, root, ...args], {
      ...process.env,
      ...display.env,
      ...env,
    })
  } finally {
    await display.stop()
  }
}

/** Until it ends, whatever it left running: a browser that it had to start holds its standard error for hours. */
export function runElectron(executable, args, env) {
  const child = spawn(executable, args, {
    env,
    stdio: ['inherit', 'inherit', 'pipe'],
  })
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.trim() !== '' && !NOISE.test(line)) process.stderr.write(`${line}\n`)
  })
  // Ctrl-C reaches Electron by itself, since it is in our process group; a second signal does it no harm.
  const forward = (signal) => child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  const stopWatching = whenNpmIsGone(() => forward('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      const cut = setTimeout(() => child.stderr.destroy(), LAST_WORDS_MS)
      child.on('close', () => {
        clearTimeout(cut)
        resolve(code ?? 1)
      })
    })
  }).finally(() => {
    stopWatching()
    process.off('SIGINT', forward).off('SIGTERM', forward)
  })
}

/** Who ends npm ends the shell between npm and us, and the shell passes no signal on: we notice that it is gone. */
function whenNpmIsGone(work) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return () => undefined
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    work()
  }, 200)
  return () => clearInterval(timer)
}
