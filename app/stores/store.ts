/** A place where credentials live and are written back. One suite, test/conformance/store.conformance.ts, holds for each. */

import type { LockRemoval, Unwatch, WriteOptions } from '../base/ports.ts'
import type { Failure } from '../contract/failure.ts'
import type { LockView, OwnershipMode, PlaceView } from '../contract/views.ts'
import type { Credential } from '../model/credential.ts'

export type StoreId = 'vault' | 'openclaw'

/** Who may spend the refresh token of a borrowed login: another machine of the same person. */
export interface Lender {
  /** Of the other machine, from its state folder. */
  readonly machine: string
  /** What a person calls it. */
  readonly name: string
  /** The profile's id over there. */
  readonly profile: string
  /** What this machine types after `ssh` to ask it; absent where only the other one can call. */
  readonly destination?: string
}

/** One entry in one store. `id` is stable over refreshes and restarts, and unique over all stores. */
export interface Holder {
  readonly store: StoreId
  readonly id: string
  /** "OpenClaw · main" */
  readonly label: string
  /** The file. */
  readonly path: string
  /** The profile's key inside the file: "openai-codex:ada@example.test". */
  readonly entry: string
}

/** What one store says about one entry, at one look. */
export interface Entry {
  readonly holder: Holder
  /** As the store spells it, before aliases: "openai-codex". */
  readonly provider: string
  /** Absent when the secret is held elsewhere (`oauthRef`, SQLite, `keyRef`). */
  readonly credential?: Credential
  /** Known even where the secret is out of reach; absent: an OAuth login. */
  readonly kind?: Credential['kind']
  /** What the store knows of the account even where the secret is out of reach. */
  readonly account: Credential['account']
  readonly mode: OwnershipMode
  /** Who refreshes it when we do not: "OpenClaw", "Claude Code". */
  readonly owner: string
  /** A new login may be written over it although there is nothing to refresh now (its refresh token is missing). */
  readonly writable?: boolean
  /** Of a borrowed login. */
  readonly lender?: Lender
  /** Another machine refreshes it, and what is borrowed from there belongs here as well: that machine's name. */
  readonly keptBy?: string
  /** Why the mode is what it is, or what the owner is doing: "OpenClaw is refreshing it now." */
  readonly note?: string
  /** The owner has marked it dead (a failed fence): only a new login helps. */
  readonly ended?: string
  /** A field that was not understood: shown, never guessed. The entry is then read-only. */
  readonly problem?: Failure
}

export interface Scan {
  readonly entries: readonly Entry[]
  readonly places: readonly PlaceView[]
  readonly lookedAtMs: number
}

/** The owner's locks around a set of holders, taken all or none. */
export interface StoreLock {
  /** False where there were none to take: then what was read under our own lock still holds. */
  readonly anyTaken: boolean
  /** Still ours? Ask right before the request, and before each write. */
  stillHeld(): Promise<boolean>
  release(): Promise<void>
}

export type ReplaceResult =
  | 'written'
  | 'changed' // another credential than `expected` is stored there now: nothing was written
  | 'gone' // the file or the entry is no longer there

export interface Store {
  readonly id: StoreId
  /** Everything held now. One bad file becomes an entry or a place with a problem, never a throw. */
  scan(): Promise<Scan>
  /**
   * One entry, read from the disk. Undefined when it is gone.
   * @throws AppError STORE_CORRUPT, STORE_UNREADABLE (torn reads were already retried)
   */
  read(holder: Holder): Promise<Entry | undefined>
  /**
   * Takes the owner's locks for these holders in the owner's order, all or none, waiting while others hold them.
   * @throws AppError STORE_LOCKED (naming who holds what) after `waitMs`; STORE_READ_ONLY
   */
  lock(holders: readonly Holder[], waitMs: number, signal?: AbortSignal): Promise<StoreLock>
  /**
   * Writes `next` over `expected` (compared by tokens), keeping every unknown field. Call under lock().
   * @param how with `mayBeUndone` flush the holder's file before anybody relies on its being there after a power cut
   * @throws AppError STORE_UNWRITABLE, STORE_CORRUPT, STORE_READ_ONLY
   */
  replace(
    holder: Holder,
    next: Credential,
    expected: Credential,
    how?: Pick<WriteOptions, 'notBefore' | 'mayBeUndone'>,
  ): Promise<ReplaceResult>
  /**
   * Takes the refresh token out, and what stays says who has it now. Compared by tokens, call under lock().
   * @throws AppError as replace()
   */
  surrender(holder: Holder, expected: Credential, to: Lender): Promise<ReplaceResult>
  /** After a login was written: whatever else the owner keeps about the profile (last good, cooldowns). Call under lock(). */
  afterLogin(holders: readonly Holder[]): Promise<readonly string[]>
  /** Who holds the owner's locks around these holders now; locks that nobody holds are left out. */
  locksHeld(holders: readonly Holder[]): Promise<readonly LockView[]>
  /**
   * Takes an abandoned lock around these holders away, if it is still the one with this identity and its owner's own rule
   * allows it; may wait to see that nobody uses it.
   */
  removeLock(holders: readonly Holder[], path: string, identity: string): Promise<LockRemoval>
  /** How long a lock of this store may be held before the owner takes it away: the request's timeout stays below. */
  readonly holdLimitMs: number
  /** Tells of what changes after the next scan has begun: whoever watches first and then scans misses nothing. */
  watch(onChange: () => void): Unwatch
}
