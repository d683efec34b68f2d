/** `lamplighter/client` against a running host, a real provider, and a server that refuses in every way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Client, connect, createClient, LamplighterError } from '../../../app/client/client.ts'
import { type Core, createCore } from '../../../app/core.ts'
import { createHost, type Host } from '../../../app/host/host.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { type Home, makeHome } from '../../support/home.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'
import { INVALID_TOKEN, type ResourceServer, startResourceServer } from '../../support/resource-server.ts'
import { signIn } from '../../support/sign-in.ts'

let server: AuthorizationServer
let resource: ResourceServer
let home: Home
let core: Core
let host: Host
let client: Client
let refreshToken: string

async function startHost(): Promise<void> {
  const ports = createNodePorts({ label: 'Lamplighter', env: home.env, logLevel: 'silent' })
  core = createCore(ports)
  await core.start({ schedule: true })
  host = createHost(core, ports, 'Lamplighter')
  await host.start()
}

async function stopHost(): Promise<void> {
  await host.close()
  await core.close()
}

/** Its tokens have lapsed, and the provider has ended it. */
async function endLogin(): Promise<void> {
  await server.revoke(refreshToken)
  await startHost()
  expect((await caught(client.getToken(PROFILE))).code).toBe('needs-login')
}

const caught = async (work: Promise<unknown>): Promise<LamplighterError> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(LamplighterError)
  return error as LamplighterError
}

beforeEach(async () => {
  server = await startAuthorizationServer()
  resource = await startResourceServer()
  home = await makeHome()
  refreshToken = (await new HomeMachine(home).seed(server)).refresh_token
  client = createClient({ process: 'agent', env: home.env, commandLine: false })
})
afterEach(async () => {
  client.close()
  await stopHost()
  await server.close()
  await resource.close()
  await home.remove()
})

describe('getToken', () => {
  beforeEach(startHost)

  it('gives a working token, refreshed once for everybody, by any name of the login', async () => {
    const got = await Promise.all(Array.from({ length: 40 }, () => client.getToken('ada@example.test')))
    expect(new Set(got.map(({ accessToken }) => accessToken)).size).toBe(1)
    expect(got[0]).toMatchObject({ profile: PROFILE })
    expect(got[0]?.expiresAtMs).toBeGreaterThan(Date.now() + 60_000)
    expect(server.requests.count()).toBe(1)
  })

  it('renews a token that would not live for as long as was asked for', async () => {
    await until(() => core.profile(PROFILE).status.kind === 'fresh') // the schedule's own refresh is over
    const first = await client.getToken(PROFILE)
    await until(() => (first.expiresAtMs ?? 0) - Date.now() < 118_000) // of the two minutes that it lives
    server.setTokenTtl(3600) // so that the next one does, however long it takes to get here
    const second = await client.getToken(PROFILE, { validFor: 118_000 })
    expect(second.accessToken).not.toBe(first.accessToken)
    expect(second.expiresAtMs).toBeGreaterThan(first.expiresAtMs ?? 0)
    const error = await caught(client.getToken(PROFILE, { validFor: 24 * 60 * 60_000 }))
    expect(error).toMatchObject({ code: 'not-refreshable', profile: PROFILE })
  })

  it('finds the host again after it was started anew, while waiting as well', async () => {
    await client.getToken(PROFILE)
    await stopHost()
    expect((await caught(client.getToken(PROFILE))).code).toBe('host-absent')
    const waiting = client.getToken(PROFILE, { waitFor: 60_000 })
    await startHost()
    await client.getToken(PROFILE)
    await waiting
  })

  it('is told at once by connect() that nobody is there', async () => {
    ;(await connect({ env: home.env })).close()
    await stopHost()
    expect((await caught(connect({ env: home.env }))).hint).toContain('lamplighter serve')
    await startHost()
  })
})

describe('getToken of a login that has ended', () => {
  beforeEach(endLogin)

  it('says what is wrong in a code, and never with a token in it', async () => {
    const error = await caught(client.getToken(PROFILE))
    expect(error.code).toBe('needs-login')
    expect(error.hint).toBe(`Sign in again to bring it back. Run: lamplighter login ${PROFILE}`)
    expect(await caught(client.getToken('nobody'))).toMatchObject({ code: 'profile-unknown' })
    expect(await caught(client.getToken(PROFILE, { validFor: -1 }))).toMatchObject({ code: 'bad-argument' })
    expect(JSON.stringify([error, error.message, error.detail])).not.toContain(refreshToken)
  })

  it('waits for a login that a person has to make, and stops waiting when it is told to', async () => {
    const stop = new AbortController()
    const stopped = caught(client.getToken(PROFILE, { waitFor: 60_000, signal: stop.signal }))
    const waiting = client.getToken(PROFILE, { waitFor: 60_000 })
    await until(() => core.overview().queue?.length === 2)
    stop.abort()
    expect((await stopped).code).toBe('aborted')
    await signInAgain()
    expect((await waiting).accessToken).toBe((await client.getToken(PROFILE)).accessToken)
  })
})

describe('forty consumers of a login that has ended', () => {
  beforeEach(endLogin)

  it('are let in four at a time once somebody signed in', async () => {
    const clients = Array.from({ length: 40 }, (_, at) =>
      createClient({ process: `agent ${at}`, env: home.env, commandLine: false }),
    )
    const handedMs: number[] = []
    const all = Promise.all(
      clients.map((one) =>
        one.getToken(PROFILE, { waitFor: 60_000 }).then(({ accessToken }) => {
          handedMs.push(performance.now())
          return accessToken
        }),
      ),
    )
    await until(() => core.overview().queue?.length === 40)
    server.requests.reset()
    await signInAgain()
    expect(new Set(await all).size).toBe(1)
    expect(server.requests.count()).toBe(0) // the sign-in brought a token, and nobody spent its refresh token
    const lastMs = (handedMs.at(-1) ?? 0) - (handedMs[0] ?? 0)
    expect(lastMs).toBeGreaterThan(1_500) // of the nine times 250 that four places are held, on a busy machine
    for (const one of clients) one.close()
  })
})

describe('withToken', () => {
  beforeEach(startHost)

  const call = (init?: RequestInit) => client.withToken(PROFILE)(`${resource.url}/work`, init)

  it('sends the token, and leaves every other answer to the caller', async () => {
    const { accessToken } = await client.getToken(PROFILE)
    const response = await call({ method: 'POST', body: 'hello', headers: { 'x-mine': 'kept' } })
    expect(await response.text()).toBe('fine')
    expect(resource.seen).toEqual([{ method: 'POST', path: '/work', token: accessToken, body: 'hello' }])
    resource.answer = () => ({ status: 404 })
    expect((await call()).status).toBe(404)
  })

  it('reports a 401, gets a new token and tries once more, with the body', async () => {
    const { accessToken } = await client.getToken(PROFILE)
    resource.answer = ({ token }) => (token === accessToken ? INVALID_TOKEN : undefined)
    const response = await call({ method: 'POST', body: 'hello' })
    expect(response.status).toBe(200)
    expect(resource.seen.map(({ body, token }) => [body, token === accessToken])).toEqual([
      ['hello', true],
      ['hello', false],
    ])
    const request = new Request(`${resource.url}/again`, { method: 'PUT', body: 'from a Request' })
    const { accessToken: second } = await client.getToken(PROFILE)
    resource.answer = ({ token }) => (token === second ? INVALID_TOKEN : undefined)
    expect((await client.withToken(PROFILE)(request)).status).toBe(200)
    expect(resource.seen.slice(2).map(({ body, method }) => `${method} ${body}`)).toEqual([
      'PUT from a Request',
      'PUT from a Request',
    ])
    const events = await core.history({})
    expect(events.map(({ askedBy }) => askedBy)).toContain(`agent (pid ${process.pid})`)
  })

  it('costs one refresh however many requests meet the same early end', async () => {
    const { accessToken } = await client.getToken(PROFILE)
    server.requests.reset()
    resource.answer = ({ token }) => (token === accessToken ? INVALID_TOKEN : undefined)
    const answers = await Promise.all(Array.from({ length: 20 }, () => call()))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(server.requests.count()).toBe(1)
    expect(server.requests.reuses).toBe(0)
  })

  it('gives up when a new token is refused as well, and when there will be none', async () => {
    resource.answer = () => INVALID_TOKEN
    const error = await caught(call())
    expect(error.code).toBe('expired')
    expect(error.response?.status).toBe(401)
    expect(resource.seen).toHaveLength(2)
    await server.revoke(refreshToken)
    expect((await caught(call())).code).toBe('needs-login')
    expect(resource.seen).toHaveLength(3)
  })

  it('never tries again after a 403, and names the scopes that are missing', async () => {
    resource.answer = () => ({
      status: 403,
      headers: { 'www-authenticate': 'Bearer error="insufficient_scope", scope="files.write mail"' },
    })
    expect(await caught(call())).toMatchObject({
      code: 'insufficient-scope',
      scopes: ['files.write', 'mail'],
    })
    resource.answer = () => ({
      status: 403,
      headers: { 'content-type': 'application/json' },
      body: '{"error":"insufficient_scope"}',
    })
    expect((await caught(call())).code).toBe('insufficient-scope')
    resource.answer = () => ({ status: 403, body: 'insufficient_scope, as a word' })
    expect((await call()).status).toBe(403)
    expect(resource.seen).toHaveLength(3)
  })

  it('sorts what passes by itself', async () => {
    resource.answer = () => ({ status: 429, headers: { 'retry-after': '7' } })
    expect(await caught(call())).toMatchObject({ code: 'rate-limited', retryAfterMs: 7000 })
    resource.answer = () => ({ status: 503, headers: { 'retry-after': '2' } })
    expect(await caught(call())).toMatchObject({ code: 'rate-limited', retryAfterMs: 2000 })
    resource.answer = () => ({ status: 503 })
    expect((await caught(call())).code).toBe('transient')
    const { url } = resource
    await resource.close()
    expect((await caught(client.withToken(PROFILE)(url))).code).toBe('transient')
    expect((await caught(client.withToken(PROFILE)(url, { method: 'POST' }))).code).toBe('transient')
    const reset = Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } })
    const lost = client.withToken(PROFILE, () => Promise.reject(reset))
    expect((await caught(lost(url, { method: 'POST' }))).code).toBe('unknown-outcome')
    expect((await caught(lost(url))).code).toBe('transient')
    const stopped = new DOMException('stopped', 'AbortError')
    await expect(client.withToken(PROFILE, () => Promise.reject(stopped))(url)).rejects.toBe(stopped)
    resource = await startResourceServer()
  })

  it('does not send half a stream: it says that a new token is ready', async () => {
    const { accessToken } = await client.getToken(PROFILE)
    resource.answer = ({ token }) => (token === accessToken ? INVALID_TOKEN : undefined)
    const body = new Blob(['hello']).stream()
    const error = await caught(call({ method: 'POST', body, duplex: 'half' } as RequestInit))
    expect(error.hint).toContain('A new token is ready')
    expect(resource.seen).toHaveLength(1)
    expect((await client.getToken(PROFILE)).accessToken).not.toBe(accessToken)
  })
})

describe('onExpiring and onUsable', () => {
  beforeEach(endLogin)

  it('tell when to save the work, and when to go on', async () => {
    const told: string[] = []
    client.onExpiring('ada@example.test', ({ profile, reason }) => told.push(`${profile}: ${reason}`))
    client.onUsable('ada@example.test', ({ profile }) => told.push(`usable: ${profile}`))
    await until(() => told.length === 1)
    expect(told).toEqual([expect.stringMatching(/^acme:ada@example.test: ./)])
    await signInAgain()
    await until(() => told.length === 2)
    expect(told[1]).toBe(`usable: ${PROFILE}`)
  })

  it('tell whoever listens later as well, when nobody listened meanwhile', async () => {
    const told: string[] = []
    const stop = client.onExpiring(PROFILE, () => told.push('first'))
    await until(() => told.length === 1)
    stop()
    client.onExpiring(PROFILE, () => told.push('second'))
    await until(() => told.length === 2)
    expect(told).toEqual(['first', 'second'])
  })

  it('hear of a sign-in that happened while no host ran', async () => {
    const told: string[] = []
    const stop = client.onUsable(PROFILE, ({ profile }) => told.push(profile))
    await stopHost()
    await signInAgain()
    await startHost()
    await until(() => told.length === 1)
    stop()
  })
})

/** Another grant in the place of the one that ended, by another process. */
async function signInAgain(): Promise<void> {
  await signIn(home, server)
}

async function until(isSo: () => boolean): Promise<void> {
  for (const endMs = Date.now() + 20_000; !isSo(); ) {
    if (Date.now() > endMs) throw new Error('it did not happen')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
