/** Which token came out of which: the chain of refreshes, as far as the journal saw it. */
import { isUsedUp, type JournalEntry } from './journal-entry.ts'

/** Guards against a ring in the journal, which nothing of ours writes. */
const MAX_CHAIN = 10_000

export interface Lineage {
  /** The end of the chain; the token itself where nothing came of it. */
  readonly newest: string
  /** The last refresh on the way there, where what came back may be in the journal only. */
  readonly unstored?: JournalEntry
}

export async function lineageOf(
  first: string,
  read: (fingerprint: string) => Promise<JournalEntry | undefined>,
): Promise<Lineage> {
  let newest = first
  let last: JournalEntry | undefined
  for (let step = 0; step < MAX_CHAIN; step++) {
    const ticket = await read(newest)
    if (ticket?.state === 'answered' || isUsedUp(ticket)) last = ticket
    if (!ticket?.successor || !isUsedUp(ticket) || ticket.successor === newest) break
    newest = ticket.successor
  }
  const isKept = last?.state === 'answered' || last?.state === 'superseded'
  return { newest, ...(last && isKept && last.successor === newest ? { unstored: last } : {}) }
}
