import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createFiles } from '../../../../app/platform/files/files.ts'
import { readRegular, readRegularSync } from '../../../../app/platform/files/regular.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const files = createFiles()
const READING = { direct: async (path: string) => readRegularSync(path), pooled: readRegular }

const NO_FILES: Readonly<Record<string, (path: string) => unknown>> = {
  'a folder': (path) => mkdirSync(path),
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  'a device': (path) => symlinkSync('/dev/zero', path),
  'a socket': (path) =>
    new Promise<void>((resolve) => {
      const server = createServer().listen(path, resolve)
      onTestFinished(() => void server.close())
    }),
}

describe.each(Object.entries(READING))('a file that is read, %s', (_, read) => {
  it('is read whole, through links, and absent where it is not', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'x'), 'ä'.repeat(100_000))
    writeFileSync(join(folder, 'empty'), '')
    symlinkSync('x', join(folder, 'link'))
    expect((await read(join(folder, 'link')))?.toString()).toBe('ä'.repeat(100_000))
    expect((await read(join(folder, 'empty')))?.toString()).toBe('')
    expect(await read(join(folder, 'absent'))).toBeUndefined()
  })

  it.runIf(process.platform === 'linux')('is read whole where the kernel says that it is empty', async () => {
    expect((await read('/proc/self/status'))?.toString()).toContain('Pid:')
  })

  it('is not read when it is larger than any of ours', async () => {
    const path = join(temporaryFolder(), 'x')
    writeFileSync(path, '')
    truncateSync(path, 2 ** 40)
    await expect(read(path)).rejects.toMatchObject({
      code: 'STORE_UNREADABLE',
      message: `${path} is larger than 64 MiB.`,
    })
  })
})

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it.each(Object.keys(NO_FILES))('%s is neither read, nor added to, nor replaced', async (kind) => {
    const path = join(temporaryFolder(), 'x')
    await NO_FILES[kind]?.(path)
    const before = lstatSync(path)
    const message = `${path} is ${kind}, not a file.`
    for (const read of Object.values(READING)) {
      await expect(read(path)).rejects.toMatchObject({ code: 'STORE_UNREADABLE', message })
    }
    expect(await files.stat(path)).toMatchObject({ kind: kind === 'a folder' ? 'directory' : 'other' })
    for (const write of [files.writeAtomic, files.append, files.appendFlushing]) {
      await expect(write(path, 'text')).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
    }
    expect(lstatSync(path)).toMatchObject({ ino: before.ino, mode: before.mode })
  })

  it('is a link to itself: there, and in no other file in its way', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'x')
    symlinkSync(path, path)
    await expect(files.read(path)).rejects.toMatchObject({
      code: 'STORE_UNREADABLE',
      message: expect.stringContaining('it is a link that leads back to itself'),
    })
    expect(await files.stat(path)).toMatchObject({ kind: 'other' })
    expect(await files.realPath(path)).toBeUndefined()
    await files.writeAtomic(join(folder, 'y'), 'text')
    expect(readFileSync(join(folder, 'y'), 'utf8')).toBe('text')
  })

  it('is a pipe, with somebody at its other end, and not added to either', async () => {
    const path = join(temporaryFolder(), 'x')
    execFileSync('mkfifo', [path])
    const reader = await import('node:fs/promises').then(({ open }) => open(path, 'r+'))
    onTestFinished(() => reader.close())
    await expect(files.append(path, 'CANARY')).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' })
  })
})
