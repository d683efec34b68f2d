/** Which of several copies of one login counts: not spent, its rotator's, not known to be replaced, newer than the others. Pure. */

import { CLOCK_SLACK_MS, outlasts } from './expiry.ts'
import type { HeldEntry } from './holder.ts'

/** Tokens, and whether a refresh of ours brought them. */
export type Copy = Pick<HeldEntry, 'credential' | 'made'>

/** The entry whose tokens count. @param entries never empty */
export function currentCopy(entries: readonly HeldEntry[]): HeldEntry {
  return entries.reduce((best, entry) => (counts(entry, best) ? entry : best))
}

/** Does `a` count more than `b`? */
function counts(a: HeldEntry, b: HeldEntry): boolean {
  if (a.spent !== b.spent) return !a.spent
  if (rank(a) !== rank(b)) return rank(a) > rank(b)
  if (a.replaced !== b.replaced) return !a.replaced
  return isNewer(a, b)
}

/**
 * Are `a`'s tokens newer than `b`'s? By when they were issued where both say; else by their ends, which is a guess. Ends
 * that a clock set right may have put in the wrong order say nothing: then it is the one that no refresh of ours brought.
 * What ours came from is known to be spent, so that the other is a sign-in, or what somebody else made of ours.
 */
export function isNewer(a: Copy, b: Copy): boolean {
  if (!a.credential || !b.credential) return a.credential !== undefined && b.credential === undefined
  const [issued, other] = [a.credential.issuedAtMs, b.credential.issuedAtMs]
  if (issued !== undefined && other !== undefined && issued !== other) return issued > other
  const apartMs = Math.abs((a.credential.expiresAtMs ?? 0) - (b.credential.expiresAtMs ?? 0))
  if (apartMs < CLOCK_SLACK_MS && Boolean(a.made) !== Boolean(b.made)) return !a.made
  return outlasts(a.credential, b.credential)
}

/**
 * What only its owner may write comes first: were its refresh token spent through another copy, the owner would be left
 * with a dead one. Then ours to refresh; ours to ask another machine for; neither.
 */
function rank({ mode }: HeldEntry): number {
  if (mode === 'delegated') return 3
  if (mode === 'own' || mode === 'shared') return 2
  return mode === 'borrowed' ? 1 : 0
}
