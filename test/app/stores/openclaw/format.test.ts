import { describe, expect, it } from 'vitest'
import { parseProfile, parseStore } from '../../../../app/stores/openclaw/format.ts'
import { CODEX, codexProfile, LATER_MS } from '../../../support/openclaw.ts'

const parse = (part: Record<string, unknown>) => parseProfile(CODEX, codexProfile(part))

describe('parseStore', () => {
  it.each([
    '',
    '{',
    '[]',
    'null',
    '7',
    '{}',
    '{"version":1}',
    '{"version":1,"profiles":[]}',
    '{"profiles":null}',
  ])('does not take %j for a store', (text) => {
    expect(parseStore(text)).toBeUndefined()
  })

  it.each(['{"profiles":{}}', '{"version":1,"profiles":{}}', '{"version":"1","profiles":{},"x":1}'])(
    'takes %j for an empty store',
    (text) => {
      expect(parseStore(text)).toEqual({ profiles: [] })
    },
  )

  it('says when the file is newer than what we know', () => {
    expect(parseStore('{"version":2,"profiles":{}}')).toEqual({ profiles: [], unknownVersion: 2 })
  })
})

describe('parseProfile', () => {
  it('reads an OAuth login', () => {
    const { credential, ...rest } = parse({ idToken: 'CANARY-id', grantedScope: 'openid email' })
    expect(rest).toEqual({
      id: CODEX,
      provider: 'openai-codex',
      type: 'oauth',
      account: { id: 'account-1', email: 'ada@example.test' },
      problems: [],
    })
    expect(credential).toMatchObject({
      kind: 'oauth',
      expiresAtMs: LATER_MS,
      scope: ['openid', 'email'],
      generation: 0,
    })
    expect(credential?.accessToken?.expose()).toBe('CANARY-access-1')
    expect(credential?.refreshToken?.expose()).toBe('CANARY-refresh-1')
    expect(credential?.idToken?.expose()).toBe('CANARY-id')
  })

  it.each([
    ['a token', { type: 'token', provider: 'anthropic', token: 'CANARY' }, 'token', undefined],
    [
      'a token that lapses',
      { type: 'token', provider: 'anthropic', token: 'CANARY', expires: LATER_MS },
      'token',
      LATER_MS,
    ],
    ['an API key', { type: 'api_key', provider: 'openrouter', key: 'CANARY' }, 'api-key', undefined],
    [
      'a key under its other name',
      { mode: 'api_key', provider: 'openrouter', apiKey: 'CANARY' },
      'api-key',
      undefined,
    ],
    [
      'old Codex names',
      {
        mode: 'oauth',
        provider: 'openai-codex',
        access_token: 'CANARY',
        refreshToken: 'r',
        expires_at: LATER_MS,
        account_id: 'a',
      },
      'oauth',
      LATER_MS,
    ],
  ])('reads %s', (_, raw, kind, expiresAtMs) => {
    const { credential, problems } = parseProfile('x:default', raw)
    expect(problems).toEqual([])
    expect(credential?.kind).toBe(kind)
    expect(credential?.expiresAtMs).toBe(expiresAtMs)
    expect(credential?.accessToken?.expose()).toBe('CANARY')
  })

  it.each([
    ['seconds', { expires: 1_893_456_000 }, 'looks like seconds'],
    ['zero', { expires: 0 }, 'no point in time'],
    ['less than zero', { expires: -1 }, 'no point in time'],
    ['beyond all dates', { expires: 9e15 }, 'no point in time'],
    ['an expiry as text', { expires: '1893456000000' }, '"expires" is text'],
    ['an access token that is a number', { access: 7 }, '"access" is a number'],
    ['a refresh token that is an object', { refresh: {} }, '"refresh" is an object'],
    ['an email that is a list', { email: [] }, '"email" is a list'],
    ['no type', { type: undefined }, 'no type'],
    ['another type', { type: 'CANARY-password' }, 'none of oauth, token and api_key'],
    ['no provider', { provider: undefined }, 'which provider'],
    ['a provider of spaces', { provider: ' ' }, 'which provider'],
    ['no tokens', { access: undefined, refresh: '' }, 'neither an access token nor'],
  ])('says that there is a problem with %s, once, without quoting a value', (_, part, said) => {
    const { problems } = parse(part)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(said)
    expect(problems[0]).not.toContain('CANARY')
  })

  it.each([null, 7, 'CANARY', []])('shows %j instead of dropping it', (raw) => {
    expect(parseProfile('xai:default', raw)).toMatchObject({
      provider: 'xai',
      problems: [expect.any(String)],
    })
  })

  it('does not count null as a wrong type', () => {
    expect(parse({ email: null, idToken: null }).problems).toEqual([])
  })

  it.each(['', '  ', '***', '<redacted>', 'placeholder', 'NONE', '__OPENCLAW_REDACTED__'])(
    'does not take %j for a refresh token',
    (refresh) => {
      const { credential, problems } = parse({ refresh })
      expect(credential?.refreshToken).toBeUndefined()
      expect(credential?.accessToken).toBeDefined()
      expect(problems).toEqual([])
    },
  )

  const claim = '0123456789abcdef0123456789abcdef'
  it.each([
    ['pending', `openclaw-oauth-refresh-fence:v1:${claim}:refresh:${'a'.repeat(64)}`],
    ['failed', `openclaw-oauth-refresh-fence:v1:${claim}:failed:refresh:${'a'.repeat(64)}`],
  ])('recognises a %s fence, which is no credential and has no expiry', (state, text) => {
    for (const part of [{ refresh: text }, { access: text }, { access: text, refresh: text }]) {
      const profile = parse({ expires: 1, ...part })
      expect(profile).toMatchObject({
        fence: { state, generation: { kind: 'refresh', digest: 'a'.repeat(64) } },
        problems: [],
      })
      expect(profile.credential).toBeUndefined()
    }
  })

  it.each([
    [
      'oauthRef',
      { type: 'oauth', provider: 'openai-codex', oauthRef: { source: 'openclaw-credentials', id: claim } },
    ],
    ['keyRef', { type: 'api_key', provider: 'openrouter', keyRef: { source: 'env', id: 'X' } }],
    ['tokenRef', { type: 'token', provider: 'anthropic', tokenRef: { source: 'file', id: 'X' } }],
  ])('recognises %s: the secret is elsewhere', (reference, raw) => {
    const profile = parseProfile('x:default', raw)
    expect(profile).toMatchObject({ reference, problems: [] })
    expect(profile.credential).toBeUndefined()
  })
})
