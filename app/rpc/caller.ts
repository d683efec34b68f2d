/** Who asks, as it says of itself, made fit for the history. Pure but for the question whether a process runs. */
import type { Process } from '../base/ports.ts'
import type { Caller } from './peer.ts'

const LONGEST_NAME = 60

export function callerOf(
  claimed: { readonly process: string; readonly pid: number },
  process: Process,
): Omit<Caller, 'overSsh'> {
  const name = claimed.process.replace(/\p{C}/gu, ' ').trim().slice(0, LONGEST_NAME) || 'somebody'
  return { name, askedBy: process.isAlive(claimed.pid) ? `${name} (pid ${claimed.pid})` : name }
}
