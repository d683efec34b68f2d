/** Logins in files of other programs that Lamplighter writes: who is asked, with what, and what stands there afterwards. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Core, createCore } from '../../../app/core.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

let ports: FakePorts
let core: Core
const run = <T>(work: Promise<T>): Promise<T> => ports.clock.run(work)
const id = () => core.overview().profiles[0]?.id ?? ''
const sent = () => ports.http.requests.map(({ url, body }) => ({ url, body: body ?? '' }))

async function started(schedule = false): Promise<void> {
  core = createCore(ports)
  await run(core.start({ schedule }))
}

beforeEach(() => {
  ports = createFakePorts()
})
afterEach(() => run(core.close()))

describe('a login of opencode', () => {
  const FILE = '/home/ada/.local/share/opencode/auth.json'
  const keep = (leftMs: number, refresh = 'CANARY-refresh-1') =>
    ports.files.put(
      FILE,
      JSON.stringify({
        xai: { type: 'api', key: 'CANARY-key' },
        openai: {
          type: 'oauth',
          refresh,
          access: 'CANARY-access-1',
          expires: ports.clock.now() + leftMs,
          accountId: 'acc-1',
        },
      }),
    )
  const login = () => core.overview().profiles.find(({ id }) => id === 'opencode:openai')
  const kept = () => JSON.parse(ports.files.text(FILE) ?? '').openai
  const answer = { access_token: 'CANARY-access-2', refresh_token: 'CANARY-refresh-2', expires_in: 36_000 }

  it('is renewed at its provider, ahead of its end and once, and written back', async () => {
    ports.http.always('*', { json: answer })
    keep(HOUR)
    await started(true)
    expect(login()?.owner).toMatchObject({ mode: 'shared' })
    await ports.clock.advance(HOUR)
    expect(sent()).toHaveLength(1)
    expect(sent()[0]?.url).toBe('https://auth.openai.com/oauth/token')
    expect(kept()).toMatchObject({
      access: 'CANARY-access-2',
      refresh: 'CANARY-refresh-2',
      accountId: 'acc-1',
    })
    expect(kept().expires).toBeGreaterThan(ports.clock.now() + 8 * HOUR)
  })

  it('is opencode’s own once it has lapsed, until opencode has renewed it', async () => {
    ports.http.always('*', { json: answer })
    keep(-MINUTE)
    await started(true)
    await ports.clock.advance(HOUR)
    expect(sent()).toEqual([])
    expect(login()).toMatchObject({ owner: { mode: 'watched', refreshedBy: 'opencode' } })
    keep(2 * HOUR, 'CANARY-refresh-of-opencode')
    await ports.clock.advance(2 * HOUR)
    expect(sent().map(({ body }) => new URLSearchParams(body).get('refresh_token'))).toEqual([
      'CANARY-refresh-of-opencode',
    ])
  })
})

describe('a login of AWS IAM Identity Center', () => {
  const FILE = '/home/ada/.aws/sso/cache/d033e22ae348aeb5660fc2140aec35850c4da997.json'
  const kept = () => JSON.parse(ports.files.text(FILE) ?? '')
  const keep = (part: Record<string, unknown> = {}) =>
    ports.files.put(
      FILE,
      JSON.stringify({
        startUrl: 'https://ada.awsapps.com/start',
        region: 'eu-west-1',
        accessToken: 'CANARY-access-1',
        expiresAt: new Date(ports.clock.now() + HOUR).toISOString().replace('.000', ''),
        clientId: 'client-1',
        clientSecret: 'CANARY-client-secret',
        registrationExpiresAt: '2026-03-31T00:00:00Z',
        refreshToken: 'CANARY-refresh-1',
        ...part,
      }),
    )

  it('is renewed in its own words, and keeps the refresh token that the reply does not replace', async () => {
    ports.http.always('*', {
      json: { accessToken: 'CANARY-access-2', expiresIn: 3_600, tokenType: 'Bearer' },
    })
    keep()
    await started()
    const event = await run(core.refresh(id()))
    expect(event.kind).toBe('refreshed')
    expect(sent().map(({ url, body }) => ({ url, body: JSON.parse(body) }))).toEqual([
      {
        url: 'https://oidc.eu-west-1.amazonaws.com/token',
        body: {
          grantType: 'refresh_token',
          refreshToken: 'CANARY-refresh-1',
          clientId: 'client-1',
          clientSecret: 'CANARY-client-secret',
        },
      },
    ])
    expect(kept()).toMatchObject({ accessToken: 'CANARY-access-2', refreshToken: 'CANARY-refresh-1' })
    expect(JSON.stringify([core.overview(), ports.log.lines])).not.toContain('CANARY')
  })

  it('that AWS does not take from its client is made anew with the CLI: nothing in config.json is about it', async () => {
    ports.http.always('*', {
      status: 401,
      json: { error: 'invalid_client', error_description: 'Client expired' },
    })
    keep()
    await started()
    await run(core.refresh(id()))
    const [login] = core.overview().profiles
    expect(login?.status).toMatchObject({
      failure: { hint: 'Sign in again with the program that keeps it, which registers itself anew.' },
    })
    expect(login?.ownLogin).toMatchObject({ command: ['aws', 'sso', 'login'] })
    expect(kept().refreshToken).toBe('CANARY-refresh-1')
  })

  it('is renewed before the AWS CLI would', async () => {
    ports.http.always('*', { json: { accessToken: 'CANARY-access-2', expiresIn: 28_800 } })
    keep()
    await started(true)
    await ports.clock.advance(45 * MINUTE)
    expect(sent()).toHaveLength(1)
  })

  it('of another region is another login: its tokens go there, and nobody has to be asked', async () => {
    ports.http.always('*', { json: { accessToken: 'CANARY-access-2', expiresIn: 3_600 } })
    keep()
    await started()
    await run(core.refresh(id()))
    keep({ region: 'us-east-1', refreshToken: 'CANARY-refresh-us' })
    await run(core.look())
    await run(core.refresh(id()))
    expect(sent().map(({ url }) => url)).toEqual([
      'https://oidc.eu-west-1.amazonaws.com/token',
      'https://oidc.us-east-1.amazonaws.com/token',
    ])
  })
})

describe('a login of mcp-remote', () => {
  const PATH = '/home/ada/.mcp-auth/mcp-remote-v1/0cc175b9c0f1b6a831c399e269772661'
  const ISSUER = 'https://auth.example.test'
  const kept = () => JSON.parse(ports.files.text(`${PATH}_tokens.json`) ?? '')
  const keep = (client: Record<string, unknown> = {}, tokens: Record<string, unknown> = {}) => {
    const endsAtMs = ports.clock.now() + HOUR
    const file = {
      access_token: 'CANARY-access-1',
      token_type: 'Bearer',
      expires_in: 3_600,
      refresh_token: 'CANARY-refresh-1',
      scope: 'mcp',
      expires_at: endsAtMs,
      ...tokens,
    }
    ports.files.put(`${PATH}_tokens.json`, JSON.stringify(file))
    ports.files.put(
      `${PATH}_client_info.json`,
      JSON.stringify({ client_id: 'client-1', issuer: ISSUER, ...client }),
    )
  }
  const discovered = (issuer: string, tokenEndpoint: string) =>
    ports.http.always(`${issuer}/.well-known/*`, {
      json: {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: tokenEndpoint,
        response_types_supported: ['code'],
      },
    })
  const tokensAt = (url: string) =>
    ports.http.always(url, () => {
      expect(ports.files.text(`${PATH}_refresh_in_progress.json`)).toContain(`"pid": ${ports.process.pid}`)
      const json = {
        access_token: 'CANARY-access-2',
        refresh_token: 'CANARY-refresh-2',
        expires_in: 3_600,
        token_type: 'Bearer',
      }
      return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }
    })
  const posts = () => ports.http.requests.filter(({ method }) => method === 'POST')

  it('is renewed at its issuer with the client that was registered there, under the lease', async () => {
    discovered(ISSUER, `${ISSUER}/token`)
    tokensAt(`${ISSUER}/token`)
    keep()
    await started()
    const event = await run(core.refresh(id()))
    expect(event.kind).toBe('refreshed')
    expect(posts().map(({ url }) => url)).toEqual([`${ISSUER}/token`])
    expect(ports.http.form()).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'CANARY-refresh-1',
      client_id: 'client-1',
      scope: 'mcp',
    })
    expect(kept()).toMatchObject({ access_token: 'CANARY-access-2', refresh_token: 'CANARY-refresh-2' })
    expect(ports.files.text(`${PATH}_refresh_in_progress.json`)).toBeUndefined()
  })

  it('proves its client in the header where that was registered so', async () => {
    discovered(ISSUER, `${ISSUER}/token`)
    tokensAt(`${ISSUER}/token`)
    keep({ client_secret: 'CANARY:s', token_endpoint_auth_method: 'client_secret_basic' })
    await started()
    await run(core.refresh(id()))
    expect(posts()[0]?.headers).toMatchObject({ authorization: `Basic ${btoa('client-1:CANARY%3As')}` })
    expect(ports.http.form()).not.toHaveProperty('client_id')
    expect(JSON.stringify([core.overview(), ports.log.lines])).not.toContain('CANARY')
  })

  it('that names another issuer one day sends nothing there before a person agrees', async () => {
    discovered(ISSUER, `${ISSUER}/token`)
    tokensAt(`${ISSUER}/token`)
    keep()
    await started()
    await run(core.refresh(id()))
    const other = 'https://evil.test'
    discovered(other, `${other}/token`)
    keep({ issuer: other }, { refresh_token: 'CANARY-refresh-3' })
    await run(core.look())
    const event = await run(core.refresh(id()))
    expect(event.kind).toBe('failed')
    expect(event.message).toContain('Nothing was sent there')
    expect(core.overview().profiles[0]?.status).toMatchObject({
      failure: { hint: 'If it has not moved, sign in again with the program that keeps it.' },
    })
    expect(posts()).toHaveLength(1)
    tokensAt(`${other}/token`)
    expect(await run(core.issuerChanges('mcp-remote', true))).toMatchObject([
      { was: `${ISSUER}/token`, now: `${other}/token` },
    ])
    expect((await run(core.refresh(id()))).kind).toBe('refreshed')
    expect(posts().map(({ url }) => url)).toEqual([`${ISSUER}/token`, `${other}/token`])
  })

  it('whose client changes while our turn is awaited is looked at anew, and nothing is sent', async () => {
    let asked = 0
    ports.http.always(`${ISSUER}/.well-known/*`, () => {
      asked++
      keep({ client_id: 'client-2' }) // mcp-remote has registered anew, with the same tokens still there
      const json = { issuer: ISSUER, token_endpoint: `${ISSUER}/token`, response_types_supported: ['code'] }
      return { body: JSON.stringify(json), headers: { 'content-type': 'application/json' } }
    })
    keep()
    await started()
    await run(core.refresh(id()))
    expect(asked).toBe(1)
    expect(posts()).toEqual([])
  })

  it('stays on its machine: nobody elsewhere has the client', async () => {
    keep()
    await started()
    expect(await run(core.imports.exportable())).toMatchObject([
      {
        kind: 'bound',
        why: expect.stringContaining('neither moves nor copies it'),
      },
    ])
  })
})

describe('logins of mcp-remote at many servers', () => {
  const keep = (name: string, issuer: string, lapsedMs: number): void => {
    const folder = '/home/ada/.mcp-auth/mcp-remote-v1'
    const tokens = {
      access_token: `CANARY-access-${name}`,
      refresh_token: `CANARY-refresh-${name}`,
      token_type: 'Bearer',
      expires_at: ports.clock.now() - lapsedMs,
      issuer,
    }
    const client = {
      client_id: `client-${name}`,
      issuer,
      redirect_uris: ['http://localhost:1/cb'],
      token_endpoint_auth_method: 'none',
    }
    ports.files.put(`${folder}/${name.padEnd(32, '0')}_tokens.json`, JSON.stringify(tokens))
    ports.files.put(`${folder}/${name.padEnd(32, '0')}_client_info.json`, JSON.stringify(client))
  }

  it('share no limit: one server that does not answer holds up its own alone', async () => {
    const metadata = (issuer: string) => ({
      json: { issuer, token_endpoint: `${issuer}/token`, authorization_endpoint: `${issuer}/authorize` },
    })
    const [silent, quick] = ['https://silent.example', 'https://quick.example']
    let letGo: () => void = () => undefined
    const never = new Promise<void>((resolve) => {
      letGo = resolve
    })
    ports.http.always(`${silent}/token`, async () => {
      await never
      return { status: 503, body: '' }
    })
    ports.http.always(`${silent}/*`, metadata(silent))
    ports.http.always(`${quick}/token`, {
      json: { access_token: 'CANARY-access-2', refresh_token: 'CANARY-refresh-2', expires_in: 3_600 },
    })
    ports.http.always(`${quick}/*`, metadata(quick))
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) keep(name, silent, HOUR)
    keep('b1', quick, MINUTE) // its turn comes last
    await started(true)
    await ports.clock.advance(MINUTE)
    const asked = sent().map(({ url }) => url)
    expect(asked.filter((url) => url === `${silent}/token`)).toHaveLength(4)
    expect(asked.filter((url) => url === `${quick}/token`)).toHaveLength(1)
    letGo()
    await ports.clock.advance(MINUTE)
  })
})
