/**
 * What came in the place of what, from one look to the next. Another program's refresh leaves no note in our journal:
 * where two entries held one token, and the one holds another of the same account now, the other was left behind. Pure.
 */
import { compareAccounts } from './credential.ts'
import type { HeldEntry } from './holder.ts'

/** By a fingerprint that is still held somewhere: the holder in whose place something newer stands now. */
export type Succession = ReadonlyMap<string, string>

export function successionSince(
  before: { readonly entries: readonly HeldEntry[]; readonly descent: Succession },
  now: readonly HeldEntry[],
): Succession {
  const held = new Set(now.map((entry) => entry.fingerprint))
  const places = new Map(now.map((entry) => [entry.holder.id, entry]))
  const descent = new Map<string, string>()
  for (const [fingerprint, place] of before.descent) {
    if (held.has(fingerprint) && places.has(place)) descent.set(fingerprint, place)
  }
  for (const { holder, fingerprint, account } of before.entries) {
    const next = places.get(holder.id)
    if (fingerprint === undefined || next?.fingerprint === undefined || next.fingerprint === fingerprint)
      continue
    const isLeftBehind = held.has(fingerprint) && compareAccounts(account, next.account) === 'same'
    if (isLeftBehind) descent.set(fingerprint, holder.id)
  }
  return descent
}
