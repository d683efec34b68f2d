// A packaged program and how to start it: as people do, but in a home of its own and with everything it prints kept.
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const START_TIMEOUT_MS = 30_000 // it takes 1 s; a loaded CI machine many
const STOP_TIMEOUT_MS = 15_000

const EXECUTABLES = {
  linux: 'lamplighter-tray',
  darwin: join('Lamplighter.app', 'Contents', 'MacOS', 'Lamplighter'),
  win32: 'Lamplighter.exe',
}
const RESOURCES = { darwin: join('Lamplighter.app', 'Contents', 'Resources') }

/** The program in a folder that was packaged, or unpacked from an archive. @throws when there is none */
export function executableIn(folder) {
  const path = join(folder, EXECUTABLES[process.platform])
  if (!existsSync(path)) throw new Error(`There is no packaged Lamplighter in ${folder}: ${path} is missing.`)
  return path
}

export function resourcesIn(folder) {
  return join(folder, RESOURCES[process.platform] ?? 'resources')
}

/**
 * @param options.home a folder for everything the program may touch; may be used again
 * @param options.args, options.env added to what any start needs
 * @returns pid; stdout() and stderr(), all of it so far; said(pattern), which waits for a match in either;
 *   exited, a promise of the exit code, null after a signal; stop(), which asks as a session manager does
 */
export function startPackaged(folder, { home, args = [], env = {} }) {
  const flags = []
  if (process.platform === 'linux' && process.getuid() === 0) flags.push('--no-sandbox') // refuses to start as root with it
  if (process.platform === 'linux') flags.push('--disable-gpu') // there is none behind a virtual display
  if (process.platform === 'darwin') flags.push('--use-mock-keychain') // a real one may ask for a password
  const child = spawn(executableIn(folder), [...flags, ...args], {
    cwd: home,
    env: { ...process.env, ...environment(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const texts = { stdout: '', stderr: '' }
  const listeners = new Set()
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (chunk) => {
      texts[name] += chunk
      for (const look of [...listeners]) look()
    })
  }
  let failure
  const exited = new Promise((done) => {
    child.on('error', (error) => {
      failure = error.message
      done(127)
    })
    child.on('close', (code) => done(code))
  })
  const all = () => `${texts.stdout}${texts.stderr}`

  return {
    pid: child.pid,
    stdout: () => texts.stdout,
    stderr: () => texts.stderr,
    exited,
    said(pattern) {
      return new Promise((done, fail) => {
        const finish = (settle) => {
          clearTimeout(timer)
          listeners.delete(look)
          settle()
        }
        const giveUp = (why) =>
          finish(() => fail(new Error(`It ${why} without saying ${pattern}. It said:\n${all().trim()}`)))
        const look = () => {
          const match = pattern.exec(texts.stdout) ?? pattern.exec(texts.stderr)
          if (match) finish(() => done(match))
        }
        const timer = setTimeout(() => giveUp(`ran for ${START_TIMEOUT_MS / 1000} s`), START_TIMEOUT_MS)
        listeners.add(look)
        exited.then((code) => giveUp(failure ?? `ended with ${code}`))
        look()
      })
    },
    async stop() {
      child.kill('SIGTERM') // on Windows this is the end, without a question
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
      const code = await exited
      clearTimeout(timer)
      return code
    },
  }
}

/** Nothing of the person's: no logins, no settings, no browser. And nothing that would make Electron behave otherwise. */
function environment(home) {
  const inside = (...parts) => {
    const path = join(home, ...parts)
    mkdirSync(path, { recursive: true, mode: 0o700 })
    return path
  }
  const own = {
    LAMPLIGHTER_HOME: inside('lamplighter'),
    OPENCLAW_STATE_DIR: inside('openclaw'),
    NODE_OPTIONS: undefined,
    ELECTRON_RUN_AS_NODE: undefined,
    ELECTRON_OVERRIDE_DIST_PATH: undefined,
    NODE_ENV: undefined,
  }
  if (process.platform !== 'linux') return own
  const opener = join(inside('bin'), 'xdg-open')
  writeFileSync(opener, '#!/bin/sh\nexit 0\n')
  chmodSync(opener, 0o755)
  return {
    ...own,
    PATH: `${inside('bin')}${delimiter}${process.env.PATH ?? ''}`,
    HOME: inside('home'),
    XDG_CONFIG_HOME: inside('home', '.config'),
    XDG_DATA_HOME: inside('home', '.local', 'share'),
    XDG_CACHE_HOME: inside('home', '.cache'),
    XDG_STATE_HOME: inside('home', '.local', 'state'),
    XDG_RUNTIME_DIR: inside('run'),
    NO_AT_BRIDGE: '1',
  }
}
