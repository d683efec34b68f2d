import { describe, expect, it } from 'vitest'
import { auth0 } from '../../../../app/providers/catalogue/entries/auth0.ts'
import { ebay } from '../../../../app/providers/catalogue/entries/ebay.ts'
import { google } from '../../../../app/providers/catalogue/entries/google.ts'
import { keycloak } from '../../../../app/providers/catalogue/entries/keycloak.ts'
import { spotify } from '../../../../app/providers/catalogue/entries/spotify.ts'
import { tiktok } from '../../../../app/providers/catalogue/entries/tiktok.ts'
import { planOf } from '../../../../app/providers/catalogue/plan.ts'

describe('planOf', () => {
  it('asks for the blanks first, then the client id, then the secret', () => {
    expect(planOf(keycloak)).toMatchObject({
      missing: [
        { kind: 'blank', name: 'host' },
        { kind: 'blank', name: 'realm' },
        { kind: 'clientId' },
        { kind: 'clientSecret', optional: true, variable: 'KEYCLOAK_CLIENT_SECRET' },
      ],
    })
    expect(planOf(keycloak)).not.toHaveProperty('input')
    expect(planOf(keycloak)).not.toHaveProperty('registerPage')
  })

  it('fills the blanks in, and takes a host as it is copied from the browser', () => {
    const { input, registerPage } = planOf(keycloak, {
      clientId: 'c',
      blanks: { host: 'https://id.acme.test/', realm: 'people' },
    })
    expect(input).toMatchObject({
      id: 'keycloak',
      issuer: 'https://id.acme.test/realms/people',
      clientId: 'c',
    })
    expect(registerPage).toBe('https://id.acme.test/admin/people/console/#/people/clients')
  })

  it('leaves an address alone where it is a parameter', () => {
    const blanks = { domain: 'acme.auth0.test', audience: 'https://api.acme.test/' }
    const { input } = planOf(auth0, { clientId: 'c', blanks })
    expect(input).toMatchObject({
      issuer: 'https://acme.auth0.test/',
      authorizationParams: { audience: 'https://api.acme.test/' },
    })
  })

  it.each(['user:pass@evil.test', 'a b', 'id.acme.test?x=1', '..#'])('refuses %s for a host', (host) => {
    expect(() => planOf(keycloak, { blanks: { host, realm: 'r' } })).toThrow(/does not fit/)
  })

  it('refuses a blank that the entry does not have, and names those it has', () => {
    expect(() => planOf(keycloak, { blanks: { tenant: 'x' } })).toThrow('Keycloak has no blank "tenant".')
  })

  it('needs a secret where there is no client without one', () => {
    expect(planOf(google, { clientId: 'c' })).toEqual(
      expect.objectContaining({
        missing: [expect.objectContaining({ kind: 'clientSecret', optional: false })],
      }),
    )
    expect(planOf(google, { clientId: 'c', clientSecretEnv: 'G' }).input).toMatchObject({
      clientSecretEnv: 'G',
      clientAuthentication: 'client_secret_post',
      authorizationParams: { access_type: 'offline', prompt: 'consent' },
      rotation: 'never',
      idleLimitDays: 180,
    })
  })

  it('asks for no consent again where nobody said that it is needed', () => {
    expect(planOf(spotify, { clientId: 'c' }).input?.authorizationParams).toEqual({})
  })

  it('puts the client id where a provider has another name for it', () => {
    const { input } = planOf(tiktok, { clientId: 'key-1', clientSecretEnv: 'T' })
    expect(input?.refreshParams).toEqual({ client_key: 'key-1' })
  })

  it("registers the provider's own name for an address, or the person's https address", () => {
    expect(planOf(ebay).redirect).toBeUndefined()
    expect(planOf(ebay, { blanks: { runame: 'Acme-1' } }).redirect).toEqual({ address: 'Acme-1' })
    expect(planOf(spotify, { redirectAddress: 'https://acme.test/cb' }).redirect).toEqual({
      address: 'https://acme.test/cb',
    })
    expect(() => planOf(spotify, { redirectAddress: 'http://acme.test/cb' })).toThrow(/not an https address/)
  })
})
