import { describe, expect, it } from 'vitest'
import { isSafeEndpoint, originOf } from '../../../app/oauth/endpoint-url.ts'

describe('isSafeEndpoint', () => {
  it.each([
    'https://auth.example.test/token',
    'http://127.0.0.1:4000/token',
    'http://127.9.8.7/token',
    'http://localhost/token',
    'http://[::1]:4000/token',
  ])('accepts %s', (address) => expect(isSafeEndpoint(address)).toBe(true))

  it.each([
    'http://auth.example.test/token',
    'http://127.0.0.1.example.test/',
    'http://localhost.example.test/',
    'http://192.168.1.2/',
    'https://user:secret@auth.example.test/',
    'https://auth.example.test/#part',
    'ftp://127.0.0.1/',
    'javascript:alert(1)',
    'auth.example.test',
    '',
  ])('refuses %j', (address) => expect(isSafeEndpoint(address)).toBe(false))
})

describe('originOf', () => {
  it('names the server and nothing that follows', () => {
    expect(originOf('https://a.test/x?code=CANARY')).toBe('https://a.test')
    expect(originOf('nonsense')).toBe('an address that is not a URL')
  })
})
