/** Which of several copies of one login counts: not spent, ours to refresh, newer than the others. Pure. */

import { isNewer } from './expiry.ts'
import type { HeldEntry } from './holder.ts'

/** The entry whose tokens count. @param entries never empty */
export function currentCopy(entries: readonly HeldEntry[]): HeldEntry {
  return entries.reduce((best, entry) => (counts(entry, best) ? entry : best))
}

/** Does `a` count more than `b`? */
function counts(a: HeldEntry, b: HeldEntry): boolean {
  if (a.spent !== b.spent) return !a.spent
  if (rank(a) !== rank(b)) return rank(a) > rank(b)
  if (!a.credential || !b.credential) return a.credential !== undefined && b.credential === undefined
  return isNewer(a.credential, b.credential)
}

/** Ours to refresh; ours to ask somebody else for; neither. */
function rank({ mode }: HeldEntry): number {
  if (mode === 'own' || mode === 'shared') return 2
  return mode === 'borrowed' || mode === 'delegated' ? 1 : 0
}
