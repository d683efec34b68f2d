/**
 * By refresh token that does not rotate: the access tokens which a refresh replaced while one of the login's files could
 * not be written. A copy that bears one is older by knowledge, whatever its end says.
 */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'
import type { HeldEntry } from '../../model/holder.ts'
import { accessMarkOf } from './fingerprint.ts'

const schema = z.object({ version: z.literal(1), marks: z.array(z.string()) })
const NAME = /^([0-9a-f]{12})\.replaced\.json$/

export interface ReplacedTokens {
  /** Fingerprints of access tokens. @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
  replacedBy(fingerprint: string): Promise<readonly string[]>
  /** In the place of what was said before: none, once every file holds the newest. @throws AppError STORE_UNWRITABLE */
  recordReplaced(fingerprint: string, marks: readonly string[]): Promise<void>
  pruneReplaced(isHeld: (fingerprint: string) => boolean): Promise<void>
}

export function createReplacedTokens({ files, paths }: Pick<Ports, 'files' | 'paths'>): ReplacedTokens {
  const pathOf = (fingerprint: string): string => `${paths.journal}/${fingerprint}.replaced.json`
  return {
    async replacedBy(fingerprint) {
      const text = await files.read(pathOf(fingerprint))
      if (text === undefined) return []
      const parsed = schema.safeParse(parseJson(text))
      if (parsed.success) return parsed.data.marks
      throw new AppError('STORE_CORRUPT', `The journal entry ${pathOf(fingerprint)} cannot be understood.`, {
        hint: 'It says which copies of a login are the older ones. Move it away once all of them are the same.',
      })
    },
    async recordReplaced(fingerprint, marks) {
      const path = pathOf(fingerprint)
      if (marks.length > 0) await files.writeAtomic(path, JSON.stringify({ version: 1, marks }))
      else if (await files.stat(path)) await files.remove(path)
    },
    async pruneReplaced(isHeld) {
      for (const name of await files.list(paths.journal)) {
        const fingerprint = NAME.exec(name)?.[1]
        if (fingerprint !== undefined && !isHeld(fingerprint)) await files.remove(pathOf(fingerprint))
      }
    },
  }
}

/** With what is known of copies that hold one refresh token and different access tokens. @throws as replacedBy() */
export async function withReplaced(
  ports: Pick<Ports, 'random'>,
  { replacedBy }: Pick<ReplacedTokens, 'replacedBy'>,
  entries: readonly HeldEntry[],
): Promise<readonly HeldEntry[]> {
  const marksBy = new Map<string, Set<string | undefined>>()
  for (const { fingerprint, credential } of entries) {
    if (fingerprint === undefined || !credential?.refreshToken) continue
    const marks = marksBy.get(fingerprint) ?? new Set()
    marksBy.set(fingerprint, marks.add(accessMarkOf(ports, credential)))
  }
  const replaced = new Set<string>()
  for (const [fingerprint, marks] of marksBy) {
    if (marks.size < 2) continue
    for (const mark of await replacedBy(fingerprint)) replaced.add(`${fingerprint} ${mark}`)
  }
  if (replaced.size === 0) return entries
  return entries.map((entry) => {
    const mark = accessMarkOf(ports, entry.credential)
    return replaced.has(`${entry.fingerprint} ${mark}`) ? { ...entry, replaced: true } : entry
  })
}
