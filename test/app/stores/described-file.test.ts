import { describe, expect, it } from 'vitest'
import type { CommandEnd, CommandOptions } from '../../../app/base/ports.ts'
import { createDescribedFiles } from '../../../app/stores/described-file.ts'
import { type DescribedFile, NO_CHOICES } from '../../../app/stores/shared/program-choices.ts'
import { readLaws } from '../../conformance/store.conformance.ts'
import { QuickClock } from '../../fakes/clock.ts'
import { FakeCommands } from '../../fakes/commands.ts'
import { createFakePorts } from '../../fakes/ports.ts'

const FILE = '/home/ada/.tool/token.json'
const ENDS = 1_796_083_200
const TOOL: DescribedFile = {
  id: 'my-tool',
  name: 'My tool',
  path: '~/.tool/token.json',
  provider: 'acme',
  accessToken: 'auth.access',
  refreshToken: 'auth.refresh',
  expiresAt: 'auth.until',
  unit: 's',
  account: 'user.mail',
}
const TEXT = JSON.stringify({
  auth: { access: 'CANARYa', refresh: 'CANARYr', until: ENDS },
  user: { mail: 'ada@example.test' },
})

class ToolHere extends FakeCommands {
  readonly asked: { readonly words: readonly string[]; readonly options: CommandOptions }[] = []
  end: CommandEnd = { code: 0, output: '' }

  override async run(words: readonly string[], options: CommandOptions): Promise<CommandEnd> {
    this.asked.push({ words, options })
    return this.end
  }
}

function machine(described: readonly DescribedFile[] = [TOOL], text = TEXT) {
  const commands = new ToolHere()
  const ports = createFakePorts({ clock: new QuickClock(), commands })
  ports.files.put(FILE, text)
  let now = described
  const store = createDescribedFiles(ports, { ...NO_CHOICES, described: () => now })
  const describeAs = (next: readonly DescribedFile[]): void => {
    now = next
  }
  return { ports, commands, store, describeAs }
}

readLaws('a file that a person describes', async () => {
  const { ports, store } = machine()
  const [entry] = (await store.scan()).entries
  if (!entry?.credential) throw new Error('no login')
  return {
    store,
    holder: entry.holder,
    credential: entry.credential,
    text: async () => ports.files.text(FILE),
    write: async (text) => ports.files.put(FILE, text),
    remove: async () => ports.files.delete(FILE),
  }
}, ['', '{"auth":'])

describe('a file that a person describes', () => {
  it('is read where they say', async () => {
    const [entry] = (await machine().store.scan()).entries
    expect(entry).toMatchObject({
      holder: { store: 'described', id: 'described:my-tool', label: 'My tool', path: FILE, entry: 'my-tool' },
      provider: 'acme',
      owner: 'My tool',
      mode: 'watched',
      account: { name: 'ada@example.test' },
      credential: { expiresAtMs: ENDS * 1000 },
    })
  })

  it.each([
    ['ms', ENDS * 1000],
    ['s', ENDS],
    ['s', `${ENDS}`],
    ['iso', '2026-12-01T00:00:00Z'],
  ] as const)('may count its end in %s', async (unit, until) => {
    const text = JSON.stringify({ auth: { access: 'CANARYa', until } })
    const [entry] = (await machine([{ ...TOOL, unit }], text).store.scan()).entries
    expect(entry?.credential?.expiresAtMs).toBe(ENDS * 1000)
  })

  it('is said not to be as described where a member is missing, without a token and without guessing', async () => {
    const noEnd = machine([TOOL], '{"auth":{"access":"CANARYa"}}')
    expect((await noEnd.store.scan()).entries[0]?.problem).toMatchObject({
      message: '~/.tool/token.json has no "auth.until" that can be understood.',
      hint: expect.stringContaining('"my-tool"'),
    })
    const noToken = machine([TOOL], '{"auth":{"access":7}}')
    expect((await noToken.store.scan()).entries[0]?.problem?.message).toContain('"auth.access"')
    expect((await machine([TOOL], '"CANARY"').store.scan()).entries[0]?.problem).toBeDefined()
  })

  it('can be asked to refresh by its own command, whose output is thrown away', async () => {
    const { commands, store } = machine([{ ...TOOL, refresh: ['my-tool', 'token', '--force'] }])
    const [entry] = (await store.scan()).entries
    if (!entry) throw new Error('no login')
    expect(entry.mode).toBe('delegated')
    await store.delegation?.refresh(entry.holder, new AbortController().signal)
    expect(commands.asked).toMatchObject([
      { words: ['my-tool', 'token', '--force'], options: { mostBytes: 0 } },
    ])
    commands.end = { code: 3, output: 'CANARY' }
    await expect(store.delegation?.refresh(entry.holder, new AbortController().signal)).rejects.toMatchObject(
      {
        message: 'My tool could not be asked: my-tool ended with code 3.',
      },
    )
  })

  it('comes, changes and goes with config.json, while it is watched', async () => {
    const { ports, store, describeAs } = machine([])
    let told = 0
    const unwatch = store.watch(() => told++)
    expect((await store.scan()).entries).toEqual([])
    describeAs([TOOL])
    expect((await store.scan()).entries).toHaveLength(1)
    ports.files.put(FILE, `${TEXT} `)
    await expect.poll(() => told).toBe(1)
    describeAs([])
    expect((await store.scan()).entries).toEqual([])
    ports.files.put(FILE, TEXT)
    await new Promise((resolve) => setImmediate(resolve))
    expect(told).toBe(1)
    unwatch()
  })

  it('may be told how one signs in', async () => {
    const { store } = machine([{ ...TOOL, login: ['my-tool', 'login'] }])
    const [entry] = (await store.scan()).entries
    expect(entry && store.login?.command(entry)).toEqual(['my-tool', 'login'])
  })
})
