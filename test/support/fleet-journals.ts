/** What the journals of a fleet's machines say of a refresh token. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FleetKeys } from '../../app/engine/fleet/grant-seal.ts'
import { parseJournalEntry } from '../../app/model/journal-entry.ts'
import { FakeRandom } from '../fakes/random.ts'
import type { Home } from './home.ts'

/** Does anybody have the answer to it? */
export function isAnsweredIn(
  homes: readonly Pick<Home, 'path'>[],
  { fleet, naming }: Pick<FleetKeys, 'fleet' | 'naming'>,
  token: string,
): boolean {
  const mark = new FakeRandom().fingerprint(token, naming)
  return homes.some(({ path }) => {
    const folder = join(path, 'state', 'fleets', fleet, 'journal')
    if (!existsSync(folder)) return false
    return readdirSync(folder)
      .filter((name) => name.startsWith(mark) && name.endsWith('.json'))
      .some((name) => {
        const entry = parseJournalEntry(readFileSync(join(folder, name), 'utf8'), name)
        return entry.state === 'answered' || entry.state === 'spent'
      })
  })
}
