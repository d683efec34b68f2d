/** Whose lock on a task holds, and whose does not: real files, and owners that nobody here can see. */
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { taskFile } from '../../../app/client/task-file.ts'
import { ownStart } from '../../../app/platform/process/process-start.ts'

const MINUTE = 60_000

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamplighter-task-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The lock's file, as somebody else left it. */
async function left(text: string, ageMs: number): Promise<void> {
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  const letGo = await taskFile(folder, 'nightly').lock()
  const path = join(folder, readdirSync(folder)[0] ?? '')
  await letGo()
  const seconds = (Date.now() - ageMs) / 1000
  writeFileSync(path, text)
  utimesSync(path, seconds, seconds)
}

const lockAnew = async (): Promise<void> => (await taskFile(folder, 'nightly').lock())()

describe('the lock of a task', () => {
  it('is busy while its process lives, however long ago it was taken', async () => {
    await left(JSON.stringify({ pid: process.pid, startedAt: ownStart(), nonce: 'n' }), 60 * MINUTE)
    await expect(lockAnew()).rejects.toMatchObject({ code: 'task-busy' })
  })

  it('keeps nobody out for good whose text a power cut took', async () => {
    await left('', MINUTE)
    await expect(lockAnew()).rejects.toMatchObject({ code: 'task-busy' })
    await left('', 6 * MINUTE)
    await lockAnew()
    expect(readdirSync(folder)).toEqual([])
  })

  it.runIf(process.platform === 'linux')(
    'of a container that has ended goes once it gives no sign',
    async () => {
      const [boot] = ownStart().split('.')
      const elsewhere = JSON.stringify({ pid: 7, startedAt: `${boot}.pid:[1].42`, nonce: 'n' })
      await left(elsewhere, MINUTE)
      await expect(lockAnew()).rejects.toMatchObject({ code: 'task-busy' })
      await left(elsewhere, 6 * MINUTE)
      await lockAnew()
    },
  )
})
