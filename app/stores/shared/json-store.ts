/**
 * A store made from a description: JSON files of a program that may be written beside it, with a login in each or several in
 * one. Torn reads are repeated, and a broken file shows its last entries. A write changes the members of one login and no
 * other byte, if what it was made from is still there at the last moment; what comes between that look and the rename it
 * cannot see.
 */
import { AppError } from '../../base/errors.ts'
import { isRecord, type JsonRecord, parseJson } from '../../base/json.ts'
import { folderOf, nameOf } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import { withLock } from '../../base/with-lock.ts'
import type { Credential } from '../../model/credential.ts'
import { sameTokens } from '../../model/expiry.ts'
import type { Entry, Holder, StoreId } from '../../model/holder.ts'
import type { CredentialStore, OwnLogin, ReplaceResult, Scan, StoreLock, Writing } from '../store.ts'
import { compareAndWrite } from './compare-and-write.ts'
import { FileScans } from './file-scans.ts'
import { type JsonPath, setMember } from './json-edit.ts'
import { keeperIn, movedMarker } from './moved-marker.ts'
import { presentFiles } from './present-files.ts'
import { roomFor, standIn } from './rehearsal.ts'
import { type Where, whereOf } from './where.ts'
import { readWhole } from './whole-file.ts'

export type JsonPorts = Pick<Ports, 'clock' | 'files' | 'lock' | 'log' | 'paths' | 'process' | 'random'>

/** One login in a file, as the description found it. */
export type JsonLogin = Pick<
  Entry,
  'account' | 'credential' | 'kind' | 'note' | 'provider' | 'client' | 'ownLoginWords'
> & {
  /** Its name: unique in the program, and the same after a refresh. */
  readonly entry: string
  readonly label: string
  /** Where its members stand in the file. */
  readonly at: readonly string[]
  /** May Lamplighter spend its refresh token now? Otherwise `note` says who does. */
  readonly isOurs: boolean
}

export interface JsonFile {
  readonly path: string
  readonly name: string
  readonly nowMs: number
  /** What the program's other file says, where the description names one and it is there. */
  readonly beside?: string | undefined
  readonly random: Pick<Ports['random'], 'sha1Hex'>
}

type Members = Readonly<Record<string, string | number | undefined>>

export interface JsonStoreDescription {
  readonly id: StoreId
  /** "opencode" */
  readonly owner: string
  /** A `*` in a file's name stands for anything: one file for each login. */
  paths(where: Where): readonly string[]
  /** The path of what belongs to such a file. */
  beside?(path: string, where: Where): string
  /** Undefined when it is not what the program writes. */
  logins(file: JsonRecord, about: JsonFile): readonly JsonLogin[] | undefined
  /** What the program calls the refresh token. */
  readonly refreshMember: string
  /** What it would have stored besides, for these tokens; undefined members stay as they are. @param before what is stored */
  members(next: Credential, before: JsonRecord): Members
  /** How long its lock may be held; without a lock nobody takes anything away. */
  readonly maxHoldMs?: number
  readonly login?: OwnLogin
  /** The variables that say where its files are: what a service must keep. */
  readonly environment: readonly string[]
  lock?(ports: JsonPorts, paths: readonly string[], waitMs: number, signal?: AbortSignal): Promise<StoreLock>
}

interface Found {
  readonly text: string
  readonly logins: readonly JsonLogin[]
}

type WriteCall = Parameters<Writing['replace']>

const LOCK_WAIT_MS = 10_000 // a write takes a few milliseconds
const NOT_TAKEN: StoreLock = {
  anyTaken: false,
  stillHeld: async () => true,
  release: async () => undefined,
}

/** Makes the store of one program; what can be known of it without a machine is beside. */
export interface JsonAdapter {
  (ports: JsonPorts): JsonStore
  readonly id: StoreId
  readonly environment: readonly string[]
}

export function jsonStore(what: JsonStoreDescription): JsonAdapter {
  const { id, environment } = what
  return Object.assign((ports: JsonPorts) => new JsonStore(ports, what), { id, environment })
}

export class JsonStore implements CredentialStore {
  readonly id: StoreId
  readonly owner: string
  readonly lookedAt: readonly string[]
  readonly writing: Writing
  readonly login?: OwnLogin
  readonly #ports: JsonPorts
  readonly #what: JsonStoreDescription
  readonly #scans: FileScans

  constructor(ports: JsonPorts, what: JsonStoreDescription) {
    this.id = what.id
    this.owner = what.owner
    this.#ports = ports
    this.#what = what
    this.#scans = new FileScans(what.owner)
    this.lookedAt = what.paths(whereOf(ports))
    if (what.login) this.login = what.login
    this.writing = {
      maxHoldMs: what.maxHoldMs ?? Number.POSITIVE_INFINITY,
      lock: async (holders, waitMs, signal) =>
        what.lock?.(ports, [...new Set(holders.map(({ path }) => path))].sort(), waitMs, signal) ?? NOT_TAKEN,
      replace: (...call) => this.#replace(...call),
      rehearse: (...call) => this.#rehearse(...call),
      surrender: (holder, expected, to) => {
        const marker = { [what.refreshMember]: movedMarker(to.name) }
        return this.#write(holder, expected, () => marker)
      },
      files: ({ path }) => [path],
    }
  }

  async scan(): Promise<Scan> {
    const lookedAtMs = this.#ports.clock.now()
    const paths = await presentFiles(this.#ports.files, this.lookedAt)
    const scans = await this.#scans.all(paths, async (path) => {
      const found = await this.#load(path)
      return found && this.#entriesOf(found, path)
    })
    const told = scans.filter(({ entries, place }) => entries.length > 0 || place.problem) // others hold no login
    return {
      entries: told.flatMap(({ entries }) => entries),
      places: told.map(({ place }) => place),
      lookedAtMs,
    }
  }

  async read(holder: Holder): Promise<Entry | undefined> {
    const found = await this.#load(holder.path)
    return found && this.#entriesOf(found, holder.path).find((entry) => entry.holder.id === holder.id)
  }

  watch(onChange: () => void): () => void {
    const folders = new Set(this.lookedAt.map(folderOf))
    const unwatch = [...folders].map((folder) => this.#ports.files.watch(folder, onChange))
    return () => {
      for (const stop of unwatch) stop()
    }
  }

  async #replace(...[holder, next, expected, how]: WriteCall): Promise<ReplaceResult> {
    if (!expected) return 'changed' // there is never an entry without tokens that would take some
    return this.#write(holder, expected, (before) => this.#membersOf(next, before), how)
  }

  async #rehearse(...[holder, expected]: Parameters<Writing['rehearse']>): ReturnType<Writing['rehearse']> {
    const found = expected ? await this.#findToWrite(holder, expected) : 'changed'
    if (typeof found === 'string') return found
    const { login, text } = found
    const { mode, writable, note } = this.#toEntry(login, holder.path)
    if (mode !== 'shared' && !writable) {
      throw new AppError('STORE_READ_ONLY', note ?? `${holder.label} is renewed by ${this.owner}.`)
    }
    const edited = this.#edited(text, login, holder, (before) => this.#membersOf(standIn(expected), before))
    return this.#ports.files.reserve(holder.path, roomFor(edited))
  }

  /** The lock is between our own processes: two that read the same would both write. */
  #write(
    holder: Holder,
    expected: Credential,
    members: (before: JsonRecord) => Members,
    how?: WriteCall[3],
  ): Promise<ReplaceResult> {
    return withLock(this.#ports, `store-${this.id}`, LOCK_WAIT_MS, async () => {
      const found = await this.#findToWrite(holder, expected)
      if (typeof found === 'string') return found
      const text = this.#edited(found.text, found.login, holder, members)
      const notBefore = how?.notBefore ?? (async () => undefined) // it looks once more then, whoever waits for nothing
      return compareAndWrite(
        this.#ports.files,
        holder.path,
        { before: found.text, text },
        { ...how, notBefore },
      )
    })
  }

  async #findToWrite(
    holder: Holder,
    expected: Credential,
  ): Promise<{ readonly text: string; readonly login: JsonLogin } | 'gone' | 'changed'> {
    const found = await this.#load(holder.path)
    const login = found?.logins.find(({ entry }) => entry === holder.entry)
    if (!found || !login) return 'gone'
    const { credential } = this.#toEntry(login, holder.path)
    return credential && sameTokens(credential, expected) ? { text: found.text, login } : 'changed'
  }

  #membersOf(next: Credential, before: JsonRecord): Members {
    return { ...this.#what.members(next, before), [this.#what.refreshMember]: next.refreshToken?.expose() }
  }

  /** @throws AppError STORE_CORRUPT where the file would not hold what was meant */
  #edited(
    text: string,
    { at }: JsonLogin,
    holder: Holder,
    membersFor: (before: JsonRecord) => Members,
  ): string {
    const members = membersFor(recordAt(text, at) ?? {})
    let edited = text
    for (const [name, value] of Object.entries(members)) {
      if (value !== undefined) edited = setMember(edited, [...at, name] as unknown as JsonPath, value)
    }
    const written = recordAt(edited, at)
    const isRight = Object.entries(members).every(
      ([name, value]) => value === undefined || written?.[name] === value,
    )
    if (isRight) return edited
    throw new AppError('STORE_CORRUPT', `${holder.path} would not hold the new tokens; it was left as it is.`)
  }

  /** Undefined when there is no such file. @throws AppError STORE_CORRUPT, STORE_UNREADABLE */
  #load(path: string): Promise<Found | undefined> {
    return readWhole(this.#ports, path, this.owner, async (text) => {
      const file = parseJson(text)
      const logins = isRecord(file) ? this.#what.logins(file, await this.#about(path)) : undefined
      return logins && { text, logins }
    })
  }

  async #about(path: string): Promise<JsonFile> {
    const { clock, files, random } = this.#ports
    const about = { path, name: nameOf(path), nowMs: clock.now(), random }
    const besidePath = this.#what.beside?.(path, whereOf(this.#ports))
    return besidePath === undefined ? about : { ...about, beside: await files.read(besidePath) }
  }

  #entriesOf({ logins }: Found, path: string): readonly Entry[] {
    return logins.map((login) => this.#toEntry(login, path))
  }

  #toEntry({ entry, label, at: _, isOurs, ...rest }: JsonLogin, path: string): Entry {
    const holder = { store: this.id, id: `${this.id}:${entry}`, label, path, entry }
    const common = { holder, program: this.owner, ...rest }
    const keeper = keeperIn(rest.credential?.refreshToken?.expose())
    if (keeper === undefined || !rest.credential) {
      return { ...common, mode: isOurs ? 'shared' : 'watched', owner: this.owner }
    }
    const { refreshToken: _moved, ...credential } = rest.credential
    const note = `${keeper} renews it. Lamplighter asks there for each new access token, and writes it here.`
    return { ...common, credential, mode: 'watched', owner: keeper, keptBy: keeper, writable: true, note }
  }
}

function recordAt(text: string, at: readonly string[]): JsonRecord | undefined {
  const found = at.reduce<unknown>(
    (record, key) => (isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined),
    parseJson(text),
  )
  return isRecord(found) ? found : undefined
}
