/** A fleet's register in memory: what several machines share. Each has its own link, which can be cut or fail. */
import type { Unwatch } from '../../app/base/ports.ts'
import {
  type Presence,
  type Register,
  type RegisterChange,
  RegisterFailure,
  type RegisterList,
  type RegisterRecord,
  type RegisterWrite,
} from '../../app/base/register.ts'
import { settle } from './clock.ts'

interface Watcher {
  readonly prefix: string
  readonly link: FakeRegister
  readonly listener: (change: RegisterChange) => void
  toldTo: number
}

export type RegisterOperation = 'read' | 'list' | 'create' | 'replace' | 'remove' | 'present'

/** What all links lead to. */
export class FakeRegisterServer {
  readonly records = new Map<string, RegisterRecord>()
  /** Every change there was, by revision: a watch that was away hears all of it. */
  readonly changes: Exclude<RegisterChange, { kind: 'behind' | 'level' }>[] = []
  readonly watchers = new Set<Watcher>()
  #revision = 1
  cluster = 'fake-cluster'

  get revision(): number {
    return this.#revision
  }

  /** Everything that its operator could read. */
  get dump(): string {
    return JSON.stringify(this.changes)
  }

  link(): FakeRegister {
    return new FakeRegister(this)
  }

  write(key: string, value: string | undefined): number {
    const revision = ++this.#revision
    if (value === undefined) {
      this.records.delete(key)
      this.changes.push({ kind: 'removed', key, revision })
    } else {
      const record = { key, value, revision }
      this.records.set(key, record)
      this.changes.push({ kind: 'changed', record })
    }
    for (const watcher of this.watchers) this.tell(watcher)
    return revision
  }

  /** Later, as from a network. */
  tell(watcher: Watcher): void {
    setImmediate(() => {
      if (watcher.link.isCut || !this.watchers.has(watcher)) return
      for (const change of this.changes) {
        const [key, revision] =
          change.kind === 'changed'
            ? [change.record.key, change.record.revision]
            : [change.key, change.revision]
        if (revision <= watcher.toldTo || !key.startsWith(watcher.prefix)) continue
        watcher.toldTo = revision
        watcher.listener(change)
      }
    })
  }
}

export class FakeRegister implements Register {
  readonly #server: FakeRegisterServer
  readonly #own = new Set<Watcher>()
  readonly #present = new Set<string>()
  isCut = false
  /** Called before each operation; may throw what a network would. */
  before: (operation: RegisterOperation, key: string) => void | Promise<void> = () => undefined
  /** Called after each write that was done: what it throws is a reply that was lost. */
  after: (operation: RegisterOperation, key: string) => void | Promise<void> = () => undefined

  constructor(server: FakeRegisterServer) {
    this.#server = server
  }

  /** No byte gets through, and nobody is told. */
  cut(): void {
    this.isCut = true
    const failure = unreachable()
    for (const { listener } of this.#own) listener({ kind: 'behind', failure })
  }

  /** It notices that what answers is another one than before. */
  goBack(): void {
    const failure = new RegisterFailure('gone-back', true, 'another cluster')
    for (const { listener } of this.#own) listener({ kind: 'behind', failure })
  }

  mend(): void {
    this.isCut = false
    for (const watcher of this.#own) {
      this.#server.tell(watcher)
      setImmediate(() => watcher.listener({ kind: 'level' }))
    }
  }

  /** As after `kill -9`: what was present lapses. */
  die(): void {
    this.isCut = true
    for (const watcher of this.#own) this.#server.watchers.delete(watcher)
    for (const key of this.#present) this.#server.write(key, undefined)
    this.#present.clear()
  }

  async read(key: string): Promise<RegisterRecord | undefined> {
    await this.#begin('read', key)
    return this.#server.records.get(key)
  }

  async list(prefix: string, newerThan = 0): Promise<RegisterList> {
    await this.#begin('list', prefix)
    const { revision, records } = this.#server
    if (newerThan > revision) throw new RegisterFailure('gone-back', true, 'It knows less than before.')
    const found = [...records.values()].filter(
      (record) => record.key.startsWith(prefix) && record.revision > newerThan,
    )
    return { records: found.sort((a, b) => (a.key < b.key ? -1 : 1)), revision }
  }

  create(key: string, value: string): Promise<RegisterWrite> {
    return this.#writeIf('create', key, value, (now) => now === undefined)
  }

  replace(key: string, value: string, revision: number): Promise<RegisterWrite> {
    return this.#writeIf('replace', key, value, (now) => now?.revision === revision)
  }

  remove(key: string, revision: number): Promise<RegisterWrite> {
    return this.#writeIf('remove', key, undefined, (now) => now?.revision === revision)
  }

  watch(prefix: string, since: number, listener: (change: RegisterChange) => void): Unwatch {
    const watcher: Watcher = { prefix, link: this, listener, toldTo: since }
    this.#own.add(watcher)
    this.#server.watchers.add(watcher)
    this.#server.tell(watcher)
    setImmediate(() => {
      if (this.#own.has(watcher))
        listener(this.isCut ? { kind: 'behind', failure: unreachable() } : { kind: 'level' })
    })
    return () => {
      this.#own.delete(watcher)
      this.#server.watchers.delete(watcher)
    }
  }

  async present(key: string, value: string): Promise<Presence | { readonly now: RegisterRecord }> {
    const made = await this.#writeIf('present', key, value, (now) => now === undefined)
    if (made.kind === 'refused' && made.now) return { now: made.now }
    return {
      leave: async () => {
        if (!this.#present.delete(key) || this.isCut) return
        this.#server.write(key, undefined)
      },
    }
  }

  async identity(): Promise<string> {
    await this.#begin('read', '')
    return this.#server.cluster
  }

  async close(): Promise<void> {
    this.die()
    await settle()
  }

  async #writeIf(
    operation: RegisterOperation,
    key: string,
    value: string | undefined,
    may: (now: RegisterRecord | undefined) => boolean,
  ): Promise<RegisterWrite> {
    await this.#begin(operation, key)
    const now = this.#server.records.get(key)
    if (!may(now)) return { kind: 'refused', ...(now ? { now } : {}) }
    const revision = this.#server.write(key, value)
    if (operation === 'present') this.#present.add(key)
    await this.after(operation, key)
    return { kind: 'written', revision }
  }

  async #begin(operation: RegisterOperation, key: string): Promise<void> {
    await this.before(operation, key)
    await new Promise((resolve) => setImmediate(resolve))
    if (this.isCut) throw unreachable()
  }
}

function unreachable(): RegisterFailure {
  return new RegisterFailure('unreachable', false, 'the link is cut')
}

/** For `after`: it was done, and nobody is told so. */
export function lostReply(): RegisterFailure {
  return new RegisterFailure('unknown', true, 'no reply came')
}
