/** An MCP server behind a login: signed in to from its address alone, then used by the SDK's own client through the bridge. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type AuthorizationServer, startAuthorizationServer } from '../../../fakes/authorization-server.ts'
import { bundleForNode } from '../../../support/bundle.ts'
import { killCommands, lamplighter } from '../../../support/command.ts'
import { type Home, makeHome } from '../../../support/home.ts'
import { type ProtectedServer, startProtectedServer } from '../../../support/mcp-server.ts'

let home: Home
let provider: AuthorizationServer
let server: ProtectedServer
const clients: Client[] = []

beforeEach(async () => {
  home = await makeHome()
  server = await startProtectedServer(() => provider.issuer)
  provider = await startAuthorizationServer({
    tokenTtl: 3600,
    scopes: ['notes:read'],
    features: {
      resourceIndicators: {
        enabled: true,
        // As the specification has it: no default, so that a request without `resource` brings a token that is refused.
        getResourceServerInfo: (_context: unknown, resource: string) => ({
          scope: 'notes:read',
          audience: resource,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
  })
})

afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
  await killCommands()
  await provider.close()
  await server.close()
  await home.remove()
})

async function signIn(): Promise<string> {
  const login = await lamplighter(home, 'login', '--mcp', server.url, '--no-browser')
  const page = /http\S+\/auth\?\S+/.exec(await login.printed('/auth?'))?.[0] ?? ''
  await login.printed('paste it here')
  await provider.completeLogin(page, { account: 'ada@example.test' })
  expect(await login.ended).toMatchObject({ code: 0, err: expect.not.stringContaining('Error') })
  return page
}

async function connect(): Promise<Client> {
  const client = new Client({ name: 'agent', version: '1.0.0' })
  clients.push(client)
  const cli = await bundleForNode('app/cli/main.ts', 'cli')
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [cli, 'mcp', server.url],
    env: home.env,
    stderr: 'pipe',
  })
  await client.connect(transport)
  return client
}

async function count(client: Client): Promise<unknown> {
  return client.callTool({ name: 'count', arguments: {} })
}

const THREE = { content: [{ type: 'text', text: '3 notes' }] }

it('is signed in to from its address, for that server alone, and used by many sessions', async () => {
  const page = await signIn()
  const asked = new URL(page).searchParams
  expect(asked.get('resource')).toBe(server.url)
  expect(asked.get('scope')?.split(' ').sort()).toEqual(['notes:read', 'offline_access'])
  const [one, two] = await Promise.all([connect(), connect()])
  expect((await one.listTools()).tools.map(({ name }) => name)).toEqual(['count'])
  expect(await Promise.all([count(one), count(two)])).toEqual([THREE, THREE])
  expect(server.taken.size).toBe(1)
})

it('gets another token where it refuses one, and one refresh is enough for all sessions', async () => {
  await signIn()
  const [one, two] = await Promise.all([connect(), connect()])
  for (const token of server.taken) server.refused.add(token)
  expect(await Promise.all([count(one), count(two)])).toEqual([THREE, THREE])
  expect(provider.requests.count('refresh_token')).toBe(1)
})

it('says what to do where nobody signed in, and where only a person helps', async () => {
  await expect(connect()).rejects.toThrow(`lamplighter login --mcp ${server.url}`)
  await signIn()
  const client = await connect()
  for (const token of server.taken) server.refused.add(token)
  provider.fault({ kind: 'error', error: 'invalid_grant', status: 400, grantType: 'refresh_token', times: 9 })
  await expect(count(client)).rejects.toThrow(/sign in/i)
})
