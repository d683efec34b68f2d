import { describe, expect, it } from 'vitest'
import { AppError } from '../../app/base/errors.ts'
import type { SettingsChange } from '../../app/contract/views.ts'
import type { Core } from '../../app/core.ts'
import type { AdmittedToken } from '../../app/engine/tokens/admitted-token.ts'
import { Secret } from '../../app/model/secret.ts'
import { answer, type Gate, type Handlers, handleRequests } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { isOurPage, START_PAGE } from '../../main/window/page-address.ts'
import { ABOUT, fakeDesktop } from '../fakes/desktop.ts'
import { overviewView, profileView, settingsView } from '../support/views.ts'

const HOLDER_PATH = profileView().holders[0]?.path ?? ''

/** As much of a core as the handlers touch. */
function fakeCore(changes: Partial<Core> = {}): Core {
  const imports = { list: async () => [{ backup: '/backup' }] } as unknown as Core['imports']
  return { overview: () => overviewView([profileView()]), imports, ...changes } as Core
}

function setUp(core = fakeCore()) {
  const lines: string[] = []
  const note = (message: string, fields?: object) => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
  }
  const log = { info: note, warn: note }
  const desktop = fakeDesktop(core)
  return { handlers: createHandlers(core, desktop), log, lines, desktop }
}

describe('answer', () => {
  it('replies with the value', async () => {
    const { handlers, log } = setUp()
    const reply = await answer('overview:get', [], handlers, log)
    expect(reply.ok && reply.value.profiles).toHaveLength(1)
  })

  it('shows what others wrote as it can be seen, and cuts what nobody reads', async () => {
    const evil = 'a\u202eb\u001b[2J'
    const { handlers, log } = setUp(
      fakeCore({ overview: () => overviewView([profileView({ advice: evil })]) }),
    )
    const reply = await answer('overview:get', [], handlers, log)
    expect(reply.ok && reply.value.profiles[0]?.advice).toBe('a\ufffdb\ufffd[2J')
    const bad = fakeCore({
      overview: () => {
        throw new AppError('STORE_CORRUPT', `${evil}${'x'.repeat(1_000_000)}`)
      },
    })
    const failed = await answer('overview:get', [], setUp(bad).handlers, log)
    expect(!failed.ok && failed.failure.message).toMatch(/^a\ufffdb\ufffd\[2Jx{1,4000}…$/)
  })

  it('replies with a failure that has code, sentence, hint and the words underneath', async () => {
    const cause = { error: 'invalid_grant', error_description: 'Token revoked', refresh_token: 'CANARY-1' }
    const error = new AppError('NEEDS_LOGIN', 'The provider ended this login.', {
      cause,
      hint: 'Sign in again.',
    })
    const { handlers, log } = setUp(fakeCore({ refresh: () => Promise.reject(error) }))
    expect(await answer('profile:refresh', ['ada'], handlers, log)).toEqual({
      ok: false,
      failure: {
        code: 'NEEDS_LOGIN',
        message: 'The provider ended this login.',
        hint: 'Sign in again.',
        detail: 'invalid_grant: Token revoked',
      },
    })
  })

  it('tells of a surprise that it was one, without stack and without what a parser quoted', async () => {
    const core = fakeCore({ overview: () => JSON.parse('{"access":CANARY-2}') })
    const { handlers, log, lines } = setUp(core)
    const reply = await answer('overview:get', [], handlers, log)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'INTERNAL', detail: 'SyntaxError' } })
    expect(JSON.stringify([reply, lines])).not.toMatch(/CANARY|\.ts:\d/)
  })

  it.each([
    ['profile:refresh', []],
    ['profile:refresh', [{ id: 'CANARY-3' }]],
    ['profile:refresh', ['ada', 'CANARY-3']],
    ['profile:refresh', ['']],
    ['history:get', [{ limit: -1, CANARY: 3 }]],
    ['login:start', [{ method: 'CANARY-3' }]],
    ['login:paste', ['login', 'CANARY-3'.repeat(10_000)]],
    ['provider:add', [{ id: 'demo', tokenEndpoint: 3 }]],
    ['overview:get', ['CANARY-3']],
  ] as const)('refuses %s with %j, and does not repeat it', async (name, args) => {
    const { handlers, log, lines } = setUp()
    const reply = await answer(name, args, handlers, log)
    expect(reply).toMatchObject({ ok: false, failure: { code: 'ARGUMENT_INVALID' } })
    expect(JSON.stringify([reply, lines])).not.toContain('CANARY-3')
  })

  it('hands parsed arguments on as they are', async () => {
    const asked: unknown[] = []
    const core = fakeCore({
      history: async (query) => {
        asked.push(query)
        return []
      },
    })
    const { handlers, log } = setUp(core)
    expect(await answer('history:get', [{ profileId: 'ada' }], handlers, log)).toEqual({
      ok: true,
      value: [],
    })
    expect(asked).toEqual([{ profileId: 'ada' }])
  })

  it('reveals holders, the places About names and backups, and nothing else', async () => {
    const { handlers, log, desktop } = setUp()
    const shown = [HOLDER_PATH, ABOUT.paths[0]?.path ?? '', '/backup']
    for (const path of shown) {
      expect(await answer('path:reveal', [path], handlers, log)).toEqual({ ok: true, value: true })
    }
    expect(await answer('path:reveal', ['/etc/passwd'], handlers, log)).toMatchObject({ ok: false })
    expect(desktop.revealed).toEqual(shown)
  })

  it('reveals the file of a problem', async () => {
    const problems = [{ code: 'CONFIG_INVALID', message: 'It is not JSON.', path: '/home/ada/config.json' }]
    const { handlers, log, desktop } = setUp(fakeCore({ overview: () => overviewView([], { problems }) }))
    await answer('path:reveal', ['/home/ada/config.json'], handlers, log)
    expect(desktop.revealed).toEqual(['/home/ada/config.json'])
  })

  it('looks at all places before it answers with what is there', async () => {
    let looks = 0
    const look = async () => void looks++
    const { handlers, log } = setUp(fakeCore({ look, overview: () => overviewView([], { atMs: looks }) }))
    expect(await answer('overview:look', [], handlers, log)).toMatchObject({ ok: true, value: { atMs: 1 } })
  })

  it('copies text', async () => {
    const { handlers, log, desktop } = setUp()
    await answer('clipboard:write', ['detail'], handlers, log)
    expect(desktop.copied).toEqual(['detail'])
  })

  it('hands a token to the clipboard, and never to the page', async () => {
    const core = fakeCore({ token: async () => ({ accessToken: new Secret('CANARY') }) as AdmittedToken })
    const { handlers, log, desktop } = setUp(core)
    expect(await answer('token:copy', ['ada'], handlers, log)).toEqual({ ok: true, value: true })
    expect(desktop.copied).toEqual(['CANARY'])
  })

  it('opens the window where the small one asks to go, which leads the window nowhere by itself', async () => {
    const { handlers, log, desktop } = setUp()
    await answer('popover:get', [], handlers, log)
    await answer('popover:fit', [432], handlers, log)
    await answer('window:open', [{ screen: 'logins', profileId: 'ada' }], handlers, log)
    await answer('window:open', [{ screen: 'logins', problemId: 'place:OpenClaw:/ops' }], handlers, log)
    await answer('popover:hide', [], handlers, log)
    expect(desktop.heard).toEqual([
      'popover 432',
      'window ada',
      'window place:OpenClaw:/ops',
      'popover hidden',
    ])
  })

  it('takes the first question for views as the sign that the window listens', async () => {
    const { handlers, log, desktop } = setUp()
    await answer('settings:get', [], handlers, log)
    expect(desktop.heard).toEqual([])
    await answer('overview:get', [], handlers, log)
    expect(desktop.heard).toEqual(['listening'])
  })

  it('writes a setting down only after the system took it', async () => {
    const changes: SettingsChange[] = []
    const core = fakeCore({
      changeSettings: async (change) => {
        changes.push(change)
        return settingsView(change)
      },
    })
    const { log, desktop } = setUp(core)
    const willing = createHandlers(core, desktop)
    await answer('settings:set', [{ startAtLogin: true }], willing, log)
    expect(desktop.isStarting).toBe(true)
    const refusal = new AppError('AUTOSTART_UNAVAILABLE', 'Not from here.')
    const refusing = createHandlers(core, { ...desktop, startAtLogin: () => Promise.reject(refusal) })
    expect(await answer('settings:set', [{ startAtLogin: true }], refusing, log)).toMatchObject({
      ok: false,
      failure: { code: 'AUTOSTART_UNAVAILABLE' },
    })
    await answer('settings:set', [{ theme: 'dark' }], refusing, log)
    expect(changes).toEqual([{ startAtLogin: true }, { theme: 'dark' }])
  })
})

describe('handleRequests', () => {
  type Listener = (event: object, ...args: unknown[]) => Promise<unknown>

  function register(handlers: Handlers, log: Gate['log']) {
    const listeners = new Map<string, Listener>()
    const mainFrame = { url: START_PAGE }
    const contents = { mainFrame, isDestroyed: () => false }
    const ipc = { handle: (name: string, listener: Listener) => void listeners.set(name, listener) }
    const gate = { ipc, contents: () => [contents], isOurPage, log } as unknown as Gate
    handleRequests(gate, handlers)
    const invoke = (event: object, name = 'overview:get') => listeners.get(name)?.(event)
    return { contents, mainFrame, invoke, listeners }
  }

  it('answers our page in the top frame of our window', async () => {
    const { handlers, log } = setUp()
    const { contents, mainFrame, invoke } = register(handlers, log)
    expect(await invoke({ sender: contents, senderFrame: mainFrame })).toMatchObject({ ok: true })
  })

  it('refuses everybody else, and says so in the log', async () => {
    const { handlers, log, lines } = setUp()
    const { contents, mainFrame, invoke } = register(handlers, log)
    const strangers = [
      { sender: { mainFrame }, senderFrame: mainFrame }, // another window
      { sender: contents, senderFrame: { url: START_PAGE } }, // a frame inside ours
      { sender: contents, senderFrame: null }, // a frame that is gone
    ]
    for (const event of strangers) await expect(invoke(event)).rejects.toThrow('refused')
    mainFrame.url = 'https://example.test/' // our window, led away
    await expect(invoke({ sender: contents, senderFrame: mainFrame })).rejects.toThrow('refused')
    expect(lines).toHaveLength(4)
  })
})
