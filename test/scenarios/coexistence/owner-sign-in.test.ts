/** Signing in to a login that another program owns: it is asked to, or its command runs in a terminal; its file tells. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LineChannel } from '../../../app/base/ports.ts'
import type { LoginView } from '../../../app/contract/views.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'
import { fixture } from '../../support/program-files.ts'

const MINUTE = 60_000
const CODEX = '/home/ada/.codex/auth.json'
const CLAUDE = '/home/ada/.claude/.credentials.json'
const COPILOT = '/home/ada/.copilot/config.json'

let ports: FakePorts
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)

beforeEach(() => {
  ports = createFakePorts()
})
afterEach(() => run(core.close()))

async function started(): Promise<void> {
  core = createCore(ports)
  await run(core.start({ schedule: false }))
}
const idOf = (provider: string): string =>
  core.overview().profiles.find(({ providerId }) => providerId === provider)?.id ?? ''
const begin = (provider: string, method?: 'device'): Promise<LoginView> =>
  run(core.logins.start({ profileId: idOf(provider), ...(method ? { method } : {}) }))
/** Without letting time pass: what happened meanwhile is news. */
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve()
}
const stepOf = async (id: string) => {
  await settled()
  return core.logins.list().find((one) => one.id === id)?.step
}

describe('the command of a program in a terminal', () => {
  const dead = fixture('claude-code-2.1.332-refused.json')
  const alive = fixture('claude-code-2.1.332.json')

  it('is followed by its file, and says when it is done', async () => {
    ports.files.put(CLAUDE, dead)
    await started()
    const { id, step } = await begin('anthropic')
    expect(step).toEqual({
      kind: 'program',
      program: 'Claude Code',
      command: 'claude auth login',
      terminal: 'GNOME Terminal',
    })
    expect(ports.terminals.opened).toMatchObject([{ words: ['claude', 'auth', 'login'], isLeft: false }])
    ports.files.put(CLAUDE, alive)
    const end = await run(core.logins.ended(id))
    expect(end.step).toMatchObject({ kind: 'done', profileId: idOf('anthropic') })
    expect(ports.terminals.opened[0]?.isLeft).toBe(true)
    expect(core.profile(idOf('anthropic')).status.kind).not.toBe('needs-login')
    const [event] = await run(core.history({ profileId: idOf('anthropic') }))
    expect(event).toMatchObject({ kind: 'signed-in', message: 'Signed in with Claude Code.' })
  })

  it('is told to the person where no terminal can be opened, and followed all the same', async () => {
    ports.files.put(CLAUDE, dead)
    ports.terminals.name = undefined
    await started()
    const { id, step } = await begin('anthropic')
    expect(step).toEqual({ kind: 'program', program: 'Claude Code', command: 'claude auth login' })
    ports.files.put(CLAUDE, alive)
    expect((await run(core.logins.ended(id))).step.kind).toBe('done')
  })

  it('waits for the command to end where it runs in our own terminal', async () => {
    ports.files.put(CLAUDE, dead)
    ports.terminals.isOurs = true
    await started()
    const { id } = await begin('anthropic')
    ports.files.put(CLAUDE, alive)
    await ports.clock.advance(5_000)
    expect(core.profile(idOf('anthropic')).status.kind).not.toBe('needs-login') // the file has been seen
    expect((await stepOf(id))?.kind).toBe('program')
    ports.terminals.opened[0]?.end(0)
    expect((await run(core.logins.ended(id))).step.kind).toBe('done')
  })

  it('has a terminal find the files where we found them', async () => {
    const elsewhere = '/srv/claude'
    ports.process.variables['CLAUDE_CONFIG_DIR'] = elsewhere
    ports.files.put(`${elsewhere}/.credentials.json`, dead)
    await started()
    await begin('anthropic')
    expect(ports.terminals.opened[0]?.env).toEqual({ CLAUDE_CONFIG_DIR: elsewhere })
  })

  it('that is not there any more is said, with the file it left', async () => {
    ports.files.put(CLAUDE, dead)
    await started()
    const { id } = await begin('anthropic')
    ports.terminals.opened[0]?.end(127)
    expect((await run(core.logins.ended(id))).step).toMatchObject({
      kind: 'failed',
      failure: {
        code: 'LOGIN_UNAVAILABLE',
        message: 'Claude Code is not installed any more: there is no command "claude".',
        hint: expect.stringContaining(CLAUDE),
      },
    })
  })

  it('that ends and leaves the login as it was has not signed in, whatever it says', async () => {
    ports.files.put(COPILOT, fixture('copilot-1.0.102.json'))
    await started()
    const { id, step } = await begin('github-copilot')
    expect(step).toMatchObject({ warning: expect.stringContaining('storeTokenPlaintext') })
    ports.terminals.opened[0]?.end(0)
    expect((await run(core.logins.ended(id))).step).toMatchObject({
      kind: 'failed',
      failure: { message: 'The sign-in of GitHub Copilot has ended, and its login is as it was.' },
    })
    const [event] = await run(core.history({ limit: 1 }))
    expect(event?.kind).toBe('login-failed')
  })

  it('is left alone, and not followed any more, when the person thinks better of it', async () => {
    ports.files.put(CLAUDE, dead)
    await started()
    const { id } = await begin('anthropic')
    const end = await run(core.logins.cancel(id))
    expect(end.step).toMatchObject({ kind: 'failed', failure: { code: 'LOGIN_CANCELLED' } })
    expect(ports.terminals.opened[0]?.isLeft).toBe(true)
    expect(await run(core.history({}))).toEqual([])
  })

  it('is not waited for for ever', async () => {
    ports.files.put(CLAUDE, dead)
    await started()
    const { id } = await begin('anthropic')
    await ports.clock.advance(31 * MINUTE)
    expect(await stepOf(id)).toMatchObject({ kind: 'failed', failure: { code: 'LOGIN_TIMEOUT' } })
  })
})

describe('Codex, which is asked to sign in', () => {
  let asked: { readonly id?: number; readonly method: string; readonly params?: unknown }[]
  let server: LineChannel | undefined
  const tell = (message: unknown): void => void server?.send(JSON.stringify(message))
  const signedIn = (): void => {
    const was = JSON.parse(ports.files.text(CODEX) ?? '')
    const tokens = { ...was.tokens, refresh_token: 'rt_CANARY_NEW' }
    ports.files.put(CODEX, JSON.stringify({ ...was, tokens }))
  }

  beforeEach(() => {
    asked = []
    ports.files.put(CODEX, fixture('codex-0.171.0.json'))
    ports.commands.speakers.set('codex', (channel) => {
      server = channel
      channel.onLine((line) => {
        const message = JSON.parse(line)
        asked.push(message)
        if (message.method !== 'account/login/start') return
        const result =
          message.params.type === 'chatgpt'
            ? {
                type: 'chatgpt',
                loginId: 'l1',
                authUrl:
                  'https://auth.openai.com/oauth/authorize?redirect_uri=http%3A%2F%2F127.0.0.1%3A1455%2Fauth%2Fcallback',
              }
            : {
                type: 'chatgptDeviceCode',
                loginId: 'l1',
                verificationUrl: 'https://auth.openai.com/codex/device',
                userCode: 'ABCD-1234',
              }
        tell({ id: message.id, result })
      })
    })
  })

  it('shows its code, and its file says that it worked; no `codex login` runs', async () => {
    await started()
    const { id, step } = await begin('openai-codex', 'device')
    expect(step).toMatchObject({
      kind: 'device',
      userCode: 'ABCD-1234',
      verificationUri: 'https://auth.openai.com/codex/device',
    })
    signedIn()
    tell({ method: 'account/login/completed', params: { loginId: 'l1', success: true, error: null } })
    expect((await run(core.logins.ended(id))).step.kind).toBe('done')
    expect(ports.terminals.opened).toEqual([])
    expect(ports.commands.runs).toEqual([])
    expect(asked.map(({ method }) => method)).toEqual(['initialize', 'initialized', 'account/login/start'])
  })

  it('opens the browser at its page, which comes back to Codex', async () => {
    await started()
    const { step } = await begin('openai-codex')
    expect(step).toMatchObject({
      kind: 'browser',
      listening: true,
      redirectUri: 'http://127.0.0.1:1455/auth/callback',
    })
    expect(ports.browser.opened).toEqual([expect.stringContaining('auth.openai.com')])
  })

  it('is told when the person thinks better of it: the stored login stays', async () => {
    await started()
    const { id } = await begin('openai-codex', 'device')
    await run(core.logins.cancel(id))
    expect(asked.at(-1)).toMatchObject({ method: 'account/login/cancel', params: { loginId: 'l1' } })
  })

  it('that says no is believed', async () => {
    await started()
    const { id } = await begin('openai-codex', 'device')
    tell({ method: 'account/login/completed', params: { success: false, error: 'access_denied' } })
    expect((await run(core.logins.ended(id))).step).toMatchObject({
      kind: 'failed',
      failure: { code: 'LOGIN_DENIED', message: 'Codex has not signed in: access_denied.' },
    })
  })

  it('that says yes and stores nothing is not believed', async () => {
    await started()
    const { id } = await begin('openai-codex', 'device')
    tell({ method: 'account/login/completed', params: { success: true } })
    await ports.clock.advance(MINUTE)
    expect(await stepOf(id)).toMatchObject({ kind: 'failed', failure: { code: 'LOGIN_DENIED' } })
  })

  it.each([
    ['is not there', () => ports.commands.speakers.clear()],
    [
      'Method not found',
      () =>
        ports.commands.speakers.set('codex', (channel) =>
          channel.onLine((line) => {
            const { id } = JSON.parse(line)
            if (id === 1)
              channel.send(JSON.stringify({ id, error: { code: -32601, message: 'Method not found' } }))
          }),
        ),
    ],
  ])('that cannot be asked (%s) is said, and what its own command costs', async (why, breakIt) => {
    breakIt()
    await started()
    const { step } = await begin('openai-codex', 'device')
    expect(step).toMatchObject({
      kind: 'failed',
      failure: {
        code: 'LOGIN_UNAVAILABLE',
        message: expect.stringContaining(why),
        hint: expect.stringContaining('`codex login` ends the login that is stored'),
      },
    })
  })
})
