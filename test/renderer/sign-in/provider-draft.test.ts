import { describe, expect, it } from 'vitest'
import { EMPTY_FIELDS, fieldErrors, providerInput } from '../../../renderer/sign-in/provider-draft.ts'

const ISSUER = { ...EMPTY_FIELDS, issuer: ' https://login.example.org ', clientId: 'app' }
const ENDPOINTS = {
  ...EMPTY_FIELDS,
  by: 'endpoints' as const,
  authorizationEndpoint: 'https://login.example.org/authorize',
  tokenEndpoint: 'https://login.example.org/token',
  clientId: 'app',
}

describe('fieldErrors', () => {
  it('asks for an issuer, which may register clients by itself, or for endpoints and a client id', () => {
    expect(Object.keys(fieldErrors(EMPTY_FIELDS))).toEqual(['issuer'])
    expect(fieldErrors({ ...ISSUER, clientId: '' })).toEqual({})
    expect(Object.keys(fieldErrors({ ...ENDPOINTS, clientId: '' }))).toEqual(['clientId'])
    expect(Object.keys(fieldErrors({ ...EMPTY_FIELDS, by: 'mcp' }))).toEqual(['issuer'])
    expect(fieldErrors(ISSUER)).toEqual({})
    expect(fieldErrors(ENDPOINTS)).toEqual({})
    expect(Object.keys(fieldErrors({ ...ENDPOINTS, authorizationEndpoint: '' }))).toEqual([
      'authorizationEndpoint',
    ])
  })

  it('takes a device endpoint instead of an authorization endpoint', () => {
    const device = {
      ...ENDPOINTS,
      authorizationEndpoint: '',
      deviceAuthorizationEndpoint: 'https://x.test/d',
    }
    expect(fieldErrors(device)).toEqual({})
  })

  it('allows plain http on this machine only', () => {
    expect(fieldErrors({ ...ISSUER, issuer: 'http://login.example.org' }).issuer).toContain('https')
    expect(fieldErrors({ ...ISSUER, issuer: 'http://127.0.0.1:4000' })).toEqual({})
    expect(fieldErrors({ ...ISSUER, issuer: 'file:///etc/passwd' }).issuer).toContain('not a web address')
    expect(fieldErrors({ ...ISSUER, issuer: 'login.example.org' }).issuer).toContain('https://')
  })
})

describe('providerInput', () => {
  it('says no client id where none was given', () => {
    expect(providerInput({ ...ISSUER, clientId: ' ' }, [])).not.toHaveProperty('clientId')
  })

  it('names the provider after its host, and its id after its name', () => {
    expect(providerInput(ISSUER, [])).toEqual({
      id: 'login-example-org',
      name: 'login.example.org',
      clientId: 'app',
      scopes: ['openid', 'offline_access'],
      issuer: 'https://login.example.org',
    })
  })

  it('never takes an id that is in use', () => {
    expect(providerInput({ ...ISSUER, name: 'Anthropic' }, ['anthropic', 'anthropic-2']).id).toBe(
      'anthropic-3',
    )
    expect(providerInput({ ...ISSUER, name: '日本' }, []).id).toBe('provider')
  })

  it('leaves out the fields of the other way, and the empty ones', () => {
    const input = providerInput({ ...ENDPOINTS, issuer: 'https://forgotten.example.org', scopes: 'a, b' }, [])
    expect(input).toMatchObject({ tokenEndpoint: 'https://login.example.org/token', scopes: ['a', 'b'] })
    expect(input).not.toHaveProperty('issuer')
    expect(input).not.toHaveProperty('deviceAuthorizationEndpoint')
  })
})
