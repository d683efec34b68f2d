/** What an exchange brought replaces what it was made with: told by identity, never by comparing ends. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { Secret } from '../../../app/model/secret.ts'
import { dialect, json, plain } from '../../fakes/dialects.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { HOUR, MINUTE, ScriptedLogin } from '../../support/scripted-login.ts'

const SECOND = 1000
const soon = (nowMs: number) => ({ expiresAtMs: nowMs + MINUTE, issuedAtMs: nowMs - HOUR })
const START = Date.UTC(2026, 0, 2, 3, 4, 5)

const SAYS = {
  'no end and no refresh token, as Salesforce says it': dialect('Salesforce').refreshed,
  'the same refresh token and no end': (serial: number) =>
    json(200, { access_token: `CANARY-access-${serial}`, refresh_token: 'CANARY-refresh-0' }),
  'the same refresh token and an earlier end': (serial: number) =>
    json(200, { access_token: `CANARY-access-${serial}`, refresh_token: 'CANARY-refresh-0', expires_in: 50 }),
}

describe.each(Object.entries(SAYS))('a reply with %s', (_name, say) => {
  it('replaces the tokens it was asked with, and the endpoint is asked once', async () => {
    const login = await ScriptedLogin.start(say, { credential: soon(START) })
    await login.advance(59 * SECOND)
    expect(login.requests).toHaveLength(1)
    expect(await login.accessToken()).toContain('1')
    expect(login.core.profile('acme').lastEvent).toMatchObject({ kind: 'refreshed' })
    await login.close()
  })

  it('replaces a token that was refused early, although that one had longer to live', async () => {
    const credential = { expiresAtMs: START + 50 * MINUTE, issuedAtMs: START - 10 * MINUTE }
    const login = await ScriptedLogin.start(say, { credential, schedule: false })
    const answer = await login.ports.clock.run(
      login.core.report401('acme', { askedBy: 'a test', accessToken: new Secret('CANARY-access-0') }),
    )
    expect(answer).toMatchObject({ kind: 'refreshed', event: { kind: 'refreshed' } })
    expect(await login.accessToken()).not.toBe('CANARY-access-0')
    await login.close()
  })
})

it('replaces what was stored while the clock was a day ahead', async () => {
  const login = await ScriptedLogin.start(
    (serial) => plain(serial, { refresh_token: 'CANARY-refresh-0', expires_in: 3600 }),
    { credential: { expiresAtMs: START + 26 * HOUR, issuedAtMs: START + 25 * HOUR } },
  )
  await login.advance(2 * MINUTE)
  expect(login.requests).toHaveLength(1)
  expect(await login.accessToken()).toBe('CANARY-access-1')
  expect((await login.stored()).expiresAtMs).toBeLessThan(START + 2 * HOUR)
  await login.close()
})

it('keeps what another process stored with the same refresh token meanwhile, and that is no success', async () => {
  const login = await ScriptedLogin.start(() => plain(9), { schedule: false })
  const rival = {
    ...(await login.stored()),
    accessToken: new Secret('CANARY-rival'),
    expiresAtMs: START + HOUR,
  }
  login.say = async () => {
    await login.replace(rival)
    return json(200, { access_token: 'CANARY-ours', expires_in: 7200 })
  }
  expect(await login.refresh()).toMatchObject({ kind: 'superseded' })
  expect(await login.accessToken()).toBe('CANARY-rival')
  await login.close()
})

it('finds its place once the disk has room again, whatever its end is', async () => {
  const login = await ScriptedLogin.start(dialect('Salesforce').refreshed, {
    credential: { expiresAtMs: START + 30 * MINUTE, issuedAtMs: START - 30 * MINUTE },
  })
  let isFull = true
  login.ports.files.before = (operation, path) => {
    if (operation === 'writeAtomic' && path === FAKE_PATHS.vault && isFull)
      throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (ENOSPC).`)
  }
  await login.advance(25 * MINUTE)
  expect(await login.accessToken()).toBe('CANARY-access-0')
  isFull = false
  await login.advance(10 * MINUTE)
  expect(await login.accessToken()).toContain('CANARY.access.1')
  expect(login.requests).toHaveLength(1)
  await login.close()
})
