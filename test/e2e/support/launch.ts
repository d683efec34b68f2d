/** Starts the built application in a home of its own, and keeps everything it prints. */
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import electronPath from 'electron'

const APP_FOLDER = join(import.meta.dirname, '..', '..', '..')

export interface LaunchOptions {
  /** Everything the application may touch lies in here. */
  readonly folder: string
  readonly env?: Readonly<Record<string, string>>
  readonly args?: readonly string[]
  readonly busAddress?: string | undefined
}

export interface Lamplighter {
  readonly app: ElectronApplication
  readonly pid: number
  /** The window that is there, or the next one. */
  window(): Promise<Page>
  /** Everything this start wrote to stdout and stderr so far. */
  output(): string
  /** The addresses handed to the system's browser so far. */
  opened(): Promise<readonly string[]>
  /** A second start in the same home, as from the applications menu. Resolves at its end. */
  startAgain(...args: readonly string[]): Promise<{ readonly code: number | null; readonly printed: string }>
  /** Resolves with the exit code; waits for the process to be gone. */
  exited(): Promise<number | null>
  /** As a session manager or Ctrl-C would end it. */
  terminate(): Promise<number | null>
}

export async function launch(options: LaunchOptions): Promise<Lamplighter> {
  const home = join(options.folder, 'home')
  const bin = fakeOpener(options.folder)
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const executable = electronPath as unknown as string // which it is in plain Node.js
  const flags = [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', APP_FOLDER]
  const env: Record<string, string> = {
    ...kept(['DISPLAY', 'ELECTRON_OVERRIDE_DIST_PATH', 'LANG', 'SystemRoot', 'TEMP', 'TMP', 'PATHEXT']),
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    LANGUAGE: 'en', // whatever this machine speaks
    HOME: home,
    USERPROFILE: home,
    APPDATA: join(home, 'AppData', 'Roaming'),
    LOCALAPPDATA: join(home, 'AppData', 'Local'),
    XDG_CONFIG_HOME: folder(home, '.config'),
    XDG_DATA_HOME: folder(home, '.local', 'share'),
    XDG_CACHE_HOME: folder(home, '.cache'),
    XDG_STATE_HOME: folder(home, '.local', 'state'),
    XDG_RUNTIME_DIR: folder(home, 'run'),
    NO_AT_BRIDGE: '1',
    LAMPLIGHTER_HOME: join(options.folder, 'lamplighter'),
    ...(options.busAddress === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: options.busAddress }),
    ...options.env,
  }
  const record = join(options.folder, 'output')
  const earlier = textOf(record).length // of another start in this folder
  const app = await _electron.launch({
    executablePath: recorded(executable, options.folder, record),
    args: [...flags, ...(options.args ?? [])],
    cwd: options.folder,
    timeout: 60_000,
    colorScheme: null, // Playwright would otherwise pretend that the system is light
    env,
  })
  if (process.platform !== 'linux') await collectOpened(app)
  const child = app.process()
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return {
    app,
    pid: child.pid ?? 0,
    window: async () => app.windows()[0] ?? app.waitForEvent('window'),
    output: () => textOf(record).slice(earlier),
    opened: async () =>
      process.platform === 'linux'
        ? textOf(join(options.folder, 'opened')).split('\n').filter(Boolean)
        : app.evaluate(() => (globalThis as Collected).opened ?? []),
    async startAgain(...args) {
      const stdio = ['ignore', 'pipe', 'ignore'] as const
      const second = spawn(executable, [...flags, ...args], { cwd: options.folder, env, stdio: [...stdio] })
      let printed = ''
      second.stdout?.on('data', (chunk: Buffer) => (printed += chunk))
      return new Promise((resolve) => second.once('close', (code) => resolve({ code, printed })))
    },
    exited: () => gone,
    async terminate() {
      child.kill('SIGTERM')
      return gone
    },
  }
}

/** Waits for the line that says tray and scheduler are up, and returns it. */
export async function running(lamplighter: Lamplighter): Promise<string> {
  await expect.poll(lamplighter.output, { timeout: 60_000 }).toMatch(/^Lamplighter is running.*\n/m)
  return /^Lamplighter is running.*$/m.exec(lamplighter.output())?.[0] ?? ''
}

function kept(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

function folder(...parts: readonly string[]): string {
  const path = join(...parts)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return path
}

/** Playwright hands the streams over too late for the first lines, so the program writes them to a file as well. */
function recorded(executable: string, where: string, file: string): string {
  if (process.platform === 'win32') return executable // no such shell: there the first lines are not seen
  const program = join(folder(where, 'launcher'), 'electron')
  writeFileSync(
    program,
    `#!/bin/bash\nexec '${executable}' "$@" > >(tee -a '${file}') 2> >(tee -a '${file}' >&2)\n`,
  )
  chmodSync(program, 0o755)
  return program
}

interface Collected {
  opened?: string[]
}

/** macOS and Windows have no program to put in the way: there the call itself is replaced. */
async function collectOpened(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
}

/** What the desktop would open is written down instead. First in PATH: without it, Electron tries other openers. */
function fakeOpener(where: string): string {
  const bin = folder(where, 'bin')
  const program = join(bin, 'xdg-open')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${join(where, 'opened')}'\n`)
  chmodSync(program, 0o755)
  return bin
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
