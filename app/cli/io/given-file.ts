/**
 * The beginning of a file that a person named. Not through the port for files: it may be a pipe, as a shell makes one for
 * `<(pass show logins)`. Opened without waiting, since one at whose other end nobody is would keep us for ever.
 */
import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { AppError, messageOf } from '../../base/errors.ts'
import { codeOf } from '../../platform/files/system-error.ts'

/** Somebody is at the other end and has said nothing yet. */
const LOOK_AGAIN_MS = 20

/**
 * @param what "The passphrase"
 * @param isEnough of what was read so far
 * @throws AppError ARGUMENT_INVALID
 */
export async function beginningOf(
  path: string,
  what: string,
  mostBytes: number,
  isEnough: (bytes: Buffer) => boolean = () => false,
): Promise<string> {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    return await firstBytes(file, mostBytes, isEnough).finally(() => file.close())
  } catch (error) {
    throw new AppError('ARGUMENT_INVALID', `${what} in ${path} cannot be read.`, { cause: messageOf(error) })
  }
}

async function firstBytes(
  file: FileHandle,
  mostBytes: number,
  isEnough: (bytes: Buffer) => boolean,
): Promise<string> {
  const bytes = Buffer.alloc(mostBytes)
  let length = 0
  while (length < mostBytes && !isEnough(bytes.subarray(0, length))) {
    const read = await readSome(file, bytes.subarray(length))
    if (read === 0) break
    length += read
  }
  return bytes.subarray(0, length).toString('utf8')
}

async function readSome(file: FileHandle, room: Buffer): Promise<number> {
  for (;;) {
    try {
      return (await file.read(room)).bytesRead
    } catch (error) {
      if (codeOf(error) !== 'EAGAIN') throw error
      await pause(LOOK_AGAIN_MS)
    }
  }
}
