/** Narrower tokens of a login (RFC 8693), from a real provider: through the command line, the socket and the client library. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../../app/client/client.ts'
import { type AuthorizationServer, startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { type Ended, killCommands, lamplighter } from '../../support/command.ts'
import { HomeMachine, PROFILE } from '../../support/home-machine.ts'

const EXCHANGE = 'urn:ietf:params:oauth:grant-type:token-exchange'

let machine: HomeMachine
let server: AuthorizationServer
const opened: { close(): unknown }[] = []

beforeEach(async () => {
  machine = await HomeMachine.make()
})

afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
  await killCommands()
  await server.close()
  await machine.home.remove()
})

async function start(exchange: boolean): Promise<void> {
  server = await startAuthorizationServer({ exchange })
  await machine.seed(server)
}

async function run(...words: string[]): Promise<Ended> {
  return (await lamplighter(machine.home, ...words)).ended
}

async function host(): Promise<void> {
  const serving = await lamplighter(machine.home, 'serve')
  opened.push({ close: () => void serving.child.kill('SIGTERM') })
  await serving.printed('\n')
}

describe('a narrower token', () => {
  it('is made of a fresh one where no Lamplighter runs, and says what it may do', async () => {
    await start(true)
    const { code, out } = await run('token', 'ada@example.test', '--scope', 'openid email', '--json')
    expect(code).toBe(0)
    const narrow = JSON.parse(out)
    expect(narrow).toMatchObject({
      profile: PROFILE,
      scope: ['openid', 'email'],
      expiresAt: expect.any(String),
    })
    expect(server.requests.token.map(({ grantType, status }) => [grantType, status])).toEqual([
      ['refresh_token', 200],
      [EXCHANGE, 200],
    ])
    const whole = await run('token', 'ada@example.test')
    expect(whole.out.trim()).not.toBe(narrow.accessToken)
    expect(server.requests.count()).toBe(1) // the login is as it was
  })

  it('is asked for once for all programs that want the same, and kept while it lasts', async () => {
    await start(true)
    await host()
    const client = createClient({ env: machine.home.env, commandLine: false })
    opened.push(client)
    const want = (options: object) => client.getToken(PROFILE, options)
    const [first, ...others] = await Promise.all(
      Array.from({ length: 20 }, () => want({ scope: ['email', 'openid'] })),
    )
    expect(new Set(others.map(({ accessToken }) => accessToken))).toEqual(new Set([first?.accessToken]))
    const byCommand = await run('token', PROFILE, '--scope', 'openid email')
    expect(byCommand.out.trim()).toBe(first?.accessToken)
    expect(server.requests.count(EXCHANGE)).toBe(1)
    expect((await want({ audience: 'https://api.example.test' })).accessToken).not.toBe(first?.accessToken)
    expect((await want({})).accessToken).not.toBe(first?.accessToken)
    expect(server.requests.count(EXCHANGE)).toBe(2)
    const fetched: string[] = []
    const resource: typeof fetch = async (_input, init) => {
      fetched.push(new Headers(init?.headers).get('authorization') ?? '')
      return new Response('', { status: fetched.length === 1 ? 401 : 200 })
    }
    const narrow = client.withToken(PROFILE, resource, { scope: ['openid', 'email'] })
    expect((await narrow('https://api.example.test/')).status).toBe(200)
    expect(fetched[0]).toBe(`Bearer ${first?.accessToken}`)
    expect(fetched[1]).not.toBe(fetched[0])
    expect(server.requests.count(EXCHANGE)).toBe(3)
    expect(server.requests.count()).toBe(1)
  })

  it('that the provider does not give is told in its words, and more is never given instead', async () => {
    await start(true)
    const greedy = await run('token', PROFILE, '--scope', 'admin')
    expect(greedy).toMatchObject({ code: 69, out: '' })
    expect(greedy.err).toContain('gives no such token: HTTP 400: invalid_scope')
    expect(await run('token', PROFILE, '--audience', 'nobody')).toMatchObject({ code: 69, out: '' })
    expect(await run('token', PROFILE, '--resource', 'not an address')).toMatchObject({ code: 64, out: '' })
    server.fault({ kind: 'change', grantType: EXCHANGE, members: { scope: 'openid email' } })
    const wider = await run('token', PROFILE, '--scope', 'openid')
    expect(wider).toMatchObject({ code: 1, out: '' })
    expect(wider.err).toContain('may do more than was asked for (email)')
  })

  it('cannot be had where the provider does not know how, and that is said before it is asked', async () => {
    await start(false)
    const { code, err } = await run('token', PROFILE, '--scope', 'openid')
    expect(code).toBe(69)
    expect(err).toContain('cannot narrow a token')
    expect(err).toContain('"tokenExchange": true')
    expect(server.requests.count(EXCHANGE)).toBe(0)
  })
})
