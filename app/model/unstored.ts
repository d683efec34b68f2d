/** Refreshes that were answered and are in no store yet: whose they are, and what a profile looks like meanwhile. */
import type { Failure } from '../contract/failure.ts'
import type { Credential } from './credential.ts'
import { sameTokens } from './expiry.ts'
import type { Grant } from './grant.ts'
import type { HeldEntry } from './holder.ts'
import { type Entry, type Holder, programIn, VAULT } from './holder.ts'
import type { JournalEntry } from './journal-entry.ts'

/** What came back for one refresh token. */
export interface Unstored {
  /** The fingerprint that was spent. */
  readonly grant: string
  /** The end of the chain of refreshes, as far as the journal has it. */
  readonly newest: string
  /** Of what came back. */
  readonly successor: string
  /** Undefined when the journal cannot be opened now. */
  readonly credential: Credential | undefined
  /** Where it belongs, as far as the journal knows. */
  readonly holders: readonly Holder[]
  readonly provider: string | undefined
  /** Nobody else is about to store it. */
  readonly ours: boolean
}

/** The profile is used from the journal: its newest tokens count although no file holds them. */
export function withUnstored(grant: Grant, all: readonly Unstored[]): Grant {
  const { current } = grant
  const unstored = all.find((one) => isWaiting(current, one))
  if (!unstored) return grant
  const { credential, successor } = unstored
  const known = credential ? { credential, fingerprint: successor, spent: false } : {}
  return { ...grant, current: { ...current, ...known, unstored: unstored.grant } }
}

function isWaiting({ credential, fingerprint, spent, problem }: HeldEntry, one: Unstored): boolean {
  if (!credential) return problem !== undefined // its file cannot be understood now
  if (one.credential && sameTokens(credential, one.credential)) return false
  return spent || fingerprint === one.grant
}

/** Entries for what has lost its place altogether: shown, and usable, until the place is back. */
export function withoutPlace({ successor, credential, holders, provider }: Unstored): readonly HeldEntry[] {
  if (!credential || provider === undefined) return []
  return holders.map((holder) => ({
    holder,
    provider,
    account: credential.account,
    ...keeperOf(holder),
    credential,
    fingerprint: successor,
    spent: false,
    problem: {
      code: 'STORE_UNWRITABLE',
      message: `${holder.path} no longer holds this login. Its newest tokens are kept in Lamplighter’s journal.`,
      hint: 'Put the file back and they are written to it. If the login was removed on purpose, nothing need be done.',
    },
  }))
}

/** For the journal of an older Lamplighter, which does not say where the successor belongs. */
export function placeUnknown(profileId: string): Failure {
  return {
    code: 'STORE_UNWRITABLE',
    message: `New tokens of ${profileId} are kept in the journal, and the place they belong to is gone.`,
    hint: 'Put its file back and they are written to it. If the login was removed on purpose, nothing need be done.',
  }
}

function keeperOf(holder: Holder): Pick<Entry, 'mode' | 'owner'> {
  return holder.store === VAULT
    ? { mode: 'own', owner: 'Lamplighter' }
    : { mode: 'shared', owner: programIn(holder.label) }
}

/** An `asking` ticket whose process is gone is an unknown outcome, whatever the file says. */
export function asItStands(ticket: JournalEntry, isOwnerAlive: boolean): JournalEntry {
  return ticket.state === 'asking' && !isOwnerAlive ? { ...ticket, state: 'unknown' } : ticket
}
