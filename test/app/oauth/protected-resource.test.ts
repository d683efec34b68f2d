import { beforeEach, describe, expect, it } from 'vitest'
import { discoverResource } from '../../../app/oauth/protected-resource.ts'
import { FakeHttp } from '../../fakes/http.ts'

const URL_OF_IT = 'https://mcp.example.test/v1'
const NAMED = 'https://mcp.example.test/about/v1'
const WELL_KNOWN = 'https://mcp.example.test/.well-known/oauth-protected-resource/v1'
const OF_THE_HOST = 'https://mcp.example.test/.well-known/oauth-protected-resource'
const document = { resource: URL_OF_IT, authorization_servers: ['https://auth.example.test'] }

let http: FakeHttp
beforeEach(() => {
  http = new FakeHttp()
})

function refusedWith(challenge: string): FakeHttp {
  return http.expect(URL_OF_IT, { status: 401, headers: { 'www-authenticate': challenge } })
}

describe('a protected resource tells who makes its tokens', () => {
  it('in the document that its refusal names, with the scopes it wants', async () => {
    refusedWith(`Basic realm="x", Bearer resource_metadata="${NAMED}", scope="read write"`)
    http.expect(NAMED, { json: { ...document, scopes_supported: ['admin'] } })
    expect(await discoverResource(http, URL_OF_IT)).toEqual({
      resource: URL_OF_IT,
      issuer: 'https://auth.example.test',
      scopes: ['read', 'write'],
    })
    http.verify()
  })

  it('at the well-known address of its path, else of its host', async () => {
    http.expect(URL_OF_IT, { status: 400 }).expect(WELL_KNOWN, { status: 404 })
    http.expect(OF_THE_HOST, { json: { ...document, resource: 'https://mcp.example.test/' } })
    expect(await discoverResource(http, URL_OF_IT)).toEqual({
      resource: 'https://mcp.example.test/',
      issuer: 'https://auth.example.test',
    })
    http.verify()
  })

  it('by saying nothing: then it is its own origin', async () => {
    refusedWith('Bearer').expect(WELL_KNOWN, { status: 404 }).expect(OF_THE_HOST, { status: 404 })
    expect(await discoverResource(http, URL_OF_IT)).toEqual({
      resource: URL_OF_IT,
      issuer: 'https://mcp.example.test',
    })
  })

  it.each([
    ['another host', 'https://evil.example.test/v1'],
    ['a path beside it', 'https://mcp.example.test/v'],
    ['no address at all', 'v1'],
  ])('for itself alone, not for %s', async (_, resource) => {
    refusedWith(`Bearer resource_metadata="${NAMED}"`).expect(NAMED, { json: { ...document, resource } })
    await expect(discoverResource(http, URL_OF_IT)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })

  it('and nobody is asked in clear, or at an address with somebody else’s password in it', async () => {
    await expect(discoverResource(http, 'http://mcp.example.test/v1')).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
    refusedWith('Bearer resource_metadata="http://mcp.example.test/about"')
    await expect(discoverResource(http, URL_OF_IT)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
  })
})
