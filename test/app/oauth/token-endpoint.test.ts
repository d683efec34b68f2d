import { beforeEach, describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import type { Credential } from '../../../app/model/credential.ts'
import { Secret } from '../../../app/model/secret.ts'
import { exchangeCode, postToken, refreshGrant, type TokenAnswer } from '../../../app/oauth/token-endpoint.ts'
import { FakeClock, START_MS } from '../../fakes/clock.ts'
import { FakeHttp, type HttpAnswer } from '../../fakes/http.ts'
import { resolved, tokenJson } from '../../fakes/providers.ts'

const provider = resolved()
const credential: Credential = {
  kind: 'oauth',
  refreshToken: new Secret('CANARY-refresh-1'),
  scope: ['b', 'a'],
  account: {},
  generation: 1,
}

let http: FakeHttp
let clock: FakeClock
beforeEach(() => {
  http = new FakeHttp()
  clock = new FakeClock()
})

function refresh(answer: HttpAnswer, with_ = provider): Promise<TokenAnswer> {
  http.expect(with_.tokenEndpoint, answer)
  return refreshGrant({ http, clock }, with_, credential, { timeoutMs: 1000 })
}

describe('refreshGrant', () => {
  it('sends a form with the refresh token and the client', async () => {
    await refresh({ json: tokenJson() })
    expect(http.form()).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'CANARY-refresh-1',
      client_id: 'client-1',
    })
    expect(http.requests[0]?.headers).toMatchObject({ accept: 'application/json' })
  })

  it('sends JSON, the stored scope verbatim and the client secret where the provider wants them', async () => {
    const picky = resolved({
      refreshEncoding: 'json',
      refreshScope: 'stored',
      clientSecret: new Secret('s3'),
    })
    await refresh({ json: tokenJson() }, picky)
    expect(JSON.parse(http.requests[0]?.body ?? '')).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'CANARY-refresh-1',
      scope: 'b a',
      client_id: 'client-1',
      client_secret: 's3',
    })
  })

  it('shows the secret in a header where the provider wants it there, and hides it in what comes back', async () => {
    const basic = resolved({
      clientSecret: new Secret('CANARY-s3'),
      clientAuthentication: 'client_secret_basic',
    })
    const refusal = { error: 'invalid_client', error_description: 'no client with CANARY-s3' }
    const answer = await refresh({ status: 401, json: refusal }, basic)
    expect(http.requests[0]?.headers?.authorization).toBe(`Basic ${btoa('client-1:CANARY-s3')}`)
    expect(http.form()).toEqual({ grant_type: 'refresh_token', refresh_token: 'CANARY-refresh-1' })
    expect(answer).toMatchObject({ kind: 'error', description: 'no client with [secret]' })
  })

  it('counts from the moment the request left, however long the reply took', async () => {
    const answer = await refresh(async () => {
      clock.jump(9000)
      return { status: 200, body: JSON.stringify(tokenJson({ expires_in: 60 })) }
    })
    expect(answer).toMatchObject({ kind: 'success', reply: { expiresAtMs: START_MS + 60_000 } })
  })

  it('does not ask without a refresh token', async () => {
    const { refreshToken: _, ...bare } = credential
    await expect(refreshGrant({ http, clock }, provider, bare, { timeoutMs: 1 })).rejects.toMatchObject({
      code: 'NOT_REFRESHABLE',
    })
    http.verify()
  })

  it('lets a failure below HTTP through, with whether the request left', async () => {
    await expect(refresh(new HttpFailure('timeout', true, 'too slow'))).rejects.toMatchObject({ left: true })
  })

  it.each([
    [{ error: 'invalid_grant', error_description: 'Token is gone' }, 'invalid_grant', 'Token is gone'],
    [
      { error: { code: 'refresh_token_reused', message: 'Used.', type: 'x' } },
      'refresh_token_reused',
      'Used.',
    ],
    [{ type: 'error', error: { type: 'rate_limit_error', message: 'Slow' } }, 'rate_limit_error', 'Slow'],
    [{ code: 'refresh_token_expired' }, 'refresh_token_expired', undefined],
    [{ detail: 'nothing we know' }, undefined, undefined],
  ])('reads the error of %j', async (json, error, description) => {
    const answer = await refresh({ status: 400, json })
    expect(answer).toEqual({
      kind: 'error',
      status: 400,
      ...(error && { error }),
      ...(description && { description }),
    })
  })

  it('takes a 200 that names an error for an error, as GitHub answers', async () => {
    expect(await refresh({ json: { error: 'bad_refresh_token' } })).toMatchObject({
      kind: 'error',
      status: 200,
      error: 'bad_refresh_token',
    })
  })

  it('never reads the error out of a substring', async () => {
    const answer = await refresh({ status: 400, body: 'error=invalid_grant' })
    expect(answer).toMatchObject({ kind: 'invalid', status: 400 })
  })

  it('takes the secrets it sent out of what the server says', async () => {
    const json = { error: 'invalid_grant', error_description: 'No such token: CANARY-refresh-1.' }
    const answer = await refresh({ status: 400, json, headers: { 'www-authenticate': 'x CANARY-refresh-1' } })
    expect(answer).toMatchObject({ description: 'No such token: [secret].', wwwAuthenticate: 'x [secret]' })
  })

  it('keeps an ordinary word that happens to be the client id', async () => {
    const json = { error: 'invalid_client', error_description: 'client-1 is unknown' }
    expect(await refresh({ status: 401, json })).toMatchObject({ description: 'client-1 is unknown' })
  })

  it.each([
    ['a web page', { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }, /web page/],
    ['nothing', { status: 200, body: '' }, /empty/],
    ['a list', { status: 200, json: [] }, /not a JSON object/],
    ['no access token', { status: 200, json: { token_type: 'Bearer' } }, /no access token/],
    [
      'a redirect',
      { status: 307, headers: { location: 'https://other.test/x?token=CANARY' } },
      /redirects to https:\/\/other\.test$/,
    ],
  ])('finds %s invalid, and says so without quoting it', async (_what, reply, reason) => {
    const answer = await refresh(reply)
    expect(answer).toMatchObject({ kind: 'invalid', reason: expect.stringMatching(reason) })
  })

  it.each([
    ['120', 120_000],
    ['0', 0],
    [new Date(START_MS + 90_000).toUTCString(), 90_000],
    [new Date(START_MS - 90_000).toUTCString(), 0],
    ['99999999', 86_400_000],
    ['soon', undefined],
  ])('reads Retry-After: %s', async (value, waitMs) => {
    const answer = await refresh({ status: 429, json: { error: 'slow' }, headers: { 'retry-after': value } })
    expect(answer.kind === 'error' && answer.retryAfterMs).toBe(waitMs)
  })

  it("measures an HTTP-date against the server's own clock", async () => {
    const headers = {
      'retry-after': new Date(START_MS + 5_030_000).toUTCString(),
      date: new Date(START_MS + 5_000_000).toUTCString(),
    }
    expect(await refresh({ status: 503, body: 'x', headers })).toMatchObject({ retryAfterMs: 30_000 })
  })
})

describe('exchangeCode', () => {
  const grant = {
    code: new Secret('CANARY-code'),
    redirectUri: 'http://127.0.0.1:1/callback',
    verifier: new Secret('CANARY-verifier'),
    challenge: 'challenge',
    state: 'state',
  }

  it('sends the code with the verifier', async () => {
    http.expect(provider.tokenEndpoint, { json: tokenJson() })
    await exchangeCode({ http, clock }, provider, grant, { timeoutMs: 1 })
    expect(http.form()).toEqual({
      grant_type: 'authorization_code',
      code: 'CANARY-code',
      redirect_uri: 'http://127.0.0.1:1/callback',
      code_verifier: 'CANARY-verifier',
      client_id: 'client-1',
    })
  })

  it('repeats the state and the challenge where the provider wants them', async () => {
    http.expect(provider.tokenEndpoint, { json: tokenJson() })
    const picky = resolved({ exchangeExtras: ['state', 'code_challenge'] })
    await exchangeCode({ http, clock }, picky, grant, { timeoutMs: 1 })
    expect(http.form()).toMatchObject({ state: 'state', code_challenge: 'challenge' })
  })
})

describe('postToken', () => {
  it('passes the signal and the time limit on', async () => {
    const { signal } = new AbortController()
    http.expect(provider.tokenEndpoint, { json: tokenJson() })
    await postToken(
      { http, clock },
      provider,
      { grant_type: 'x', absent: undefined },
      { timeoutMs: 7, signal },
    )
    expect(http.requests[0]).toMatchObject({ timeoutMs: 7, signal })
    expect(http.form()).not.toHaveProperty('absent')
  })
})
