import { describe, expect, it } from 'vitest'
import { parseSettings, withProvider } from '../../../app/config/schema.ts'

const told = (document: unknown) => parseSettings(JSON.stringify(document), 'config.json').notUnderstood

describe('a field of config.json that is not understood', () => {
  it.each([
    [
      { providers: { acme: { clientID: 'x' } } },
      'providers.acme.clientID is not understood; did you mean "clientId"?',
    ],
    [{ providers: { acme: { token_endpoint: 'https://a.test' } } }, 'did you mean "tokenEndpoint"?'],
    [{ provider: {} }, 'provider is not understood'],
    [{ notifications: { quiet: true } }, 'notifications.quiet is not understood'],
    [{ notifications: { quietHours: { from: '22:00', to: '07:00', on: 1 } } }, 'notifications.quietHours.on'],
    [{ nodes: [{ destination: 'x', dest: 'y' }] }, 'nodes.0.dest is not understood'],
    [{ consumers: { aprove: [] } }, 'consumers.aprove'],
  ])('is named: %j', (document, words) => {
    expect(told(document)).toEqual([expect.stringContaining(words)])
  })

  it('is none of those that are', () => {
    const acme = {
      name: 'Acme',
      issuer: 'https://a.test',
      clientId: 'x',
      scopes: ['a'],
      leadSeconds: 5,
      refreshEncoding: 'json',
      refreshScope: 'always',
      responseMembers: { access_token: 'authed_user.access_token' },
      errorWords: { gone: 'rejected' },
    }
    const rest = {
      consumers: { approved: { 'any program': ['any'] } },
      services: { a: ['b'] },
      theme: 'dark',
    }
    expect(told({ providers: { acme }, hooks: { refreshed: ['true'] }, ...rest })).toBeUndefined()
  })

  it('is an error when a provider is added', () => {
    const settings = { clientId: 'x', clientsecret: 'CANARY' }
    expect(() => withProvider('{}', 'config.json', 'acme', settings)).toThrow(
      /providers\.acme\.clientsecret is not understood/,
    )
  })
})
