import { describe, expect, it } from 'vitest'
import { authorizationUrl, codeFrom, readCallback } from '../../../app/oauth/authorization-code.ts'
import { ISSUER, resolved } from '../../fakes/providers.ts'

const provider = resolved({ issuer: ISSUER, issParameter: true })

function code(query: string, from = provider): string {
  return codeFrom(new URLSearchParams(query), from, 'state-1').expose()
}

describe('authorizationUrl', () => {
  const request = { redirectUri: 'http://127.0.0.1:5/callback', state: 'state-1', challenge: 'ch' }

  it('carries what RFC 6749 and RFC 7636 ask for', () => {
    const url = new URL(authorizationUrl(provider, request))
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      client_id: 'client-1',
      redirect_uri: 'http://127.0.0.1:5/callback',
      scope: 'openid profile email offline_access',
      state: 'state-1',
      code_challenge: 'ch',
      code_challenge_method: 'S256',
      prompt: 'consent',
    })
  })

  it('keeps the query the endpoint already has, and lets no extra parameter replace ours', () => {
    const odd = resolved({
      authorizationEndpoint: `${ISSUER}/auth?tenant=7`,
      authorizeParams: { code: 'true', state: 'forged' },
    })
    const { searchParams } = new URL(authorizationUrl(odd, request))
    expect(searchParams.get('tenant')).toBe('7')
    expect(searchParams.get('code')).toBe('true')
    expect(searchParams.get('state')).toBe('state-1')
  })

  it('says that there is no sign-in in the browser where there is none', () => {
    const { authorizationEndpoint: _, ...without } = provider
    expect(() => authorizationUrl(without, request)).toThrow(
      expect.objectContaining({ code: 'LOGIN_UNAVAILABLE' }),
    )
  })
})

describe('readCallback', () => {
  it.each([
    'http://127.0.0.1:5/callback?code=c&state=s',
    '  http://localhost:5/callback?code=c&state=s \n',
    'code=c&state=s',
    '?code=c&state=s',
    '/callback?code=c&state=s',
    'c#s',
  ])('understands %j', (pasted) => {
    const params = readCallback(pasted)
    expect([params.get('code'), params.get('state')]).toEqual(['c', 's'])
  })

  it.each(['', 'just a code', 'c#', '#s', 'a b#c', 'x#y#z'])(
    'asks for the whole address when given %j',
    (pasted) => {
      expect(() => readCallback(pasted)).toThrow(expect.objectContaining({ code: 'ARGUMENT_INVALID' }))
    },
  )
})

describe('codeFrom', () => {
  const iss = encodeURIComponent(ISSUER)

  it('yields the code of the answer to our request', () => {
    expect(code(`code=c&state=state-1&iss=${iss}`)).toBe('c')
  })

  it.each([
    ['another state', `code=c&state=other&iss=${iss}`],
    ['no state', `code=c&iss=${iss}`],
    ['another issuer', 'code=c&state=state-1&iss=https%3A%2F%2Fevil.test'],
    ['no issuer where one was promised', 'code=c&state=state-1'],
    ['the code twice', `code=c&code=d&state=state-1&iss=${iss}`],
    ['no code', `state=state-1&iss=${iss}`],
    ['a token instead', `token=t&code=c&state=state-1&iss=${iss}`],
    ["another's error", `error=access_denied&state=other&iss=${iss}`],
  ])('refuses an answer with %s', (_what, query) => {
    expect(() => code(query)).toThrow(expect.objectContaining({ code: 'REPLY_INVALID' }))
  })

  it('leaves iss aside where no issuer is known', () => {
    expect(code('code=c&state=state-1&iss=https%3A%2F%2Fwhoever.test', resolved())).toBe('c')
  })

  it('tells a refusal by the person from one by the provider, in its words', () => {
    expect(() => code(`error=access_denied&state=state-1&iss=${iss}`)).toThrow(
      expect.objectContaining({ code: 'LOGIN_DENIED' }),
    )
    expect(() => code(`error=invalid_scope&error_description=too+much&state=state-1&iss=${iss}`)).toThrow(
      expect.objectContaining({
        code: 'PROVIDER_REFUSED',
        cause: expect.objectContaining({ message: 'invalid_scope: too much' }),
      }),
    )
  })
})
