import { describe, expect, it } from 'vitest'
import type { CommandEnd, CommandOptions } from '../../../app/base/ports.ts'
import { azure } from '../../../app/stores/azure.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { FakeCommands } from '../../fakes/commands.ts'
import { createFakePorts } from '../../fakes/ports.ts'
import { ENDS_AT_MS, fixture } from '../../support/program-files.ts'

const FILE = '/home/ada/.azure/msal_token_cache.json'
const MINUTE = 60_000

class AzHere extends FakeCommands {
  readonly asked: { readonly line: string; readonly options: CommandOptions }[] = []
  end: CommandEnd = { code: 0, output: '' }

  override async run(words: readonly string[], options: CommandOptions): Promise<CommandEnd> {
    this.asked.push({ line: words.join(' '), options })
    return this.end
  }
}

function machine(leftMs = 4 * MINUTE) {
  const commands = new AzHere()
  const ports = createFakePorts({ commands, clock: new FakeClock(ENDS_AT_MS - leftMs) })
  ports.files.put(FILE, fixture('azure-2.45.0.json'))
  const store = azure(ports)
  const ask = async () => {
    const [entry] = (await store.scan()).entries
    if (!entry) throw new Error('no login')
    await store.delegation?.refresh(entry.holder, new AbortController().signal)
  }
  return { ports, commands, store, ask }
}

describe("Azure CLI's login", () => {
  it('is its account with the token for Azure itself', async () => {
    const [entry] = (await machine().store.scan()).entries
    expect(entry).toMatchObject({ mode: 'delegated', account: { email: 'ada@example.test' } })
    expect(entry?.credential?.scope).toContain('https://management.core.windows.net//.default')
  })

  it('is only watched beside another: az speaks of the one in use', async () => {
    const { ports, store } = machine()
    const cache = JSON.parse(fixture('azure-2.45.0.json'))
    cache.Account.second = { home_account_id: 'uid-2.tenant-1', username: 'bob@example.test' }
    ports.files.put(FILE, JSON.stringify(cache))
    const { entries } = await store.scan()
    expect(entries.map(({ mode, account }) => [mode, account.email])).toEqual([
      ['watched', 'ada@example.test'],
      ['watched', 'bob@example.test'],
    ])
  })

  it('is told to be out of sight where the cache is encrypted', async () => {
    const { ports, store } = machine()
    ports.files.delete(FILE)
    const profile = {
      subscriptions: [{ user: { name: 'ada@example.test' } }, { user: { name: 'ada@example.test' } }],
    }
    ports.files.put('/home/ada/.azure/azureProfile.json', `\uFEFF${JSON.stringify(profile)}`)
    const { entries } = await store.scan()
    expect(entries).toHaveLength(1)
    expect(entries[0]).toMatchObject({ mode: 'watched', note: expect.stringContaining('keychain') })
    expect(entries[0]?.credential).toBeUndefined()
  })

  it('is asked for in its last minutes, and what az prints is thrown away', async () => {
    const here = machine()
    await here.ask()
    expect(here.commands.asked).toMatchObject([
      { line: 'az account get-access-token -o json', options: { mostBytes: 0 } },
    ])
    here.commands.end = { code: 1, output: '' }
    await expect(here.ask()).rejects.toMatchObject({
      message: expect.stringContaining('az ended with code 1'),
    })
    const early = machine(10 * MINUTE)
    await expect(early.ask()).rejects.toMatchObject({ message: expect.stringContaining('last 5 minutes') })
    expect(early.commands.asked).toEqual([])
  })
})
