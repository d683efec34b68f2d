/**
 * Where an answer goes that the journal's disk does not take: a folder in memory, with files like the journal's own. It
 * lasts until the machine stops, so whoever reads it there writes it where it belongs as soon as that is possible.
 */

import type { Ports } from '../../base/ports.ts'
import { type JournalEntryBody, parseJournalEntry } from '../../model/journal-entry.ts'

export interface Refuge {
  /** What came back for this attempt and no disk took; undefined where nothing did. @throws AppError STORE_UNREADABLE */
  answerTo(name: string, asked: JournalEntryBody): Promise<JournalEntryBody | undefined>
  /** @throws AppError STORE_UNWRITABLE */
  keep(name: string, text: string): Promise<void>
  /** The journal says more by now. */
  clear(name: string): Promise<void>
  /** What lies there, for whoever looks whether it is still needed. */
  names(): Promise<readonly string[]>
}

export function createRefuge({ files, paths }: Pick<Ports, 'files' | 'paths'>): Refuge {
  const pathOf = (name: string): string => `${paths.refuge}/${name}`
  /** Nearly always there are none, and then nobody need look for one to remove it. */
  const known = new Set<string>()
  return {
    async answerTo(name, asked) {
      const text = await files.read(pathOf(name))
      if (text === undefined) return undefined
      known.add(name)
      const found = parseJournalEntry(text, pathOf(name))
      // Of an earlier claim on the same token, where it could not be removed: its answer was stored long ago.
      const isOfIt = found.pid === asked.pid && found.startedAt === asked.startedAt
      return found.state === 'answered' && isOfIt ? found : undefined
    },
    async keep(name, text) {
      await files.writeAtomic(pathOf(name), text)
      known.add(name)
    },
    async clear(name) {
      if (!known.has(name)) return
      await files.remove(pathOf(name))
      known.delete(name)
    },
    async names() {
      const all = await files.list(paths.refuge)
      for (const name of all) known.add(name)
      return all
    },
  }
}
