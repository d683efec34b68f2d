import { describe, expect, it } from 'vitest'
import type { CommandEnd, CommandOptions } from '../../../../app/base/ports.ts'
import { claudeCode } from '../../../../app/stores/claude-code/claude-code.ts'
import { NO_CHOICES, type ProgramChoices } from '../../../../app/stores/shared/program-choices.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { FakeCommands } from '../../../fakes/commands.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { fixture } from '../../../support/program-files.ts'

const FILE = '/home/ada/.claude/.credentials.json'
const MINUTE = 60_000
const WISHED: ProgramChoices = { ...NO_CHOICES, mayRefresh: (id: string) => id === 'claude-code' }

/** Claude Code: sends its request as it starts, stores the reply `answersMs` later, and leaves when its input ends. */
class ClaudeHere extends FakeCommands {
  readonly asked: { readonly words: readonly string[]; readonly options: CommandOptions }[] = []
  /** Whether the input was still open when the reply came. */
  stored: boolean | undefined
  answer: () => Promise<void> = async () => undefined
  end: CommandEnd = { code: 0, output: '' }

  override async run(words: readonly string[], options: CommandOptions): Promise<CommandEnd> {
    this.asked.push({ words, options })
    if (this.end.why !== undefined) return this.end
    const { inputEndsOn } = options
    const closed = new Promise<void>((resolve) => inputEndsOn?.addEventListener('abort', () => resolve()))
    const answered = this.answer().then(() => {
      this.stored = inputEndsOn?.aborted === false
    })
    await Promise.race([closed, answered.then(() => closed)])
    return this.end
  }
}

function textEnding(atMs: number, access = 'sk-ant-oat01-CANARY1'): string {
  const login = { accessToken: access, refreshToken: 'sk-ant-ort01-CANARY1', expiresAt: atMs }
  return JSON.stringify({ claudeAiOauth: login })
}

function machine({ leftMs = 4 * MINUTE, choices = WISHED, answersMs = 12_000 } = {}) {
  const commands = new ClaudeHere()
  const ports = createFakePorts({ commands, clock: new FakeClock() })
  const { clock, files } = ports
  files.put(FILE, textEnding(clock.now() + leftMs))
  commands.answer = async () => {
    await clock.sleep(answersMs)
    files.put(FILE, textEnding(clock.now() + 480 * MINUTE, 'sk-ant-oat01-CANARY2'))
  }
  return { ports, commands, clock, store: claudeCode(ports, choices) }
}

async function refresh({ store, clock }: ReturnType<typeof machine>): Promise<void> {
  const [entry] = (await store.scan()).entries
  if (!entry || !store.delegation) throw new Error('no login to ask for')
  await clock.run(store.delegation.refresh(entry.holder, new AbortController().signal))
}

describe("Claude Code's login", () => {
  it('is watched until the person wishes otherwise, and then asked for in its last minutes', async () => {
    const [watched] = (await machine({ choices: NO_CHOICES }).store.scan()).entries
    expect(watched).toMatchObject({ mode: 'watched', note: expect.stringContaining('only watches') })
    expect(watched).not.toHaveProperty('refreshWithinMs')
    const [asked] = (await machine().store.scan()).entries
    expect(asked).toMatchObject({ mode: 'delegated', refreshWithinMs: 4.5 * MINUTE })
  })

  it('has a grant that ends, scopes, and the account of the other file', async () => {
    const { ports, store } = machine()
    ports.files.put(FILE, fixture('claude-code-2.1.332.json'))
    const account = { accountUuid: 'u-1', emailAddress: 'ada@example.test' }
    ports.files.put('/home/ada/.claude.json', JSON.stringify({ oauthAccount: account }))
    const [entry] = (await store.scan()).entries
    expect(entry?.account).toEqual({ id: 'u-1', email: 'ada@example.test' })
    expect(entry?.credential?.grantExpiresAtMs).toBe(Date.UTC(2026, 11, 21))
    expect(entry?.credential?.scope).toEqual(['user:inference', 'user:profile'])
  })

  it('is told to be over once Anthropic refused it', async () => {
    const { ports, store } = machine()
    ports.files.put(FILE, fixture('claude-code-2.1.332-refused.json'))
    const [entry] = (await store.scan()).entries
    expect(entry).toMatchObject({ mode: 'watched', ended: 'Anthropic refused the login of Claude Code.' })
    expect(entry?.credential).toBeUndefined()
  })

  it('is told to be in the keychain where only its account is in a file, on macOS', async () => {
    for (const platform of ['darwin', 'linux'] as const) {
      const { ports } = machine()
      ports.files.delete(FILE)
      ports.files.put('/home/ada/.claude.json', '{"oauthAccount":{"emailAddress":"ada@example.test"}}')
      const { process } = ports
      const store = claudeCode({ ...ports, process: Object.assign(Object.create(process), { platform }) })
      const { entries } = await store.scan()
      expect(entries.map(({ note }) => note)).toEqual(
        platform === 'darwin' ? ['Claude Code keeps its login in the keychain.'] : [],
      )
      for (const { holder } of entries) expect(await store.read(holder)).toMatchObject({ holder })
    }
  })

  it.each([
    [{ CLAUDE_CONFIG_DIR: '/srv/claude' }, '/srv/claude/.credentials.json'],
    [
      { CLAUDE_SECURESTORAGE_CONFIG_DIR: '/srv/safe', CLAUDE_CONFIG_DIR: '/srv/claude' },
      '/srv/safe/.credentials.json',
    ],
    [{ CLAUDE_SECURESTORAGE_CONFIG_DIR: '', CLAUDE_CONFIG_DIR: '/srv/claude' }, FILE],
    [{ CLAUDE_CONFIG_DIR: '~/other' }, '/home/ada/other/.credentials.json'],
  ])('with %j is looked for in %s', (variables, path) => {
    const ports = createFakePorts()
    Object.assign(ports.process.variables, variables)
    expect(claudeCode(ports).lookedAt).toEqual([path])
  })
})

describe('a refresh that Claude Code is asked for', () => {
  it('keeps its input open until the file has changed, however slow the endpoint is', async () => {
    const here = machine({ answersMs: 20_000 })
    await refresh(here)
    expect(here.commands.stored).toBe(true)
    const [{ words, options } = expect.unreachable()] = here.commands.asked
    expect(words.slice(0, 2)).toEqual(['claude', '-p'])
    expect(words).toContain('stream-json')
    expect(JSON.parse(options.input)).toMatchObject({ request: { subtype: 'initialize' } })
    expect(options.input.endsWith('\n')).toBe(true)
    expect(options.env).toEqual({ CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' })
  })

  it('ends the input after three quarters of a minute where nothing changes, and stops nothing sooner', async () => {
    const here = machine({ answersMs: 24 * 60 * MINUTE })
    const before = here.clock.now()
    await refresh(here)
    expect(here.clock.now() - before).toBe(45_000)
    expect(here.commands.asked[0]?.options.timeoutMs).toBeGreaterThan(45_000)
  })

  it('is not begun while the login has longer, nor without the wish', async () => {
    const early = machine({ leftMs: 6 * MINUTE })
    await expect(refresh(early)).rejects.toMatchObject({ code: 'NOT_REFRESHABLE' })
    const unwished = machine({ choices: NO_CHOICES })
    await expect(refresh(unwished)).rejects.toMatchObject({
      code: 'NOT_REFRESHABLE',
      hint: expect.stringContaining('"claude-code"'),
    })
    expect([...early.commands.asked, ...unwished.commands.asked]).toEqual([])
  })

  it('says when Claude Code is not there', async () => {
    const here = machine()
    here.commands.end = { output: '', why: 'is not there' }
    await expect(refresh(here)).rejects.toMatchObject({
      message: 'Claude Code could not be asked to renew its login: claude is not there.',
    })
  })
})
