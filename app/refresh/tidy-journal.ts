/** Old entries of the journal go, but for those of tokens that a file still holds. */
import { AppError, messageOf } from '../errors.ts'
import type { Look } from '../profiles/profiles.ts'
import type { RefreshTools } from './refresh-once.ts'

/** @param look the files as they are now. Never throws for what a disk refuses: there is another time */
export async function tidyJournal({ journal, ports }: RefreshTools, look: Look): Promise<void> {
  const entries = [...look.profiles.values()].flatMap(({ grant }) => grant.entries)
  const held = new Set(entries.map(({ fingerprint }) => fingerprint))
  try {
    await journal.prune((fingerprint) => held.has(fingerprint))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ports.log.warn('old journal entries could not be removed', { error: messageOf(error) })
  }
}
