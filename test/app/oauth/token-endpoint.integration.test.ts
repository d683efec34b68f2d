import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Credential } from '../../../app/model/credential.ts'
import { Secret } from '../../../app/model/secret.ts'
import { revoke } from '../../../app/oauth/revocation.ts'
import { refreshGrant, type TokenAnswer } from '../../../app/oauth/token-endpoint.ts'
import { createClock } from '../../../app/platform/clock.ts'
import { createHttp } from '../../../app/platform/net/http.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { resolved } from '../../fakes/providers.ts'

const ports = { http: createHttp(), clock: createClock() }

let server: AuthorizationServer
beforeEach(async () => {
  server = await startAuthorizationServer({ tokenTtl: 90 })
})
afterEach(() => server.close())

async function grant(): Promise<Credential> {
  const { refresh_token, scope } = await server.mint({ account: 'ada' })
  return {
    kind: 'oauth',
    refreshToken: new Secret(refresh_token),
    scope: scope.split(' '),
    account: {},
    generation: 1,
  }
}

function refresh(credential: Credential, part = {}, timeoutMs = 10_000): Promise<TokenAnswer> {
  const { clientId, tokenEndpoint, revocationEndpoint } = server
  const provider = resolved({ clientId, tokenEndpoint, revocationEndpoint, ...part })
  return refreshGrant(ports, provider, credential, { timeoutMs })
}

async function alive(credential: Credential): Promise<boolean> {
  return server.isAlive(credential.refreshToken?.expose() ?? '')
}

describe('a refresh at a real provider', () => {
  it.each(['form', 'json'] as const)(
    'brings a new pair for the same person (%s)',
    async (refreshEncoding) => {
      const credential = await grant()
      const answer = await refresh(credential, { refreshEncoding, refreshScope: 'stored' })
      if (answer.kind !== 'success') throw new Error(JSON.stringify(answer))
      const { reply } = answer
      expect(reply.account).toEqual({ id: 'sub-ada@example.test', email: 'ada@example.test', name: 'Ada' })
      expect(reply.expiresAtMs).toBe(reply.issuedAtMs + 90_000)
      expect(reply.refreshToken?.equals(credential.refreshToken)).toBe(false)
      expect(server.requests.token[0]?.encoding).toBe(refreshEncoding)
    },
  )

  it('costs the grant when a spent token is sent again, and the server counts it', async () => {
    const credential = await grant()
    const first = await refresh(credential)
    expect(await refresh(credential)).toMatchObject({ kind: 'error', status: 400, error: 'invalid_grant' })
    expect(server.requests).toMatchObject({ reuses: 1, invalidGrants: 1 })
    const successor = first.kind === 'success' ? first.reply.refreshToken?.expose() : ''
    expect(await server.isAlive(successor ?? '')).toBe(false)
  })

  it('counts for one of many that send the same token at once', async () => {
    const credential = await grant()
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(credential)))
    expect(answers.filter((answer) => answer.kind === 'success')).toHaveLength(1)
    expect(server.requests).toMatchObject({ reuses: 7, invalidGrants: 7 })
  })

  it.each([
    [
      { kind: 'rate-limited', retryAfter: 7 },
      { kind: 'error', status: 429, retryAfterMs: 7000 },
    ],
    [{ kind: 'html' }, { kind: 'invalid', status: 200 }],
    [{ kind: 'server-error' }, { kind: 'error', status: 500, error: 'server_error' }],
    [
      { kind: 'error', error: 'invalid_client', status: 401 },
      { kind: 'error', error: 'invalid_client' },
    ],
  ] as const)('costs nothing when the server answers with %j', async (fault, expected) => {
    const credential = await grant()
    server.fault(fault)
    expect(await refresh(credential)).toMatchObject(expected)
    expect(await alive(credential)).toBe(true)
    expect((await refresh(credential)).kind).toBe('success')
    expect(server.requests.reuses).toBe(0)
  })

  it('is told from one that never arrived when the connection breaks afterwards', async () => {
    const before = await grant()
    server.fault({ kind: 'drop-before' })
    await expect(refresh(before)).rejects.toMatchObject({ name: 'HttpFailure', left: true })
    expect(await alive(before)).toBe(true)
    const after = await grant()
    server.fault({ kind: 'drop-after' })
    await expect(refresh(after)).rejects.toMatchObject({ name: 'HttpFailure', left: true })
    expect(await alive(after)).toBe(false)
  })

  it('gives up when the server is too slow', async () => {
    const credential = await grant()
    server.fault({ kind: 'hold', until: new Promise(() => undefined) })
    await expect(refresh(credential, {}, 2_000)).rejects.toMatchObject({ reason: 'timeout', left: true })
  })

  it('sees a narrower scope', async () => {
    const credential = await grant()
    server.fault({ kind: 'narrow', scope: 'openid' })
    expect(await refresh(credential)).toMatchObject({ kind: 'success', reply: { scope: ['openid'] } })
  })

  it('can leave the refresh token out, and the old one stays good', async () => {
    const credential = await grant()
    server.fault({ kind: 'omit-refresh-token' })
    const answer = await refresh(credential)
    expect(answer.kind === 'success' && answer.reply).not.toHaveProperty('refreshToken')
    expect(await alive(credential)).toBe(true)
  })

  it('sees that another account answered', async () => {
    const credential = await grant()
    server.fault({ kind: 'other-account', account: 'mallory' })
    expect(await refresh(credential)).toMatchObject({ reply: { account: { email: 'mallory@example.test' } } })
  })

  it('is refused once the person has withdrawn the grant', async () => {
    const credential = await grant()
    await server.revoke(credential.refreshToken?.expose() ?? '')
    expect(await refresh(credential)).toMatchObject({ kind: 'error', error: 'invalid_grant' })
  })
})

describe('revoke', () => {
  it('ends the grant at the provider', async () => {
    const credential = await grant()
    const { clientId, tokenEndpoint, revocationEndpoint } = server
    const provider = resolved({ clientId, tokenEndpoint, revocationEndpoint })
    const token = credential.refreshToken ?? new Secret('')
    expect(await revoke(ports.http, provider, token)).toBe('revoked')
    expect(await alive(credential)).toBe(false)
    expect(await revoke(ports.http, provider, new Secret('unknown'))).toBe('revoked')
  })

  it('says when the provider offers no such thing', async () => {
    expect(await revoke(ports.http, resolved(), new Secret('x'))).toBe('unsupported')
  })
})
