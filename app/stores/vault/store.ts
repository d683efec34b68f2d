/**
 * Our own store: one file, each credential sealed under the key in the keychain. Nobody else writes it, so a
 * grant's lock is ours to keep elsewhere, and only the read-modify-write of the file takes a short lock of its own.
 */

import { AppError, toFailure } from '../../base/errors.ts'
import type { Ports, WriteOptions } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import type { Credential } from '../../model/credential.ts'
import { decodeCredential, encodeCredential } from '../../model/credential-codec.ts'
import { sameTokens } from '../../model/expiry.ts'
import type { Entry, Holder, Lender } from '../../model/holder.ts'
import { roomFor, standIn } from '../shared/rehearsal.ts'
import type { CredentialStore, ReplaceResult, Scan, Writing } from '../store.ts'
import { EMPTY, type Vault, type VaultEntry, withEntry } from './format.ts'
import { ParsedCache } from './parsed-cache.ts'

type VaultPorts = Pick<Ports, 'clock' | 'files' | 'keyring' | 'lock' | 'log' | 'paths' | 'random'>

export interface NewEntry {
  /** The profile's name in the vault: "acme:ada@example.test". */
  readonly id: string
  readonly provider: string
  readonly credential: Credential
  readonly label?: string
  /** Another node refreshes it: only the access token is here. */
  readonly borrowed?: Lender
}

export interface VaultStore extends CredentialStore {
  readonly writing: Writing
  /** A new login; over an older one of the same id. @throws AppError STORE_CORRUPT, STORE_READ_ONLY, STORE_UNWRITABLE */
  add(entry: NewEntry): Promise<Holder>
  /** All of add() that can be known before. Its folder is made, and nothing else. @throws as add() */
  rehearseNew(): Promise<void>
  /** What the owner of a borrowed login sent. It stays borrowed, and one that is borrowed no longer is left alone. */
  renew(holder: Holder, next: Credential, expected: Credential, lender?: Lender): Promise<ReplaceResult>
  /** Deletes our copy only; the provider is not told. Absent is fine. @returns what was there, still sealed */
  forget(id: string): Promise<VaultEntry | undefined>
  /** What forget() returned. @returns false when another one is there by now */
  putBack(id: string, entry: VaultEntry): Promise<boolean>
}

type LenderOf = (entry: VaultEntry) => Lender | undefined | 'leave'

const LABEL = 'Lamplighter’s vault'
const LOCK = 'vault'
const LOCK_WAIT_MS = 10_000 // a write takes a few milliseconds; sixteen processes in a row well under a second

export function createVault(ports: VaultPorts): VaultStore {
  const { files, keyring, random } = ports
  const path = ports.paths.vault
  const lastRead = new ParsedCache()

  const holderOf = (id: string): Holder => ({
    store: 'vault',
    id: `vault:${id}`,
    label: LABEL,
    path,
    entry: id,
  })

  const load = async (): Promise<Vault | undefined> => {
    const text = await files.read(path)
    return text === undefined ? undefined : lastRead.parse(text, path)
  }

  const open = (id: string, entry: VaultEntry): Promise<Credential> =>
    lastRead.open(entry, async () => {
      const key = await keyring.key(entry.sealed.split('.')[1])
      return decodeCredential(random.open(key, entry.sealed, contextOf(id)))
    })

  const seal = async (id: string, credential: Credential): Promise<string> =>
    random.seal(await keyring.key(), encodeCredential(credential), contextOf(id))

  const entryOf = async (id: string, entry: VaultEntry, newer: number | undefined): Promise<Entry> => {
    const plain = {
      holder: holderOf(id),
      provider: entry.provider,
      account: entry.account ?? {},
      ...(entry.borrowed ? borrowedFrom(entry.borrowed) : OURS),
    }
    try {
      const credential = await open(id, entry)
      const account = { ...entry.account, ...credential.account }
      return { ...plain, credential, account, ...(newer ? { problem: toFailure(tooNew(path, newer)) } : {}) }
    } catch (error) {
      if (error instanceof AppError) return { ...plain, problem: toFailure(error) }
      throw error
    }
  }

  /** What is there now, for writing. @throws AppError STORE_READ_ONLY, STORE_CORRUPT */
  const loadToWrite = async (): Promise<Vault | undefined> => {
    const vault = await load()
    if (vault?.newer) throw tooNew(path, vault.newer)
    return vault
  }

  const change = <T>(work: () => Promise<T>): Promise<T> => withLock(ports, LOCK, LOCK_WAIT_MS, work)

  /** The whole text with the new tokens in it. @param lenderOf who refreshes it from now on: undefined for ourselves */
  const edit = async (
    holder: Holder,
    next: Credential,
    expected: Credential,
    lenderOf: LenderOf,
  ): Promise<{ readonly text: string } | 'changed' | 'gone'> => {
    const vault = await loadToWrite()
    const why = vault?.damaged.get(holder.entry)
    if (why !== undefined) throw damaged(holder, why)
    const entry = vault?.entries.get(holder.entry)
    if (!vault || !entry) return 'gone'
    if (!sameTokens(await open(holder.entry, entry), expected)) return 'changed'
    const borrowed = lenderOf(entry)
    if (borrowed === 'leave') return 'changed'
    const account = { ...entry.account, ...next.account }
    const sealed = await seal(holder.entry, next)
    return { text: withEntry(vault, holder.entry, { ...entry, account, borrowed, sealed }) }
  }

  const write = (
    holder: Holder,
    next: Credential,
    expected: Credential,
    lenderOf: LenderOf,
    how?: WriteOptions,
  ): Promise<ReplaceResult> =>
    change(async () => {
      const edited = await edit(holder, next, expected, lenderOf)
      if (typeof edited === 'string') return edited
      await files.writeAtomic(path, edited.text, how)
      return 'written'
    })

  const writing: Writing = {
    maxHoldMs: Number.POSITIVE_INFINITY, // nobody takes our locks from a live process

    /** The grant's own lock covers our holders; the file has its short one inside replace(). */
    lock: async () => ({ anyTaken: false, stillHeld: async () => true, release: async () => undefined }),

    // Whatever is written like this is ours to refresh.
    replace: async (holder, next, expected, how) =>
      expected ? write(holder, next, expected, () => undefined, how) : 'changed',

    async rehearse(holder, expected) {
      if (!expected) return 'changed'
      const edited = await edit(holder, standIn(expected), expected, () => undefined)
      return typeof edited === 'string' ? edited : files.reserve(path, roomFor(edited.text))
    },

    surrender: (holder, expected, to) => {
      const { refreshToken: _, ...rest } = expected
      return write(holder, { ...rest, generation: rest.generation + 1 }, expected, () => to)
    },

    files: () => [path],
  }

  return {
    id: 'vault',
    owner: 'Lamplighter',
    writing,

    async scan(): Promise<Scan> {
      const lookedAtMs = ports.clock.now()
      try {
        const vault = await load()
        const entries = await Promise.all(
          [...(vault?.entries ?? [])].map(([id, entry]) => entryOf(id, entry, vault?.newer)),
        )
        const broken = [...(vault?.damaged ?? [])].map(([id, why]) => damagedEntry(holderOf(id), why))
        const all = [...entries, ...broken]
        const problem = vault?.newer ? { problem: toFailure(tooNew(path, vault.newer)) } : {}
        return { entries: all, places: [{ ...place(vault, path), ...problem }], lookedAtMs }
      } catch (error) {
        const problem = toFailure(error)
        return {
          entries: [],
          places: [{ label: LABEL, path, found: 'unreadable', present: true, problem }],
          lookedAtMs,
        }
      }
    },

    async read(holder) {
      const vault = await load()
      const why = vault?.damaged.get(holder.entry)
      if (why !== undefined) throw damaged(holder, why)
      const entry = vault?.entries.get(holder.entry)
      return entry && entryOf(holder.entry, entry, vault?.newer)
    },

    renew: (holder, next, expected, lender) =>
      write(holder, next, expected, (entry) => (entry.borrowed ? (lender ?? entry.borrowed) : 'leave')),

    add: ({ id, provider, credential, label, borrowed }) =>
      change(async () => {
        const vault = (await loadToWrite()) ?? EMPTY
        const before = vault.entries.get(id)
        const createdAtMs = before?.createdAtMs ?? ports.clock.now()
        const sealed = await seal(id, credential)
        const kept = label ?? before?.label
        const entry = {
          provider,
          account: credential.account,
          createdAtMs,
          sealed,
          borrowed,
          ...(kept ? { label: kept } : {}),
        }
        await files.writeAtomic(path, withEntry(vault, id, entry))
        return holderOf(id)
      }),

    async rehearseNew() {
      const vault = (await loadToWrite()) ?? EMPTY
      const id = 'rehearsal'
      const sealed = await seal(id, standIn(undefined))
      const entry = { provider: id, account: {}, createdAtMs: ports.clock.now(), sealed, borrowed: undefined }
      await files.makeFolder(folderOf(path))
      const letGo = await files.reserve(path, roomFor(withEntry(vault, id, entry)))
      await letGo()
    },

    forget: (id) =>
      change(async () => {
        const vault = await loadToWrite()
        const isThere = vault?.entries.has(id) || vault?.damaged.has(id)
        if (vault && isThere) await files.writeAtomic(path, withEntry(vault, id, undefined))
        return vault?.entries.get(id)
      }),

    putBack: (id, entry) =>
      change(async () => {
        const vault = (await loadToWrite()) ?? EMPTY
        if (vault.entries.has(id) || vault.damaged.has(id)) return false
        await files.writeAtomic(path, withEntry(vault, id, entry))
        return true
      }),

    watch: (onChange) => files.watch(folderOf(path), onChange),
  }
}

const OURS = { mode: 'own', owner: 'Lamplighter' } as const

function borrowedFrom(
  lender: Lender,
): Pick<Entry, 'mode' | 'owner' | 'lender' | 'writable' | 'note' | 'ended' | 'refreshWithinMs'> {
  const note =
    lender.fleet === undefined
      ? `${lender.name} renews it. Lamplighter asks there for each new access token.`
      : `The fleet ${lender.name} shares it: one of its machines renews it, and all have the new access token.`
  const ended = lender.ended === undefined ? {} : { ended: lender.ended }
  const late = lender.reads ? { refreshWithinMs: 0 } : {}
  return { mode: 'borrowed', owner: lender.name, lender, writable: true, note, ...ended, ...late }
}

/** Binds a sealed text to its profile: moved to another one, it does not open. */
function contextOf(id: string): string {
  return `vault ${id}`
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')))
}

function place(vault: Vault | undefined, path: string): Scan['places'][number] {
  const found = vault === undefined ? 'not there' : ''
  return { label: LABEL, path, found, present: vault !== undefined }
}

function tooNew(path: string, version: number): AppError {
  return new AppError('STORE_READ_ONLY', `${path} was written by a newer Lamplighter (format ${version}).`, {
    hint: 'Update Lamplighter here; until then it does not write the vault.',
  })
}

function damaged(holder: Holder, why: string): AppError {
  return new AppError('STORE_CORRUPT', `"${holder.entry}" in ${holder.path} cannot be understood (${why}).`, {
    hint: 'It is left untouched. Sign in again to replace it.',
  })
}

function damagedEntry(holder: Holder, why: string): Entry {
  return { holder, provider: 'unknown', account: {}, ...OURS, problem: toFailure(damaged(holder, why)) }
}
