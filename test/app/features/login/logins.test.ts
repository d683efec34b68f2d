import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../../app/base/errors.ts'
import { HttpFailure } from '../../../../app/base/ports.ts'
import type { LoginStep, LoginView } from '../../../../app/contract/views.ts'
import { createLogins, type LoginDeps, type Logins } from '../../../../app/features/login/logins.ts'
import type { ResolvedProvider } from '../../../../app/model/provider.ts'
import type { TokenReply } from '../../../../app/oauth/token-reply.ts'
import { settle } from '../../../fakes/clock.ts'
import type { HttpAnswer } from '../../../fakes/http.ts'
import { createFakePorts, type FakePorts } from '../../../fakes/ports.ts'
import { ISSUER, resolved, tokenJson } from '../../../fakes/providers.ts'

const MINUTE = 60_000
const TOKEN = `${ISSUER}/token`
const fixedPort = { host: 'localhost', port: 1455, path: '/auth/callback' } as const

let ports: FakePorts
let saved: TokenReply[]
let views: LoginView[]
beforeEach(() => {
  ports = createFakePorts()
  saved = []
  views = []
})
afterEach(() => {
  expect(ports.listener.ports).toEqual([]) // whatever happened, the port is free again
  expect(JSON.stringify([views, ports.log])).not.toContain('CANARY')
})

function profiles(provider: Partial<ResolvedProvider> = {}, tools: Partial<LoginDeps> = {}): Logins {
  return createLogins(ports, {
    resolve: async () => resolved(provider),
    target: ({ profileId, providerId }) => ({
      providerId: providerId ?? 'example',
      ...(profileId === undefined ? {} : { profileId, account: 'ada@example.test' }),
    }),
    save: async (_login, reply) => {
      saved.push(reply)
      return { profileId: 'example:ada', account: 'ada@example.test' }
    },
    onChange: (view) => views.push(view),
    ...tools,
  })
}

function answerWith(answer: HttpAnswer = { json: tokenJson() }): void {
  ports.http.expect(TOKEN, answer)
}

function stepOf<K extends LoginStep['kind']>(view: LoginView, kind: K): Extract<LoginStep, { kind: K }> {
  expect(view.step.kind).toBe(kind)
  return view.step as Extract<LoginStep, { kind: K }>
}

/** Where the provider would send the browser. */
function redirectOf(view: LoginView, more: Record<string, string> = { code: 'CANARY-code' }): string {
  const asked = new URL(stepOf(view, 'browser').url).searchParams
  const back = new URL(asked.get('redirect_uri') ?? '')
  back.search = new URLSearchParams({ state: asked.get('state') ?? '', ...more }).toString()
  return back.href
}

describe('a login in the browser', () => {
  it('goes out, comes back, and ends with the new login stored', async () => {
    answerWith()
    const logins = profiles()
    const view = await logins.start({ profileId: 'example:ada' })
    expect(ports.browser.opened).toEqual([stepOf(view, 'browser').url])
    ports.listener.visit(redirectOf(view))
    const end = await logins.ended(view.id)
    expect(end.step).toEqual({ kind: 'done', profileId: 'example:ada', account: 'ada@example.test' })
    expect(saved[0]?.accessToken.expose()).toBe('CANARY-access')
    expect(views.map((one) => one.step.kind)).toEqual(['starting', 'browser', 'exchanging', 'done'])
    ports.http.verify()
  })

  it('tells the browser tab and the history why it failed', async () => {
    answerWith({ status: 400, json: { error: 'invalid_grant', error_description: 'Code is stale' } })
    const failed: unknown[] = []
    const logins = profiles({}, { failed: async (target, failure) => void failed.push([target, failure]) })
    const view = await logins.start({ profileId: 'example:ada' })
    ports.listener.visit(redirectOf(view))
    await logins.ended(view.id)
    expect(ports.listener.concluded).toEqual([expect.stringContaining('invalid_grant: Code is stale')])
    expect(failed).toMatchObject([[{ profileId: 'example:ada' }, { code: 'PROVIDER_REFUSED' }]])
    expect(JSON.stringify(failed)).toContain('Code is stale')
  })

  it('tells the browser tab nothing more when all went well', async () => {
    answerWith()
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view))
    await logins.ended(view.id)
    expect(ports.listener.concluded).toEqual([undefined])
  })

  it('proves with the verifier that it asked', async () => {
    answerWith()
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view))
    await logins.ended(view.id)
    const { code_verifier = '', code, redirect_uri } = ports.http.form()
    const asked = new URL(stepOf(view, 'browser').url).searchParams
    const hash = Buffer.from(ports.random.sha256Hex(code_verifier), 'hex').toString('base64url')
    expect(asked.get('code_challenge')).toBe(hash)
    expect([code, redirect_uri]).toEqual(['CANARY-code', asked.get('redirect_uri')])
  })

  it('is one for each profile, however many ask', async () => {
    const logins = profiles()
    const all = await Promise.all(Array.from({ length: 8 }, () => logins.start({ profileId: 'p' })))
    expect(new Set(all.map((view) => view.id)).size).toBe(1)
    expect(ports.browser.opened).toHaveLength(1)
    const other = await logins.start({ profileId: 'q' })
    expect(other.id).not.toBe(all[0]?.id)
    await logins.close()
  })

  it('uses a new state and a new verifier each time', async () => {
    const logins = profiles()
    const first = await logins.start({ profileId: 'p' })
    await logins.cancel(first.id)
    const second = await logins.start({ profileId: 'p' })
    const [a, b] = [first, second].map((view) => new URL(stepOf(view, 'browser').url).searchParams)
    expect(second.id).not.toBe(first.id)
    for (const name of ['state', 'code_challenge']) expect(a?.get(name)).not.toBe(b?.get(name))
    await logins.close()
  })

  it.each([
    ['another state', { code: 'CANARY-code', state: 'forged' }],
    ['an empty state', { code: 'CANARY-code', state: '' }],
    ['an error with another state', { error: 'access_denied', state: 'forged' }],
    ['an error with no state', { error: 'access_denied', state: undefined }],
    ['a code with no state', { code: 'CANARY-code', state: undefined }],
  ])('goes on waiting when any page sends the browser here with %s', async (_, { state, ...rest }) => {
    const logins = profiles()
    const view = await logins.start({})
    const url = new URL(redirectOf(view, { ...rest, state: state ?? '' }))
    if (state === undefined) url.searchParams.delete('state')
    ports.listener.visit(url.href)
    await new Promise((resolve) => setImmediate(resolve))
    expect(ports.listener.refused).toEqual([url.href])
    expect(logins.list().map(({ step }) => step.kind)).toEqual(['browser'])
    ports.listener.visit(redirectOf(view, { error: 'access_denied' }))
    expect(stepOf(await logins.ended(view.id), 'failed').failure.code).toBe('LOGIN_DENIED')
    ports.http.verify()
  })

  it('takes no answer with two states', async () => {
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(`${redirectOf(view, { code: 'CANARY-code' })}&state=forged`)
    expect(ports.listener.refused).toHaveLength(1)
    await logins.close()
  })

  it('ends when the person declines', async () => {
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view, { error: 'access_denied' }))
    expect(stepOf(await logins.ended(view.id), 'failed').failure.code).toBe('LOGIN_DENIED')
  })

  it('ends after ten minutes, and not a second before', async () => {
    const logins = profiles()
    const view = await logins.start({})
    await ports.clock.advance(10 * MINUTE - 1000)
    expect(logins.list()[0]?.step.kind).toBe('browser')
    await ports.clock.advance(1000)
    expect(stepOf(await logins.ended(view.id), 'failed').failure.code).toBe('LOGIN_TIMEOUT')
  })

  it('notices the deadline when the laptop slept over it', async () => {
    const logins = profiles()
    const view = await logins.start({})
    ports.clock.jump(60 * MINUTE)
    await ports.clock.advance(40_000)
    expect(stepOf(await logins.ended(view.id), 'failed').failure.code).toBe('LOGIN_TIMEOUT')
  })

  it('goes on when the browser does not open: the address stays on the screen', async () => {
    ports.browser.onOpen = () => {
      throw new Error('no browser here')
    }
    const logins = profiles()
    const view = await logins.start({})
    await settle()
    expect(stepOf(logins.list()[0] ?? view, 'browser').listening).toBe(true)
    await logins.cancel(view.id)
  })

  it('does not wait for a browser that answers only when it is closed', async () => {
    answerWith()
    ports.browser.onOpen = () => new Promise(() => undefined)
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view))
    expect((await logins.ended(view.id)).step.kind).toBe('done')
  })

  it('says what the provider said when it refuses the code, without the code', async () => {
    answerWith({ status: 400, json: { error: 'invalid_grant', error_description: 'CANARY-code is used' } })
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view))
    const { failure } = stepOf(await logins.ended(view.id), 'failed')
    expect(failure).toMatchObject({
      code: 'PROVIDER_REFUSED',
      detail: 'HTTP 400: invalid_grant: [secret] is used',
    })
  })

  it.each([
    [true, 'OUTCOME_UNKNOWN'],
    [false, 'PROVIDER_UNREACHABLE'],
  ])('sends the code once when no answer comes (left: %s)', async (left, code) => {
    answerWith(new HttpFailure('timeout', left, 'no answer'))
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view))
    expect(stepOf(await logins.ended(view.id), 'failed').failure.code).toBe(code)
    ports.http.verify()
  })

  it('says why the new login was not stored', async () => {
    answerWith()
    const save = async (): Promise<never> => {
      throw new AppError('LOGIN_OTHER_ACCOUNT', 'You signed in as somebody else.')
    }
    const logins = profiles({}, { save })
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view))
    expect(stepOf(await logins.ended(view.id), 'failed').failure.code).toBe('LOGIN_OTHER_ACCOUNT')
  })
})

describe('a login whose port is taken', () => {
  beforeEach(() => ports.listener.taken.add(1455))

  it('comes back on the next one that the provider knows', async () => {
    const logins = profiles({ redirect: { ...fixedPort, otherPorts: [1456, 1457] } })
    const view = await logins.start({})
    expect(stepOf(view, 'browser')).toMatchObject({
      listening: true,
      redirectUri: 'http://localhost:1456/auth/callback',
    })
    await logins.close()
  })

  it('says so before any browser opens, and waits for the address', async () => {
    const logins = profiles({ redirect: fixedPort })
    const view = await logins.start({})
    expect(stepOf(view, 'browser')).toMatchObject({
      listening: false,
      redirectUri: 'http://localhost:1455/auth/callback',
    })
    expect(ports.browser.opened).toEqual([])
    await logins.openBrowser(view.id)
    expect(ports.browser.opened).toEqual([stepOf(view, 'browser').url])
    await logins.close()
  })

  it('is completed by the pasted address', async () => {
    answerWith()
    const logins = profiles({ redirect: fixedPort })
    const view = await logins.start({})
    const end = await logins.paste(view.id, redirectOf(view))
    expect(end.step.kind).toBe('done')
    expect(ports.http.form().redirect_uri).toBe('http://localhost:1455/auth/callback')
  })
})

describe('paste', () => {
  it('works while the listener waits as well, and counts once', async () => {
    answerWith()
    const logins = profiles()
    const view = await logins.start({})
    const address = redirectOf(view)
    const [end] = await Promise.all([logins.paste(view.id, address), ports.listener.visit(address)])
    expect(end.step.kind).toBe('done')
    ports.http.verify()
  })

  it.each([
    ['something else', 'hello', 'ARGUMENT_INVALID'],
    ['the answer to another request', 'http://127.0.0.1:1/callback?code=c&state=other', 'REPLY_INVALID'],
  ])('refuses %s, and the login stays open', async (_what, address, code) => {
    const logins = profiles()
    const view = await logins.start({})
    await expect(logins.paste(view.id, address)).rejects.toMatchObject({ code })
    expect(logins.list()[0]?.step.kind).toBe('browser')
    await logins.cancel(view.id)
  })

  it('ends the login when the address says that the person declined', async () => {
    const logins = profiles()
    const view = await logins.start({})
    const end = await logins.paste(view.id, redirectOf(view, { error: 'access_denied' }))
    expect(stepOf(end, 'failed').failure.code).toBe('LOGIN_DENIED')
  })

  it('is refused once the login has ended', async () => {
    const logins = profiles()
    const view = await logins.start({})
    const address = redirectOf(view)
    await logins.cancel(view.id)
    await expect(logins.paste(view.id, address)).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })
})

describe('cancel', () => {
  it('ends the login and frees the port before it returns', async () => {
    const logins = profiles({ redirect: fixedPort })
    const view = await logins.start({})
    expect(ports.listener.ports).toEqual([1455])
    const end = await logins.cancel(view.id)
    expect(stepOf(end, 'failed').failure.code).toBe('LOGIN_CANCELLED')
    expect(ports.listener.ports).toEqual([])
  })

  it('does not throw a new login away once the code was sent', async () => {
    let answer: () => void = () => undefined
    answerWith(async () => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return { status: 200, body: JSON.stringify(tokenJson()) }
    })
    const logins = profiles()
    const view = await logins.start({})
    ports.listener.visit(redirectOf(view))
    await settle()
    expect((await logins.cancel(view.id)).step.kind).toBe('exchanging')
    answer()
    expect((await logins.ended(view.id)).step.kind).toBe('done')
    expect(saved).toHaveLength(1)
  })

  it('is heard while the endpoints are still being asked for', async () => {
    let found: (provider: ResolvedProvider) => void = () => undefined
    const resolve = (): Promise<ResolvedProvider> =>
      new Promise((done) => {
        found = done
      })
    const logins = profiles({}, { resolve })
    const started = logins.start({})
    await settle()
    const cancelled = logins.cancel(logins.list()[0]?.id ?? '')
    found(resolved())
    expect(stepOf(await cancelled, 'failed').failure.code).toBe('LOGIN_CANCELLED')
    expect((await started).step.kind).toBe('failed')
    expect(ports.browser.opened).toEqual([])
  })
})

describe('a login by code', () => {
  const device = {
    device_code: 'CANARY-device',
    user_code: 'ABCD-EFGH',
    verification_uri: `${ISSUER}/go`,
    expires_in: 600,
  }

  it('shows the code, opens nothing by itself, and ends when the person is done', async () => {
    ports.http.expect(`${ISSUER}/device`, { json: device })
    answerWith({ status: 400, json: { error: 'authorization_pending' } })
    answerWith()
    const logins = profiles()
    const view = await logins.start({ method: 'device' })
    expect(stepOf(view, 'device')).toMatchObject({ userCode: 'ABCD-EFGH', verificationUri: `${ISSUER}/go` })
    expect(ports.browser.opened).toEqual([])
    await logins.openBrowser(view.id)
    expect(ports.browser.opened).toEqual([`${ISSUER}/go`])
    const end = await ports.clock.run(logins.ended(view.id))
    expect(end.step.kind).toBe('done')
    ports.http.verify()
  })

  it('is the way where the provider has no other', async () => {
    ports.http.expect(`${ISSUER}/device`, { json: device })
    const { authorizationEndpoint: _, ...deviceOnly } = resolved()
    const logins = profiles({}, { resolve: async () => deviceOnly })
    const view = await logins.start({})
    expect(view.step.kind).toBe('device')
    await logins.cancel(view.id)
  })
})

describe('start', () => {
  it.each([
    ['retired', resolved({ retired: 'It is over.' })],
    ['without any way to sign in', noWay()],
    ['in need of a client secret', resolved({ withoutClientSecret: 'It wants a secret.' })],
  ])('says that a provider is %s', async (_what, provider) => {
    const view = await profiles({}, { resolve: async () => provider }).start({})
    expect(stepOf(view, 'failed').failure.code).toBe('LOGIN_UNAVAILABLE')
  })

  it('tells why the provider cannot be asked', async () => {
    const resolve = async (): Promise<never> => {
      throw new AppError('PROVIDER_UNREACHABLE', 'It cannot be reached.')
    }
    const view = await profiles({}, { resolve }).start({})
    expect(stepOf(view, 'failed').failure.code).toBe('PROVIDER_UNREACHABLE')
  })

  it('throws for a target nobody knows', async () => {
    const target = (): never => {
      throw new AppError('PROFILE_UNKNOWN', 'Nobody.')
    }
    await expect(profiles({}, { target }).start({})).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
  })

  it('replaces the ended login of the same profile in the list', async () => {
    const logins = profiles()
    for (let round = 0; round < 3; round++) await logins.cancel((await logins.start({ profileId: 'p' })).id)
    expect(logins.list()).toHaveLength(1)
  })
})

function noWay(): ResolvedProvider {
  const { authorizationEndpoint: _a, deviceAuthorizationEndpoint: _d, ...bare } = resolved()
  return bare
}
