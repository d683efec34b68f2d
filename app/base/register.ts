/**
 * What the machines of a fleet share: texts under keys, of which each write is a comparison of one key with what was read.
 * It keeps every acknowledged write, and a part of it without a majority grants nothing.
 */
export interface Register {
  /** What was acknowledged to anybody before is seen. Undefined when absent. @throws RegisterFailure */
  read(key: string): Promise<RegisterRecord | undefined>
  /** By key; the revision is the one that all of it is as of. @param newerThan only what was written later @throws RegisterFailure */
  list(prefix: string, newerThan?: number): Promise<RegisterList>
  /** @throws RegisterFailure; after `unknown` the same call again tells, as long as the value is like no other */
  create(key: string, value: string): Promise<RegisterWrite>
  /** @throws RegisterFailure, as create() */
  replace(key: string, value: string, revision: number): Promise<RegisterWrite>
  /** What is there no more is refused, without `now`. @throws RegisterFailure */
  remove(key: string, revision: number): Promise<RegisterWrite>
  /**
   * What changes after the revision `since`, in the order of each key; states in between may be passed over, none is told
   * twice. It goes on through every failure. What was removed while nobody listened for long may be missing.
   * @returns ends it
   */
  watch(prefix: string, since: number, listener: (change: RegisterChange) => void): () => void
  /**
   * A key that goes when this process goes. For people, and for those who wait: nothing is permitted because of it.
   * @returns what is there already, of somebody else @throws RegisterFailure
   */
  present(key: string, value: string, ttlMs: number): Promise<Presence | { readonly now: RegisterRecord }>
  /** Another one than before: a backup was restored, or it is another register. @throws RegisterFailure */
  identity(): Promise<string>
  /** Ends every watch and every presence of ours. */
  close(): Promise<void>
}

/** One key of a fleet's register. */
export interface RegisterRecord {
  readonly key: string
  readonly value: string
  /** Of its last write; grows with every write to the register. */
  readonly revision: number
}

/** Durable on a majority, and never taken back; or another write came first, and this is what there is now. */
export type RegisterWrite =
  | { readonly kind: 'written'; readonly revision: number }
  | { readonly kind: 'refused'; readonly now?: RegisterRecord }

export type RegisterChange =
  | { readonly kind: 'changed'; readonly record: RegisterRecord }
  | { readonly kind: 'removed'; readonly key: string; readonly revision: number }
  /** What was told so far may be out of date. */
  | { readonly kind: 'behind'; readonly failure: RegisterFailure }
  /** Nothing that was written before this moment is missing any more. Told once at the beginning, then after each `behind`. */
  | { readonly kind: 'level' }

/** Where a fleet's register is, and as whom it is spoken to. */
export interface RegisterAddress {
  /** "https://10.0.0.1:2379", each of its members. */
  readonly members: readonly string[]
  /** PEM of the authority that signed their certificates; absent: whom this system trusts. */
  readonly ca?: string
  readonly user: string
  readonly password: { expose(): string }
  /** The identity it had before; absent: whatever answers first. */
  readonly cluster?: string
}

/** What users of one kind may do: nothing but this. */
export interface RegisterRole {
  readonly name: string
  readonly rights: readonly RegisterRight[]
}

/** To one key, or to all that begin with it. */
export interface RegisterRight {
  readonly key: string
  readonly isPrefix: boolean
  readonly mayWrite: boolean
}

/** Makes and removes the users of a register. Whatever was done already is fine. @throws RegisterFailure from each */
export interface RegisterUsers {
  identity(): Promise<string>
  /** With these rights, in place of those it had. */
  putRole(role: RegisterRole): Promise<void>
  putUser(user: string, password: { expose(): string }, role: string): Promise<void>
  removeUser(user: string): Promise<void>
  removeRole(name: string): Promise<void>
  close(): void
}

export interface Registers {
  /** Touches nothing until the first call. @throws AppError ARGUMENT_INVALID */
  open(address: RegisterAddress): Register
  /** As somebody who may make users. @throws AppError ARGUMENT_INVALID */
  administer(address: RegisterAddress): RegisterUsers
}

export interface RegisterList {
  readonly records: readonly RegisterRecord[]
  readonly revision: number
}

export interface Presence {
  /** Never throws: what cannot be told goes by itself. */
  leave(): Promise<void>
}

export type RegisterFailureReason =
  | 'unreachable' // nothing was done
  | 'unknown' // it may have been done: the same write again, until it is written or refused
  | 'no-quorum' // whoever answered has no majority: a read failed, a write is as unknown
  | 'denied' // the user is gone, or has no right to it
  | 'full' // nothing is written until somebody makes room
  | 'gone-back' // another register, or older than what it has told before

/** Thrown by every call of a Register. `left` says whether any byte of the request can have reached it. */
export class RegisterFailure extends Error {
  override readonly name = 'RegisterFailure'
  readonly reason: RegisterFailureReason
  readonly left: boolean

  constructor(reason: RegisterFailureReason, left: boolean, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
    this.left = left
  }
}
