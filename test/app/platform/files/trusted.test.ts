import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { createFiles } from '../../../../app/platform/files/files.ts'
import { privateGroupIn } from '../../../../app/platform/files/private-group.ts'
import { createRandom } from '../../../../app/platform/keyring/random.ts'
import { readHostRecord } from '../../../../app/platform/socket/host-record.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const files = createFiles()
const SOMEBODY = 65_534
/** Only root can give a file away. */
const asRoot = it.runIf(process.getuid?.() === 0)

let folder: string
let path: string
beforeEach(() => {
  folder = join(temporaryFolder(), 'ours')
  mkdirSync(folder, { mode: 0o700 })
  path = join(folder, 'config.json')
  writeFileSync(path, '{}', { mode: 0o600 })
})

const refused = (why: string) => ({ code: 'STORE_UNREADABLE', message: expect.stringContaining(why) })

describe.skipIf(process.platform === 'win32')('a file that is believed', () => {
  it('is ours, in a folder of ours; absent is absent', async () => {
    expect(await files.readTrusted(path)).toBe('{}')
    expect(await files.readTrusted(join(folder, 'no'))).toBeUndefined()
    expect(await files.readTrusted(join(folder, 'no', 'no'))).toBeUndefined()
  })

  it('is written by nobody else', async () => {
    chmodSync(path, 0o666)
    expect(await files.readTrusted(path)).toBe('{}') // they do not get to it
    chmodSync(folder, 0o755)
    await expect(files.readTrusted(path)).rejects.toMatchObject(
      refused(`${path} was not read: it may be written by other users (666).`),
    )
    chmodSync(path, 0o644)
    expect(await files.readTrusted(path)).toBe('{}')
  })

  it('is replaced by nobody else, nor made by them where it is not', async () => {
    for (const mode of [0o757, 0o777]) {
      chmodSync(folder, mode)
      for (const name of ['config.json', 'absent'])
        await expect(files.readTrusted(join(folder, name))).rejects.toMatchObject(refused('may be written'))
    }
    chmodSync(folder, 0o1777)
    expect(await files.readTrusted(path)).toBe('{}')
  })

  it('may be a link, to where the same holds', async () => {
    const link = join(temporaryFolder(), 'config.json')
    symlinkSync(path, link)
    expect(await files.readTrusted(link)).toBe('{}')
    chmodSync(folder, 0o777)
    await expect(files.readTrusted(link)).rejects.toMatchObject(refused(`${folder} may be written`))
  })

  asRoot('belongs to no other user, and neither does its folder', async () => {
    chownSync(path, SOMEBODY, SOMEBODY)
    await expect(files.readTrusted(path)).rejects.toMatchObject(
      refused(`${path} was not read: it belongs to another user (${SOMEBODY}).`),
    )
    chownSync(path, 0, 0)
    chownSync(folder, SOMEBODY, SOMEBODY)
    await expect(files.readTrusted(path)).rejects.toMatchObject(refused('belongs to another user'))
    await expect(files.readTrusted(join(folder, 'absent'))).rejects.toMatchObject(refused('another user'))
  })

  asRoot('is the key of the fingerprints, and the record of a host', async () => {
    const key = join(folder, 'fingerprint.key')
    writeFileSync(key, 'x'.repeat(32))
    chownSync(key, SOMEBODY, SOMEBODY)
    expect(() => createRandom(folder).fingerprintKey()).toThrow('belongs to another user')
    const record = join(folder, 'host.json')
    writeFileSync(record, JSON.stringify({ address: '/x', key: 'k', pid: 1, startedAt: '' }), { mode: 0o600 })
    expect(readHostRecord(record)).toMatchObject({ key: 'k' })
    chmodSync(folder, 0o777)
    expect(() => readHostRecord(record)).toThrow('may be written')
    chownSync(record, SOMEBODY, SOMEBODY)
    expect(readHostRecord(record)).toBeUndefined()
  })
})

describe.skipIf(process.platform === 'win32')('a folder that something secret is written to', () => {
  it('is ours alone, and stays where it is', async () => {
    await files.checkPrivate(path)
    await files.checkPrivate(join(folder, 'new', 'x'))
    for (const mode of [0o777, 0o1777, 0o757]) {
      chmodSync(folder, mode)
      for (const at of [path, join(folder, 'new', 'x')])
        await expect(files.checkPrivate(at)).rejects.toMatchObject({ code: 'STORE_READ_ONLY' })
    }
    mkdirSync(join(folder, 'inner'), { mode: 0o700 })
    await expect(files.checkPrivate(join(folder, 'inner', 'x'))).rejects.toMatchObject({
      message: expect.stringContaining('may be written'),
    })
  })

  asRoot('belongs to no other user', async () => {
    chownSync(folder, SOMEBODY, SOMEBODY)
    await expect(files.checkPrivate(path)).rejects.toMatchObject({ code: 'STORE_READ_ONLY' })
  })
})

describe('a group of their own', () => {
  const ada = { username: 'ada', gid: 1000 }
  it.each([
    ['ada:x:1000:', 1000],
    ['root:x:0:\nada:x:1000:ada\n', 1000],
    ['ada:x:1000:eve', undefined],
    ['users:x:1000:', undefined],
    ['ada:x:1000:\nstaff:x:1000:eve', undefined],
    ['', undefined],
  ])('is one in which nobody else is: %j', (groups, gid) => {
    expect(privateGroupIn(groups, ada)).toBe(gid)
  })
})
