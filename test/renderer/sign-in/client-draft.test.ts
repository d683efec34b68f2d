import { describe, expect, it } from 'vitest'
import type { ProviderInput } from '../../../app/contract/views.ts'
import {
  clientErrors,
  clientFields,
  ELSEWHERE,
  fieldOfFault,
  withClientFields,
  YES,
} from '../../../renderer/sign-in/client-draft.ts'

const ACME: ProviderInput = {
  id: 'acme',
  clientId: 'c',
  authorizationEndpoint: 'https://acme.test/authorize',
  tokenEndpoint: 'https://acme.test/token',
  authorizationParams: { prompt: 'consent', access_type: 'offline' },
  redirect: { host: 'localhost', port: [8080, 8081], path: '/cb' },
  responseMembers: { access_token: 'data.token' },
}
const PLAIN = clientFields({})

describe('clientFields', () => {
  it('shows what the provider has, and the usual redirect where nothing is said', () => {
    expect(clientFields(ACME)).toMatchObject({
      authorizationParams: 'prompt=consent\naccess_type=offline',
      redirectHost: 'localhost',
      redirectPort: '8080, 8081',
      redirectPath: '/cb',
    })
    expect(PLAIN).toMatchObject({ redirectHost: '127.0.0.1', redirectPort: '0', redirectPath: '/callback' })
    const elsewhere = clientFields({ redirect: { address: 'https://x.test/cb' } })
    expect(elsewhere).toMatchObject({ redirectHost: ELSEWHERE, redirectAddress: 'https://x.test/cb' })
  })
})

describe('withClientFields', () => {
  const before = clientFields(ACME)

  it('says nothing of what was not touched', () => {
    expect(withClientFields(ACME, before, before)).toEqual(ACME)
    expect(withClientFields({ id: 'a' }, PLAIN, PLAIN)).toEqual({ id: 'a' })
  })

  it('puts what was changed in the names of config.json', () => {
    const fields = {
      ...before,
      clientAuthentication: 'private_key_jwt',
      clientKeyId: ' k1 ',
      refreshParams: 'audience=api\nresource=https://x.test/?a=b\n',
      dpop: YES,
      redirectPort: '47813',
      redirectHost: '[::1]',
    }
    expect(withClientFields(ACME, fields, before)).toEqual({
      ...ACME,
      clientAuthentication: 'private_key_jwt',
      clientKeyId: 'k1',
      refreshParams: { audience: 'api', resource: 'https://x.test/?a=b' },
      dpop: true,
      redirect: { host: '[::1]', port: 47813, path: '/cb' },
    })
  })

  it('leaves out an address that was emptied, and sends no parameters where all were', () => {
    const next = withClientFields(
      ACME,
      { ...before, authorizationEndpoint: ' ', authorizationParams: '' },
      before,
    )
    expect(next).not.toHaveProperty('authorizationEndpoint')
    expect(next.authorizationParams).toEqual({})
  })
})

describe('clientErrors', () => {
  it('finds nothing where everything is in order', () => {
    expect(clientErrors(PLAIN)).toEqual({})
    expect(clientErrors(clientFields(ACME))).toEqual({})
    expect(
      clientErrors({ ...PLAIN, redirectHost: ELSEWHERE, redirectAddress: 'Ada_Lovelace-Lamp-1' }),
    ).toEqual({}) // a name for an address, as eBay has it
  })

  it.each([
    ['tokenEndpoint', { tokenEndpoint: 'http://acme.test/token' }],
    ['refreshParams', { refreshParams: 'audience=x\nresource' }],
    ['redirectPort', { redirectPort: '80, many' }],
    ['redirectPort', { redirectPort: '70000' }],
    ['redirectPort', { redirectPort: '' }],
    ['redirectPath', { redirectPath: 'callback' }],
    ['redirectAddress', { redirectHost: ELSEWHERE, redirectAddress: 'http://x.test/cb' }],
    ['clientSecretEnv', { clientSecretEnv: 'sk-123-secret' }],
  ])('names %s: %j', (field, wrong) => {
    expect(Object.keys(clientErrors({ ...PLAIN, ...wrong }))).toEqual([field])
  })
})

describe('fieldOfFault', () => {
  it('shows what the core says of a redirect where it was typed', () => {
    expect(fieldOfFault('redirect', PLAIN)).toBe('redirectPort')
    expect(fieldOfFault('redirect', { ...PLAIN, redirectHost: ELSEWHERE })).toBe('redirectAddress')
    expect(fieldOfFault('blanks.host', PLAIN)).toBe('blanks.host')
  })
})
