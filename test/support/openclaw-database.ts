/** Databases as OpenClaw 2026.9.6 makes them, as far as logins go: the tables, their keys and the schema's number. */
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

const SHARED = `
  CREATE TABLE IF NOT EXISTS config_machine_state
    (state_key TEXT NOT NULL PRIMARY KEY, value_json TEXT NOT NULL, updated_at_ms INTEGER NOT NULL) STRICT;
`
const AGENT = `
  CREATE TABLE IF NOT EXISTS auth_profile_store
    (store_key TEXT NOT NULL PRIMARY KEY, store_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS auth_profile_state
    (state_key TEXT NOT NULL PRIMARY KEY, state_json TEXT NOT NULL, updated_at INTEGER NOT NULL) STRICT;
`

export interface DatabaseContent {
  readonly profiles?: Readonly<Record<string, unknown>>
  /** order, lastGood, usageStats */
  readonly state?: Readonly<Record<string, unknown>>
  readonly atMs?: number
  /** `PRAGMA user_version` */
  readonly schema?: number
  /** Of `auth.sharedStore`; null: the row is not there. */
  readonly sharedStore?: string | null
}

export class OpenClawDatabase {
  readonly path: string
  readonly #isShared: boolean

  private constructor(path: string, isShared: boolean) {
    this.path = path
    this.#isShared = isShared
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  }

  static shared(state: string, content: DatabaseContent = {}): OpenClawDatabase {
    const database = new OpenClawDatabase(join(state, 'state', 'openclaw.sqlite'), true)
    database.put({ schema: 18, sharedStore: '{"location":"state-db"}', ...content })
    return database
  }

  static agent(state: string, agent: string, content: DatabaseContent = {}): OpenClawDatabase {
    const database = new OpenClawDatabase(
      join(state, 'agents', agent, 'agent', 'openclaw-agent.sqlite'),
      false,
    )
    database.put({ schema: 23, ...content })
    return database
  }

  /** One that is there, whoever made it. */
  static at(path: string, kind: 'shared' | 'agent'): OpenClawDatabase {
    return new OpenClawDatabase(path, kind === 'shared')
  }

  put({ profiles, state, atMs = Date.now(), schema, sharedStore }: DatabaseContent): void {
    this.#within((database) => {
      database.exec(this.#isShared ? SHARED : AGENT)
      if (schema !== undefined) database.exec(`PRAGMA user_version = ${schema}`)
      if (typeof sharedStore === 'string') this.#set(database, 'auth.sharedStore', sharedStore, atMs)
      if (profiles) this.#set(database, 'store', JSON.stringify({ version: 1, profiles }), atMs)
      if (state) this.#set(database, 'state', JSON.stringify({ version: 1, ...state }), atMs)
    })
  }

  /** As it stands there. */
  text(what: 'store' | 'state' = 'store'): string | undefined {
    return this.#within((database) => {
      const row = this.#isShared
        ? database
            .prepare('SELECT value_json AS text FROM config_machine_state WHERE state_key = ?')
            .get(`authProfiles.${what}`)
        : database
            .prepare(`SELECT ${what}_json AS text FROM auth_profile_${what} WHERE ${what}_key = 'primary'`)
            .get()
      return row === undefined ? undefined : String((row as { text: unknown }).text)
    })
  }

  write(text: string, atMs = Date.now()): void {
    this.#within((database) => this.#set(database, 'store', text, atMs))
  }

  json(what: 'store' | 'state' = 'store'): Record<string, never> & {
    profiles: Record<string, Record<string, unknown>>
    usageStats: Record<string, Record<string, unknown>>
  } {
    return JSON.parse(this.text(what) ?? 'null')
  }

  /** A whole copy elsewhere, with another schema's number. */
  copy(state: string, schema: number): void {
    const path = join(state, 'state', 'openclaw.sqlite')
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    this.#within((database) => database.prepare('VACUUM INTO ?').run(path))
    OpenClawDatabase.at(path, this.#isShared ? 'shared' : 'agent').put({ schema })
  }

  check(): unknown {
    return this.#within((database) => database.prepare('PRAGMA integrity_check').get())
  }

  #set(database: Database, key: string, text: string, atMs: number): void {
    if (this.#isShared) {
      const name = key === 'store' || key === 'state' ? `authProfiles.${key}` : key
      database.prepare('INSERT OR REPLACE INTO config_machine_state VALUES (?, ?, ?)').run(name, text, atMs)
    } else {
      database.prepare(`INSERT OR REPLACE INTO auth_profile_${key} VALUES ('primary', ?, ?)`).run(text, atMs)
    }
  }

  #within<T>(work: (database: Database) => T): T {
    const database = new DatabaseSync(this.path, { timeout: 5000 })
    try {
      database.exec('PRAGMA journal_mode = WAL')
      return work(database)
    } finally {
      database.close()
    }
  }
}

type Database = InstanceType<typeof DatabaseSync>
