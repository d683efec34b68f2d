/** A sign-in that came to nothing is in the history, with the reason, and takes no warning away from the login. */
import { expect, it } from 'vitest'
import { json, plain } from '../../fakes/dialects.ts'
import { LOGIN, MINUTE, ScriptedLogin } from '../../support/scripted-login.ts'

it('is in the history, with what the provider said', async () => {
  const login = await ScriptedLogin.start(
    (_serial, { body }) =>
      body?.includes('authorization_code')
        ? json(400, { error: 'invalid_grant', error_description: 'Code is stale' })
        : plain(1, { scope: 'read' }),
    {
      credential: { scope: ['read', 'write'] },
      provider: { authorizationEndpoint: 'https://provider.test/auth' },
    },
  )
  await login.advance(MINUTE)
  expect(login.core.profile(LOGIN).warnings).toHaveLength(1)
  const { ports, core } = login
  const { id, step } = await ports.clock.run(core.logins.start({ profileId: LOGIN }))
  if (step.kind !== 'browser') throw new Error(step.kind)
  const asked = new URL(step.url).searchParams
  const state = asked.get('state')
  await ports.clock.run(core.logins.paste(id, `${asked.get('redirect_uri')}?code=CANARY-code&state=${state}`))
  const [newest] = await core.history({ profileId: LOGIN })
  expect(newest).toMatchObject({ kind: 'login-failed', cause: 'PROVIDER_REFUSED' })
  expect(newest?.detail).toContain('Code is stale')
  expect(JSON.stringify(newest)).not.toContain('CANARY')
  expect(core.profile(LOGIN).warnings).toHaveLength(1)
  await login.close()
})
