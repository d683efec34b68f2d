import { beforeEach, describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import { pollDevice, startDevice } from '../../../app/oauth/device-code.ts'
import type { TokenReply } from '../../../app/oauth/token-reply.ts'
import { START_MS } from '../../fakes/clock.ts'
import type { HttpAnswer } from '../../fakes/http.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'
import { ISSUER, resolved, tokenJson } from '../../fakes/providers.ts'

const provider = resolved()
const start = {
  device_code: 'CANARY-device',
  user_code: 'ABCD-EFGH',
  verification_uri: `${ISSUER}/go`,
  verification_uri_complete: `${ISSUER}/go?user_code=ABCD-EFGH`,
  expires_in: 600,
}

let ports: FakePorts
beforeEach(() => {
  ports = createFakePorts()
})

function begin(json: unknown = start, with_ = provider): ReturnType<typeof startDevice> {
  ports.http.expect(`${ISSUER}/device`, { json })
  return startDevice(ports, with_)
}

/** Answers one poll after the other, and tells at which second each was made. */
async function poll(...answers: HttpAnswer[]): Promise<{ reply: Promise<TokenReply>; atSeconds: number[] }> {
  const atSeconds: number[] = []
  for (const answer of answers) {
    ports.http.expect(`${ISSUER}/token`, () => {
      atSeconds.push((ports.clock.now() - START_MS) / 1000)
      return typeof answer === 'function' ? answer(ports.http.requests[0] as never) : asReply(answer)
    })
  }
  const device = await begin()
  const reply = ports.clock.run(pollDevice(ports, provider, device, new AbortController().signal))
  await reply.catch(() => undefined)
  return { reply, atSeconds }
}

function asReply(answer: Exclude<HttpAnswer, (...args: never[]) => unknown>) {
  if (answer instanceof HttpFailure) return answer
  const { json, ...rest } = answer
  return { ...rest, ...(json === undefined ? {} : { body: JSON.stringify(json) }) }
}

const says = (error: string, status = 400): HttpAnswer => ({ status, json: { error } })
const pending = says('authorization_pending')
const done: HttpAnswer = { json: tokenJson() }

describe('startDevice', () => {
  it('asks for the scopes and tells the code and how long it is good', async () => {
    expect(await begin()).toMatchObject({
      userCode: 'ABCD-EFGH',
      verificationUri: `${ISSUER}/go`,
      expiresAtMs: START_MS + 600_000,
      intervalMs: 5000,
    })
    expect(ports.http.form()).toEqual({ client_id: 'client-1', scope: 'openid profile email offline_access' })
  })

  it('takes a page whose route is in the fragment', async () => {
    const page = `${ISSUER}/#/device`
    const complete = `${page}?user_code=ABCD-EFGH`
    const told = await begin({ ...start, verification_uri: page, verification_uri_complete: complete })
    expect(told).toMatchObject({ verificationUri: page, verificationUriComplete: complete })
  })

  it('sends a PKCE challenge where the provider wants one', async () => {
    const device = await begin(start, resolved({ devicePkce: true }))
    expect(ports.http.form()).toMatchObject({ code_challenge_method: 'S256' })
    expect(device.verifier?.expose()).toHaveLength(43)
  })

  it.each([
    ['no code', { ...start, user_code: '' }, 'REPLY_INVALID'],
    ['a code that a terminal obeys', { ...start, user_code: 'AB\u001b[2JCD' }, 'REPLY_INVALID'],
    ['a code that is not what it looks like', { ...start, user_code: 'AB\u202eCD' }, 'REPLY_INVALID'],
    ['a code of a megabyte', { ...start, user_code: 'A'.repeat(1_000_000) }, 'REPLY_INVALID'],
    [
      'a page that nobody could type',
      { ...start, verification_uri: `${ISSUER}/${'a'.repeat(1_000_000)}` },
      'REPLY_INVALID',
    ],
    [
      'a page that is not https',
      { ...start, verification_uri: 'http://auth.example.test/go' },
      'REPLY_INVALID',
    ],
    ['a script for a page', { ...start, verification_uri: 'javascript:alert(1)' }, 'REPLY_INVALID'],
    ['an error', { error: 'invalid_scope' }, 'PROVIDER_REFUSED'],
  ])('refuses %s', async (_what, json, errorCode) => {
    await expect(begin(json)).rejects.toMatchObject({ code: errorCode })
  })
})

describe('pollDevice', () => {
  it('asks every five seconds until the person is done', async () => {
    const { reply, atSeconds } = await poll(pending, pending, done)
    expect((await reply).account.email).toBe('ada@example.test')
    expect(atSeconds).toEqual([5, 10, 15])
  })

  it('asks five seconds less often after each slow_down', async () => {
    const { atSeconds } = await poll(says('slow_down'), pending, says('slow_down'), done)
    expect(atSeconds).toEqual([5, 15, 25, 40])
  })

  it("understands GitHub's 200 with an error", async () => {
    const { reply } = await poll(says('authorization_pending', 200), done)
    await expect(reply).resolves.toBeDefined()
  })

  it('waits out a network that is away, twice as long each time', async () => {
    const away = new HttpFailure('network', false, 'away')
    const { reply, atSeconds } = await poll(away, { status: 502, body: 'bad gateway' }, done)
    await expect(reply).resolves.toBeDefined()
    expect(atSeconds).toEqual([5, 15, 35])
  })

  it.each([
    ['access_denied', 'LOGIN_DENIED'],
    ['expired_token', 'LOGIN_TIMEOUT'],
    ['invalid_client', 'PROVIDER_REFUSED'],
  ])('ends on %s', async (error, errorCode) => {
    const { reply } = await poll(pending, says(error))
    await expect(reply).rejects.toMatchObject({ code: errorCode })
  })

  it('stops asking when the code has run out', async () => {
    ports.http.always(`${ISSUER}/token`, pending)
    const reply = ports.clock.run(pollDevice(ports, provider, await begin(), new AbortController().signal))
    await expect(reply).rejects.toMatchObject({ code: 'LOGIN_TIMEOUT' })
    expect(ports.clock.now()).toBe(START_MS + 600_000)
  })

  it.each([0.001, '0.001', 1e-9, 0.999])(
    'asks at most once a second, whatever the interval: %j',
    async (interval) => {
      const device = await begin({ ...start, interval })
      ports.http.always(`${ISSUER}/token`, pending)
      const before = ports.http.requests.length
      const controller = new AbortController()
      const polling = pollDevice(ports, provider, device, controller.signal)
      await ports.clock.advance(5_000)
      controller.abort()
      await expect(polling).rejects.toMatchObject({ code: 'LOGIN_CANCELLED' })
      expect(ports.http.requests.length - before).toBe(5)
    },
  )

  it.each([0, -5, Number.NaN, 'soon', null, {}])(
    'asks every five seconds where no interval is told: %j',
    async (interval) => {
      expect(await begin({ ...start, interval })).toMatchObject({ intervalMs: 5_000 })
    },
  )

  it('does so however rarely the provider wants to be asked', async () => {
    const device = await begin({ ...start, interval: 5_000 }) // milliseconds, as MiniMax means it
    ports.http.always(`${ISSUER}/token`, pending)
    const polling = pollDevice(ports, provider, device, new AbortController().signal)
    await expect(ports.clock.run(polling)).rejects.toMatchObject({ code: 'LOGIN_TIMEOUT' })
    expect(ports.clock.now()).toBeLessThanOrEqual(START_MS + 601_000)
  })

  it('stops at once when cancelled', async () => {
    const controller = new AbortController()
    const reply = pollDevice(ports, provider, await begin(), controller.signal)
    controller.abort()
    await expect(reply).rejects.toMatchObject({ code: 'LOGIN_CANCELLED' })
    ports.http.verify()
  })
})
