/** The system's own browser, never a window of ours (RFC 8252 §8.12). No shell sees the address. */
import { spawn } from 'node:child_process'
import { AppError } from '../../base/errors.ts'
import type { Browser } from '../../base/ports.ts'
import { isSafeUrl } from './loopback.ts'

const TAKEN_MS = 1_500 // xdg-open stays as long as a browser it had to start; by then it has taken the address

export function createBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): Browser {
  return {
    async open(text) {
      const url = URL.canParse(text) ? new URL(text) : undefined
      if (!url || !isSafeUrl(url)) throw new AppError('ARGUMENT_INVALID', 'Only https addresses are opened.')
      await run(...commandFor(platform, url.href), env)
    },
  }
}

/** Exported for the tests of the systems one is not on. */
export function commandFor(platform: NodeJS.Platform, url: string): [command: string, args: string[]] {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore', env, windowsHide: true })
    const taken = setTimeout(resolve, TAKEN_MS)
    child.unref()
    child.once('error', (error) => {
      clearTimeout(taken)
      reject(notOpened(command, error))
    })
    child.once('exit', (code) => {
      clearTimeout(taken)
      if (code === 0) resolve()
      else reject(notOpened(command, new Error(`${command} ended with ${code}`)))
    })
  })
}

function notOpened(command: string, cause: Error): AppError {
  return new AppError('LOGIN_UNAVAILABLE', `No browser could be opened with ${command}.`, {
    cause,
    hint: 'Copy the address into a browser yourself.',
  })
}
