// The application against a tray program that does nothing, on the same Electron.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { runnerImport } from 'vite'
import { startDisplay } from '../../display.mjs'
import { prepare } from '../../launch.mjs'
import { makeHome } from '../home.mjs'
import { memoryOf, wakeUpsOf } from '../processes.mjs'
import { against, inTurns, median, short, timed } from '../stats.mjs'

export const title = 'The application'
const HOUR = 3_600_000
const SETTLE_MS = 4_000
/** Half a minute after a start V8 tidies up, once, in either program: idle is what comes after. */
const IDLE_AFTER_MS = 60_000
const START_AT_MOST = 1.2
const MEMORY_AT_MOST = 1.15
const WAKE_UPS_AT_MOST = 1.3
const PROGRAMS = {
  bare: join(import.meta.dirname, '..', 'bare-tray'),
  ours: dirname(dirname(dirname(import.meta.dirname))),
}

export async function measure({ endpoint, isQuick }) {
  if (process.platform !== 'linux')
    return { rows: [], notes: ['measured on Linux only: /proc tells what it costs'] }
  const executable = await prepare()
  const display = await startDisplay({ isolated: true })
  const panel = await startPanel(display.env.DBUS_SESSION_BUS_ADDRESS)
  try {
    const home = makeHome(endpoint)
    home.toOpenClaw(await endpoint.mint(), Date.now() + HOUR)
    const context = { executable, env: { ...home.env, ...display.env, ...foldersIn(home) } }
    const starts = await inTurns(isQuick ? 3 : 9, {
      bare: () => timeToFirstLine(context, 'bare'),
      ours: () => timeToFirstLine(context, 'ours'),
    })
    const idleMs = isQuick ? 5_000 : 60_000
    const idle = {
      bare: await idleCost(context, 'bare', idleMs),
      ours: await idleCost(context, 'ours', idleMs),
    }
    const windows = { bare: await windowCost(context, 'bare'), ours: await windowCost(context, 'ours') }
    const popover = {
      bare: await popoverCost(context, 'bare', panel),
      ours: await popoverCost(context, 'ours', panel),
    }
    home.remove()
    const row = (what, unit, bare, ours, atMost) => ({
      what,
      baseline: `bare tray program ${short(bare)} ${unit}`,
      measured: `${short(ours)} ${unit}`,
      ...(bare > 0 ? against(bare, ours, atMost) : {}),
    })
    const memory = (what, state) => row(`memory, ${what}`, 'MB', windows.bare[state], windows.ours[state])
    return {
      rows: [
        row('start to the first line', 'ms', median(starts.bare), median(starts.ours), START_AT_MOST),
        row('memory, tray only', 'MB', idle.bare.megabytes, idle.ours.megabytes, MEMORY_AT_MOST),
        memory('window open', 'open'),
        memory('window hidden', 'hidden'),
        memory('window destroyed', 'destroyed'),
        row(
          `wake-ups in an idle ${idleMs / 1000} s, tray only`,
          '',
          idle.bare.wakeUps,
          idle.ours.wakeUps,
          isQuick ? undefined : WAKE_UPS_AT_MOST,
        ),
        row(
          'from a click on the tray to the small window, first',
          'ms',
          popover.bare.firstMs,
          popover.ours.firstMs,
        ),
        row(
          'from a click on the tray to the small window, again',
          'ms',
          popover.bare.againMs,
          popover.ours.againMs,
        ),
        row('memory, small window open', 'MB', popover.bare.megabytes, popover.ours.megabytes),
      ],
      notes: [
        'memory is what all processes keep for themselves, without program files; with a window, a debugger is attached to both',
      ],
    }
  } finally {
    await panel.close()
    await display.stop()
  }
}

/** A place for tray items, which this display has not; without one Lamplighter shows its window instead. */
async function startPanel(busAddress) {
  const { module } = await runnerImport(join(PROGRAMS.ours, 'test', 'e2e', 'support', 'tray-panel.ts'), {
    configFile: false,
    root: PROGRAMS.ours,
    logLevel: 'error',
  })
  return module.startTrayPanel(busAddress)
}

function foldersIn(home) {
  const bare = join(home.root, 'bare')
  mkdirSync(bare)
  return {
    BARE_TRAY_HOME: bare,
    XDG_CONFIG_HOME: join(home.root, 'config'),
    XDG_CACHE_HOME: join(home.root, 'cache'),
  }
}

function flags(program, ...more) {
  const root = process.getuid() === 0 ? ['--no-sandbox'] : []
  return [...root, '--disable-gpu', PROGRAMS[program], ...more]
}

async function startInTray({ executable, env }, program) {
  const startedAtMs = performance.now()
  const child = spawn(executable, flags(program, '--background'), {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
  })
  const ms = performance.now() - startedAtMs
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { pid: child.pid, ms, stop }
}

async function timeToFirstLine(context, program) {
  const { ms, stop } = await startInTray(context, program)
  await stop()
  return ms
}

async function idleCost(context, program, idleMs) {
  const { pid, stop } = await startInTray(context, program)
  await pause(SETTLE_MS * 2)
  const megabytes = memoryOf(pid)
  await pause(IDLE_AFTER_MS)
  const before = wakeUpsOf(pid)
  await pause(idleMs)
  const wakeUps = wakeUpsOf(pid) - before
  await stop()
  return { megabytes, wakeUps }
}

async function windowCost({ executable, env }, program) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({ executablePath: executable, args: flags(program), env })
  const { pid } = app.process()
  const costs = {}
  try {
    if (app.windows().length === 0) await app.waitForEvent('window')
    for (const [state, change] of [['open'], ['hidden', 'hide'], ['destroyed', 'destroy']]) {
      if (change)
        await app.evaluate(({ BrowserWindow }, name) => BrowserWindow.getAllWindows()[0]?.[name](), change)
      await pause(SETTLE_MS)
      costs[state] = memoryOf(pid)
    }
  } finally {
    await app.close()
  }
  return costs
}

async function popoverCost({ executable, env }, program, panel) {
  const { _electron } = await import('@playwright/test')
  const app = await _electron.launch({
    executablePath: executable,
    args: flags(program, '--background'),
    env,
  })
  const isShown = () =>
    app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const look = () =>
            BrowserWindow.getAllWindows().some((one) => one.isVisible()) ? resolve() : setTimeout(look, 1)
          look()
        }),
    )
  const click = () =>
    timed(async () => {
      const shown = isShown()
      await panel.activate()
      await shown
    })
  try {
    await pause(SETTLE_MS)
    const firstMs = await click()
    await pause(SETTLE_MS)
    const megabytes = memoryOf(app.process().pid)
    const again = []
    for (let n = 0; n < 5; n++) {
      await panel.activate() // hides it
      await pause(SETTLE_MS / 4)
      again.push(await click())
      await pause(SETTLE_MS / 4)
    }
    return { firstMs, againMs: median(again), megabytes }
  } finally {
    await app.close()
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
