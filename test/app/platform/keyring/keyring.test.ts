import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFiles } from '../../../../app/platform/files/files.ts'
import type { KeyPlace } from '../../../../app/platform/keyring/key-stores.ts'
import { createKeyring } from '../../../../app/platform/keyring/keyring.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

class FakeKeychain implements KeyPlace {
  readonly keys = new Map<string, Uint8Array>()
  unreachable = false
  forgetful = false

  async load(id: string): Promise<Uint8Array | undefined> {
    if (this.unreachable) throw new Error('no service')
    return this.keys.get(id)
  }

  async save(id: string, key: Uint8Array): Promise<void> {
    if (this.unreachable) throw new Error('no service')
    if (!this.forgetful) this.keys.set(id, key)
  }

  async drop(id: string): Promise<void> {
    this.keys.delete(id)
  }
}

const files = createFiles()

function keyringIn(stateFolder: string, keychain: KeyPlace, env: NodeJS.ProcessEnv = {}) {
  return createKeyring({ files, stateFolder, env, keychain })
}

describe('the keyring', () => {
  it('makes one key, keeps it in the keychain, and finds it again', async () => {
    const folder = temporaryFolder()
    const keychain = new FakeKeychain()
    expect(await keyringIn(folder, keychain).kept()).toBe('undecided')
    const first = await keyringIn(folder, keychain).key()
    const again = await keyringIn(folder, keychain).key()
    const byId = await keyringIn(folder, keychain).key(first.id)
    expect(first).toMatchObject({ kept: 'keychain', bytes: { length: 32 } })
    expect(again).toEqual(first)
    expect(byId).toEqual(first)
    expect(readdirSync(folder)).toEqual(['seal.json'])
    expect(await keyringIn(folder, keychain).kept()).toBe('keychain')
  })

  it.each([
    ['there is no keychain', { unreachable: true }, {}],
    ['the keychain does not give back what it got', { forgetful: true }, {}],
    ['the person wants it so', {}, { LAMPLIGHTER_KEYRING: 'file' }],
    ['everything was moved with LAMPLIGHTER_HOME', {}, { LAMPLIGHTER_HOME: '/elsewhere' }],
  ])('uses a file for its owner alone when %s', async (_when, faults, env) => {
    const folder = temporaryFolder()
    const keychain = Object.assign(new FakeKeychain(), faults)
    const key = await keyringIn(folder, keychain, env).key()
    expect(key.kept).toBe('file')
    expect(readdirSync(folder).sort()).toEqual([`seal-${key.id}.key`, 'seal.json'].sort())
    if (process.platform !== 'win32') {
      for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600)
    }
    // The decision stays, whatever is there later.
    expect(await keyringIn(folder, new FakeKeychain()).key()).toEqual(key)
  })

  it('uses the keychain under LAMPLIGHTER_HOME when asked to', async () => {
    const env = { LAMPLIGHTER_HOME: '/elsewhere', LAMPLIGHTER_KEYRING: 'keychain' }
    expect((await keyringIn(temporaryFolder(), new FakeKeychain(), env).key()).kept).toBe('keychain')
  })

  it('never makes a second key when the first cannot be reached, and tries again later', async () => {
    const folder = temporaryFolder()
    const keychain = new FakeKeychain()
    const first = await keyringIn(folder, keychain).key()
    const keyring = keyringIn(folder, keychain)
    keychain.unreachable = true
    await expect(keyring.key()).rejects.toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
      hint: expect.any(String),
    })
    await expect(keyringIn(folder, new FakeKeychain()).key()).rejects.toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
    })
    expect(readdirSync(folder)).toEqual(['seal.json'])
    keychain.unreachable = false
    expect(await keyring.key()).toEqual(first)
  })

  it('says so when the key file is missing or damaged, and makes no other', async () => {
    const folder = temporaryFolder()
    const { id } = await keyringIn(folder, new FakeKeychain(), { LAMPLIGHTER_KEYRING: 'file' }).key()
    writeFileSync(join(folder, `seal-${id}.key`), 'short')
    await expect(keyringIn(folder, new FakeKeychain()).key()).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    await files.remove(join(folder, `seal-${id}.key`))
    await expect(keyringIn(folder, new FakeKeychain()).key(id)).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
    })
    writeFileSync(join(folder, 'seal.json'), '{}')
    await expect(keyringIn(folder, new FakeKeychain()).key()).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    expect(readdirSync(folder)).toEqual(['seal.json'])
  })

  it('ends with one key when many start at once', async () => {
    const folder = temporaryFolder()
    const keychain = new FakeKeychain()
    const keys = await Promise.all(Array.from({ length: 16 }, () => keyringIn(folder, keychain).key()))
    expect(new Set(keys.map((key) => key.id)).size).toBe(1)
    expect(keychain.keys.size).toBe(1)
  })
})
