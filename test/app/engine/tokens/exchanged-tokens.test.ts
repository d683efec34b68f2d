import { describe, expect, it } from 'vitest'
import { createCore } from '../../../../app/core.ts'
import type { TokenTarget } from '../../../../app/model/token-target.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import type { HttpAnswer } from '../../../fakes/http.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'
import { credential } from '../../../support/logins.ts'
import { HOUR, MINUTE } from '../../../support/test-machine.ts'

const ENDPOINT = 'https://acme.test/token'
const LOGIN = 'acme:ada@example.test'
const READ: TokenTarget = { scope: ['read'] }

async function machine(settings: object = { tokenExchange: true }) {
  const ports = createFakePorts()
  const { clock, files } = ports
  const acme = { tokenEndpoint: ENDPOINT, revocationEndpoint: 'https://acme.test/revoke', clientId: 'c' }
  files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme: { ...acme, ...settings } } }))
  const run = <T>(work: Promise<T>): Promise<T> => clock.run(work)
  const login = credential({
    access: 'CANARY-whole',
    refresh: 'CANARY-r',
    expiresAtMs: clock.now() + 9 * HOUR,
  })
  const put = () => run(createVault(ports).add({ id: LOGIN, provider: 'acme', credential: login }))
  await put()
  const core = createCore(ports)
  await run(core.start({ schedule: false }))
  const ask = async (target = READ, validForMs = 0) => {
    const token = await run(core.exchangeToken(LOGIN, target, { validForMs }))
    return token.accessToken.expose()
  }
  const failure = (target = READ, validForMs = 0): Promise<unknown> =>
    ask(target, validForMs).catch((error: unknown) => error)
  return { ...ports, core, run, ask, failure, put }
}

const narrow = (serial: number, more: object = {}): HttpAnswer => ({
  json: { access_token: `CANARY-narrow-${serial}`, token_type: 'Bearer', expires_in: 600, ...more },
})

describe('an exchanged token', () => {
  it('is asked for with the whole one, in the terms of RFC 8693, and given to all who want the same', async () => {
    const { ask, http, core, run } = await machine()
    http.expect(ENDPOINT, narrow(1)).expect(ENDPOINT, narrow(2))
    const same = [{ scope: ['a', 'b'] }, { scope: ['b', 'a', 'b'] }]
    const tokens = await run(Promise.all(same.map((target) => core.exchangeToken(LOGIN, target))))
    expect(new Set(tokens.map(({ accessToken }) => accessToken.expose()))).toEqual(
      new Set(['CANARY-narrow-1']),
    )
    expect(http.form(0)).toEqual({
      client_id: 'c',
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: 'CANARY-whole',
      subject_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
      scope: expect.stringMatching(/^(a b|b a)$/),
    })
    expect(await ask({ audience: 'x', resource: 'https://x.test' })).toBe('CANARY-narrow-2')
    expect(http.form(1)).toMatchObject({ audience: 'x', resource: 'https://x.test' })
    http.verify()
  })

  it('is made anew when it lasts no longer than was asked for, and refused when not even a new one does', async () => {
    const { ask, failure, clock, http } = await machine()
    http.expect(ENDPOINT, narrow(1)).expect(ENDPOINT, narrow(2)).expect(ENDPOINT, narrow(3))
    await ask()
    await clock.advance(5 * MINUTE)
    expect(await ask(READ, 4 * MINUTE)).toBe('CANARY-narrow-1')
    expect(await ask(READ, 6 * MINUTE)).toBe('CANARY-narrow-2')
    expect(await failure(READ, HOUR)).toMatchObject({ code: 'NOT_REFRESHABLE' })
    http.verify()
  })

  it('is kept for a minute when nobody says how long it lives, and not over a clock that was set back', async () => {
    const { ask, clock, http } = await machine()
    for (const serial of [1, 2, 3]) http.expect(ENDPOINT, narrow(serial, { expires_in: undefined }))
    expect(await ask()).toBe('CANARY-narrow-1')
    await clock.advance(59_000)
    expect(await ask()).toBe('CANARY-narrow-1')
    await clock.advance(2_000)
    expect(await ask()).toBe('CANARY-narrow-2')
    clock.jump(-HOUR)
    expect(await ask()).toBe('CANARY-narrow-3')
  })

  it('of a login that was signed out is not given for the next one', async () => {
    const { ask, core, run, http, put } = await machine()
    http.expect(ENDPOINT, narrow(1)).expect(ENDPOINT, narrow(2)).always('https://acme.test/revoke', {})
    await ask()
    await run(core.logout(LOGIN))
    await put()
    await run(core.look())
    expect(await ask()).toBe('CANARY-narrow-2')
  })

  it.each<[string, HttpAnswer, string]>([
    ['does not know how', { status: 400, json: { error: 'unsupported_grant_type' } }, 'EXCHANGE_UNAVAILABLE'],
    ['will not', { status: 400, json: { error: 'invalid_target' } }, 'EXCHANGE_REFUSED'],
    ['does not know us', { status: 401, json: { error: 'invalid_client' } }, 'EXCHANGE_REFUSED'],
    ['wants us to wait', { status: 429, json: {} }, 'PROVIDER_REFUSED'],
    ['has trouble', { status: 502, body: '' }, 'PROVIDER_UNREACHABLE'],
    ['gives more', narrow(1, { scope: 'read write' }), 'REPLY_INVALID'],
    ['gives no token', { json: { token_type: 'N_A', access_token: 'CANARY-saml' } }, 'EXCHANGE_REFUSED'],
  ])('is not given where the provider %s', async (_, answer, code) => {
    const { failure, http, clock } = await machine()
    http.always(ENDPOINT, answer)
    const error = await failure()
    expect(error).toMatchObject({ code })
    expect(JSON.stringify([error, String(error)])).not.toContain('CANARY')
    expect(await failure()).toMatchObject({ code })
    expect(http.requests).toHaveLength(1) // whoever asks in a loop
    await clock.advance(5_000)
    expect(await failure()).toMatchObject({ code })
    expect(http.requests).toHaveLength(2)
  })

  it('is not asked for where nothing says that it can be had', async () => {
    const { failure } = await machine({})
    expect(await failure()).toMatchObject({
      code: 'EXCHANGE_UNAVAILABLE',
      message: 'acme cannot narrow a token.',
    })
  })
})
