/** Every dialect over real sockets: read, stored, and understood when it says no. */
import { afterEach, describe, expect, it } from 'vitest'
import type { ResolvedProvider } from '../../../app/model/provider.ts'
import { Secret } from '../../../app/model/secret.ts'
import { refreshGrant } from '../../../app/oauth/token-endpoint.ts'
import { createHttp } from '../../../app/platform/net/http.ts'
import { FakeClock } from '../../fakes/clock.ts'
import { CLOSES, type DialectServer, startDialectServer } from '../../fakes/dialect-server.ts'
import { DIALECTS, form, json, plain } from '../../fakes/dialects.ts'
import { resolved } from '../../fakes/providers.ts'

let server: DialectServer | undefined
afterEach(() => server?.close())

async function ask(say: Parameters<typeof startDialectServer>[0], part: Partial<ResolvedProvider> = {}) {
  server = await startDialectServer(say)
  const ports = { http: createHttp(), clock: new FakeClock() }
  const credential = {
    kind: 'oauth',
    refreshToken: new Secret('CANARY-refresh-0'),
    account: {},
    generation: 1,
  } as const
  const provider = resolved({ tokenEndpoint: server.tokenEndpoint, ...part })
  return refreshGrant(ports, provider, credential, { timeoutMs: 10_000 })
}

describe.each(DIALECTS)('$name', ({ refreshed, dead }) => {
  it('says that it worked', async () => {
    const answer = await ask(refreshed)
    if (answer.kind !== 'success') throw new Error(JSON.stringify(answer))
    expect(answer.reply.accessToken.expose()).toContain('CANARY')
  })

  it('says no', async () => {
    expect(await ask(() => dead)).toMatchObject({ kind: 'error' })
  })
})

const CODINGS = ['gzip', 'deflate', 'br'] as const

describe.each(CODINGS)('a reply in %s', (coding) => {
  it.each([true, false])('is read, announced: %s', async (announced) => {
    const answer = await ask((serial) => ({ ...plain(serial), coding, announced }))
    expect(answer).toMatchObject({ kind: 'success' })
  })

  it('holds the limit', async () => {
    const body = JSON.stringify({ access_token: 'a'.repeat(2_000_000) })
    await expect(ask(() => ({ ...json(200, {}), body, coding, announced: true }))).rejects.toMatchObject({
      reason: 'too-large',
    })
  })
})

it.each([
  ['a form', form(200, { access_token: 'CANARY-f', refresh_token: 'CANARY-r', expires_in: '60' }), {}],
  [
    'a form that calls itself text',
    {
      ...form(200, { access_token: 'CANARY-f', expires_in: '60' }),
      headers: { 'content-type': 'text/plain' },
    },
    {},
  ],
  [
    'Slack’s authed_user',
    json(200, { ok: true, authed_user: { access_token: 'CANARY-f', expires_in: 60, token_type: 'user' } }),
    { access_token: 'authed_user.access_token', expires_in: 'authed_user.expires_in' },
  ],
  [
    'Feishu’s data',
    json(200, { code: 0, msg: 'ok', data: { access_token: 'CANARY-f', expires_in: 60 } }),
    { access_token: 'data.access_token', expires_in: 'data.expires_in' },
  ],
  [
    'AWS’ camelCase',
    json(200, { accessToken: 'CANARY-f', expiresIn: 60, tokenType: 'Bearer' }),
    { access_token: 'accessToken', expires_in: 'expiresIn', token_type: 'tokenType' },
  ],
] as const)('reads %s', async (_name, said, responseMembers) => {
  const answer = await ask(() => said, { responseMembers })
  if (answer.kind !== 'success') throw new Error(JSON.stringify(answer))
  expect(answer.reply.accessToken.expose()).toBe('CANARY-f')
  expect(answer.reply.expiresAtMs).toBe(answer.reply.issuedAtMs + 60_000)
})

it('tells a connection that was closed from any other trouble', async () => {
  await expect(ask(() => CLOSES)).rejects.toMatchObject({ reason: 'network', left: true })
})

it('sends a scope in every refresh where the provider wants it', async () => {
  await ask(plain, { refreshScope: 'always', scopes: ['User.Read', 'offline_access'] })
  expect(server?.asked[0]).toMatchObject({ scope: 'User.Read offline_access' })
})
