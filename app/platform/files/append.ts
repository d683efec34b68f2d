/** Text at the end of a file. One write in append mode: what several processes add does not mix. */
import { appendFileSync, closeSync, constants, fsyncSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Flushing } from '../../base/ports.ts'
import { AdaptiveIo } from './adaptive-io.ts'
import { flushAside } from './atomic-write.ts'
import { openRegular } from './regular.ts'
import { isAbsent } from './system-error.ts'

const quick = new AdaptiveIo()
const AT_THE_END = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT

export function append(path: string, text: string): void {
  const file = openToAppend(path)
  try {
    appendFileSync(file, text)
  } finally {
    closeSync(file)
  }
}

/**
 * The flush goes through the thread pool at once. To hear that it is over takes a turn of the loop, so whoever needs to
 * know now flushes once more: of a clean file that costs next to nothing. Each descriptor is told of a disk's error
 * once, hence two.
 */
export function appendFlushing(path: string, text: string): Flushing {
  const aside = openToAppend(path)
  const close = [() => closeSync(aside)]
  let direct: number
  try {
    direct = openToAppend(path)
    close.push(() => closeSync(direct))
    appendFileSync(aside, text)
  } catch (error) {
    for (const one of close) one()
    throw error
  }
  let isOver = false
  const flushing = flushAside(aside).finally(() => {
    isOver = true
    for (const one of close) one()
  })
  flushing.catch(() => undefined) // told to whoever asks
  return () =>
    isOver
      ? flushing
      : quick.run(
          () => fsyncSync(direct),
          () => flushing,
        )
}

function openToAppend(path: string): number {
  try {
    return openRegular(path, AT_THE_END, 0o600)
  } catch (error) {
    if (!isAbsent(error)) throw error
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return openRegular(path, AT_THE_END, 0o600)
  }
}
