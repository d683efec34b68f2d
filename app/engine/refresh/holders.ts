/** Reading and writing every holder of one grant. */

import { toFailure } from '../../base/errors.ts'
import type { Credential } from '../../model/credential.ts'
import { compareAccounts } from '../../model/credential.ts'
import { type Copy, isNewer } from '../../model/current-copy.ts'
import { sameTokens } from '../../model/expiry.ts'
import type { Entry, HeldEntry, Holder } from '../../model/holder.ts'
import { isUsedUp } from '../../model/journal-entry.ts'
import type { HolderTrouble } from '../../model/refresh-outcome.ts'
import type { CredentialStore, StoreLock } from '../../stores/store.ts'
import { type WriteHow, writingOf } from '../../stores/store.ts'
import { fingerprintOf } from '../journal/fingerprint.ts'
import { withReplaced } from '../journal/replaced-tokens.ts'
import type { HolderContext } from './context.ts'

/** Where newer tokens were found, for the record of an adoption. */
export function foundAt(entry: Pick<HeldEntry, 'fingerprint' | 'owner'>): {
  readonly successor?: string
  readonly foundIn: string
} {
  const { fingerprint, owner } = entry
  return { ...(fingerprint === undefined ? {} : { successor: fingerprint }), foundIn: owner }
}

export function storeOf(tools: Pick<HolderContext, 'stores'>, holder: Holder): CredentialStore {
  const store = tools.stores.get(holder.store)
  if (!store) throw new Error(`no store is called ${holder.store}`)
  return store
}

/** What each holder says now, from the disk. Gone ones are left out; one that cannot be read keeps what we knew, as a problem. */
export async function readHolders(
  tools: HolderContext,
  known: readonly HeldEntry[],
): Promise<readonly HeldEntry[]> {
  const entries: HeldEntry[] = []
  for (const old of known) {
    const entry = await readHolder(tools, old)
    if (entry) entries.push(await withJournalEntry(tools, entry))
  }
  return withReplaced(tools.ports, tools.journal, entries)
}

/** As readHolders(), for one and without the journal's word on it. */
export async function readHolder(
  tools: Pick<HolderContext, 'ports' | 'stores'>,
  known: HeldEntry,
): Promise<Omit<HeldEntry, 'spent'> | undefined> {
  try {
    const entry = await storeOf(tools, known.holder).read(known.holder)
    if (!entry) return undefined
    const fingerprint = fingerprintOf(tools.ports, entry.credential)
    return { ...entry, provider: known.provider, ...(fingerprint === undefined ? {} : { fingerprint }) }
  } catch (error) {
    const { credential: _, ...rest } = known
    return { ...rest, problem: toFailure(error) }
  }
}

async function withJournalEntry(tools: HolderContext, entry: Omit<HeldEntry, 'spent'>): Promise<HeldEntry> {
  const { credential, fingerprint } = entry
  const isFound = credential !== undefined && fingerprint !== undefined
  const ticket = isFound ? await tools.journal.read(fingerprint) : undefined
  const made = isFound && tools.journal.hasMade(fingerprint)
  return { ...entry, spent: isUsedUp(ticket), ...(made ? { made } : {}) }
}

/** May Lamplighter write here at all? */
export function isOurs(entry: Entry): boolean {
  return (entry.mode === 'own' || entry.mode === 'shared') && entry.problem === undefined
}

/** Is what this entry holds older than `current`, for certain enough to be overwritten? Otherwise it may be another login. */
export function isStale(entry: HeldEntry, current: Copy): boolean {
  const newest = current.credential
  if (!newest || !entry.credential || sameTokens(entry.credential, newest)) return false
  if (entry.spent || entry.replaced) return true
  return compareAccounts(entry.account, newest.account) === 'same' && isNewer(current, entry)
}

/** Takes the foreign locks of every store involved, all or none. @throws AppError STORE_LOCKED, STORE_READ_ONLY */
export async function lockHolders(
  tools: HolderContext,
  entries: readonly HeldEntry[],
  waitMs: number,
): Promise<StoreLock> {
  const held: StoreLock[] = []
  const release = async (): Promise<void> => {
    for (const one of held.reverse()) await one.release()
  }
  for (const [id, store] of tools.stores) {
    const holders = entries
      .filter((entry) => entry.holder.store === id && isOurs(entry))
      .map((entry) => entry.holder)
    if (holders.length === 0) continue
    try {
      held.push(await writingOf(store).lock(holders, waitMs))
    } catch (error) {
      await release()
      throw error
    }
  }
  return {
    anyTaken: held.some((one) => one.anyTaken),
    async stillHeld() {
      for (const one of held) if (!(await one.stillHeld())) return false
      return true
    },
    release,
  }
}

export interface Written {
  readonly written: readonly Holder[]
  readonly troubles: readonly HolderTrouble[]
  /** Holders that hold something newer than what we expected: left alone. */
  readonly changed: readonly Holder[]
}

/**
 * Writes `next` over every entry's present tokens (compare-and-set), carrying on past the ones that fail.
 * @param how as for Store.replace()
 */
export async function writeHolders(
  tools: HolderContext,
  entries: readonly HeldEntry[],
  next: Credential,
  how?: WriteHow,
): Promise<Written> {
  const written: Holder[] = []
  const troubles: HolderTrouble[] = []
  const changed: Holder[] = []
  for (const { holder, credential, ended } of entries) {
    if (!credential && ended === undefined) continue
    if (credential && sameTokens(credential, next)) {
      written.push(holder) // already there: a write that was cut short is being finished
      continue
    }
    try {
      const result = await writingOf(storeOf(tools, holder)).replace(holder, next, credential, how)
      if (result === 'written') written.push(holder)
      else if (result === 'changed') changed.push(holder)
    } catch (error) {
      troubles.push({ holder, failure: toFailure(error) })
    }
  }
  return { written, troubles, changed }
}
