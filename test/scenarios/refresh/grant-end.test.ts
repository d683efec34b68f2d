/** The refresh token has an end of its own: due is the earlier of both. */
import { expect, it } from 'vitest'
import { checkLogins } from '../../../app/features/diagnostics/restart-check.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { dialect, plain } from '../../fakes/dialects.ts'
import { HOUR, LOGIN, MINUTE, type Script, ScriptedLogin } from '../../support/scripted-login.ts'

function check(login: ScriptedLogin) {
  const { core, ports } = login
  return ports.clock.run(
    checkLogins(
      {
        overview: async () => core.overview(),
        profile: async (name) => core.profile(name),
        refresh: (id) => core.refresh(id),
        lookAgain: async () => undefined,
        now: () => ports.clock.now(),
      },
      { withinMs: 30 * MINUTE, refresh: true },
    ),
  )
}

it('is refreshed before a refresh token lapses that lives shorter than its access token', async () => {
  const login = await ScriptedLogin.start((serial) =>
    plain(serial, { expires_in: 36_000, refresh_expires_in: 1800 }),
  )
  await login.advance(5 * HOUR)
  const gaps = login.askedAtMs.slice(1).map((at, index) => at - (login.askedAtMs[index] ?? 0))
  expect(gaps.length).toBeGreaterThan(9)
  expect(Math.max(...gaps)).toBeLessThan(29 * MINUTE)
  await login.close()
})

it('with Keycloak’s defaults, a check that may refresh finds it ready', async () => {
  const login = await ScriptedLogin.start(dialect('Keycloak').refreshed, { schedule: false })
  await login.refresh()
  await login.advance(10 * MINUTE)
  expect(await check(login)).toMatchObject([{ profileId: LOGIN, level: 'ready' }])
  await login.close()
})

/** Its grant ends two hours after the first reply, whatever is refreshed. */
function fixedEnd(clock: FakeClock, expiresIn: number): Script {
  const endMs = clock.now() + 2 * HOUR
  return (serial) =>
    plain(serial, { expires_in: expiresIn, refresh_expires_in: (endMs - clock.now()) / 1000 })
}

it('needs a sign-in once a refresh did not move an end that is near', async () => {
  const clock = new FakeClock()
  const login = await ScriptedLogin.start(fixedEnd(clock, 300), { schedule: false, ports: { clock } })
  await login.refresh()
  await login.advance(95 * MINUTE)
  expect(await check(login)).toMatchObject([{ level: 'needs-login' }])
  await login.close()
})

it('does not ask on and on for an end that no refresh moves', async () => {
  const clock = new FakeClock()
  const login = await ScriptedLogin.start(fixedEnd(clock, 36_000), { ports: { clock } })
  await login.advance(119 * MINUTE)
  expect(login.requests.length).toBeLessThanOrEqual(3)
  await login.close()
})
