/**
 * The rows in which OpenClaw 2026.6 and newer keep logins: one that all agents share, in `state/openclaw.sqlite`, and one in
 * the database of each agent that has logins of its own. The text in them is what `auth-profiles.json` was.
 */

import { AppError } from '../../../base/errors.ts'
import { nameOf } from '../../../base/path.ts'
import type { Databases, SqlQuery } from '../../../base/ports.ts'

export type RowKind = 'shared' | 'agent'

/** Which row of this file? Undefined: it is no database. */
export function rowKindOf(path: string): RowKind | undefined {
  if (!path.endsWith('.sqlite')) return undefined
  return nameOf(path) === 'openclaw.sqlite' ? 'shared' : 'agent'
}

export interface LoginRow {
  readonly text: string
  /** When OpenClaw, or we, last wrote it; milliseconds since the epoch. */
  readonly updatedAtMs: number
  /** `PRAGMA user_version`: rows of versions that are not in WRITABLE are only read. */
  readonly schema: number
}

interface Table {
  readonly name: string
  readonly keyColumn: string
  readonly key: string
  readonly text: string
  readonly at: string
}

const MACHINE_STATE = { name: 'config_machine_state', keyColumn: 'state_key', text: 'value_json' } as const

const TABLES: Readonly<Record<RowKind, { readonly logins: Table; readonly state: Table }>> = {
  shared: {
    logins: { ...MACHINE_STATE, key: 'authProfiles.store', at: 'updated_at_ms' },
    state: { ...MACHINE_STATE, key: 'authProfiles.state', at: 'updated_at_ms' },
  },
  agent: {
    logins: {
      name: 'auth_profile_store',
      keyColumn: 'store_key',
      key: 'primary',
      text: 'store_json',
      at: 'updated_at',
    },
    state: {
      name: 'auth_profile_state',
      keyColumn: 'state_key',
      key: 'primary',
      text: 'state_json',
      at: 'updated_at',
    },
  },
}

/** Seen in OpenClaw 2026.7.1 to 2026.9.6. */
export const WRITABLE: Readonly<Record<RowKind, readonly number[]>> = {
  shared: [15, 16, 17, 18],
  agent: [1, 19, 21, 23],
}

/** Undefined where there is no such row. @throws AppError STORE_UNREADABLE, STORE_CORRUPT */
export async function readLoginRow(
  databases: Databases,
  path: string,
  kind: RowKind,
): Promise<LoginRow | undefined> {
  return databases.read(path, (query) => {
    const { logins } = TABLES[kind]
    if (!isAsKnown(query, logins, kind)) throw keptOtherwise(path)
    const row = rowIn(query, logins)
    return row && { ...row, schema: schemaIn(query) }
  })
}

/** Of `auth.sharedStore`, as it stands there. */
export async function sharedLocationIn(databases: Databases, path: string): Promise<string | undefined> {
  return databases.read(path, (query) => {
    const table = { ...TABLES.shared.logins, key: 'auth.sharedStore' }
    if (!isAsKnown(query, table, 'shared')) throw keptOtherwise(path)
    return rowIn(query, table)?.text
  })
}

/** Logins that nobody here reads are no login less. */
export function keptOtherwise(path: string): AppError {
  return new AppError(
    'STORE_UNREADABLE',
    `${path} keeps its logins in a way that this Lamplighter does not know.`,
    { hint: 'Update Lamplighter. Until then OpenClaw renews them alone.' },
  )
}

/** A database without the table holds no logins; but one that is newer than we know may hold them elsewhere. */
function isAsKnown(query: SqlQuery, { name, keyColumn, text, at }: Table, kind: RowKind): boolean {
  const columns = query('SELECT name FROM pragma_table_info(?)', name).map((one) => one['name'])
  if (columns.length === 0) return schemaIn(query) <= Math.max(...WRITABLE[kind])
  return [keyColumn, text, at].every((column) => columns.includes(column))
}

function schemaIn(query: SqlQuery): number {
  return Number(query('PRAGMA user_version')[0]?.['user_version'] ?? 0)
}

/**
 * Both rows in one transaction: what is not returned stays.
 * @param edit gets the texts as they are now; undefined: another credential stands there, nothing is written
 * @throws AppError STORE_UNWRITABLE, STORE_CORRUPT
 */
export async function changeLoginRow(
  databases: Databases,
  path: string,
  kind: RowKind,
  nowMs: number,
  edit: (texts: RowTexts) => Partial<RowTexts> | undefined,
): Promise<boolean> {
  return databases.change(path, (query) => {
    const { logins, state } = TABLES[kind]
    const before = { logins: rowIn(query, logins)?.text, state: rowIn(query, state)?.text }
    const after = edit(before)
    if (!after) return false
    if (after.logins !== undefined && after.logins !== before.logins)
      update(query, logins, after.logins, nowMs)
    if (after.state !== undefined && after.state !== before.state) update(query, state, after.state, nowMs)
    return true
  })
}

/** Of the logins, and of what OpenClaw remembers about them: order, last good, cooldowns. */
export interface RowTexts {
  readonly logins: string | undefined
  readonly state: string | undefined
}

function rowIn(query: SqlQuery, table: Table): { text: string; updatedAtMs: number } | undefined {
  if (query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table.name).length === 0) {
    return undefined
  }
  const [row] = query(
    `SELECT ${table.text} AS text, ${table.at} AS at FROM ${table.name} WHERE ${table.keyColumn} = ?`,
    table.key,
  )
  return row && { text: String(row['text']), updatedAtMs: Number(row['at']) }
}

function update(query: SqlQuery, table: Table, text: string, nowMs: number): void {
  const changed = query(
    `UPDATE ${table.name} SET ${table.text} = ?, ${table.at} = ? WHERE ${table.keyColumn} = ? RETURNING 1`,
    text,
    nowMs,
    table.key,
  )
  if (changed.length !== 1)
    throw new AppError('STORE_UNWRITABLE', `The row ${table.key} could not be changed.`)
}
