import { beforeEach, describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import { discover } from '../../../app/oauth/discovery.ts'
import { FakeHttp } from '../../fakes/http.ts'

const ISSUER = 'https://auth.example.test/realms/one'
const OIDC = `${ISSUER}/.well-known/openid-configuration`
const RFC8414 = 'https://auth.example.test/.well-known/oauth-authorization-server/realms/one'
const document = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/auth`,
  token_endpoint: `${ISSUER}/token`,
  registration_endpoint: `${ISSUER}/register`,
  authorization_response_iss_parameter_supported: true,
}

let http: FakeHttp
beforeEach(() => {
  http = new FakeHttp()
})

describe('discover', () => {
  it('reads the OpenID Connect document first', async () => {
    http.expect(OIDC, { json: document })
    expect(await discover(http, ISSUER)).toEqual({
      issuer: ISSUER,
      authMethods: ['client_secret_basic'], // where none are named (RFC 8414 §2)
      authorizationEndpoint: `${ISSUER}/auth`,
      tokenEndpoint: `${ISSUER}/token`,
      registrationEndpoint: `${ISSUER}/register`,
      issParameter: true,
    })
    http.verify()
  })

  it('falls back to RFC 8414, whose path goes elsewhere', async () => {
    http.expect(OIDC, { status: 404 }).expect(RFC8414, { json: document })
    expect(await discover(http, ISSUER)).toMatchObject({ tokenEndpoint: `${ISSUER}/token` })
    http.verify()
  })

  it.each([
    'https://auth.example.test/realms/two',
    'https://auth.example.test',
    'https://evil.test/realms/one',
  ])('refuses a document that speaks for %s', async (issuer) => {
    http.expect(OIDC, { json: { ...document, issuer } })
    await expect(discover(http, ISSUER)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  it('refuses endpoints that are not https', async () => {
    http.expect(OIDC, { json: { ...document, token_endpoint: 'http://auth.example.test/token' } })
    await expect(discover(http, ISSUER)).rejects.toThrow(/unsafe tokenEndpoint/)
  })

  it('refuses a page that is not JSON', async () => {
    http.expect(OIDC, { body: '<html>' })
    await expect(discover(http, ISSUER)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  it('does not ask an address that cannot be an issuer', async () => {
    await expect(discover(http, 'http://auth.example.test')).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    http.verify()
  })

  it('says that the server cannot be reached, or has no document', async () => {
    http.expect(OIDC, new HttpFailure('network', false, 'ENOTFOUND'))
    await expect(discover(http, ISSUER)).rejects.toMatchObject({ code: 'PROVIDER_UNREACHABLE' })
    http.expect(OIDC, { status: 404 }).expect(RFC8414, { status: 404 })
    await expect(discover(http, ISSUER)).rejects.toMatchObject({ code: 'PROVIDER_UNREACHABLE' })
  })
})
