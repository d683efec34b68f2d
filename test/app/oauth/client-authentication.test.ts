import { describe, expect, it } from 'vitest'
import { Secret } from '../../../app/model/secret.ts'
import { authenticate } from '../../../app/oauth/client-authentication.ts'

const clientSecret = new Secret('s3:cret/ä')

describe('authenticate', () => {
  it('only names a client without a secret, whatever the provider prefers', () => {
    const expected = { headers: {}, params: { client_id: 'id' } }
    expect(authenticate({ clientId: 'id' })).toEqual(expected)
    expect(authenticate({ clientId: 'id', clientAuthentication: 'client_secret_basic' })).toEqual(expected)
    expect(authenticate({ clientId: 'id', clientSecret, clientAuthentication: 'none' })).toEqual(expected)
  })

  it.each([undefined, 'client_secret_post'] as const)('puts the secret into the body for %s', (how) => {
    const client = {
      clientId: 'id',
      clientSecret,
      ...(how === undefined ? {} : { clientAuthentication: how }),
    }
    expect(authenticate(client)).toEqual({
      headers: {},
      params: { client_id: 'id', client_secret: clientSecret.expose() },
    })
  })

  it('encodes both as a form does before Basic joins them (RFC 6749 §2.3.1)', () => {
    const { headers, params } = authenticate({
      clientId: 'a:b',
      clientSecret,
      clientAuthentication: 'client_secret_basic',
    })
    expect(params).toEqual({})
    const [scheme, value = ''] = headers.authorization?.split(' ') ?? []
    expect([scheme, atob(value)]).toEqual(['Basic', 'a%3Ab:s3%3Acret%2F%C3%A4'])
  })
})
