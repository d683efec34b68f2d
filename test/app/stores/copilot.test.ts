import { describe, expect, it } from 'vitest'
import { fixture, machineWith, onlyEntry } from '../../support/program-files.ts'

const CONFIG = { store: 'copilot', path: '/home/ada/.copilot/config.json' }

describe("GitHub Copilot's login", () => {
  it('is told to be in the keychain where a user is named without a token', async () => {
    const user = { host: 'https://ghe.example.test', login: 'ada' }
    const { store } = machineWith(CONFIG, `// comment\n${JSON.stringify({ loggedInUsers: [user] })}`)
    const entry = await onlyEntry(store)
    expect(entry).toMatchObject({
      holder: { entry: 'copilot:https://ghe.example.test:ada' },
      account: { name: 'ada at ghe.example.test' },
      note: 'GitHub Copilot keeps its token in the keychain.',
    })
    expect(entry.credential).toBeUndefined()
  })

  it('is one login, although the CLI and an older editor both hold it', async () => {
    const { ports, store } = machineWith(CONFIG, fixture('copilot-1.0.102.json'))
    ports.files.put('/home/ada/.config/github-copilot/apps.json', fixture('copilot-editors-apps.json'))
    expect((await onlyEntry(store)).holder.path).toBe(CONFIG.path)
    expect((await store.scan()).places).toHaveLength(2)
  })

  it('is signed in by a command that is told to store nothing without a keychain', async () => {
    const { store } = machineWith(CONFIG, fixture('copilot-1.0.102.json'))
    expect(store.login?.command(await onlyEntry(store))).toEqual(['copilot', 'login', '--device-code'])
    expect(store.login?.warning).toContain('storeTokenPlaintext')
  })
})
