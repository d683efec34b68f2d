import { generateKeyPairSync } from 'node:crypto'
import type { AuthorizationServer, Client } from 'oauth4webapi'
import { describe, expect, it } from 'vitest'
import { Secret } from '../../../app/model/secret.ts'
import { clientAuthOf, inTlsOf, methodOf } from '../../../app/oauth/client-authentication.ts'
import { claimsOf } from '../../../app/oauth/jwt.ts'

const clientSecret = new Secret('s3:cret/ä')
const SERVER: AuthorizationServer = { issuer: 'https://auth.test' }
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const ACME = { name: 'Acme', tokenEndpoint: 'https://auth.test/token' }
type More = Partial<Parameters<typeof clientAuthOf>[0]>

async function shown(more: More, clientId = 'id') {
  const body = new URLSearchParams()
  const headers = new Headers()
  const client: Client = { client_id: clientId }
  await (await clientAuthOf({ ...ACME, ...more }))(SERVER, client, body, headers)
  return { params: Object.fromEntries(body), headers: Object.fromEntries(headers) }
}

async function assertion(more: More) {
  const { params } = await shown({ clientAuthentication: 'private_key_jwt', ...more })
  const jwt = params['client_assertion'] ?? ''
  return { header: JSON.parse(atob(jwt.split('.')[0] ?? '')), claims: claimsOf(jwt), params }
}

describe('clientAuthOf', () => {
  it('only names a client without a secret, whatever the provider prefers', async () => {
    const expected = { headers: {}, params: { client_id: 'id' } }
    expect(await shown({})).toEqual(expected)
    expect(await shown({ clientAuthentication: 'client_secret_basic' })).toEqual(expected)
    expect(await shown({ clientSecret, clientAuthentication: 'none' })).toEqual(expected)
  })

  it.each([undefined, 'client_secret_post'] as const)('puts the secret into the body for %s', async (how) => {
    const client = { clientSecret, ...(how === undefined ? {} : { clientAuthentication: how }) }
    expect(await shown(client)).toEqual({
      headers: {},
      params: { client_id: 'id', client_secret: clientSecret.expose() },
    })
  })

  it('encodes both as a form does before Basic joins them (RFC 6749 §2.3.1)', async () => {
    const { headers, params } = await shown(
      { clientSecret, clientAuthentication: 'client_secret_basic' },
      'a:b-c.d',
    )
    expect(params).toEqual({})
    const [scheme, value = ''] = headers['authorization']?.split(' ') ?? []
    expect([scheme, atob(value)]).toEqual(['Basic', 'a%3Ab-c.d:s3%3Acret%2F%C3%A4'])
  })

  it.each([
    ['PKCS #8', 'RS256', RSA.export({ type: 'pkcs8', format: 'pem' })],
    ['PKCS #1, as GitHub hands it out', 'RS256', RSA.export({ type: 'pkcs1', format: 'pem' })],
    [
      'P-256',
      'ES256',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    ],
    ['a JWK', 'RS256', JSON.stringify({ ...RSA.export({ format: 'jwk' }), kid: 'k1' })],
    [
      'a key file of Google, as it is downloaded',
      'RS256',
      JSON.stringify({
        type: 'service_account',
        private_key_id: 'k1',
        private_key: RSA.export({ type: 'pkcs8', format: 'pem' }),
      }),
    ],
  ])('signs with a key of the kind %s (RFC 7523 §2.2)', async (kind, alg, text) => {
    const { header, claims, params } = await assertion({ clientSecret: new Secret(String(text)) })
    expect(header).toEqual({ alg, ...(/^a (JWK|key file)/.test(kind) ? { kid: 'k1' } : {}) })
    expect(claims).toMatchObject({ iss: 'id', sub: 'id', aud: 'https://auth.test/token' })
    expect(params).not.toHaveProperty('client_secret')
  })

  it('names the audience and the key that the provider wants', async () => {
    const key = new Secret(String(RSA.export({ type: 'pkcs8', format: 'pem' })))
    const issuer = 'https://auth.test'
    expect((await assertion({ clientSecret: key, issuer })).claims?.['aud']).toBe(issuer)
    const { header, claims } = await assertion({
      clientSecret: key,
      issuer,
      clientKeyId: 'mine',
      clientAssertionAudience: 'https://auth.test/v2',
    })
    expect([header.kid, claims?.['aud']]).toEqual(['mine', 'https://auth.test/v2'])
  })

  it.each([
    ['no key at all', undefined],
    ['a password', new Secret('CANARY-password')],
    [
      'a key that is broken off',
      new Secret('-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----'),
    ],
  ])('says what is wrong with %s', async (_, secret) => {
    const client = {
      clientAuthentication: 'private_key_jwt' as const,
      ...(secret && { clientSecret: secret }),
    }
    const error = await shown(client).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'CONFIG_INVALID' })
    expect(String(error)).not.toContain('CANARY')
  })
})

const PEM = String(RSA.export({ type: 'pkcs8', format: 'pem' }))
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----\n'

describe('inTlsOf', () => {
  const certified = { ...ACME, clientAuthentication: 'tls_client_auth' as const }

  it('yields the certificate from its own file, or from before the key, and the body only names the client', async () => {
    const expected = { certificate: { chain: CERTIFICATE, key: PEM.trim() } }
    const apart = { ...certified, clientSecret: new Secret(PEM), clientCertificate: `Bag: 1\n${CERTIFICATE}` }
    expect(inTlsOf(apart)).toEqual(expected)
    expect(inTlsOf({ ...certified, clientSecret: new Secret(CERTIFICATE + PEM) })).toEqual(expected)
    expect(await shown(apart)).toEqual({ params: { client_id: 'id' }, headers: {} })
    expect(inTlsOf({ ...ACME, clientSecret })).toEqual({})
  })

  it.each([
    ['the private key', undefined],
    ['a client certificate', PEM],
    ['a private key without a passphrase', PEM.replaceAll(' PRIVATE', ' ENCRYPTED PRIVATE')],
    ['the private key', `${CERTIFICATE}CANARY`],
  ])('says that it lacks %s', async (what, held) => {
    const client = { ...certified, ...(held === undefined ? {} : { clientSecret: new Secret(held) }) }
    const error = await clientAuthOf(client).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', message: expect.stringContaining(what) })
    expect(String(error)).not.toContain('CANARY')
  })
})

describe('methodOf', () => {
  it.each([
    [undefined, 'tls_client_auth'],
    [['self_signed_tls_client_auth', 'private_key_jwt'], 'self_signed_tls_client_auth'],
    [['private_key_jwt'], 'private_key_jwt'],
  ])('of a key with a certificate, where the server takes %j', (authMethods, method) => {
    const both = { clientSecret: new Secret(CERTIFICATE + PEM), ...(authMethods ? { authMethods } : {}) }
    expect(methodOf(both)).toBe(method)
  })

  it('takes what the server names where the provider says nothing', () => {
    expect(methodOf({ clientSecret, authMethods: ['client_secret_basic'] })).toBe('client_secret_basic')
    expect(methodOf({ clientSecret, authMethods: ['none', 'client_secret_post'] })).toBe('client_secret_post')
    expect(methodOf({ clientSecret: new Secret('{"kty":"EC"}') })).toBe('private_key_jwt')
    expect(methodOf({ authMethods: ['client_secret_basic'] })).toBe('none')
  })
})
