import { beforeEach, describe, expect, it } from 'vitest'
import { HttpFailure } from '../../../app/base/ports.ts'
import type { ProviderSettings } from '../../../app/config/schema.ts'
import type { ProviderInput } from '../../../app/contract/views.ts'
import { type Provider, redirectUriOf } from '../../../app/model/provider.ts'
import { createProviders, type Providers } from '../../../app/providers/providers.ts'
import { createClientSecrets } from '../../../app/stores/vault/client-secrets.ts'
import { createFakePorts, type FakePorts } from '../../fakes/ports.ts'

const LOCAL = 'http://127.0.0.1:4000'
const ISSUER = 'https://auth.example.test'
const DOCUMENT = `${ISSUER}/.well-known/openid-configuration`
const metadata = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/auth`,
  token_endpoint: `${ISSUER}/token`,
  device_authorization_endpoint: `${ISSUER}/device`,
}

let ports: FakePorts
let saved: ProviderInput[]
beforeEach(() => {
  ports = createFakePorts()
  saved = []
})

function withConfig(overrides: Record<string, ProviderSettings> = {}): Providers {
  const settings = { providers: overrides }
  const config = {
    current: () => settings,
    addProvider: async (input: ProviderInput) => {
      saved.push(input)
      return settings
    },
  }
  return createProviders(ports, config, createClientSecrets(ports))
}

function find(providers: Providers, name: string): Provider {
  const provider = providers.find(name)
  if (provider === undefined) throw new Error(`no provider ${name}`)
  return provider
}

describe('createProviders', () => {
  it('finds providers by id and by alias, and knows no others', () => {
    const providers = withConfig()
    expect(providers.find('openai')?.id).toBe('openai-codex')
    expect(providers.find('minimax')?.id).toBe('minimax-portal')
    expect(providers.find('nobody')).toBeUndefined()
    expect(providers.find('constructor')).toBeUndefined()
  })

  it('overrides only what config.json names', () => {
    const codex = find(
      withConfig({ 'openai-codex': { tokenEndpoint: `${LOCAL}/token`, leadSeconds: 60 } }),
      'openai',
    )
    expect(codex).toMatchObject({
      tokenEndpoint: `${LOCAL}/token`,
      leadMs: 60_000,
      clientId: 'app_EMoamEEZ73f0CkXaXp7hrann',
      authorizationEndpoint: 'https://auth.openai.com/oauth/authorize',
      custom: true,
    })
  })

  it('takes an override under an alias for the same provider', () => {
    const providers = withConfig({ openai: { clientId: 'mine' } })
    expect(find(providers, 'openai-codex').clientId).toBe('mine')
    expect(providers.all().filter((one) => one.id === 'openai')).toEqual([])
  })

  it("leaves none of the vendor's endpoints when the issuer changes", () => {
    const codex = find(withConfig({ 'openai-codex': { issuer: ISSUER } }), 'openai-codex')
    expect(codex.authorizationEndpoint).toBeUndefined()
    expect(codex.tokenEndpoint).toBeUndefined()
  })

  it.each(['qwen-portal', 'github-copilot', 'minimax-portal', 'google-gemini-cli'])(
    'drops what it believes of the vendor when %s is pointed at another server',
    (id) => {
      const stock = find(withConfig(), id)
      expect(stock.retired ?? stock.notRefreshable).toBeDefined()
      for (const moved of [{ tokenEndpoint: `${LOCAL}/token` }, { issuer: LOCAL }]) {
        const provider = find(withConfig({ [id]: moved }), id)
        expect(provider.retired ?? provider.notRefreshable).toBeUndefined()
      }
      const renamed = find(withConfig({ [id]: { name: 'Mine' } }), id)
      expect(renamed.retired ?? renamed.notRefreshable).toBeDefined()
    },
  )

  it('can refresh Google once the client secret is in the environment', async () => {
    expect(find(withConfig(), 'google-gemini-cli').notRefreshable).toMatch(/GEMINI_OAUTH_CLIENT_SECRET/)
    ports.process.variables.OPENCLAW_GEMINI_OAUTH_CLIENT_SECRET = 'CANARY-secret'
    const providers = withConfig()
    const google = find(providers, 'google-gemini-cli')
    expect(google.notRefreshable).toBeUndefined()
    const resolved = await providers.resolve(google)
    expect(resolved.clientSecret?.expose()).toBe('CANARY-secret')
    expect(JSON.stringify(resolved)).not.toContain('CANARY')
  })

  it('takes a client id from the environment, unless config.json has one', () => {
    ports.process.variables.CHUTES_CLIENT_ID = 'from-env'
    expect(find(withConfig(), 'chutes').clientId).toBe('from-env')
    expect(find(withConfig({ chutes: { clientId: 'from-file' } }), 'chutes').clientId).toBe('from-file')
    expect(find(withConfig({ chutes: { leadSeconds: 5 } }), 'chutes').clientId).toBe('from-env')
  })

  it('makes a new provider of an id it does not know', () => {
    expect(find(withConfig({ acme: { issuer: ISSUER, clientId: 'x' } }), 'acme')).toMatchObject({
      id: 'acme',
      name: 'acme',
      issuer: ISSUER,
      scopes: ['openid', 'profile', 'email', 'offline_access'],
      leadMs: 600_000,
      refreshEncoding: 'form',
      redirect: { host: '127.0.0.1', port: 0, path: '/callback' },
      custom: true,
    })
  })
})

describe('what config.json may say of a provider', () => {
  const acme = {
    tokenEndpoint: `${ISSUER}/token`,
    revocationEndpoint: `${ISSUER}/revoke`,
    clientId: 'x',
    clientSecretEnv: 'ACME_SECRET',
    clientAuthentication: 'client_secret_basic',
    redirect: { host: 'localhost', port: 47813, path: '/back' },
    authorizationParams: { audience: 'api' },
    tokenParams: { a: '1' },
    refreshParams: { b: '2' },
    rotation: 'always',
    grantLifeDays: 90,
    idleLimitDays: 7,
  } as const
  const DAY = 24 * 60 * 60_000

  it('is what is done', () => {
    ports.process.variables.ACME_SECRET = 'CANARY-secret'
    const known = find(withConfig({ acme }), 'acme')
    const {
      clientSecretEnv: _env,
      authorizationParams,
      grantLifeDays: _grant,
      idleLimitDays: _idle,
      ...same
    } = acme
    expect(known).toMatchObject({
      ...same,
      clientSecretEnv: ['ACME_SECRET'],
      authorizeParams: authorizationParams,
      grantLifeMs: 90 * DAY,
      idleLimitMs: 7 * DAY,
    })
    expect(known.notRefreshable).toBeUndefined()
  })

  it('includes an address elsewhere for the browser to end on', () => {
    const redirect = { address: 'https://acme.test/back' }
    expect(redirectUriOf(find(withConfig({ acme: { ...acme, redirect } }), 'acme'))).toBe(redirect.address)
  })

  it('names the variable while the secret is not there, instead of asking in vain', () => {
    expect(find(withConfig({ acme }), 'acme').notRefreshable).toContain('Set ACME_SECRET')
  })
})

describe('resolve', () => {
  const acme = { acme: { issuer: ISSUER, clientId: 'x' } }

  it('asks for the endpoints once, however many want them', async () => {
    ports.http.expect(DOCUMENT, { json: metadata })
    const providers = withConfig(acme)
    const wanted = Array.from({ length: 5 }, () => providers.resolve(find(providers, 'acme'), 'login'))
    for (const resolved of await Promise.all(wanted)) {
      expect(resolved).toMatchObject({
        tokenEndpoint: `${ISSUER}/token`,
        deviceAuthorizationEndpoint: `${ISSUER}/device`,
      })
    }
    ports.http.verify()
  })

  it('asks again after a failure', async () => {
    ports.http
      .expect(DOCUMENT, new HttpFailure('network', false, 'away'))
      .expect(DOCUMENT, { json: metadata })
    const providers = withConfig(acme)
    await expect(providers.resolve(find(providers, 'acme'))).rejects.toMatchObject({
      code: 'PROVIDER_UNREACHABLE',
    })
    await expect(providers.resolve(find(providers, 'acme'))).resolves.toBeDefined()
  })

  it('asks again after a day', async () => {
    ports.http.expect(DOCUMENT, { json: metadata }, 2)
    const providers = withConfig(acme)
    await providers.resolve(find(providers, 'acme'))
    ports.clock.jump(25 * 3_600_000)
    await providers.resolve(find(providers, 'acme'))
    ports.http.verify()
  })

  it('needs no discovery to refresh where the token endpoint is known', async () => {
    const providers = withConfig({ xai: { tokenEndpoint: `${LOCAL}/token` } })
    await expect(providers.resolve(find(providers, 'xai'))).resolves.toMatchObject({
      tokenEndpoint: `${LOCAL}/token`,
    })
    ports.http.verify()
  })

  it('lets config.json win over what the issuer says', async () => {
    ports.http.expect(DOCUMENT, { json: metadata })
    const providers = withConfig({ acme: { ...acme.acme, deviceAuthorizationEndpoint: `${LOCAL}/d` } })
    const resolved = await providers.resolve(find(providers, 'acme'))
    expect(resolved).toMatchObject({
      deviceAuthorizationEndpoint: `${LOCAL}/d`,
      tokenEndpoint: `${ISSUER}/token`,
    })
  })

  it('says what is missing in config.json', async () => {
    const providers = withConfig({ acme: { clientId: 'x' } })
    await expect(providers.resolve(find(providers, 'acme'))).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    await expect(providers.resolve(find(providers, 'chutes'))).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      hint: expect.stringContaining('CHUTES_CLIENT_ID'),
    })
  })

  it('registers a client for a login where nobody gave one, once, and keeps its id', async () => {
    const registration_endpoint = `${ISSUER}/register`
    ports.http
      .expect(DOCUMENT, { json: { ...metadata, registration_endpoint } })
      .expect(registration_endpoint, { status: 201, json: { client_id: 'made' } })
    const providers = withConfig({ acme: { issuer: ISSUER } })
    const acmeProvider = find(providers, 'acme')
    const both = await Promise.all([
      providers.resolve(acmeProvider, 'login'),
      providers.resolve(acmeProvider, 'login'),
    ])
    expect(both.map((one) => one.clientId)).toEqual(['made', 'made'])
    expect(saved).toEqual([{ id: 'acme', clientId: 'made' }])
    expect(JSON.parse(ports.http.requests[1]?.body ?? '')).toMatchObject({
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: ['http://127.0.0.1/callback'],
    })
    ports.http.verify()
  })

  it('registers another client where the same name means another issuer by now', async () => {
    const other = 'https://other.example.test'
    const registers = (issuer: string, client_id: string): void => {
      const registration_endpoint = `${issuer}/register`
      ports.http
        .expect(`${issuer}/.well-known/openid-configuration`, {
          json: { issuer, token_endpoint: `${issuer}/token`, registration_endpoint },
        })
        .expect(registration_endpoint, { status: 201, json: { client_id } })
    }
    registers(ISSUER, 'made')
    registers(other, 'made there')
    let settings = { providers: { acme: { issuer: ISSUER } } }
    const addProvider = async (input: ProviderInput) => {
      saved.push(input)
      return settings
    }
    const providers = createProviders(
      ports,
      { current: () => settings, addProvider },
      createClientSecrets(ports),
    )
    expect(await providers.resolve(find(providers, 'acme'), 'login')).toMatchObject({ clientId: 'made' })
    settings = { providers: { acme: { issuer: other } } } // a person replaced it
    const replaced = await providers.resolve(find(providers, 'acme'), 'login')
    expect(replaced).toMatchObject({ issuer: other, clientId: 'made there' })
    expect(saved.map(({ clientId }) => clientId)).toEqual(['made', 'made there'])
    ports.http.verify()
  })

  it('never registers a client for a refresh: the grant belongs to another one', async () => {
    ports.http.expect(DOCUMENT, { json: { ...metadata, registration_endpoint: `${ISSUER}/register` } })
    const providers = withConfig({ acme: { issuer: ISSUER } })
    await expect(providers.resolve(find(providers, 'acme'))).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    ports.http.verify()
  })
})
