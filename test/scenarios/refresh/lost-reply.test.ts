/** The request left and no reply came: tried again while servers still take the same refresh token, and no more than that. */
import { expect, it } from 'vitest'
import { json, plain } from '../../fakes/dialects.ts'
import { LOGIN, lost, MINUTE, ScriptedLogin } from '../../support/scripted-login.ts'

const gone = json(400, { error: 'invalid_grant' })

it('after a closed connection it asks once more within seconds, and keeps the login', async () => {
  const login = await ScriptedLogin.start((serial) => (serial === 1 ? lost('network') : plain(serial)))
  await login.advance(10_000)
  const [first = 0, second = 0] = login.askedAtMs
  expect(second - first).toBeGreaterThanOrEqual(2_000)
  expect(second - first).toBeLessThanOrEqual(5_000)
  expect(login.status.kind).toBe('fresh')
  expect(await login.accessToken()).toBe('CANARY-access-2')
  await login.close()
})

it('of a server that is strict it says which reply was lost', async () => {
  const login = await ScriptedLogin.start((serial) => (serial === 1 ? lost('network') : gone))
  await login.advance(10_000)
  expect(login.requests).toHaveLength(2)
  expect(login.status).toMatchObject({ kind: 'needs-login' })
  expect(JSON.stringify(login.status)).toContain('reply to an earlier renewal was lost')
  await login.close()
})

it('closed a second time, it waits a minute, as ever', async () => {
  const login = await ScriptedLogin.start((serial) => (serial < 3 ? lost('network') : plain(serial)))
  await login.advance(50_000)
  expect(login.requests).toHaveLength(2)
  expect(login.status).toMatchObject({ kind: 'retrying', failure: { code: 'OUTCOME_UNKNOWN' } })
  await login.advance(MINUTE)
  expect(login.status.kind).toBe('fresh')
  await login.close()
})

it('after silence it waits a minute before it asks once more, and then names the lost reply', async () => {
  const login = await ScriptedLogin.start((serial) => (serial === 1 ? lost('timeout') : gone))
  await login.advance(50_000)
  expect(login.requests).toHaveLength(1)
  await login.advance(MINUTE)
  expect(login.requests).toHaveLength(2)
  expect(JSON.stringify(login.status)).toContain('reply to an earlier renewal was lost')
  await login.close()
})

it('a 200 that cannot be read is not asked again for a minute, and its shape is told without values', async () => {
  const login = await ScriptedLogin.start((serial) =>
    serial === 1 ? json(200, { ok: true, data: { token: 'CANARY-hidden' } }) : plain(serial),
  )
  await login.advance(50_000)
  expect(login.requests).toHaveLength(1)
  expect(login.status).toMatchObject({ kind: 'retrying', failure: { code: 'REPLY_INVALID' } })
  const told = JSON.stringify(login.core.profile(LOGIN))
  expect(told).toContain('answered with something that cannot be read')
  expect(told).toContain('{ ok, data { token } }')
  expect(told).not.toContain('CANARY-hidden')
  await login.advance(MINUTE)
  expect(login.status.kind).toBe('fresh')
  await login.close()
})

it('unreadable twice, the login is told to be in doubt for that reason', async () => {
  const login = await ScriptedLogin.start(() => ({ status: 200, body: '' }))
  await login.advance(5 * MINUTE)
  expect(login.requests).toHaveLength(2)
  expect(JSON.stringify(login.status)).toContain('cannot be read')
  expect(login.status.kind).toBe('needs-login')
  await login.close()
})

it.each([
  ['a sentence', { access_token: 'You have been signed in.' }],
  ['a line break', { access_token: 'CANARY\nevil' }],
  ['a refresh token with a line break', { refresh_token: 'CANARY\nevil' }],
  ['a token that needs a key', { token_type: 'DPoP' }],
])('what is no token of ours is never stored: %s', async (_name, more) => {
  const login = await ScriptedLogin.start((serial) => plain(serial, more))
  await login.advance(30_000)
  expect(await login.accessToken()).toBe('CANARY-access-0')
  expect((await login.stored()).refreshToken?.expose()).toBe('CANARY-refresh-0')
  expect(login.status).toMatchObject({ kind: 'retrying', failure: { code: 'REPLY_INVALID' } })
  expect(JSON.stringify(login.status)).toMatch(/characters that no token has|of type DPoP/)
  await login.close()
})
