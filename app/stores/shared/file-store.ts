/**
 * A store made from a description: the files of a program that refreshes its own logins, by itself or when asked to.
 * Torn reads are repeated, and a broken file shows its last entries. Nothing is ever written.
 */

import { AppError, toFailure } from '../../base/errors.ts'
import { folderOf, nameOf } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { Entry, Holder, StoreId } from '../../model/holder.ts'
import type { AskedLogin, CredentialStore, Delegation, OwnLogin, Scan, StoreLocks } from '../store.ts'
import type { FileEntry } from './file-entry.ts'
import { FileScans } from './file-scans.ts'
import { fromKeychain } from './in-keychain.ts'
import { presentFiles } from './present-files.ts'
import { NO_CHOICES, type ProgramChoices } from './program-choices.ts'
import { type Where, whereOf } from './where.ts'
import { readWhole } from './whole-file.ts'

export type { FileEntry } from './file-entry.ts'

export type FilePorts = Pick<
  Ports,
  'clock' | 'commands' | 'files' | 'keychain' | 'log' | 'paths' | 'process' | 'random'
>

/** The file that is read. */
export interface FileHere {
  readonly path: string
  readonly name: string
  /** What the program's other file says, where the description names one and it is there. */
  readonly beside?: string | undefined
  readonly random: Pick<Ports['random'], 'sha256Hex'>
}

export interface FileStoreDescription {
  readonly id: StoreId
  /** "GitHub CLI" */
  readonly owner: string
  /** As providers are named here: "github". */
  readonly provider: string
  /** A `*` in a file's name stands for anything: one file for each login. */
  paths(where: Where): readonly string[]
  /** Another file of the program's, that names the account, or says that a keychain has the tokens. */
  beside?(where: Where): string
  /** Undefined when it is not what the program writes. */
  entries(
    text: string,
    file: FileHere,
  ): readonly FileEntry[] | undefined | Promise<readonly FileEntry[] | undefined>
  /** Logins that are in none of the files, by what the other one says. */
  elsewhere?(beside: string, where: Where): readonly FileEntry[]
  /** What renews these logins where their owner can be asked. */
  readonly delegation?: FileDelegation
  /** Who renews it, in a sentence. */
  readonly note: string
  readonly intoKeychain?: string
  /** Some of its logins may be in the system's keychain. */
  readonly usesKeychain?: true
  readonly login?: Omit<OwnLogin, 'ask'> & {
    ask?(ports: FilePorts, how: AskedLogin): Promise<void>
  }
  /** See the store port; of the file's text. */
  trial?(text: string): Trial | undefined
  locks?(ports: FilePorts, paths: readonly string[]): StoreLocks
  /** The variables that say where its files are: what a service must keep. */
  readonly environment: readonly string[]
}

type Trial = NonNullable<Awaited<ReturnType<NonNullable<CredentialStore['trial']>>>>

interface FileDelegation {
  readonly timeoutMs: number
  /** The owner refreshes only with less than this left. */
  readonly withinMs?: number
  /** It is asked only where a person wants that, and watched otherwise. */
  readonly optIn?: {
    /** Who renews it then. */
    readonly note: string
  }
  /** @param leftMs until the access token lapses; 0 where that is not known */
  refresh(ports: FilePorts, holder: Holder, signal: AbortSignal, leftMs: number): Promise<void>
}

/** Makes the store of one program; what can be known of it without a machine is beside. */
export interface Adapter {
  (ports: FilePorts, choices?: ProgramChoices): CredentialStore
  readonly id: StoreId
  readonly environment: readonly string[]
  /** Can it be asked to refresh? */
  readonly asks: boolean
  /** Is it asked to refresh only where a person wishes? */
  readonly asksOnWish: boolean
  /** May its logins be in a keychain that is read only where a person wishes? */
  readonly usesKeychain: boolean
}

export function fileStore(what: FileStoreDescription): Adapter {
  const open = (ports: FilePorts, choices: ProgramChoices = NO_CHOICES): CredentialStore =>
    new FileStore(ports, choices, what)
  const { id, environment, delegation, usesKeychain = false } = what
  return Object.assign(open, {
    id,
    environment,
    asks: delegation !== undefined,
    asksOnWish: delegation?.optIn !== undefined,
    usesKeychain,
  })
}

class FileStore implements CredentialStore {
  readonly id: StoreId
  readonly owner: string
  readonly login?: OwnLogin
  readonly delegation?: Delegation
  readonly locks?: StoreLocks
  readonly lookedAt: readonly string[]
  readonly intoKeychain?: string
  readonly #ports: FilePorts
  readonly #choices: ProgramChoices
  readonly #what: FileStoreDescription
  readonly #where: Where
  readonly #scans: FileScans

  constructor(ports: FilePorts, choices: ProgramChoices, what: FileStoreDescription) {
    this.id = what.id
    this.owner = what.owner
    this.#ports = ports
    this.#choices = choices
    this.#what = what
    this.#scans = new FileScans(what.owner)
    this.#where = whereOf(ports)
    this.lookedAt = what.paths(this.#where)
    if (what.login) this.login = ownLogin(ports, what.login)
    if (what.intoKeychain !== undefined) this.intoKeychain = what.intoKeychain
    if (what.locks) this.locks = what.locks(ports, this.lookedAt)
    if (what.delegation) this.delegation = this.#delegationOf(what.delegation)
  }

  async scan(): Promise<Scan> {
    const lookedAtMs = this.#ports.clock.now()
    const paths = await presentFiles(this.#ports.files, this.lookedAt)
    const scans = await this.#scans.all(paths, (path) => this.#load(path))
    const entries = scans.flatMap((one) => one.entries)
    const elsewhere = scans.length === 0 ? await this.#elsewhere() : []
    return {
      entries: withoutRepeats([...entries, ...elsewhere]),
      places: scans.map(({ place }) => place),
      lookedAtMs,
    }
  }

  async read(holder: Holder): Promise<Entry | undefined> {
    const known = (entry: Entry): boolean => entry.holder.id === holder.id
    if (holder.path === this.#besidePath()) return (await this.#elsewhere()).find(known)
    return (await this.#load(holder.path))?.find(known)
  }

  async trial(holder: Holder): Promise<Trial | undefined> {
    const text = await this.#ports.files.read(holder.path)
    return text === undefined ? undefined : this.#what.trial?.(text)
  }

  watch(onChange: () => void): () => void {
    const folders = new Set(this.lookedAt.map(folderOf))
    const unwatch = [...folders].map((folder) => this.#ports.files.watch(folder, onChange))
    return () => {
      for (const stop of unwatch) stop()
    }
  }

  /** Undefined when there is no such file. @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
  #load(path: string): Promise<readonly Entry[] | undefined> {
    return readWhole(this.#ports, path, this.owner, async (text) => {
      const { random } = this.#ports
      const file = { path, name: nameOf(path), beside: await this.#readBeside(), random }
      const found = await this.#what.entries(text, file)
      return found && this.#toEntries(found, path)
    })
  }

  #besidePath(): string | undefined {
    return this.#what.beside?.(this.#where)
  }

  async #readBeside(): Promise<string | undefined> {
    const path = this.#besidePath()
    return path === undefined ? undefined : this.#ports.files.read(path)
  }

  /** A hint and no store: where it cannot be read, nothing is known, and nothing is broken. */
  async #elsewhere(): Promise<readonly Entry[]> {
    const path = this.#besidePath()
    if (path === undefined || !this.#what.elsewhere) return []
    try {
      const beside = await this.#readBeside()
      const found = beside === undefined ? [] : this.#what.elsewhere(beside, this.#where)
      return await this.#toEntries(found, path)
    } catch (error) {
      this.#ports.log.warn('a file that may tell of a login cannot be read', { path, ...toFailure(error) })
      return []
    }
  }

  async #toEntries(found: readonly FileEntry[], path: string): Promise<readonly Entry[]> {
    const wish = { id: this.id, mayAsk: this.#choices.mayAskKeychain(this.id) }
    const all = await Promise.all(found.map((one) => fromKeychain(this.#ports, one, wish)))
    return all.flat().map((one) => this.#toEntry(one, path))
  }

  #toEntry(found: FileEntry, path: string): Entry {
    const { id, owner, provider, note, delegation } = this.#what
    const { entry, label = `${owner} · ${entry}`, inKeychain: _, ...rest } = found
    const isAsked = delegation !== undefined && (!delegation.optIn || this.#choices.mayRefresh(id))
    const { withinMs, optIn } = delegation ?? {}
    return {
      holder: { store: id, id: `${id}:${entry}`, label, path, entry },
      provider,
      mode: isAsked ? 'delegated' : 'watched',
      owner,
      program: owner,
      note: isAsked && optIn ? optIn.note : note,
      ...(isAsked && withinMs !== undefined ? { refreshWithinMs: withinMs } : {}),
      ...rest,
    }
  }

  #delegationOf({ timeoutMs, withinMs, optIn, refresh }: FileDelegation): Delegation {
    return {
      timeoutMs,
      refresh: async (holder, signal) => {
        if (optIn && !this.#choices.mayRefresh(this.id)) throw notChosen(this.owner, this.id)
        const endsAtMs = (await this.read(holder))?.credential?.expiresAtMs
        const leftMs = (endsAtMs ?? 0) - this.#ports.clock.now()
        if (withinMs !== undefined && leftMs > withinMs) throw tooEarly(this.owner, withinMs)
        await refresh(this.#ports, holder, signal, endsAtMs === undefined ? 0 : leftMs)
      },
    }
  }
}

function ownLogin(ports: FilePorts, { ask, ...login }: NonNullable<FileStoreDescription['login']>): OwnLogin {
  return { ...login, ...(ask ? { ask: (how) => ask(ports, how) } : {}) }
}

/** A login may stand in the old file and in the new one: the first place counts. */
function withoutRepeats(entries: readonly Entry[]): readonly Entry[] {
  const first = new Map<string, Entry>()
  for (const entry of entries) if (!first.has(entry.holder.id)) first.set(entry.holder.id, entry)
  return [...first.values()]
}

function notChosen(owner: string, id: StoreId): AppError {
  return new AppError('NOT_REFRESHABLE', `${owner} is not asked to renew its login unless you want that.`, {
    hint: `In config.json: "programs": { "${id}": { "refresh": true } }. docs/logins.md says what it means.`,
  })
}

function tooEarly(owner: string, withinMs: number): AppError {
  const minutes = Math.ceil(withinMs / 60_000)
  return new AppError(
    'NOT_REFRESHABLE',
    `${owner} renews a login only in its last ${minutes} minutes; this one has longer.`,
    { hint: 'Nothing to do: it is asked in time.' },
  )
}
