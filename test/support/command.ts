/** The real command line as a process, on a throw-away home. */
import { type ChildProcess, spawn } from 'node:child_process'
import { bundleForNode } from './bundle.ts'
import type { Home } from './home.ts'

const cli = (): Promise<string> => bundleForNode('app/cli/main.ts', 'cli')
const running = new Set<Running>()

/** Leaves none behind; before their home is removed. */
export async function killCommands(): Promise<void> {
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all([...running].map(({ ended }) => ended))
}

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
  /** As a terminal does at Ctrl-C. */
  killGroup(signal: NodeJS.Signals): void
  /** Resolves with everything printed so far, once that contains the text. */
  printed(text: string): Promise<string>
}

export async function lamplighter(home: Home, ...words: readonly string[]): Promise<Running> {
  return start(home, process.execPath, [await cli(), ...words])
}

/** The same, started by other words. */
export async function lamplighterBehind(
  home: Home,
  [program, ...first]: readonly [string, ...string[]],
  ...words: readonly string[]
): Promise<Running> {
  return start(home, program, [...first, await cli(), ...words])
}

/** The same under a supervisor that starts it again until it ends well, as systemd does with Restart=on-failure. */
export async function supervised(home: Home, ...words: readonly string[]): Promise<Running> {
  const untilItEndsWell = 'until "$0" "$@"; do :; done'
  return start(home, 'sh', ['-c', untilItEndsWell, process.execPath, await cli(), ...words])
}

/** A script in place of the command line. */
export function runScript(home: Home, path: string, ...words: readonly string[]): Running {
  return start(home, process.execPath, [path, ...words])
}

function start(home: Home, program: string, args: readonly string[]): Running {
  // A process group of its own, as a shell makes one: what is sent to the group reaches everything it started there.
  const child = spawn(program, args, { env: home.env, detached: true })
  let out = ''
  let err = ''
  const waiting = new Set<() => void>()
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    for (const look of waiting) look()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }))
  })
  const command: Running = {
    child,
    ended,
    killGroup(signal) {
      if (child.exitCode === null && child.signalCode === null)
        process.kill(-(child.pid ?? Number.NaN), signal)
    },
    printed: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (out.includes(text)) resolve(out)
        }
        waiting.add(look)
        look()
        void ended.then(() => reject(new Error(`it ended without printing "${text}": ${out}${err}`)))
      }),
  }
  running.add(command)
  void ended.then(() => running.delete(command))
  return command
}
