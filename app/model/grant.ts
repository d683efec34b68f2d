/** Which entries stand for one grant? Pure. OpenClaw copies one login into every agent's file: one grant, many holders. */

import { type Account, compareAccounts } from './credential.ts'
import { currentCopy } from './current-copy.ts'
import type { HeldEntry } from './holder.ts'
import { keeperCalled } from './keeper-name.ts'

export interface Grant {
  /** Never empty; sorted by holder id. */
  readonly entries: readonly HeldEntry[]
  /** The entry whose tokens count: not spent, its rotator's, outlasting the others. */
  readonly current: HeldEntry
}

/**
 * Entries belong together when they hold the same token, when one's token came out of the other's (`newestOf`), when
 * they are the same profile of the same account in different files of one store, or when one is borrowed and the other
 * gave its refresh token to the same lender: the token that is lent comes to one after the other.
 * @param newestOf the end of the chain of refreshes that starts at this fingerprint, as far as we saw it
 */
export function groupIntoGrants(
  entries: readonly HeldEntry[],
  newestOf: (fingerprint: string) => string,
): readonly Grant[] {
  const groups = new Map<HeldEntry, HeldEntry[]>()
  const firstWith = new Map<string, HeldEntry[]>()
  const borrowed = entries.filter(({ lender }) => lender)
  for (const entry of entries) {
    let group: HeldEntry[] = [entry]
    for (const key of [...keysOf(entry, newestOf), ...lentKey(entry, borrowed)]) {
      const other = firstWith.get(key)
      if (other && other !== group) group = merge(groups, firstWith, other, group)
      firstWith.set(key, group)
    }
    for (const member of group) groups.set(member, group)
  }
  return [...new Set(groups.values())].map(toGrant)
}

function merge(
  groups: Map<HeldEntry, HeldEntry[]>,
  firstWith: Map<string, HeldEntry[]>,
  into: HeldEntry[],
  from: HeldEntry[],
): HeldEntry[] {
  into.push(...from)
  for (const member of from) groups.set(member, into)
  for (const [key, group] of firstWith) if (group === from) firstWith.set(key, into)
  return into
}

function keysOf(entry: HeldEntry, newestOf: (fingerprint: string) => string): readonly string[] {
  const keys: string[] = []
  if (entry.fingerprint) keys.push(`token ${entry.provider} ${newestOf(entry.fingerprint)}`)
  const account = accountKey(entry.account)
  const place = `${entry.holder.store} ${entry.provider} ${entry.holder.entry}`
  if (account) keys.push(`account ${place} ${account}`)
  else if (!entry.fingerprint) keys.push(`place ${place}`)
  return keys
}

/** Of several borrowed ones of one account at one lender nobody can say whose a file is. */
function lentKey(entry: HeldEntry, borrowed: readonly HeldEntry[]): readonly string[] {
  if (entry.lender) return [`lent ${entry.holder.id}`]
  if (entry.keptBy === undefined) return []
  const [first, ...others] = borrowed.filter(
    ({ lender, provider, account }) =>
      lender !== undefined &&
      keeperCalled(lender.name) === entry.keptBy &&
      provider === entry.provider &&
      compareAccounts(account, entry.account) === 'same',
  )
  return first && others.length === 0 ? [`lent ${first.holder.id}`] : []
}

function accountKey(account: Account): string | undefined {
  return account.id ?? account.email?.toLowerCase()
}

function toGrant(members: readonly HeldEntry[]): Grant {
  const entries = [...members].sort((a, b) => (a.holder.id < b.holder.id ? -1 : 1))
  return { entries, current: currentCopy(entries) }
}
