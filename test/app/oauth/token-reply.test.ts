import { describe, expect, it } from 'vitest'
import { readReply, type TokenReply } from '../../../app/oauth/token-reply.ts'
import { jwt, tokenJson } from '../../fakes/providers.ts'

const ASKED_MS = 1_000_000_000_000
const HOUR_MS = 3_600_000

function read(part: Readonly<Record<string, unknown>>, provider = {}): TokenReply {
  const reply = readReply(tokenJson(part), provider, ASKED_MS)
  if (reply === undefined) throw new Error('no reply was read')
  return reply
}

describe('readReply', () => {
  it('counts the life of the access token from the request', () => {
    expect(read({ expires_in: 3600 })).toMatchObject({
      expiresAtMs: ASKED_MS + HOUR_MS,
      issuedAtMs: ASKED_MS,
    })
  })

  it('accepts a number of seconds as a string', () => {
    expect(read({ expires_in: '3600' }).expiresAtMs).toBe(ASKED_MS + HOUR_MS)
  })

  it.each([undefined, null, 0, -1, Number.NaN, '', 'soon', '0', {}, true, 1e12, Number.POSITIVE_INFINITY])(
    'says nothing about the expiry when expires_in is %s',
    (value) => {
      expect(read({ expires_in: value })).not.toHaveProperty('expiresAtMs')
    },
  )

  it('takes the exp of a JWT access token when expires_in is missing', () => {
    const exp = ASKED_MS / 1000 + 60
    expect(read({ expires_in: undefined, access_token: jwt({ exp }) }).expiresAtMs).toBe(exp * 1000)
  })

  it('prefers expires_in over the exp of the access token', () => {
    expect(read({ access_token: jwt({ exp: 5 }) }).expiresAtMs).toBe(ASKED_MS + HOUR_MS)
  })

  it('does not take the exp of the id_token for that of the access token', () => {
    const id_token = jwt({ sub: 'sub-1', exp: ASKED_MS / 1000 + 60 })
    expect(read({ expires_in: undefined, id_token })).not.toHaveProperty('expiresAtMs')
  })

  it.each(['refresh_token_expires_in', 'refresh_expires_in', 'x_refresh_token_expires_in'])(
    'reads the end of the grant from %s',
    (name) => {
      expect(read({ [name]: 7200 }).grantExpiresAtMs).toBe(ASKED_MS + 2 * HOUR_MS)
    },
  )

  it.each([
    ['seconds', ASKED_MS / 1000 + 3600],
    ['seconds as a string', `${ASKED_MS / 1000 + 3600}`],
    ['milliseconds', ASKED_MS + HOUR_MS],
    ['ISO 8601', new Date(ASKED_MS + HOUR_MS).toISOString()],
  ])('takes expires_at, in %s, where expires_in is missing', (_name, expires_at) => {
    expect(read({ expires_in: undefined, expires_at }).expiresAtMs).toBe(ASKED_MS + HOUR_MS)
    expect(read({ expires_in: 60, expires_at }).expiresAtMs).toBe(ASKED_MS + 60_000)
  })

  it('takes expires_at by the clock of the server, where that tells the time', () => {
    const body = tokenJson({ expires_in: undefined, expires_at: ASKED_MS / 1000 + 3600 + 86_400 })
    expect(readReply(body, {}, ASKED_MS, ASKED_MS + 86_400_000)?.expiresAtMs).toBe(ASKED_MS + HOUR_MS)
  })

  it.each([0, -5, 'soon', ASKED_MS / 1000 - 1, 9e15, null, {}])(
    'makes nothing of expires_at %s',
    (expires_at) => {
      expect(read({ expires_in: undefined, expires_at })).not.toHaveProperty('expiresAtMs')
    },
  )

  it('knows no end of the grant where the lifetime is zero, which means never', () => {
    expect(read({ refresh_expires_in: 0 })).not.toHaveProperty('grantExpiresAtMs')
  })

  it('splits the scope, and leaves it out where none was told', () => {
    expect(read({ scope: ' a  b ' }).scope).toEqual(['a', 'b'])
    expect(read({ scope: undefined })).not.toHaveProperty('scope')
  })

  it('leaves the refresh token out where none or an empty one came', () => {
    expect(read({ refresh_token: '' })).not.toHaveProperty('refreshToken')
    expect(read({ refresh_token: null })).not.toHaveProperty('refreshToken')
  })

  it('reads the account from the id_token, with letters outside ASCII', () => {
    const id_token = jwt({ sub: 'sub-1', email: 'zoë@example.test', name: 'Zoë' })
    expect(read({ id_token }).account).toEqual({ id: 'sub-1', email: 'zoë@example.test', name: 'Zoë' })
  })

  it.each(['', 'a.b', 'a.b.c', 'a.!!.c', 7, `a.${Buffer.from('[]').toString('base64url')}.c`])(
    'knows nobody when the id_token is %s',
    (id_token) => {
      expect(read({ id_token }).account).toEqual({})
    },
  )

  it('asks the provider for the account and the expiry where it has its own ways', () => {
    const provider = { account: () => ({ id: 'own' }), expiry: () => ASKED_MS + 42 }
    expect(read({}, provider)).toMatchObject({ account: { id: 'own' }, expiresAtMs: ASKED_MS + 42 })
  })

  it.each([undefined, '', 7])('is no reply when the access token is %s', (access_token) => {
    expect(readReply(tokenJson({ access_token }), {}, ASKED_MS)).toBeUndefined()
  })

  it('shows no token when it is printed', () => {
    expect(JSON.stringify(read({}))).not.toContain('CANARY')
  })
})
