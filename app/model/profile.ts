/** A named identity of ours: one account at one provider, kept by one grant. Pure. */
import { harmlessId } from '../base/outside-text.ts'
import type { Account } from './credential.ts'
import type { Grant } from './grant.ts'
import type { HeldEntry } from './holder.ts'

export interface Profile {
  /** The entry's name in its file where that is unique, else the holder's id; of harmless characters. Stable over refreshes and restarts. */
  readonly id: string
  /** As the store spells it; the registry knows aliases. */
  readonly provider: string
  readonly grant: Grant
  readonly account: Account
}

export function nameProfiles(grants: readonly Grant[]): readonly Profile[] {
  const taken = new Set<string>()
  return [...grants]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map((grant) => {
      const { holder } = naming(grant)
      const id = free([holder.entry, holder.id].map(harmlessId), taken)
      taken.add(id)
      return { id, provider: grant.current.provider, grant, account: accountOf(grant) }
    })
}

/** Two names can differ in nothing that is seen: the second is numbered. */
function free([first = '', second = '']: readonly string[], taken: ReadonlySet<string>): string {
  if (!taken.has(first)) return first
  if (!taken.has(second)) return second
  for (let number = 2; ; number++) if (!taken.has(`${second}#${number}`)) return `${second}#${number}`
}

/** The primary place names a profile before any other, so that one agent more does not rename it. */
function rank(grant: Grant): string {
  const entry = naming(grant)
  return `${entry.holder.entry} ${entry.primary ? 0 : 1} ${entry.holder.id}`
}

function naming(grant: Grant): HeldEntry {
  return grant.entries.find(({ primary }) => primary) ?? grant.entries[0] ?? grant.current
}

/** What the current entry says first, then whatever any other holder knows. */
function accountOf(grant: Grant): Account {
  const known: Account[] = [grant.current, ...grant.entries].flatMap((entry) => [
    entry.account,
    entry.credential?.account ?? {},
  ])
  const first = (part: keyof Account): string | undefined => known.find((account) => account[part])?.[part]
  const id = first('id')
  const email = first('email')
  const name = first('name')
  return { ...(id ? { id } : {}), ...(email ? { email } : {}), ...(name ? { name } : {}) }
}
