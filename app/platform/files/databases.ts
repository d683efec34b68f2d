/** SQLite files of other programs, through a library that brings its own SQLite: each is open for one piece of work only. */
import { stat } from 'node:fs/promises'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { AppError, messageOf } from '../../base/errors.ts'
import type { Clock, Databases, SqlQuery } from '../../base/ports.ts'
import { BACKUP_ADVICE } from '../../model/backup-advice.ts'
import { asStoreError, isAbsent } from './system-error.ts'

/** Others write for milliseconds; who holds a database longer than this has a trouble of its own. */
const BUSY_MS = 5_000
const BUSY_PAUSE_MS = 25
// Result codes of SQLite (https://sqlite.org/rescode.html).
const BUSY = 5
const CORRUPT = new Set([11, 26])

export function createDatabases(clock: Clock): Databases {
  return {
    async read(path, work) {
      if (!(await isOwnFile(path, 'STORE_UNREADABLE'))) return undefined
      return attempt(clock, { path, code: 'STORE_UNREADABLE', readOnly: true }, (database) =>
        work(queryOf(database)),
      )
    },

    async change(path, work) {
      if (!(await isOwnFile(path, 'STORE_UNWRITABLE'))) {
        throw new AppError('STORE_UNWRITABLE', `${path} is not there.`)
      }
      return attempt(clock, { path, code: 'STORE_UNWRITABLE', readOnly: false }, (database) => {
        refuseUnsafe(database)
        database.exec('PRAGMA synchronous = FULL')
        database.exec('BEGIN IMMEDIATE')
        try {
          const result = work(queryOf(database))
          database.exec('COMMIT')
          return result
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK')
          throw error
        }
      })
    },
  }
}

interface Opening {
  readonly path: string
  readonly code: 'STORE_UNREADABLE' | 'STORE_UNWRITABLE'
  readonly readOnly: boolean
}

/** Waits between tries and not in SQLite, which would hold up everything else in this process. */
async function attempt<T>(
  clock: Clock,
  { path, code, readOnly }: Opening,
  work: (database: DatabaseSyncInstance) => T,
): Promise<T> {
  const { DatabaseSync } = await load(code)
  const untilMs = clock.now() + BUSY_MS
  for (;;) {
    try {
      const database = new DatabaseSync(path, { readOnly, timeout: 0 })
      try {
        return work(database)
      } finally {
        database.close()
      }
    } catch (error) {
      if (error instanceof AppError) throw error
      const result = resultCodeOf(error)
      if (result === undefined) throw error
      if (result !== BUSY) throw asAppError(path, code, result, error)
      if (clock.now() >= untilMs) {
        throw new AppError(code, `${path} has been in use by another program for ${BUSY_MS / 1000} s.`)
      }
      await clock.sleep(BUSY_PAUSE_MS)
    }
  }
}

/** Loaded on first use: the native binding takes a few milliseconds that nobody else should pay. */
async function load(code: Opening['code']): Promise<typeof import('@photostructure/sqlite')> {
  try {
    return await import('@photostructure/sqlite')
  } catch (error) {
    throw new AppError(code, `SQLite cannot be loaded on this machine: ${messageOf(error)}`, { cause: error })
  }
}

function queryOf(database: DatabaseSyncInstance): SqlQuery {
  return (sql, ...values) => database.prepare(sql).all(...values) as ReturnType<SqlQuery>
}

async function isOwnFile(path: string, code: Opening['code']): Promise<boolean> {
  let found: Awaited<ReturnType<typeof stat>>
  try {
    found = await stat(path)
  } catch (error) {
    if (isAbsent(error)) return false
    throw asStoreError(code, 'Looking at', path, error)
  }
  if (!found.isFile()) throw new AppError(code, `${path} is no file.`)
  const user = process.getuid?.()
  if (user === undefined || found.uid === user) return true
  throw new AppError(code, `${path} belongs to another user.`, {
    hint: 'Run Lamplighter as the user whose file it is: opened by anybody else, a database may lock its owner out.',
  })
}

/** Older ones can damage a database that two programs write (https://sqlite.org/wal.html, "The WAL-Reset Bug"). */
function refuseUnsafe(database: DatabaseSyncInstance): void {
  const version = String(database.prepare('SELECT sqlite_version() AS version').get()?.['version'])
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const fixedIn = minor === 44 ? 6 : minor === 50 ? 7 : minor === 51 ? 3 : minor > 51 ? 0 : undefined
  if (major > 3 || (major === 3 && fixedIn !== undefined && patch >= fixedIn)) return
  throw new AppError(
    'STORE_UNWRITABLE',
    `SQLite ${version} may damage a database that another program writes as well.`,
    { hint: 'Install Lamplighter anew, with the libraries it asks for.' },
  )
}

function resultCodeOf(error: unknown): number | undefined {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined
  return typeof code === 'number' ? code & 0xff : undefined
}

function asAppError(path: string, code: Opening['code'], result: number, cause: unknown): AppError {
  if (CORRUPT.has(result)) {
    const hint = `Lamplighter left it as it is. Let its owner repair it, or sign in again there. ${BACKUP_ADVICE}`
    return new AppError('STORE_CORRUPT', `${path} is damaged, or no SQLite database.`, { cause, hint })
  }
  return new AppError(
    code,
    `${path} cannot be ${code === 'STORE_UNREADABLE' ? 'read' : 'written'}: ${messageOf(cause)} (SQLite ${result}).`,
    { cause },
  )
}
