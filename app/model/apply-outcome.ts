/** What the next look will find after a refresh was stored, known before the stores are read again. Pure. */

import { currentCopy } from './current-copy.ts'
import type { Profile } from './profile.ts'
import type { RefreshOutcome } from './refresh-outcome.ts'
import type { Snapshot } from './snapshot.ts'
import { successionSince } from './succession.ts'

export type Whole = Extract<RefreshOutcome, { readonly kind: 'refreshed' | 'adopted' }>

/** New tokens, stored wherever they belong, and nothing lost on the way: nothing to look into before anyone is told. */
export function isWhole(outcome: RefreshOutcome): outcome is Whole {
  if (outcome.kind === 'adopted') return !outcome.raced && outcome.repaired.length === 0
  return outcome.kind === 'refreshed' && outcome.troubles.length === 0 && outcome.narrowed.length === 0
}

export function applyOutcome(look: Snapshot, profileId: string, outcome: Whole): Snapshot {
  const before = look.profiles.get(profileId)
  if (!before) return look
  const { credential, successor } = outcome
  // Of what is adopted we know that it is stored, and not everywhere: the look itself will tell.
  const holders = outcome.kind === 'refreshed' ? outcome.written : [before.grant.current.holder]
  const ids = new Set(holders.map(({ id }) => id))
  const newest = { credential, ...(successor === undefined ? {} : { fingerprint: successor }), spent: false }
  const entries = before.grant.entries.map((entry) =>
    ids.has(entry.holder.id) ? { ...entry, ...newest } : entry,
  )
  const profile: Profile = { ...before, grant: { entries, current: currentCopy(entries) } }
  const profiles = new Map(look.profiles).set(profileId, profile)
  // Who still holds what was renewed was left behind: the next look would no longer see what it was.
  const now = [...profiles.values()].flatMap(({ grant }) => grant.entries)
  const descent = successionSince({ entries: before.grant.entries, descent: look.descent }, now)
  return { ...look, profiles, descent }
}
