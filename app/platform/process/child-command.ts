/** A command of the person's in our place: the same terminal, the same environment, every signal passed on to it. */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { AppError } from '../../base/errors.ts'
import { codeOf, systemWords } from '../files/system-error.ts'

export interface Children {
  /**
   * Resolves with its exit code; with 128 and the signal's number when a signal ended it, as shells do. No shell is
   * involved. @throws AppError COMMAND_FAILED when it cannot be started
   */
  run(words: readonly string[], env: Readonly<Record<string, string>>): Promise<number>
  /** A signal came to us. @returns false when no command runs for which it could be meant */
  pass(signal: NodeJS.Signals): boolean
}

/** What programs use among themselves; main.ts has the ones that end a program. */
const OTHERS: readonly NodeJS.Signals[] = ['SIGUSR1', 'SIGUSR2', 'SIGQUIT']
/** What a terminal sends to all that run in it: the command has got it already. */
const BY_TERMINAL: readonly NodeJS.Signals[] = ['SIGINT', 'SIGQUIT']

export function createChildren(): Children {
  let current: ReturnType<typeof spawn> | undefined

  function pass(signal: NodeJS.Signals): boolean {
    if (!current) return false
    if (!(process.stdin.isTTY && BY_TERMINAL.includes(signal))) current.kill(signal)
    return true
  }

  return {
    pass,
    async run([command = '', ...args], env) {
      const child = started(command, args, { ...process.env, ...env })
      current = child
      const listeners = OTHERS.map((signal) => [signal, () => void pass(signal)] as const)
      if (process.platform !== 'win32') for (const [signal, hear] of listeners) process.on(signal, hear)
      try {
        return await new Promise<number>((resolve, reject) => {
          child.on('error', (error) => reject(notStarted(command, error)))
          child.on('exit', (code, signal) => resolve(code ?? 128 + numberOf(signal)))
        })
      } finally {
        current = undefined
        for (const [signal, hear] of listeners) process.off(signal, hear)
      }
    },
  }
}

/** Node.js tells some of what goes wrong later, and throws the rest: no name, a path that leads through a file. */
function started(command: string, args: readonly string[], env: NodeJS.ProcessEnv): ReturnType<typeof spawn> {
  try {
    return spawn(command, args, { stdio: 'inherit', env })
  } catch (error) {
    throw notStarted(command, error)
  }
}

function numberOf(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : constants.signals[signal]
}

/** In our words alone: what Node.js says is about its own call. */
function notStarted(command: string, error: unknown): AppError {
  const code = codeOf(error) ?? 'unknown'
  if (code === 'ENOENT') return new AppError('COMMAND_FAILED', `There is no command "${command}".`)
  const why = systemWords(code) ?? 'it may not be a program'
  return new AppError('COMMAND_FAILED', `"${command}" cannot be started (${code}): ${why}.`)
}
