/** Tokens for a signed assertion (RFC 7523): a Google service account, a GitHub App's installation. */
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ProviderInput } from '../../../app/contract/views.ts'
import { createCore } from '../../../app/core.ts'
import { Secret } from '../../../app/model/secret.ts'
import { claimsOf } from '../../../app/oauth/jwt.ts'
import type { HttpAnswer } from '../../fakes/http.ts'
import { createFakePorts } from '../../fakes/ports.ts'

const KEY = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }),
)

/** Signs in and renews once, with nobody present. */
async function live(input: ProviderInput, replies: readonly HttpAnswer[]) {
  const ports = createFakePorts()
  const core = createCore(ports)
  const { clock, http } = ports
  const run = <T>(work: Promise<T>): Promise<T> => clock.run(work)
  await run(core.start({ schedule: false }))
  await run(core.addProvider(input))
  await run(core.setClientSecret(input.id, new Secret(KEY)))
  for (const reply of replies) http.expect(input.tokenEndpoint ?? '', reply)
  const { id } = await run(core.logins.start({ providerId: input.id }))
  const { step } = await run(core.logins.ended(id))
  if (step.kind !== 'done') throw new Error(JSON.stringify(step))
  const { kind } = await run(core.refresh(step.profileId))
  const view = core.profile(step.profileId)
  await run(core.close())
  http.verify()
  return { ports, kind, view, id: step.profileId }
}

describe('a signed assertion', () => {
  it('gets a Google service account its tokens', async () => {
    const scope = 'https://www.googleapis.com/auth/cloud-platform'
    const email = 'robot@project.iam.gserviceaccount.com'
    const reply = (serial: number) => ({
      json: { access_token: `ya29.CANARY-${serial}`, expires_in: 3599, token_type: 'Bearer' },
    })
    const { ports, kind, view, id } = await live(
      {
        id: 'robot',
        tokenEndpoint: 'https://oauth2.googleapis.com/token',
        clientId: email,
        clientKeyId: 'k1',
        grant: 'jwt_bearer',
        assertionClaims: { sub: '' },
        scopes: [scope],
      },
      [reply(1), reply(2)],
    )
    expect([kind, id, view.account]).toEqual(['refreshed', `robot:${email}`, email])
    expect(view.accessExpiresAtMs).toBe(ports.clock.now() + 3_599_000)
    const { assertion = '', ...rest } = ports.http.form(1)
    expect(rest).toEqual({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', scope })
    const claims = claimsOf(assertion) ?? {}
    expect(claims).toMatchObject({ iss: email, scope, aud: 'https://oauth2.googleapis.com/token' })
    expect(claims).not.toHaveProperty('sub')
    expect(Number(claims['exp']) - Number(claims['iat'])).toBeLessThanOrEqual(600)
    expect(JSON.parse(atob(assertion.split('.')[0] ?? ''))).toEqual({ alg: 'RS256', kid: 'k1' })
  })

  it("gets a GitHub App its installation's tokens", async () => {
    const endpoint = 'https://api.github.com/app/installations/42/access_tokens'
    const reply = (serial: number): HttpAnswer => ({
      status: 201,
      json: {
        token: `ghs_CANARY${serial}`,
        expires_at: '2030-01-01T01:00:00Z',
        permissions: { contents: 'read' },
      },
      headers: { date: 'Tue, 01 Jan 2030 00:00:00 GMT' },
    })
    const { ports, kind, view } = await live(
      {
        id: 'app',
        tokenEndpoint: endpoint,
        clientId: 'Iv23abc',
        grant: 'jwt_bearer',
        assertionIn: 'header',
        responseMembers: { access_token: 'token' },
      },
      [reply(1), reply(2)],
    )
    expect(kind).toBe('refreshed')
    expect(view.accessExpiresAtMs).toBe(ports.clock.now() + 3_600_000)
    const { headers = {} } = ports.http.requests[1] ?? {}
    expect(claimsOf(headers['authorization']?.replace('Bearer ', ''))).toMatchObject({ iss: 'Iv23abc' })
  })

  it('is not repeated into what a person reads', async () => {
    const ports = createFakePorts()
    const core = createCore(ports)
    await core.start({ schedule: false })
    await core.addProvider({
      id: 'robot',
      tokenEndpoint: 'https://auth.test/token',
      clientId: 'r',
      grant: 'jwt_bearer',
    })
    const start = async () =>
      (await core.logins.ended((await core.logins.start({ providerId: 'robot' })).id)).step
    expect(await start()).toMatchObject({
      failure: { hint: expect.stringContaining('provider secret robot') },
    })
    await core.setClientSecret('robot', new Secret(KEY))
    ports.http.expect('https://auth.test/token', ({ body = '' }) => ({
      status: 400,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        error: 'invalid_grant',
        error_description: `bad: ${new URLSearchParams(body).get('assertion')}`,
      }),
    }))
    expect(JSON.stringify(await start())).toContain('bad: [secret]')
    await core.close()
  })
})
