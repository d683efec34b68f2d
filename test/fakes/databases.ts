/** Databases by path, in memory: SQLite is the real one. */
import { DatabaseSync } from '@photostructure/sqlite'
import { AppError } from '../../app/base/errors.ts'
import type { Databases, SqlQuery } from '../../app/base/ports.ts'

export class FakeDatabases implements Databases {
  readonly #open = new Map<string, InstanceType<typeof DatabaseSync>>()

  /** Makes it where there is none. */
  run(path: string, sql: string): void {
    const database = this.#open.get(path) ?? new DatabaseSync(':memory:')
    this.#open.set(path, database)
    database.exec(sql)
  }

  async read<T>(path: string, work: (query: SqlQuery) => T): Promise<T> {
    return work(this.#query(path))
  }

  async change<T>(path: string, work: (query: SqlQuery) => T): Promise<T> {
    const query = this.#query(path)
    query('BEGIN IMMEDIATE')
    try {
      const result = work(query)
      query('COMMIT')
      return result
    } catch (error) {
      query('ROLLBACK')
      throw error
    }
  }

  #query(path: string): SqlQuery {
    const database = this.#open.get(path)
    if (!database) throw new AppError('STORE_CORRUPT', `${path} is damaged, or no SQLite database.`)
    return (sql, ...values) => database.prepare(sql).all(...values) as ReturnType<SqlQuery>
  }
}
