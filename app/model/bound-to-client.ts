/** A login whose client was registered by its program, on this machine: nobody elsewhere could renew it, and who borrows has no need to. Pure. */
import type { Entry } from './holder.ts'

export function boundToClient({ owner }: Pick<Entry, 'owner'>): string {
  return `${owner} registered a client for this login alone, on the machine where it is: Lamplighter neither moves nor copies it. Another machine can borrow it, or sign in with ${owner} there.`
}
