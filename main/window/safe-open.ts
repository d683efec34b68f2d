/** The only way out to the system's browser. */
import { AppError } from '../../app/base/errors.ts'
import type { Browser } from '../../app/base/ports.ts'
import { isSafeUrl } from '../../app/platform/net/loopback.ts'

/** https anywhere, http on loopback only; nothing that a shell, a file manager or a mail program would pick up. */
export function isSafeToOpen(address: string): boolean {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return url.username === '' && url.password === '' && isSafeUrl(url)
}

/** @throws AppError ARGUMENT_INVALID for anything but https and loopback http */
export function safeBrowser(openExternal: (address: string) => Promise<void>): Browser {
  return {
    async open(address) {
      if (!isSafeToOpen(address)) {
        throw new AppError('ARGUMENT_INVALID', 'Only https addresses are opened in the browser.')
      }
      await openExternal(new URL(address).href)
    },
  }
}
