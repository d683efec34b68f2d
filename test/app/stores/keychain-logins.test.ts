/** Logins that their programs keep in the system's keychain: read where nobody is asked, or where the person wished it. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { claudeCode } from '../../../app/stores/claude-code/claude-code.ts'
import { codex } from '../../../app/stores/codex/codex.ts'
import { copilot } from '../../../app/stores/copilot.ts'
import { gh } from '../../../app/stores/gh.ts'
import type { Adapter } from '../../../app/stores/shared/file-store.ts'
import { NO_CHOICES } from '../../../app/stores/shared/program-choices.ts'
import { QuickClock } from '../../fakes/clock.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'
import { fixture } from '../../support/program-files.ts'

const HOSTS = '/home/ada/.config/gh/hosts.yml'
const IN_KEYCHAIN = 'github.com:\n    users:\n        ada:\n    user: ada\n'
const CODEX_HOME = '/home/ada/.codex'

function machine(adapter: Adapter, prepare: (ports: FakePorts) => void, mayAsk = false) {
  const ports = createFakePorts({ clock: new QuickClock() })
  prepare(ports)
  return { ports, store: adapter(ports, { ...NO_CHOICES, mayAskKeychain: () => mayAsk }) }
}

const entriesOf = async (...here: Parameters<typeof machine>) => (await machine(...here).store.scan()).entries

describe('GitHub CLI', () => {
  const holds = (ports: FakePorts): void => {
    ports.files.put(HOSTS, IN_KEYCHAIN)
    ports.keychain.items.set('gh:github.com|ada', 'gho_CANARY')
  }

  it('has its token read from there, by host and user', async () => {
    const [entry] = await entriesOf(gh, holds)
    expect(entry?.holder).toMatchObject({ entry: 'github.com:ada', path: HOSTS })
    expect(entry?.credential?.accessToken?.expose()).toBe('gho_CANARY')
    expect(entry?.note).toBe('GitHub CLI keeps it. It does not expire; GitHub may end it.')
  })

  it('has nothing read that the system would ask the person for, and says what to do', async () => {
    const asks = (ports: FakePorts): void => {
      holds(ports)
      ports.keychain.asks = true
    }
    const [entry] = await entriesOf(gh, asks)
    expect(entry?.credential).toBeUndefined()
    expect(entry?.note).toContain('"programs": { "gh": { "keychain": true } }')
    const [wished] = await entriesOf(gh, asks, true)
    expect(wished?.credential?.accessToken?.expose()).toBe('gho_CANARY')
  })

  it('is told where there is nothing, and where the keychain cannot be reached', async () => {
    const [none] = await entriesOf(gh, ({ files }) => files.put(HOSTS, IN_KEYCHAIN))
    expect(none?.note).toBe('GitHub CLI keeps its token in the keychain.')
    const { ports, store } = machine(gh, (ports) => {
      holds(ports)
      ports.keychain.trouble = new AppError('KEYCHAIN_UNAVAILABLE', 'The keychain cannot be read: locked.')
    })
    const [entry] = (await store.scan()).entries
    expect(entry?.note).toBe(
      'GitHub CLI keeps its token in the keychain. The keychain cannot be read: locked.',
    )
    expect(ports.log.lines.join()).not.toContain('CANARY')
  })
})

describe('GitHub Copilot', () => {
  it('has its token read from there, under the name that its file gives the login', async () => {
    const [entry] = await entriesOf(copilot, ({ files, keychain }) => {
      const loggedInUsers = [{ host: 'https://github.com', login: 'ada', kind: 'githubDotCom' }]
      files.put('/home/ada/.copilot/config.json', JSON.stringify({ loggedInUsers }))
      keychain.items.set('copilot-cli|https://github.com:ada', 'gho_CANARY')
    })
    expect(entry?.holder).toMatchObject({ entry: 'copilot:https://github.com:ada' })
    expect(entry?.credential?.accessToken?.expose()).toBe('gho_CANARY')
    expect(entry?.note).toBe('GitHub Copilot keeps it. It does not expire; GitHub may end it.')
  })
})

describe('Codex', () => {
  const keyring = (text: string) => (ports: FakePorts) => {
    ports.files.put(`${CODEX_HOME}/config.toml`, 'cli_auth_credentials_store = "keyring"\n')
    const account = `cli|${ports.random.sha256Hex(CODEX_HOME).slice(0, 16)}`
    ports.keychain.items.set(`Codex Auth|${account}`, text)
  }

  it('has its login read from there, and is asked to refresh it', async () => {
    const { ports, store } = machine(codex, keyring(fixture('codex-0.171.0.json')))
    const [entry] = (await store.scan()).entries
    expect(entry).toMatchObject({ mode: 'delegated', holder: { entry: 'codex:chatgpt' } })
    expect(entry?.credential?.refreshToken).toBeDefined()
    if (!entry) throw new Error('no login')
    expect((await store.read(entry.holder))?.credential?.refreshToken).toBeDefined()
    ports.commands.run = async (words) => {
      expect(words).toEqual(['codex', 'app-server'])
      return { code: 0, output: '' }
    }
    await store.delegation?.refresh(entry.holder, new AbortController().signal)
  })

  it('has no login where there is none: what config.toml says is only where it would be', async () => {
    const empty = ({ files }: FakePorts) =>
      files.put(`${CODEX_HOME}/config.toml`, 'cli_auth_credentials_store = "auto"\n')
    expect(await entriesOf(codex, empty)).toEqual([])
  })

  it('is not guessed at where what is there is not its login', async () => {
    const [entry] = await entriesOf(codex, keyring('not json'))
    expect(entry?.credential).toBeUndefined()
    expect(entry?.note).toContain('not what it writes')
  })
})

describe('Claude Code on macOS', () => {
  const about = JSON.stringify({ oauthAccount: { accountUuid: 'u-1', emailAddress: 'ada@example.test' } })
  const text = fixture('claude-code-2.1.332.json')
  const mac = (service: string, folder?: string) => (ports: FakePorts) => {
    Object.assign(ports.process, { platform: 'darwin' })
    ports.process.variables['USER'] = 'ada'
    if (folder !== undefined) ports.process.variables['CLAUDE_CONFIG_DIR'] = folder
    ports.files.put(`${folder ?? '/home/ada'}/.claude.json`, about)
    ports.keychain.items.set(`${service}|ada`, text)
  }

  it('has its login read from there, watched', async () => {
    const [entry] = await entriesOf(claudeCode, mac('Claude Code-credentials'))
    expect(entry).toMatchObject({ mode: 'watched', account: { email: 'ada@example.test' } })
    expect(entry?.credential?.accessToken?.expose()).toBe('sk-ant-oat01-CANARY')
  })

  it('has another item for another folder', async () => {
    const { ports } = machine(claudeCode, () => undefined)
    const service = `Claude Code-credentials-${ports.random.sha256Hex('/srv/claude').slice(0, 8)}`
    const [entry] = await entriesOf(claudeCode, mac(service, '/srv/claude'))
    expect(entry?.credential).toBeDefined()
  })
})
