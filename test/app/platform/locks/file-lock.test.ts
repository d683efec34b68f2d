import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFileLock } from '../../../../app/platform/locks/file-lock.ts'
import {
  type LockRecord,
  lookAtLock,
  readRecord,
  recordText,
} from '../../../../app/platform/locks/lock-record.ts'
import { ownStart } from '../../../../app/platform/process/process-start.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const DEAD_PID = 2 ** 22 + 7 // above Linux' largest
const HOUR = 3_600_000

function place() {
  const folder = temporaryFolder()
  return { folder, lock: createFileLock(folder), other: createFileLock(folder), path: join(folder, 'g.lock') }
}

/** A lock that another process left: its folder, made `ageMs` ago, and what its owner wrote about itself. */
function leftBehind(folder: string, ageMs: number, owner?: Partial<LockRecord>): void {
  const path = join(folder, 'g.lock')
  mkdirSync(path)
  const then = new Date(Date.now() - ageMs)
  utimesSync(path, then, then)
  if (!owner) return
  const { ino, birthtimeNs } = statSync(path, { bigint: true })
  const about = {
    pid: DEAD_PID,
    lock: `${ino}-${birthtimeNs}`,
    sinceMs: then.getTime(),
    hostname: hostname(),
    startedAt: '',
  }
  writeFileSync(join(folder, 'g.owner'), recordText({ ...about, ...owner }))
}

function recordIn(folder: string): LockRecord {
  const record = readRecord(join(folder, 'g.owner'))
  if (!record) throw new Error('there is no record')
  return record
}

describe('the file lock', () => {
  it('is had by one at a time, in one process and by way of the file system', async () => {
    const { lock, other } = place()
    const held = await lock.tryAcquire('g')
    expect(held?.held).toBe(true)
    expect(await lock.tryAcquire('g')).toBeUndefined()
    expect(await other.tryAcquire('g')).toBeUndefined()
    expect(await lock.tryAcquire('h')).toBeDefined()
    await held?.release()
    expect(held?.held).toBe(false)
    const next = await other.tryAcquire('g')
    expect(next?.held).toBe(true)
    await held?.release() // twice is harmless, and does not touch the next holder
    expect(next?.held).toBe(true)
  })

  it('is had again at once by whoever asks while it is being let go', async () => {
    const { lock, path } = place()
    const held = await lock.tryAcquire('g')
    const released = held?.release()
    const next = await lock.tryAcquire('g')
    expect(next?.held).toBe(true)
    await released
    expect(next?.held).toBe(true)
    await next?.release()
    expect(existsSync(path)).toBe(false)
  })

  it('gives it to one of many that ask at the same moment', async () => {
    const { folder } = place()
    const locks = Array.from({ length: 12 }, () => createFileLock(folder))
    const held = await Promise.all(locks.map((lock) => lock.tryAcquire('g')))
    expect(held.filter((one) => one?.held)).toHaveLength(1)
  })

  it('names its holder', async () => {
    const { lock, other } = place()
    expect(await other.holder('g')).toBeUndefined()
    const held = await lock.tryAcquire('g')
    expect(await other.holder('g')).toMatchObject({ pid: process.pid, alive: true })
    await held?.release()
    expect(await other.holder('g')).toBeUndefined()
  })

  it('is removed when its owner has died and it is still that lock', async () => {
    const { folder, lock, path } = place()
    leftBehind(folder, 5_000, { pid: DEAD_PID })
    const left = await lock.holder('g')
    expect(left).toMatchObject({ pid: DEAD_PID, alive: false, suspended: false })
    expect(await lock.remove('g', left?.identity ?? '')).toBe('removed')
    expect(existsSync(path)).toBe(false)
    expect(await lock.remove('g', left?.identity ?? '')).toBe('gone')
  })

  it('is never removed from a living owner, nor when another has it by now', async () => {
    const { folder, lock, other } = place()
    leftBehind(folder, 5_000, { pid: DEAD_PID })
    const left = await lock.holder('g')
    const held = await other.tryAcquire('g') // took it over meanwhile
    const now = await lock.holder('g')
    expect(now?.identity).not.toBe(left?.identity)
    expect(await lock.remove('g', left?.identity ?? '')).toBe('changed')
    expect(await lock.remove('g', now?.identity ?? '')).toBe('held')
    expect(held?.held).toBe(true)
    await held?.release()
  })

  it('makes any name a file name of its own', async () => {
    const { folder, lock } = place()
    const names = ['../up', 'a/b', 'A', 'a', 'openai-codex:ada@example.test', '~2f~']
    for (const name of names) expect((await lock.tryAcquire(name))?.held).toBe(true)
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toHaveLength(names.length)
  })

  it('notices that its folder was taken away or replaced, and leaves the new one alone', async () => {
    const { lock, path } = place()
    const held = await lock.tryAcquire('g')
    rmdirSync(path)
    expect(held?.held).toBe(false)
    mkdirSync(path)
    expect(held?.held).toBe(false)
    await held?.release()
    expect(existsSync(path)).toBe(true)
  })

  it('stays ours when only its time was touched', async () => {
    const { lock, path } = place()
    const held = await lock.tryAcquire('g')
    utimesSync(path, new Date(), new Date())
    expect(held?.held).toBe(true)
    await held?.release()
    expect(existsSync(path)).toBe(false)
  })

  it('leaves the record behind, so that a killed owner never leaves a lock without a name', async () => {
    const { folder, lock, path } = place()
    const held = await lock.tryAcquire('g')
    const { ino, birthtimeNs } = statSync(path, { bigint: true })
    expect(readRecord(join(folder, 'g.owner'))).toMatchObject({
      pid: process.pid,
      startedAt: ownStart(),
      lock: `${ino}-${birthtimeNs}`,
    })
    await held?.release()
    expect(existsSync(join(folder, 'g.owner'))).toBe(true)
  })
})

describe('taking over a lock', () => {
  it("takes a dead owner's at once", async () => {
    const { folder, lock } = place()
    leftBehind(folder, 100, { pid: DEAD_PID })
    const held = await lock.tryAcquire('g')
    expect(held?.held).toBe(true)
    expect(await lock.holder('g')).toMatchObject({ pid: process.pid })
  })

  it.skipIf(process.platform !== 'linux')('takes it when the pid was given to another process', async () => {
    const { folder, lock } = place()
    leftBehind(folder, 100, { pid: process.pid, startedAt: ownStart().replace(/\d+$/, '1') })
    expect((await lock.tryAcquire('g'))?.held).toBe(true)
  })

  it("never takes a living owner's, however long it was silent", async () => {
    const { folder, lock } = place()
    leftBehind(folder, 30 * 24 * 3_600_000, { pid: process.pid, startedAt: ownStart() })
    expect(await lock.tryAcquire('g')).toBeUndefined()
  })

  it.each([
    ['a lock without a name', undefined],
    ['a lock whose record is about an older one', { pid: DEAD_PID, lock: '1-1' }],
    ["another machine's lock", { pid: DEAD_PID, hostname: 'elsewhere' }],
  ])('leaves %s for a minute, then takes it', async (_what, owner) => {
    for (const [ageMs, taken] of [
      [50_000, false],
      [61_000, true],
    ] as const) {
      const { folder, lock } = place()
      leftBehind(folder, ageMs, owner)
      expect((await lock.tryAcquire('g'))?.held === true).toBe(taken)
    }
  })

  it('respects the ticket of a living process, and of one that died a moment ago', async () => {
    for (const ticket of [{ pid: process.pid, startedAt: ownStart() }, { pid: DEAD_PID }]) {
      const { folder, lock } = place()
      leftBehind(folder, 100, { pid: DEAD_PID })
      const record = recordIn(folder)
      const path = join(folder, `g.lock.${record.lock}.1.ticket`)
      writeFileSync(path, recordText({ ...record, sinceMs: Date.now() - 50_000, ...ticket }))
      expect(await lock.tryAcquire('g')).toBeUndefined()
    }
  })

  it('succeeds a ticket whose owner died over a minute ago', async () => {
    const { folder, lock } = place()
    leftBehind(folder, 100, { pid: DEAD_PID })
    const record = recordIn(folder)
    const path = join(folder, `g.lock.${record.lock}.1.ticket`)
    writeFileSync(path, recordText({ ...record, sinceMs: Date.now() - 61_000 }))
    expect((await lock.tryAcquire('g'))?.held).toBe(true)
  })

  it("takes a lock whose record is half its own and half another's for one without a name", async () => {
    const { folder, lock } = place()
    leftBehind(folder, 10_000, { pid: DEAD_PID })
    const path = join(folder, 'g.owner')
    const dead = recordText(recordIn(folder))
    const other = { pid: DEAD_PID + 1, lock: recordIn(folder).lock.replace(/\d/g, '1'), sinceMs: Date.now() }
    const next = recordText({ ...recordIn(folder), ...other })
    expect(next).toHaveLength(dead.length) // nothing of an older one can stay behind it
    for (let cut = 0; cut < dead.length; cut += 7) {
      const mixed = next.slice(0, cut) + dead.slice(cut)
      if (mixed === next || mixed === dead) continue
      writeFileSync(path, mixed)
      expect(readRecord(path)).toBeUndefined()
      expect(await lock.tryAcquire('g')).toBeUndefined()
    }
    writeFileSync(path, dead)
    expect((await lock.tryAcquire('g'))?.held).toBe(true)
  })

  it('tidies up old tickets once a process, but none of a lock that is there', async () => {
    const { folder, lock } = place()
    const [old, fresh, other] = ['g.lock.1-1.1.ticket', 'g.lock.2-2.1.ticket', 'gg.lock.1-1.1.ticket']
    mkdirSync(join(folder, 'h.lock'))
    const standing = `h.lock.${lookAtLock(join(folder, 'h.lock'))?.identity}.1.ticket`
    const longAgo = new Date(Date.now() - 3_600_000)
    for (const name of [old, fresh, other, standing]) writeFileSync(join(folder, name), '{}')
    for (const name of [old, other, standing]) utimesSync(join(folder, name), longAgo, longAgo)
    await (await lock.tryAcquire('g'))?.release()
    expect(readdirSync(folder).filter((name) => name.endsWith('.ticket'))).toEqual([fresh, standing])
  })

  it('is not kept when its record cannot be written', async () => {
    const { folder, lock, path } = place()
    mkdirSync(join(folder, 'g.owner')) // stands for EMFILE, ENOSPC, EACCES (left by a run under sudo) on that file
    await expect(lock.tryAcquire('g')).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    rmdirSync(join(folder, 'g.owner')) // the trouble is over
    expect(existsSync(path)).toBe(false)
    const held = await lock.tryAcquire('g')
    expect(held?.held).toBe(true)
    await held?.release()
  })

  it('of a dead owner is taken over although the clock was set back since it was made', async () => {
    const { folder, lock } = place()
    leftBehind(folder, -2 * HOUR, {}) // booted with the time of another zone, until the network came
    const held = await lock.tryAcquire('g')
    expect(held?.held).toBe(true)
    await held?.release()
  })

  it('is not kept from everybody by one who died in taking it over, before the clock was set back', async () => {
    const { folder, lock } = place()
    leftBehind(folder, HOUR, {})
    const taken = { ...recordIn(folder), pid: DEAD_PID + 2, sinceMs: Date.now() + 2 * HOUR }
    writeFileSync(join(folder, `g.lock.${taken.lock}.1.ticket`), recordText(taken))
    const held = await lock.tryAcquire('g')
    expect(held?.held).toBe(true)
    await held?.release()
  })
})
