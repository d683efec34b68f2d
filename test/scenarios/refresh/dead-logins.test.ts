/** A login that has ended is told so in the provider's own words; what passes by itself is not; nothing else is "nothing to do". */
import { describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import { DIALECTS, json, plain, type Said } from '../../fakes/dialects.ts'
import { HOUR, LOGIN, MINUTE, ScriptedLogin } from '../../support/scripted-login.ts'

describe.each(DIALECTS)('$name', ({ dead, passing = [] }) => {
  it('has ended a login: a sign-in is asked for at once, with its words', async () => {
    const login = await ScriptedLogin.start(() => dead)
    await login.advance(MINUTE)
    expect(login.status).toMatchObject({ kind: 'needs-login', failure: { code: 'NEEDS_LOGIN' } })
    expect(JSON.stringify(login.status)).toMatch(/HTTP (200|400|403): \w+/)
    expect(login.requests).toHaveLength(1)
    await login.close()
  })

  it.each(passing)('has trouble that passes: $body', async (said) => {
    const login = await ScriptedLogin.start((serial) => (serial === 1 ? said : plain(serial)))
    await login.advance(1_000)
    expect(login.status.kind).toBe('retrying')
    await login.advance(2 * MINUTE)
    expect(login.status.kind).toBe('fresh')
    await login.close()
  })
})

const UNHEARD_OF: readonly Said[] = [
  json(400, { error: 'computer_says_no', error_description: 'Not today' }),
  json(403, { message: 'Not today' }),
  json(401, { fault: { faultstring: 'Not today' } }),
  json(400, { error: 'invalid_request', error_description: 'Not today' }),
]

describe.each(UNHEARD_OF)(
  'words nobody has heard, after the same client had renewed: $status $body',
  (no) => {
    it('a few times, and it most likely has ended: said with the words, the event too', async () => {
      const login = await ScriptedLogin.start((serial) => (serial === 1 ? plain(serial) : no))
      while (login.requests.length < 2) await login.advance(10_000)
      expect(login.status.kind).not.toBe('needs-login')
      expect(JSON.stringify(login.status)).not.toMatch(/Nothing to do|cannot be reached/)
      await login.advance(15 * MINUTE)
      expect(login.status).toMatchObject({ kind: 'needs-login', failure: { code: 'NEEDS_LOGIN' } })
      expect(JSON.stringify(login.status)).toContain(`HTTP ${no.status}`)
      expect(login.core.profile(LOGIN).lastEvent).toMatchObject({ kind: 'rejected' })
      const asked = login.requests.length
      await login.advance(40 * MINUTE)
      expect(login.requests).toHaveLength(asked)
      await login.close()
    })

    it('is no verdict after three quick tries by a person', async () => {
      const login = await ScriptedLogin.start((serial) => (serial === 1 ? plain(serial) : no))
      while (login.requests.length < 2) await login.advance(10_000)
      for (let tries = 0; tries < 4; tries++) await login.refresh()
      expect(login.requests.length).toBeGreaterThan(4)
      expect(login.status.kind).not.toBe('needs-login')
      await login.advance(15 * MINUTE)
      expect(login.status.kind).toBe('needs-login')
      await login.close()
    })

    it('comes back by itself when the provider thinks better of it', async () => {
      const login = await ScriptedLogin.start((serial) => (serial === 1 || serial > 5 ? plain(serial) : no))
      await login.advance(70 * MINUTE)
      expect(login.status.kind).toBe('needs-login')
      await login.advance(5 * HOUR)
      expect(login.status.kind).toBe('fresh')
      await login.close()
    })
  },
)

it('blames the configuration as long as this client has never refreshed anything', async () => {
  const login = await ScriptedLogin.start(() => json(400, { error: 'invalid_request' }))
  await login.advance(3 * HOUR)
  expect(login.status).toMatchObject({ kind: 'retrying', failure: { code: 'CLIENT_REJECTED' } })
  await login.close()
})

const LASTING: readonly (readonly [string, Said | HttpFailure, RegExp])[] = [
  ['a redirect', { status: 308, body: '', headers: { location: 'https://new.test/t' } }, /tokenEndpoint/],
  ['nothing there', { status: 404, body: 'no such page' }, /tokenEndpoint/],
  [
    'an unknown certificate authority',
    new HttpFailure('tls', false, 'SELF_SIGNED_CERT_IN_CHAIN', { code: 'SELF_SIGNED_CERT_IN_CHAIN' }),
    /NODE_EXTRA_CA_CERTS/,
  ],
  ['words nobody has heard', json(400, { message: 'Not today' }), /sign in again/],
]

it.each(LASTING)('of %s it does not say that there is nothing to do', async (_name, answer, hint) => {
  const login = await ScriptedLogin.start(() => answer)
  await login.advance(MINUTE)
  const { advice } = login.core.profile(LOGIN)
  expect(advice).toMatch(hint)
  expect(advice).not.toMatch(/Nothing to do|cannot be reached/)
  await login.close()
})

it.each([500, 502, 408])('of HTTP %i it does not say that the server cannot be reached', async (status) => {
  const login = await ScriptedLogin.start(() => json(status, {}))
  await login.advance(30_000)
  expect(login.core.profile(LOGIN).advice).not.toContain('cannot be reached')
  await login.close()
})
