/** The Commands port. No shell, a process group of its own so that nothing of it stays behind, and an end in any case. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { messageOf } from '../../base/errors.ts'
import type { CommandEnd, CommandOptions, Commands } from '../../base/ports.ts'
import { codeOf } from '../files/system-error.ts'
import { whyNotTrusted } from '../files/trusted.ts'
import { batchStart, isBatch } from './batch.ts'

/** Between asking it to end and ending it. */
const KILL_AFTER_MS = 2_000
/** What it left running may hold its pipes open; nobody waits for that. */
const LAST_WORDS_MS = 200

const windows = process.platform === 'win32'

export function createCommands(): Pick<Commands, 'run'> {
  return {
    run(words, { input, inputEndsAfter, inputEndsOn, env, timeoutMs, mostBytes, signal }) {
      return new Promise((resolve) => {
        const child = started(words, env)
        if (child instanceof Error) return resolve({ output: '', why: whyNotStarted(child) })
        const timers: NodeJS.Timeout[] = []
        const output: Buffer[] = []
        const printed: Buffer[] = []
        let bytes = 0
        let why: string | undefined
        const take = (chunk: Buffer, ...more: Buffer[][]): void => {
          if (bytes < mostBytes)
            for (const list of [output, ...more]) list.push(chunk.subarray(0, mostBytes - bytes))
          bytes += chunk.length
          if (inputEndsAfter !== undefined && Buffer.concat(output).includes(inputEndsAfter))
            child.stdin.end()
        }
        const finish = (end: Omit<CommandEnd, 'output' | 'printed'>): void => {
          for (const timer of timers) clearTimeout(timer)
          signal?.removeEventListener('abort', onAbort)
          inputEndsOn?.removeEventListener('abort', endInput)
          for (const stream of [child.stdout, child.stderr, child.stdin]) stream.destroy()
          const texts = { output: textOf(output), printed: textOf(printed) }
          resolve({ ...end, ...(why === undefined ? {} : { why }), ...texts })
        }
        const stop = (reason: string): void => {
          if (why !== undefined) return
          why = reason
          end(child, 'SIGTERM')
          timers.push(setTimeout(kill, KILL_AFTER_MS))
        }
        const kill = (): void => {
          const trouble = end(child, 'SIGKILL')
          if (trouble === undefined) return
          why = `${why}, and goes on: ${trouble}`
          child.unref()
          finish({})
        }
        const onAbort = (): void => stop('was stopped, because Lamplighter ended')
        timers.push(setTimeout(() => stop(`was stopped after ${timeoutMs / 1000} s`), timeoutMs))
        if (signal?.aborted) onAbort()
        else signal?.addEventListener('abort', onAbort, { once: true })
        child.stdout.on('data', (chunk: Buffer) => take(chunk, printed))
        child.stderr.on('data', (chunk: Buffer) => take(chunk))
        child.stdin.on('error', () => undefined) // it does not read: that is its own affair
        const endInput = (): void => void child.stdin.end()
        if (inputEndsAfter === undefined && (inputEndsOn === undefined || inputEndsOn.aborted))
          child.stdin.end(input)
        else child.stdin.write(input)
        inputEndsOn?.addEventListener('abort', endInput, { once: true })
        child.on('error', (error) => {
          why = whyNotStarted(error)
          finish({})
        })
        child.on('exit', (code, by) => {
          const how = { ...(code === null ? {} : { code }), ...(by === null ? {} : { signal: by }) }
          child.on('close', () => finish(how))
          timers.push(setTimeout(() => finish(how), LAST_WORDS_MS))
        })
      })
    },
  }
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8')
}

/** Node.js tells some of what goes wrong later, and throws the rest: a path that leads through a file, a NUL in a word. */
export function started(
  [command = '', ...args]: readonly string[],
  env?: CommandOptions['env'],
): ChildProcessWithoutNullStreams | Error {
  try {
    const why = command.includes('/') ? whyNotTrusted(command) : undefined
    if (why !== undefined) return new Error(`was not started: it ${why}`)
    const around = env && { env: { ...process.env, ...env } }
    if (windows && isBatch(command)) {
      const batch = batchStart([command, ...args], process.env['ComSpec'] ?? 'cmd.exe')
      return spawn(batch.command, batch.args, {
        stdio: 'pipe',
        windowsHide: true,
        windowsVerbatimArguments: true,
        ...around,
      })
    }
    return spawn(command, args, { stdio: 'pipe', detached: !windows, windowsHide: true, ...around })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

export function whyNotStarted(error: Error): string {
  if (codeOf(error) === 'ENOENT') return 'is not there'
  return codeOf(error) === undefined ? error.message : `cannot be started (${codeOf(error)})`
}

/** With all it started. @returns why it could not be told to end: it may have become another user's, as through sudo */
function end(child: ChildProcess, signal: NodeJS.Signals): string | undefined {
  if (child.pid === undefined) return undefined
  try {
    if (windows) child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') return codeOf(error) ?? messageOf(error) // else it ended meanwhile
  }
  return undefined
}
