/** A place where credentials live and are written back. One suite, test/conformance/store.conformance.ts, holds for each. */

import { AppError } from '../base/errors.ts'
import type { LockRemoval, Unwatch, WriteOptions } from '../base/ports.ts'
import type { LockView, LoginStep, PlaceView, RemainingStep } from '../contract/views.ts'
import type { Credential } from '../model/credential.ts'
import type { Entry, Holder, Lender, StoreId } from '../model/holder.ts'
import type { LoginClient } from '../model/provider.ts'

export interface Scan {
  readonly entries: readonly Entry[]
  /** What was found there besides logins ("3 agents"): those are counted where copies are known to be one. */
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

export interface CredentialStore {
  readonly id: StoreId
  /** The program whose logins these are: "OpenClaw", "GitHub CLI". */
  readonly owner: string
  /** Everything held now. One bad file becomes an entry or a place with a problem, never a throw. */
  scan(): Promise<Scan>
  /**
   * One entry, read from the disk. Undefined when it is gone.
   * @throws AppError STORE_CORRUPT, STORE_UNREADABLE (torn reads were already retried)
   */
  read(holder: Holder): Promise<Entry | undefined>
  /** Tells of what changes after the next scan has begun: whoever watches first and then scans misses nothing. */
  watch(onChange: () => void): Unwatch
  /** Where entries can be `own` or `shared`: without it, nothing is ever written there. */
  readonly writing?: Writing
  /** Where entries are `delegated`: how their owner is asked to refresh. */
  readonly delegation?: Delegation
  /** The owner's locks, to show them and to take away what was left behind; absent where they last milliseconds. */
  readonly locks?: StoreLocks
  /** How a person signs in with the owner itself. */
  readonly login?: OwnLogin
  /** What a trial sends, for logins that nothing counts down and a person may try. Undefined where this one has nothing to send. */
  trial?(
    holder: Holder,
  ): Promise<{ readonly credential: Credential; readonly client: LoginClient } | undefined>
  /** The files it looks for, whether they are there or not; a `*` in a name stands for anything. */
  readonly lookedAt?: readonly string[]
  /** Files that were looked for before: where older versions of its owner left them, copies may lie beside. */
  originals?(): Promise<readonly string[]>
  /** Where the owner has these tokens in a file and could keep them in a keychain: what a person does about it. */
  readonly intoKeychain?: string
  /** After a login was written: whatever else the owner keeps about the profile (last good, cooldowns). Call under lock(). */
  afterLogin?(holders: readonly Holder[]): Promise<AfterLogin>
}

export interface AfterLogin {
  /** What was put right, in sentences. */
  readonly repaired: readonly string[]
  readonly remains: readonly RemainingStep[]
}

/** The owner's own way to sign in: a command for a terminal, which asks the person what it wants to know. */
export interface OwnLogin {
  command(entry: Entry): readonly string[]
  /** What it costs to begin, before anybody has signed in. */
  readonly warning?: string
  /**
   * Where the owner itself can be asked to sign in: it gives what a person is to be shown.
   * Resolves when it says that they have signed in. @throws AppError when it could not be asked, or they have not
   */
  readonly ask?: (how: AskedLogin) => Promise<void>
}

export interface AskedLogin {
  readonly method: 'browser' | 'device'
  show(step: Extract<LoginStep, { readonly kind: 'browser' | 'device' }>): void
  /** Aborts when the person thinks better of it. */
  readonly signal: AbortSignal
}

/** The owner refreshes; only the file, read before and after, says whether it did. */
export interface Delegation {
  readonly timeoutMs: number
  /** Resolves when the owner is done, whatever came of it. @throws AppError when it could not be asked */
  refresh(holder: Holder, signal: AbortSignal): Promise<void>
}

/** How tokens are written into a store, under its owner's rules. */
export interface Writing {
  /** How long a lock of this store may be held before the owner takes it away: the request's timeout stays below. */
  readonly maxHoldMs: number
  /**
   * Takes the owner's locks for these holders in the owner's order, all or none, waiting while others hold them.
   * @throws AppError STORE_LOCKED (naming who holds what) after `waitMs`; STORE_READ_ONLY
   */
  lock(holders: readonly Holder[], waitMs: number, signal?: AbortSignal): Promise<StoreLock>
  /**
   * Writes `next` over `expected` (compared by tokens), keeping every unknown field. Call under lock().
   * @param expected undefined: over what the owner left where the tokens were (an entry that has `ended`)
   * @param how with `mayBeUndone` flush the holder's file before anybody relies on its being there after a power cut
   * @throws AppError STORE_UNWRITABLE, STORE_CORRUPT, STORE_READ_ONLY
   */
  replace(
    holder: Holder,
    next: Credential,
    expected: Credential | undefined,
    how?: WriteHow,
  ): Promise<ReplaceResult>
  /**
   * All of replace() that can be known while the new tokens are still to come: the edit, whether the folder takes a file,
   * room on the disk. Changes nothing. @returns lets go of that room; or what replace() would have returned
   * @throws AppError as replace()
   */
  rehearse(holder: Holder, expected: Credential | undefined): Promise<LetGo | 'changed' | 'gone'>
  /**
   * Takes the refresh token out, and what stays says who has it now. Compared by tokens, call under lock().
   * @throws AppError as replace()
   */
  surrender(holder: Holder, expected: Credential, to: Lender): Promise<ReplaceResult>
  /** The files that a write to this holder may touch, its own first: what a backup copies. Empty where no copy may be put back. */
  files(holder: Pick<Holder, 'path'>): readonly string[]
}

/** Before the room can be used. */
export type LetGo = () => Promise<void>

export type WriteHow = Pick<WriteOptions, 'notBefore' | 'mayBeUndone'>

export interface StoreLocks {
  /** Who holds the owner's locks around these holders now; locks that nobody holds are left out. */
  held(holders: readonly Holder[]): Promise<readonly LockView[]>
  /**
   * Takes an abandoned lock around these holders away, if it is still the one with this identity and its owner's own rule
   * allows it; may wait to see that nobody uses it.
   */
  remove(holders: readonly Holder[], path: string, identity: string): Promise<LockRemoval>
}

/** @throws AppError STORE_READ_ONLY where nothing may be written */
export function writingOf(store: CredentialStore): Writing {
  if (store.writing) return store.writing
  throw new AppError('STORE_READ_ONLY', `Lamplighter only reads the logins of ${store.owner}.`)
}
