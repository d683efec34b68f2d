import { chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../../../app/platform/clock.ts'
import { createDatabases } from '../../../../app/platform/files/databases.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const databases = createDatabases(createClock())

function made(): string {
  const path = join(temporaryFolder(), 'some.sqlite')
  const database = new DatabaseSync(path)
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (a TEXT); INSERT INTO t VALUES ('one')")
  database.close()
  return path
}

const all = (path: string) => databases.read(path, (query) => query('SELECT a FROM t').map((row) => row['a']))

describe('databases', () => {
  it('read, and change in one transaction', async () => {
    const path = made()
    expect(await databases.change(path, (query) => query('UPDATE t SET a = ? RETURNING a', 'two'))).toEqual([
      { a: 'two' },
    ])
    expect(await all(path)).toEqual(['two'])
  })

  it('takes everything back when the work throws', async () => {
    const path = made()
    const failing = databases.change(path, (query) => {
      query("INSERT INTO t VALUES ('two')")
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await all(path)).toEqual(['one'])
  })

  it('makes nothing where there is no file', async () => {
    const path = join(temporaryFolder(), 'none.sqlite')
    expect(await all(path)).toBeUndefined()
    await expect(databases.change(path, () => 1)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    expect(existsSync(path)).toBe(false)
  })

  it('waits while another program writes, without holding up this one', async () => {
    const path = made()
    const other = new DatabaseSync(path)
    other.exec("BEGIN IMMEDIATE; INSERT INTO t VALUES ('theirs')")
    let turns = 0
    const timer = setInterval(() => {
      if (++turns === 3) other.exec('COMMIT')
    }, 10)
    await databases.change(path, (query) => query("INSERT INTO t VALUES ('ours')"))
    clearInterval(timer)
    other.close()
    expect(turns).toBeGreaterThanOrEqual(3)
    expect(await all(path)).toEqual(['one', 'theirs', 'ours'])
  })

  it('gives up on one that is in use for seconds, and says so', async () => {
    const clock = new FakeClock()
    const path = made()
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    const writing = clock.run(createDatabases(clock).change(path, () => 1))
    await expect(writing).rejects.toMatchObject({
      code: 'STORE_UNWRITABLE',
      message: `${path} has been in use by another program for 5 s.`,
    })
    other.close()
  })

  it('tells what is no database, and what is no file', async () => {
    const path = join(temporaryFolder(), 'odd.sqlite')
    writeFileSync(path, 'x'.repeat(1000))
    await expect(all(path)).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    const folder = join(temporaryFolder(), 'folder.sqlite')
    mkdirSync(folder)
    await expect(all(folder)).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  })

  it.skipIf(process.getuid?.() !== 0)("opens no other user's", async () => {
    const path = made()
    chownSync(path, 12_345, 12_345)
    await expect(all(path)).rejects.toMatchObject({
      code: 'STORE_UNREADABLE',
      message: expect.stringContaining('another user'),
    })
    expect(existsSync(`${path}-wal`)).toBe(false)
  })
})
