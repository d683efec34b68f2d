/** An hour of one answer after the other, whatever they are: at most one request a minute, and a history that stays short. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DIALECTS, json, plain, type Said } from '../../fakes/dialects.ts'
import {
  HOUR,
  LOGIN,
  lost,
  MINUTE,
  mostWithin,
  type Script,
  ScriptedLogin,
} from '../../support/scripted-login.ts'

const html: Said = { status: 200, body: '<html>Welcome</html>', headers: { 'content-type': 'text/html' } }

/** Every answer we know of, by name; the serial makes new tokens new. */
const ANSWERS: Readonly<Record<string, Script>> = {
  ...Object.fromEntries(DIALECTS.map(({ name, refreshed }) => [`${name}: refreshed`, refreshed])),
  ...Object.fromEntries(DIALECTS.map(({ name, dead }) => [`${name}: dead`, () => dead])),
  ...Object.fromEntries(
    DIALECTS.flatMap(({ name, passing = [] }) =>
      passing.map((said, at) => [`${name}: passing ${at}`, () => said] as const),
    ),
  ),
  'one second': (serial) => plain(serial, { expires_in: 1 }),
  'the same again': () => plain(0, { expires_in: 1 }),
  'a grant that ends': (serial) => plain(serial, { refresh_expires_in: 1 }),
  'another account': (serial) => plain(serial, { account: { uuid: 'someone-else' } }),
  'no token': () => json(200, { ok: true }),
  'no scope that was there': (serial) => plain(serial, { scope: 'other' }),
  nothing: () => ({ status: 200, body: '' }),
  'a page': () => html,
  'a redirect': () => ({ status: 308, body: '', headers: { location: 'https://elsewhere.test/token' } }),
  'not there': () => json(404, { message: 'no such page' }),
  'client unknown': () => json(401, { error: 'invalid_client' }),
  trouble: () => json(500, { error: 'server_error' }),
  'wait a second': () => json(429, { error: 'slow_down' }, { 'retry-after': '1' }),
  hangs: () => lost('timeout'),
}

async function hourOf(script: Script): Promise<ScriptedLogin> {
  const login = await ScriptedLogin.start(script, { credential: { scope: ['read'] } })
  await login.advance(HOUR)
  return login
}

describe('by the schedule, in an hour of nothing but', () => {
  it.each(Object.entries(ANSWERS))('%s: at most one request a minute', async (_name, script) => {
    const login = await hourOf(script)
    expect(mostWithin(MINUTE, login.askedAtMs)).toBeLessThanOrEqual(1)
    expect((await login.core.history({ profileId: LOGIN })).length).toBeLessThan(70)
    await login.close()
  })
})

it('whatever follows whatever', async () => {
  const names = Object.keys(ANSWERS)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { minLength: 5, maxLength: 40 }), async (order) => {
      const login = await hourOf((serial, request) => {
        const name = order[serial % order.length] ?? ''
        return ANSWERS[name]?.(serial, request) ?? json(500, {})
      })
      expect(mostWithin(MINUTE, login.askedAtMs)).toBeLessThanOrEqual(1)
      await login.close()
    }),
    { numRuns: 25 },
  )
})

it('asks less and less often while it is of no use, and folds what repeats itself', async () => {
  const login = await ScriptedLogin.start(() => json(502, {}))
  await login.advance(6 * HOUR)
  expect(login.requests.length).toBeGreaterThan(30)
  expect(login.requests.length).toBeLessThan(200)
  expect((await login.core.history({ profileId: LOGIN })).length).toBeLessThan(12)
  await login.close()
})
