/** A file that somebody chose: a plain file, of a size that logins have, read whole. */
import { AppError, type ErrorCode } from '../../../base/errors.ts'
import type { Ports } from '../../../base/ports.ts'

/** Thousands of logins fit; more is no file of ours, and is not read into memory. */
export const MAX_BYTES = 8 * 1024 * 1024
/** Hundreds of keys. */
const MAX_KEY_BYTES = 256 * 1024

/** @throws AppError IMPORT_UNREADABLE; STORE_UNREADABLE with the system's reason */
export function readChosen(files: Ports['files'], path: string): Promise<Uint8Array> {
  return readLimited(files, path, MAX_BYTES, 'that is no file of logins', 'IMPORT_UNREADABLE')
}

/** @throws AppError IDENTITY_NEEDED; STORE_UNREADABLE with the system's reason */
export function readKeys(files: Ports['files'], path: string): Promise<Uint8Array> {
  return readLimited(files, path, MAX_KEY_BYTES, 'that is no file of keys', 'IDENTITY_NEEDED')
}

async function readLimited(
  files: Ports['files'],
  path: string,
  most: number,
  verdict: string,
  code: ErrorCode,
): Promise<Uint8Array> {
  const found = await files.stat(path)
  if (!found) throw new AppError(code, `${path} is not there.`)
  if (found.kind === 'directory') throw new AppError(code, `${path} is a folder, not a file.`)
  // A pipe or a device would never end.
  if (found.kind === 'other') throw new AppError(code, `${path} is a device or a pipe, not a file.`)
  const bytes = found.size > most ? undefined : await files.readBytes(path)
  if (bytes === undefined || bytes.length > most) {
    const size = most < 1024 * 1024 ? `${most / 1024} KiB` : `${most / 1024 / 1024} MiB`
    throw new AppError(code, `${path} is larger than ${size}; ${verdict}.`)
  }
  if (bytes.length === 0) {
    throw new AppError(code, `${path} is empty.`, {
      hint: 'Copy it again: perhaps the copying was cut short.',
    })
  }
  return bytes
}

/** Undefined when it is not UTF-8. */
export function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

export function unknown(path: string): AppError {
  return new AppError('IMPORT_UNREADABLE', `${path} is not a file Lamplighter can import from.`, {
    hint: 'Choose another machine’s auth-profiles.json or its .openclaw folder, or a file that Lamplighter exported.',
  })
}
