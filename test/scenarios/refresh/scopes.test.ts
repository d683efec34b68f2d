/** What a refresh takes away from a login's scopes, and how the lists are written. */
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../app/model/secret.ts'
import { dialect, plain } from '../../fakes/dialects.ts'
import { HOUR, LOGIN, MINUTE, ScriptedLogin } from '../../support/scripted-login.ts'

const START = Date.UTC(2026, 0, 2, 3, 4, 5)
const good = { expiresAtMs: START + 9 * MINUTE, issuedAtMs: START - 51 * MINUTE, scope: ['read', 'write'] }

describe('a new token that lost every scope', () => {
  it('does not replace a good one until that lapses, and it is told', async () => {
    const login = await ScriptedLogin.start((serial) => plain(serial, { scope: 'profile' }), {
      credential: good,
    })
    await login.advance(8 * MINUTE)
    expect(login.requests).toHaveLength(1)
    const stored = await login.stored()
    expect(stored.accessToken?.expose()).toBe('CANARY-access-0')
    expect(stored.scope).toEqual(['read', 'write'])
    expect(stored.refreshToken?.expose()).toBe('CANARY-refresh-1') // the old one is used up
    const { warnings, lastEvent } = login.core.profile(LOGIN)
    expect(warnings).toMatchObject([{ code: 'scope-narrowed' }])
    expect(lastEvent?.message).toContain('the old token stays in use')
    await login.advance(3 * MINUTE)
    expect(await login.accessToken()).toBe('CANARY-access-2')
    await login.close()
  })

  it('replaces one that has lapsed, and it is told', async () => {
    const login = await ScriptedLogin.start((serial) => plain(serial, { scope: 'profile' }), {
      credential: { ...good, expiresAtMs: START - MINUTE },
    })
    await login.advance(MINUTE)
    expect(await login.accessToken()).toBe('CANARY-access-1')
    expect(login.core.profile(LOGIN).warnings).toMatchObject([{ code: 'scope-narrowed' }])
    await login.close()
  })

  it('replaces one that a server refuses', async () => {
    const login = await ScriptedLogin.start((serial) => plain(serial, { scope: 'profile' }), {
      credential: { ...good, expiresAtMs: START + HOUR },
      schedule: false,
    })
    await login.ports.clock.run(login.core.report401(LOGIN, { accessToken: new Secret('CANARY-access-0') }))
    expect(await login.accessToken()).toBe('CANARY-access-1')
    await login.close()
  })

  it('is another one that lost only some: it is used', async () => {
    const login = await ScriptedLogin.start((serial) => plain(serial, { scope: 'read' }), {
      credential: good,
    })
    await login.advance(MINUTE)
    expect(await login.accessToken()).toBe('CANARY-access-1')
    await login.close()
  })
})

it('takes a list with commas for what it is: nothing was lost', async () => {
  const login = await ScriptedLogin.start((serial) => plain(serial, { scope: 'read,write' }), {
    credential: good,
  })
  await login.advance(MINUTE)
  expect(login.core.profile(LOGIN).warnings).toEqual([])
  expect((await login.stored()).scope).toEqual(['read', 'write'])
  await login.close()
})

it('asks Entra for its scope in every refresh', async () => {
  const { tokenEndpoint, refreshed } = dialect('Entra')
  const provider = { tokenEndpoint, scopes: ['User.Read', 'offline_access'] }
  const login = await ScriptedLogin.start(refreshed, { provider })
  await login.advance(2 * HOUR)
  const scopes = login.requests.map(({ body }) => new URLSearchParams(body).get('scope'))
  expect(scopes.length).toBeGreaterThan(1)
  expect(scopes[0]).toBe('User.Read offline_access')
  expect(scopes.every((scope) => scope?.includes('User.Read'))).toBe(true)
  await login.close()
})
