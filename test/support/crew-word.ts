/** What a process with nodes of a fleet says, a line of JSON each. */
import type { Register, RegisterWrite } from '../../app/base/register.ts'

export type CrewWord =
  | { readonly node: string; readonly grant: string; readonly generation: number }
  | { readonly node: string; readonly grant: string; readonly outcome: string }
  /** It may spend from now on. */
  | { readonly node: string; readonly ticketAtMs: number }

/** The same register; whoever gets a ticket there is told. */
export function tellingTickets(register: Register, onTicket: () => void): Register {
  const telling = async (write: Promise<RegisterWrite>, key: string): Promise<RegisterWrite> => {
    const made = await write
    if (made.kind === 'written' && key.includes('/tickets/')) onTicket()
    return made
  }
  return {
    ...register,
    create: (key, value) => telling(register.create(key, value), key),
    replace: (key, value, revision) => telling(register.replace(key, value, revision), key),
  }
}
