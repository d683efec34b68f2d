/** The protocol parts against a second authorization server, unrelated to the first: what both accept is the protocol. */
import { afterEach, describe, expect, it } from 'vitest'
import type { LoginView } from '../../../app/contract/views.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { classifyAnswer } from '../../../app/engine/refresh/classify-reply.ts'
import type { Credential } from '../../../app/model/credential.ts'
import { Secret } from '../../../app/model/secret.ts'
import { authorizationUrl, codeFrom, readCallback } from '../../../app/oauth/authorization-code.ts'
import { createPkce } from '../../../app/oauth/pkce.ts'
import { exchangeCode, refreshGrant, type TokenAnswer } from '../../../app/oauth/token-endpoint.ts'
import { createClock } from '../../../app/platform/clock.ts'
import { createHttp } from '../../../app/platform/net/http.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { resolved } from '../../fakes/providers.ts'
import { FakeRandom } from '../../fakes/random.ts'
import { type SecondServer, type SecondServerOptions, startSecondServer } from '../../fakes/second-server.ts'
import { type Home, makeHome } from '../../support/home.ts'

const ports = { http: createHttp(), clock: createClock() }
const CALL = { timeoutMs: 10_000 }
const REDIRECT = 'http://127.0.0.1:4711/callback'

let server: SecondServer
const ending: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

async function start(options?: SecondServerOptions): Promise<void> {
  server = await startSecondServer(options)
  ending.push(() => server.close())
}

function provider(part: Parameters<typeof resolved>[0] = {}) {
  const { authorizationEndpoint, tokenEndpoint, clientId } = server
  return resolved({ authorizationEndpoint, tokenEndpoint, clientId, scopes: ['read', 'write'], ...part })
}

/** A person in front of a browser: where the authorization ends. */
async function authorize(part: { readonly challenge: string; readonly state: string }): Promise<string> {
  const url = authorizationUrl(provider(), { redirectUri: REDIRECT, ...part })
  const { headers } = await ports.http.send({ method: 'GET', url, ...CALL })
  return headers['location'] ?? ''
}

async function exchange(
  change: { verifier?: Secret; redirectUri?: string; clientSecret?: string } = {},
): Promise<TokenAnswer> {
  const pkce = await createPkce(new FakeRandom())
  const state = 'state-of-this-login'
  const code = codeFrom(
    readCallback(await authorize({ challenge: pkce.challenge, state })),
    provider(),
    state,
  )
  const { clientSecret, ...rest } = change
  const who = provider(clientSecret === undefined ? {} : { clientSecret: new Secret(clientSecret) })
  return exchangeCode(
    ports,
    who,
    { code, redirectUri: REDIRECT, verifier: pkce.verifier, challenge: pkce.challenge, state, ...rest },
    CALL,
  )
}

function credentialOf(answer: TokenAnswer): Credential {
  if (answer.kind !== 'success') throw new Error(JSON.stringify(answer))
  return { kind: 'oauth', generation: 1, ...answer.reply }
}

describe('a second authorization server', () => {
  it('gives tokens for a code with PKCE, and says how long and for what', async () => {
    await start({ lifeSeconds: 90 })
    const answer = await exchange()
    const got = credentialOf(answer)
    expect(await server.accepts(got.accessToken?.expose() ?? '')).toBe(true)
    expect(got.refreshToken).toBeDefined()
    expect(got.scope).toEqual(['read', 'write'])
    const leftMs = (got.expiresAtMs ?? 0) - Date.now()
    expect(leftMs).toBeGreaterThan(80_000)
    expect(leftMs).toBeLessThanOrEqual(90_000)
  })

  it('refuses the code with another verifier, and to another address', async () => {
    await start()
    expect(await exchange({ verifier: new Secret('x'.repeat(43)) })).toMatchObject({
      kind: 'error',
      error: 'invalid_grant',
    })
    expect((await exchange({ redirectUri: 'http://127.0.0.1:1/callback' })).kind).toBe('error')
  })

  it('sends the person back with an error that is read as a refusal', async () => {
    await start()
    server.declines = true
    const { challenge } = await createPkce(new FakeRandom())
    const address = await authorize({ challenge, state: 'abc' })
    expect(() => codeFrom(readCallback(address), provider(), 'abc')).toThrow(
      expect.objectContaining({ code: 'LOGIN_DENIED' }),
    )
  })

  it('rotates the refresh token, and calls the spent one an invalid grant', async () => {
    await start()
    const first = credentialOf(await exchange())
    const second = credentialOf(await refreshGrant(ports, provider(), first, CALL))
    expect(second.refreshToken?.equals(first.refreshToken)).toBe(false)
    expect(await server.accepts(second.accessToken?.expose() ?? '')).toBe(true)
    const again = await refreshGrant(ports, provider(), first, CALL)
    expect(again).toMatchObject({ kind: 'error', status: 400, error: 'invalid_grant' })
    expect(classifyAnswer(again).kind).toBe('rejected')
  })

  it('may keep the refresh token, and then does not repeat it', async () => {
    await start({ rotates: false })
    const first = credentialOf(await exchange())
    const answer = await refreshGrant(ports, provider(), first, CALL)
    expect(answer.kind === 'success' && answer.reply).not.toHaveProperty('refreshToken')
    expect((await refreshGrant(ports, provider(), first, CALL)).kind).toBe('success')
  })

  it('takes the stored scope back verbatim', async () => {
    await start()
    const first = credentialOf(await exchange())
    const answer = await refreshGrant(ports, provider({ refreshScope: 'stored' }), first, CALL)
    expect(answer).toMatchObject({ kind: 'success', reply: { scope: ['read', 'write'] } })
  })

  it('knows a confidential client by the secret in the body, and any other not', async () => {
    await start({ clientSecret: 'CANARY-secret' })
    const first = credentialOf(await exchange({ clientSecret: 'CANARY-secret' }))
    const wrong = await refreshGrant(
      ports,
      provider({ clientSecret: new Secret('CANARY-wrong') }),
      first,
      CALL,
    )
    expect(classifyAnswer(wrong).kind).toBe('client-rejected')
    expect(JSON.stringify(wrong)).not.toContain('CANARY')
    const right = provider({ clientSecret: new Secret('CANARY-secret') })
    expect((await refreshGrant(ports, right, first, CALL)).kind).toBe('success')
  })

  it('is not taken for a login problem when the client is unknown', async () => {
    await start()
    const first = credentialOf(await exchange())
    const answer = await refreshGrant(ports, provider({ clientId: 'somebody-else' }), first, CALL)
    expect(classifyAnswer(answer).kind).toBe('client-rejected')
  })
})

describe('a whole core at a second authorization server', () => {
  let home: Home

  async function openCore(): Promise<Core> {
    home = await makeHome()
    ending.push(() => home.remove())
    const { authorizationEndpoint, tokenEndpoint, clientId } = server
    await home.writeConfig({
      providers: { second: { authorizationEndpoint, tokenEndpoint, clientId, scopes: ['read'] } },
    })
    const real = createNodePorts({ label: 'test', env: home.env, logLevel: 'silent' })
    const core = createCore({ ...real, browser: { open: (url) => follow(url) } })
    ending.push(() => core.close())
    await core.start({ schedule: false })
    return core
  }

  /** The browser of a person who agrees. */
  async function follow(url: string): Promise<void> {
    const { headers } = await ports.http.send({ method: 'GET', url, ...CALL })
    if (headers['location']) await ports.http.send({ method: 'GET', url: headers['location'], ...CALL })
  }

  async function signIn(core: Core): Promise<LoginView> {
    const { id } = await core.logins.start({ providerId: 'second', method: 'browser' })
    return core.logins.ended(id)
  }

  it('signs in, refreshes, and keeps each successor', async () => {
    await start()
    const core = await openCore()
    const { step } = await signIn(core)
    if (step.kind !== 'done') throw new Error(JSON.stringify(step))
    for (let round = 0; round < 3; round++) {
      expect(await core.refresh(step.profileId)).toMatchObject({ kind: 'refreshed' })
      expect(await server.accepts((await core.token(step.profileId)).accessToken.expose())).toBe(true)
    }
    expect(server.asked).toEqual(['authorization_code', 'refresh_token', 'refresh_token', 'refresh_token'])
  })

  it('sends one request however many want a token', async () => {
    await start({ lifeSeconds: 2 }) // it rounds down: one second would often be told as none at all
    const core = await openCore()
    const { step } = await signIn(core)
    if (step.kind !== 'done') throw new Error(JSON.stringify(step))
    server.lifeSeconds = 3600 // the next one is not to lapse while it is stored
    await expect.poll(() => core.profile(step.profileId).status.kind).toBe('expired')
    const got = await Promise.all(Array.from({ length: 50 }, () => core.token(step.profileId)))
    expect(new Set(got.map(({ accessToken }) => accessToken.expose())).size).toBe(1)
    expect(server.asked).toEqual(['authorization_code', 'refresh_token'])
  })
})
