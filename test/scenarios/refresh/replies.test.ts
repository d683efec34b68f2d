/** What a reply says beside its tokens, or instead of them, and what becomes of the login. */
import { expect, it } from 'vitest'
import type { Ports } from '../../../app/base/ports.ts'
import type { FakePorts } from '../../fakes/ports.ts'
import { answering } from '../../support/answering.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

/** RFC 6749 §5.1: members of a successful reply that the client does not know MUST be ignored. */
it.each([
  ['a code that says it went well', { code: '0', message: 'success' }],
  ['an error that is empty', { error: {} }],
])('new tokens and %s: they are stored, and the old one is not sent again', async (_name, more) => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const talkative = (ports: FakePorts): Ports => ({
    ...ports,
    http: {
      send: async (request) => {
        const reply = await ports.http.send(request)
        return { ...reply, body: JSON.stringify({ ...JSON.parse(reply.body), ...more }) }
      },
    },
  })
  const { core } = await machine.start(true, talkative)
  await machine.clock.advance(2 * HOUR)
  expect(machine.provider).toMatchObject({ reuses: 0, revoked: false })
  expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
  expect(core.profile(PROFILE).status.kind).toBe('fresh')
  await machine.run(core.close())
})

/** As auth.openai.com says it of a refresh token that is dead (openclaw/openclaw#82591). */
it('OpenAI’s "token_expired": the person is asked to sign in, and the configuration is not blamed', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const message = 'Could not validate your token. Please try signing in again.'
  const error = { message, type: 'invalid_request_error', param: null, code: 'token_expired' }
  const { core } = await machine.start(
    true,
    answering(() => ({ error }), 401),
  )
  await machine.clock.advance(MINUTE)
  const { status } = core.profile(PROFILE)
  expect(status).toMatchObject({ kind: 'needs-login', failure: { code: 'NEEDS_LOGIN' } })
  await machine.run(core.close())
})
