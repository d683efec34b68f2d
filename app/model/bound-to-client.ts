/** A login whose client was registered by its program, on this machine: nobody elsewhere could renew it. Pure. */
import type { Entry } from './holder.ts'

export function boundToClient({ owner }: Pick<Entry, 'owner'>): string {
  return `Only the client that ${owner} registered on this machine can renew it. Sign in with ${owner} on the other machine.`
}
