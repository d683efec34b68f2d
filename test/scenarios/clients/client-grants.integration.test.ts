/** A client's own tokens at a real provider: signed in with nobody present, renewed ahead of their end, one request for everybody. */
import { afterEach, describe, expect, it } from 'vitest'
import { Secret } from '../../../app/model/secret.ts'
import { startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { HomeMachine } from '../../support/home-machine.ts'

const SECRET = 'CANARY-client-secret'
const ID = 'acme:service'

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

async function signedIn() {
  const server = await startAuthorizationServer({
    clients: [
      {
        client_id: 'service',
        client_secret: SECRET,
        token_endpoint_auth_method: 'client_secret_basic',
        grant_types: ['client_credentials'],
        response_types: [],
        redirect_uris: [],
      },
    ],
    features: { clientCredentials: { enabled: true } },
    tokenTtl: 600,
  })
  const machine = await HomeMachine.make()
  opened.push(server, { close: () => machine.home.remove() })
  await machine.home.writeConfig({
    providers: {
      acme: {
        issuer: server.issuer,
        clientId: 'service',
        grant: 'client_credentials',
        clientAuthentication: 'client_secret_basic',
        scopes: [],
      },
    },
  })
  const core = await machine.open()
  opened.push(core)
  await core.setClientSecret('acme', new Secret(SECRET))
  const { id } = await core.logins.start({ providerId: 'acme' })
  return { server, machine, core, end: (await core.logins.ended(id)).step }
}

describe('client credentials', () => {
  it('are a login like any other, with nobody present', async () => {
    const { core, end, server } = await signedIn()
    expect(end).toEqual({ kind: 'done', profileId: ID, account: 'service', remains: [] })
    const view = core.profile(ID)
    expect(view).toMatchObject({
      account: 'service',
      can: { refresh: true, login: true },
      status: { kind: 'fresh' },
    })
    expect(view.nextRefreshAtMs).toBeLessThan(view.accessExpiresAtMs ?? 0)
    const first = (await core.token(ID, {})).accessToken.expose()
    expect(await core.refresh(ID)).toMatchObject({ kind: 'refreshed' })
    expect((await core.token(ID, {})).accessToken.expose()).not.toBe(first)
    expect(server.requests.token.map(({ grantType, status }) => [grantType, status])).toEqual([
      ['client_credentials', 200],
      ['client_credentials', 200],
    ])
  })

  it('are asked for once, however many processes want a new token', async () => {
    const { machine, server } = await signedIn()
    const cores = await Promise.all([1, 2, 3].map(() => machine.open()))
    opened.push(...cores)
    server.fault({ kind: 'delay', ms: 300 })
    const ends = await Promise.all(cores.map((core) => core.refresh(ID)))
    expect(ends.map(({ kind }) => kind).sort()).toEqual(['adopted', 'adopted', 'refreshed'])
    expect(server.requests.count('client_credentials')).toBe(2)
  })

  it('wait out trouble, and never want a person to sign in', async () => {
    const { core, server } = await signedIn()
    server.fault({ kind: 'error', error: 'invalid_client', status: 401 })
    expect(await core.refresh(ID)).toMatchObject({ kind: 'failed', cause: 'client-rejected' })
    expect(core.profile(ID).status).toMatchObject({
      kind: 'retrying',
      failure: {
        message: expect.stringContaining('gives this client no token'),
        hint: expect.stringContaining('secret'),
      },
    })
    server.fault({ kind: 'drop-after' })
    expect(await core.refresh(ID)).toMatchObject({ kind: 'retrying', cause: 'transient' })
    expect(await core.refresh(ID)).toMatchObject({ kind: 'refreshed' })
  })

  it('say what is missing when the secret is gone', async () => {
    const { core } = await signedIn()
    await core.setClientSecret('acme', undefined)
    expect(await core.refresh(ID)).toMatchObject({ kind: 'failed' })
  })
})
