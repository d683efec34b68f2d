/** Every way in which a client shows who it is, at a real provider: signed in, refreshed, signed in again, refreshed again. */
import { generateKeyPairSync } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { ProviderSettings } from '../../../app/config/schema.ts'
import { Secret } from '../../../app/model/secret.ts'
import {
  type AuthorizationServer,
  type ServerOptions,
  startAuthorizationServer,
} from '../../fakes/authorization-server.ts'
import { HomeMachine } from '../../support/home-machine.ts'

const SECRET = 'CANARY-client-secret-0123456789abcdef' // client_secret_jwt wants 256 bits
const KEYS = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const PEM = String(KEYS.privateKey.export({ type: 'pkcs8', format: 'pem' }))
const CLIENT = {
  client_id: 'acme-client',
  application_type: 'native',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: ['http://127.0.0.1/callback', 'http://[::1]/callback', 'http://localhost/callback'],
}

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

interface Setup {
  readonly client: Readonly<Record<string, unknown>>
  readonly settings?: ProviderSettings
  readonly secret?: string
  readonly server?: ServerOptions
}

async function signedIn({ client, settings = {}, secret, server: options = {} }: Setup) {
  const server = await startAuthorizationServer({ ...options, clients: [{ ...CLIENT, ...client }] })
  const machine = await HomeMachine.make()
  await machine.home.writeConfig({
    providers: { acme: { issuer: server.issuer, clientId: CLIENT.client_id, ...settings } },
  })
  const core = await machine.open()
  opened.push({ close: () => machine.home.remove() }, server, core)
  if (secret !== undefined) await core.setClientSecret('acme', new Secret(secret))
  const { step, id } = await core.logins.start({ providerId: 'acme' })
  if (step.kind !== 'browser') throw new Error(JSON.stringify(step))
  await server.completeLogin(step.url, { account: 'ada@example.test' })
  const { step: end } = await core.logins.ended(id)
  if (end.kind !== 'done') throw new Error(JSON.stringify(end))
  return { server, machine, core, page: new URL(step.url), profileId: end.profileId }
}

/** Two refreshes, the second by another process: what the first needed has to be kept. */
async function livesOn({ core, machine, profileId }: Awaited<ReturnType<typeof signedIn>>): Promise<void> {
  expect(await core.refresh(profileId)).toMatchObject({ kind: 'refreshed' })
  const other = await machine.open()
  opened.push(other)
  expect(await other.refresh(profileId)).toMatchObject({ kind: 'refreshed' })
}

async function configOf({ home }: HomeMachine): Promise<string> {
  return readFile(join(home.path, 'config.json'), 'utf8')
}

function statuses({ requests }: AuthorizationServer): readonly (number | undefined)[] {
  return requests.token.map(({ status }) => status)
}

describe('a client', () => {
  it.each(['client_secret_basic', 'client_secret_post', 'client_secret_jwt'])(
    'with a secret in the vault, shown by %s',
    async (method) => {
      const login = await signedIn({
        client: {
          token_endpoint_auth_method: method,
          client_secret: SECRET,
          ...(method === 'client_secret_jwt' ? { token_endpoint_auth_signing_alg: 'HS256' } : {}),
        },
        settings: { clientAuthentication: method as 'client_secret_basic' },
        secret: SECRET,
      })
      await livesOn(login)
      expect(statuses(login.server)).toEqual([200, 200, 200])
      expect(await configOf(login.machine)).not.toContain('CANARY')
    },
  )

  it('with a private key in a file', async () => {
    const machine = await HomeMachine.make()
    opened.push({ close: () => machine.home.remove() })
    const path = join(machine.home.path, 'client.pem')
    await writeFile(path, PEM, { mode: 0o600 })
    const login = await signedIn({
      client: {
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        jwks: { keys: [KEYS.publicKey.export({ format: 'jwk' })] },
      },
      settings: { clientSecretFile: path },
    })
    await livesOn(login)
    expect(statuses(login.server)).toEqual([200, 200, 200])
  })

  it('whose command prints the secret, beside a warning', async () => {
    const login = await signedIn({
      client: { token_endpoint_auth_method: 'client_secret_basic', client_secret: SECRET },
      settings: {
        clientAuthentication: 'client_secret_basic',
        clientSecretCommand: [process.execPath, '-e', `console.error('warning'); console.log('${SECRET}')`],
      },
    })
    await livesOn(login)
  })

  it('whose requests are sent ahead, as the provider demands (RFC 9126)', async () => {
    const login = await signedIn({
      client: { token_endpoint_auth_method: 'none' },
      server: {
        features: {
          pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
        },
      },
    })
    expect([...login.page.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri'])
    await livesOn(login)
  })

  it.each([false, true])(
    'whose requests are signed, as the provider demands (RFC 9101), sent ahead: %s',
    async (ahead) => {
      const login = await signedIn({
        client: {
          token_endpoint_auth_method: 'private_key_jwt',
          token_endpoint_auth_signing_alg: 'ES256',
          request_object_signing_alg: 'ES256',
          jwks: { keys: [KEYS.publicKey.export({ format: 'jwk' })] },
        },
        settings: ahead ? { pushedAuthorization: true } : {},
        secret: PEM,
        server: {
          features: {
            requestObjects: { enabled: true, requireSignedRequestObject: true },
            pushedAuthorizationRequests: { enabled: true },
          },
        },
      })
      const sent = ['client_id', 'request', 'response_type', 'scope']
      expect([...login.page.searchParams.keys()].sort()).toEqual(ahead ? ['client_id', 'request_uri'] : sent)
      await livesOn(login)
    },
  )

  it('whose requests are to be signed needs a key, and says so', async () => {
    const options = { client: { token_endpoint_auth_method: 'none' }, settings: { requestObject: true } }
    await expect(signedIn(options)).rejects.toThrow('no key to sign them')
  })

  it('whose answer comes as a form', async () => {
    const login = await signedIn({
      client: { token_endpoint_auth_method: 'none' },
      settings: { authorizationParams: { response_mode: 'form_post' } },
    })
    await livesOn(login)
  })

  it('that comes back on IPv6', async () => {
    const login = await signedIn({
      client: { token_endpoint_auth_method: 'none' },
      settings: { redirect: { host: '[::1]', port: 0, path: '/callback' } },
    })
    await livesOn(login)
  })

  it('whose tokens are bound to a key, with nonces (RFC 9449)', async () => {
    const login = await signedIn({
      client: { token_endpoint_auth_method: 'none', dpop_bound_access_tokens: true },
      settings: { dpop: true },
      server: {
        features: {
          dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 1), requireNonce: () => true },
        },
      },
    })
    await livesOn(login)
    const refused = login.server.requests.token.filter(({ error }) => error === 'use_dpop_nonce')
    expect(refused).toHaveLength(2) // once for each process: then it has one
    expect(login.server.requests.invalidGrants).toBe(0)
  })

  it('that asks for one resource (RFC 8707)', async () => {
    const resource = 'https://api.example.test'
    const login = await signedIn({
      client: { token_endpoint_auth_method: 'none' },
      settings: {
        scopes: ['openid', 'offline_access', 'api:read'],
        authorizationParams: { resource, prompt: 'consent' },
        tokenParams: { resource },
        refreshParams: { resource },
      },
      server: {
        scopes: ['api:read'],
        features: {
          resourceIndicators: {
            enabled: true,
            getResourceServerInfo: () => ({ scope: 'api:read', accessTokenFormat: 'opaque' }),
            useGrantedResource: () => true,
          },
        },
      },
    })
    await livesOn(login)
  })
})
