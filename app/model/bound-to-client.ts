/** A login whose client was registered by its program, on this machine: nobody elsewhere could renew it. Pure. */
import type { Entry } from './holder.ts'

export function boundToClient({ owner }: Pick<Entry, 'owner'>): string {
  return `${owner} registered a client for this login alone, on the machine where it is: Lamplighter neither moves, lends nor copies it. Sign in with ${owner} where you want to use it.`
}
