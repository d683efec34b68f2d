import { describe, expect, it } from 'vitest'
import type { CommandEnd, KeychainItem } from '../../../../app/base/ports.ts'
import { createKeychain } from '../../../../app/platform/keyring/keychain.ts'

const GH: KeychainItem = { service: 'gh:github.com', account: 'ada', madeBy: 'go-keyring' }
const CODEX: KeychainItem = { service: 'Codex Auth', account: 'cli|1', madeBy: 'keyring-rs' }

function keychain(platform: 'darwin' | 'linux', end: Partial<CommandEnd>) {
  const asked: string[] = []
  const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nowhere' }
  const commands = {
    async run(words: readonly string[]): Promise<CommandEnd> {
      asked.push(words.join(' '))
      return { output: '', ...end }
    },
  }
  return { asked, read: createKeychain({ commands, env, platform }).read }
}

describe('the keychain of macOS', () => {
  it('is read with security, which may read without asking what it wrote', async () => {
    const { asked, read } = keychain('darwin', { code: 0, printed: 'gho_CANARY\n' })
    expect(await read(GH, false)).toEqual({ kind: 'text', text: 'gho_CANARY' })
    expect(asked).toEqual(['/usr/bin/security find-generic-password -s gh:github.com -a ada -w'])
  })

  it.each([
    [`go-keyring-base64:${Buffer.from('gho_CANARY').toString('base64')}`],
    [`go-keyring-encoded:${Buffer.from('gho_CANARY').toString('hex')}`],
  ])('holds what go-keyring wraps: %s', async (printed) => {
    const { read } = keychain('darwin', { code: 0, printed: `${printed}\n` })
    expect(await read(GH, false)).toEqual({ kind: 'text', text: 'gho_CANARY' })
  })

  it('tells what is not there from what cannot be read', async () => {
    expect(await keychain('darwin', { code: 44 }).read(GH, false)).toEqual({ kind: 'none' })
    await expect(keychain('darwin', { code: 36 }).read(GH, false)).rejects.toMatchObject({
      code: 'KEYCHAIN_UNAVAILABLE',
    })
  })

  it('is not touched for what another program wrote itself: macOS would ask', async () => {
    const { asked, read } = keychain('darwin', { code: 0 })
    expect(await read(CODEX, false)).toEqual({ kind: 'would-ask' })
    expect(asked).toEqual([])
  })
})

describe('the keyring of Linux', () => {
  it.each([
    ['is locked', { code: 0, printed: 'b true\n' }],
    ['does not run', { code: 1 }],
    ['cannot be asked', { why: 'is not there' }],
  ])('is left alone where it %s', async (_name, end) => {
    const { asked, read } = keychain('linux', end)
    expect(await read(GH, false)).toEqual({ kind: 'would-ask' })
    expect(asked).toEqual([expect.stringContaining('--auto-start=no')])
  })
})
