/** The system's own browser, never a window of ours (RFC 8252 §8.12). No shell sees the address. */
import { AppError } from '../../base/errors.ts'
import type { Browser } from '../../base/ports.ts'
import { launch } from '../process/launch.ts'
import { isSafeUrl } from './loopback.ts'

export function createBrowser(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): Browser {
  return {
    async open(text) {
      const url = URL.canParse(text) ? new URL(text) : undefined
      if (!url || !isSafeUrl(url)) throw new AppError('ARGUMENT_INVALID', 'Only https addresses are opened.')
      const [command, args] = commandFor(platform, url.href)
      await launch(command, args, env).catch((error: unknown) => {
        throw notOpened(command, error)
      })
    },
  }
}

/** Exported for the tests of the systems one is not on. */
export function commandFor(platform: NodeJS.Platform, url: string): [command: string, args: string[]] {
  if (platform === 'darwin') return ['open', [url]]
  if (platform === 'win32') return ['rundll32.exe', ['url.dll,FileProtocolHandler', url]]
  return ['xdg-open', [url]]
}

function notOpened(command: string, cause: unknown): AppError {
  return new AppError('LOGIN_UNAVAILABLE', `No browser could be opened with ${command}.`, {
    cause,
    hint: 'Copy the address into a browser yourself.',
  })
}
