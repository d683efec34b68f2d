/**
 * What the start needed for a moment goes back to the system, some seven megabytes. V8 would keep it: a program that
 * stands idle in the tray makes nothing new, and so gives it no reason to look.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The first look is over, and nobody waits for a tenth of a second. */
const AFTER_MS = 5_000

export function giveBackMemorySoon(): void {
  setTimeout(giveBackMemory, AFTER_MS).unref()
}

/** Node.js has the collector by this way only; where V8 does not show it, nothing happens. */
export function giveBackMemory(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext("typeof gc === 'function' ? gc : undefined")
  setFlagsFromString('--no-expose-gc')
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' })
}
