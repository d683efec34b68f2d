import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFiles } from '../../../../app/platform/files/files.ts'
import { retryWhileBusy } from '../../../../app/platform/files/system-error.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const files = createFiles()
const onPosix = it.skipIf(process.platform === 'win32')

describe('files.writeAtomic', () => {
  it('makes folders and the file for its owner alone', async () => {
    const path = join(temporaryFolder(), 'a', 'b', 'c.json')
    await files.writeAtomic(path, 'one')
    expect(readFileSync(path, 'utf8')).toBe('one')
    if (process.platform === 'win32') return
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
  })

  onPosix('keeps the mode of the file it replaces', async () => {
    const path = join(temporaryFolder(), 'x.json')
    for (const mode of [0o644, 0o640, 0o600]) {
      writeFileSync(path, 'old')
      chmodSync(path, mode)
      await files.writeAtomic(path, `new ${mode}`)
      expect(statSync(path).mode & 0o777).toBe(mode)
      expect(readFileSync(path, 'utf8')).toBe(`new ${mode}`)
    }
  })

  onPosix('replaces the target of a symbolic link, and leaves the link', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'real'))
    writeFileSync(join(folder, 'real', 'x.json'), 'old')
    symlinkSync('real/x.json', join(folder, 'link.json'))
    symlinkSync('link.json', join(folder, 'again.json'))
    await files.writeAtomic(join(folder, 'again.json'), 'new')
    expect(lstatSync(join(folder, 'again.json')).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
    expect(readFileSync(join(folder, 'real', 'x.json'), 'utf8')).toBe('new')
  })

  onPosix('creates what a dangling link points to', async () => {
    const folder = temporaryFolder()
    symlinkSync('nowhere/x.json', join(folder, 'link.json'))
    await files.writeAtomic(join(folder, 'link.json'), 'new')
    expect(readFileSync(join(folder, 'nowhere', 'x.json'), 'utf8')).toBe('new')
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true)
  })

  it('leaves no temporary file, whether it worked or not', async () => {
    const folder = temporaryFolder()
    await files.writeAtomic(join(folder, 'x'), 'one')
    mkdirSync(join(folder, 'folder', 'inside'), { recursive: true })
    await expect(files.writeAtomic(join(folder, 'folder'), 'no')).rejects.toMatchObject({
      code: 'STORE_UNWRITABLE',
    })
    expect(readdirSync(folder).sort()).toEqual(['folder', 'x'])
  })

  it('sweeps the old temporary files of dead processes, and no others', async () => {
    const folder = temporaryFolder()
    const name = (pid: number, n: number): string => join(folder, `.lamplighter-${pid}-00000000000${n}.tmp`)
    const longAgo = new Date(Date.now() - 120_000)
    for (const path of [name(2 ** 22 + 7, 1), name(2 ** 22 + 7, 2), name(process.pid, 3)])
      writeFileSync(path, 'CANARY')
    utimesSync(name(2 ** 22 + 7, 1), longAgo, longAgo)
    utimesSync(name(process.pid, 3), longAgo, longAgo)
    await files.writeAtomic(join(folder, 'x'), 'one')
    expect(readdirSync(folder)).toHaveLength(3) // x, the young one, the living one's
  })

  it('never shows half a text to a reader', async () => {
    const path = join(temporaryFolder(), 'x')
    const texts = ['a', 'b'].map((letter) => letter.repeat(300_000))
    await files.writeAtomic(path, texts[0] ?? '')
    let writing = true
    const reader = (async () => {
      for (let reads = 0; writing || reads < 10; reads++) expect(texts).toContain(await files.read(path))
    })()
    for (let n = 0; n < 20; n++) await files.writeAtomic(path, texts[n % 2] ?? '')
    writing = false
    await reader
  })
})

describe('files.writeAtomic with notBefore', () => {
  it('is ready, and seen by nobody before its time', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'x')
    await files.writeAtomic(path, 'one')
    let seen: string[] = []
    const notBefore = async (): Promise<void> => {
      seen = [
        readFileSync(path, 'utf8'),
        ...readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
      ]
    }
    await files.writeAtomic(path, 'two', { notBefore, mayBeUndone: true })
    expect(seen.sort()).toEqual(['one', 'one', 'two'])
    expect(await files.read(path)).toBe('two')
  })

  it('leaves everything as it was when that time does not come', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'x')
    await files.writeAtomic(path, 'one')
    const notBefore = () => Promise.reject(new Error('never'))
    await expect(files.writeAtomic(path, 'two', { notBefore })).rejects.toMatchObject({
      code: 'STORE_UNWRITABLE',
    })
    expect([readFileSync(path, 'utf8'), ...readdirSync(folder)]).toEqual(['one', 'x'])
  })
})

describe('files.appendFlushing', () => {
  it('adds at once, and may be waited for early, late and twice', async () => {
    const path = join(temporaryFolder(), 'new', 'x')
    for (let n = 0; n < 50; n++) {
      const flushing = await files.appendFlushing(path, 'a')
      expect(readFileSync(path, 'utf8')).toBe('a'.repeat(n + 1))
      if (n % 2) await new Promise((resolve) => setTimeout(resolve, 1))
      await Promise.all([flushing(), flushing()])
      await flushing()
    }
  })

  onPosix('leaves no file open', async () => {
    const folder = temporaryFolder()
    const open = () => readdirSync('/dev/fd').length
    const before = open()
    for (let n = 0; n < 20; n++) await (await files.appendFlushing(join(folder, 'x'), 'a'))()
    await expect(files.appendFlushing(folder, 'a')).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    await expect.poll(open).toBeLessThanOrEqual(before)
  })
})

describe('files.flush', () => {
  onPosix('flushes a file where it is, and says when there is none', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'x'), 'one')
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'x'), join(folder, 'elsewhere', 'link'))
    for (const path of ['x', 'elsewhere/link']) await files.flush(join(folder, path))
    await expect(files.flush(join(folder, 'y'))).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
  })
})

describe('files.createExclusive', () => {
  it('lets one of many win, and is never seen empty', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'ticket')
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => files.createExclusive(path, `text ${n}`)),
    )
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect(readFileSync(path, 'utf8')).toBe(`text ${outcomes.indexOf(true)}`)
    expect(readdirSync(folder)).toEqual(['ticket'])
  })
})

describe('files', () => {
  it('tells absent from unreadable', async () => {
    const folder = temporaryFolder()
    expect(await files.read(join(folder, 'no'))).toBeUndefined()
    expect(await files.stat(join(folder, 'no', 'no'))).toBeUndefined()
    expect(await files.realPath(join(folder, 'no'))).toBeUndefined()
    expect(await files.list(join(folder, 'no'))).toEqual([])
    await files.remove(join(folder, 'no'))
    await files.removeFolder(join(folder, 'no'))
    await expect(files.read(folder)).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
  })

  it('refuses to read bytes that it could not write back', async () => {
    const path = join(temporaryFolder(), 'x')
    writeFileSync(path, Buffer.from([0x7b, 0xff, 0xfe]))
    await expect(files.read(path)).rejects.toMatchObject({ code: 'STORE_UNREADABLE' })
    writeFileSync(path, '\ufeff{}')
    expect(await files.read(path)).toBe('\ufeff{}')
  })

  it('gives a replaced file another identity, and a changed one the same', async () => {
    const path = join(temporaryFolder(), 'x')
    await files.writeAtomic(path, 'one')
    const first = await files.stat(path)
    await files.append(path, ' and a half')
    const second = await files.stat(path)
    await files.writeAtomic(path, 'two')
    const third = await files.stat(path)
    expect(second?.identity).toBe(first?.identity)
    expect(third?.identity).not.toBe(first?.identity)
    expect(second).toMatchObject({ kind: 'file', size: 14 })
  })

  it('makes a folder once', async () => {
    const path = join(temporaryFolder(), 'x')
    expect(await files.makeFolderExclusive(path)).toBe(true)
    expect(await files.makeFolderExclusive(path)).toBe(false)
    await expect(files.makeFolderExclusive(join(path, 'a', 'b'))).rejects.toMatchObject({
      code: 'STORE_UNWRITABLE',
    })
  })

  onPosix('takes a file without a write bit for read-only, even as root', async () => {
    const path = join(temporaryFolder(), 'x')
    expect(await files.canWrite(path)).toBe(true)
    writeFileSync(path, '')
    expect(await files.canWrite(path)).toBe(true)
    chmodSync(path, 0o444)
    expect(await files.canWrite(path)).toBe(false)
  })

  it('asks again while Windows says busy, and only there', async () => {
    const busy = (times: number) => {
      let calls = 0
      return async () => {
        if (++calls <= times) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
        return calls
      }
    }
    expect(await retryWhileBusy(busy(2), true)).toBe(3)
    await expect(retryWhileBusy(busy(1), false)).rejects.toThrow('busy')
  })
})

describe('files.setMode', () => {
  onPosix('sets the bits of what a link leads to, and says when there is nothing', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'x'), '', { mode: 0o644 })
    symlinkSync('x', join(folder, 'link'))
    await files.setMode(join(folder, 'link'), 0o600)
    expect(statSync(join(folder, 'x')).mode & 0o777).toBe(0o600)
    await expect(files.setMode(join(folder, 'no'), 0o600)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
  })
})

describe('files.reserve', () => {
  it('takes the room beside the path, which is not touched, and gives it back', async () => {
    const folder = temporaryFolder()
    const letGo = await files.reserve(join(folder, 'x.json'), 5_000)
    const held = readdirSync(folder)
    expect(held).toHaveLength(1)
    expect(statSync(join(folder, held[0] ?? '')).size).toBe(5_000)
    await letGo()
    await letGo()
    expect(readdirSync(folder)).toEqual([])
  })

  it('says so where nothing can be written', async () => {
    const path = join(temporaryFolder(), 'absent', 'x.json')
    await expect(files.reserve(path, 10)).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
  })
})
