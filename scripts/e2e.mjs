// End-to-end tests: the built application in a real Electron, on a display and a session bus of their own.
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { ensureBuilt } from './built.mjs'
import { startDisplay } from './display.mjs'
import { say } from './progress.mjs'
import { electronExecutable, prepareElectron } from './runtime.mjs'
import { ensureSystem } from './system.mjs'

const root = dirname(import.meta.dirname)

try {
  await ensureBuilt()
  const dist = await prepareElectron()
  await ensureSystem({ executable: electronExecutable(dist) })
  const display = await startDisplay({ isolated: true })
  try {
    const runtime = dist === undefined ? {} : { ELECTRON_OVERRIDE_DIST_PATH: dist }
    process.exitCode = await playwright({ ...process.env, ...display.env, ...runtime })
  } finally {
    await display.stop()
  }
} catch (error) {
  say(error.message)
  process.exitCode = 1
}

function playwright(env) {
  const command = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const args = ['test', '-c', join(root, 'test', 'e2e', 'playwright.config.ts'), ...process.argv.slice(2)]
  const child = spawn(process.execPath, [command, ...args], { env, cwd: root, stdio: 'inherit' })
  const forward = (signal) => child.kill(signal)
  process.on('SIGINT', forward).on('SIGTERM', forward)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
