/** A program on this machine that speaks in lines: our end of its standard input and output. */
import type { LineChannel } from '../../base/ports.ts'
import { started, whyNotStarted } from '../process/commands.ts'
import { childChannel } from './child-channel.ts'

export function converse(words: readonly string[]): LineChannel {
  const child = started(words)
  if (!(child instanceof Error)) return childChannel(child, words[0] ?? '')
  return {
    send: () => false,
    onLine: () => undefined,
    closed: Promise.resolve({ why: whyNotStarted(child) }),
    close: () => undefined,
  }
}
