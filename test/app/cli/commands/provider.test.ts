import { describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../../app/model/secret.ts'
import { createClientSecrets } from '../../../../app/stores/vault/client-secrets.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const TOKENS = ['--token-endpoint', 'https://acme.test/token']

async function configOf({ ports }: ReturnType<typeof atMachine>) {
  return JSON.parse((await ports.files.read(FAKE_PATHS.config)) ?? '{}')
}

function sitting(typed: string) {
  const terminal = { ask: async () => '', askSecret: async () => new Secret(typed) }
  return atMachine(undefined, { terminal })
}

async function secretOf({ ports }: ReturnType<typeof atMachine>, id: string) {
  return (await createClientSecrets(ports).secret(id))?.expose()
}

describe('lamplighter provider secret', () => {
  it('keeps what is typed, and takes it out again', async () => {
    const here = sitting('CANARY-typed')
    await here.type(
      'provider',
      'add',
      'acme',
      '--token-endpoint',
      'https://acme.test/token',
      '--client-id',
      'c',
    )
    const { code, out } = await here.type('provider', 'secret', 'acme')
    expect({ code, out }).toEqual({ code: 0, out: 'The client secret of acme is in the vault.' })
    expect(await secretOf(here, 'acme')).toBe('CANARY-typed')
    await here.type('provider', 'secret', 'acme', '--delete')
    expect(await secretOf(here, 'acme')).toBeUndefined()
  })

  it('refuses a key that cannot sign, nothing at all, and one that nobody would read', async () => {
    const key = sitting('-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----')
    await key.type(
      'provider',
      'add',
      'acme',
      '--token-endpoint',
      'https://acme.test/token',
      '--client-id',
      'c',
    )
    expect((await key.type('provider', 'secret', 'acme')).err).toContain('no private key')
    expect((await sitting('').type('provider', 'secret', 'xai')).err).toContain('No secret was given')
    expect((await atMachine().type('provider', 'secret', 'xai')).err).toContain('--from-file')
    const elsewhere = await sitting('x').type('provider', 'secret', 'google-gemini-cli')
    expect(elsewhere.err).toMatch(/is read from \w+/)
  })
})

describe('lamplighter provider add NAME', () => {
  it('advises to sign in only where there is a way to', async () => {
    const add = async (...words: readonly string[]) =>
      (await atMachine().type('provider', 'add', 'acme', '--client-id', 'c', ...words)).out
    const refresh = ['--token-endpoint', 'https://acme.test/token']
    expect(await add(...refresh)).toContain('Nobody can sign in there')
    expect(await add(...refresh, '--authorization-endpoint', 'https://acme.test/in')).toContain(
      'lamplighter login --provider acme',
    )
  })

  it('writes what the catalogue knows, and says what is left to do', async () => {
    const here = atMachine()
    const { code, out } = await here.type('provider', 'add', 'atlassian', '--client-id', 'c-1')
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringContaining('lamplighter login --provider atlassian'),
    })
    expect(out).toContain('http://localhost:47813/callback')
    expect(out).toContain('Set ATLASSIAN_CLIENT_SECRET to the client secret')
    expect((await configOf(here)).providers.atlassian).toMatchObject({
      name: 'Atlassian',
      clientId: 'c-1',
      clientSecretEnv: 'ATLASSIAN_CLIENT_SECRET',
      tokenEndpoint: 'https://auth.atlassian.com/oauth/token',
      authorizationParams: { audience: 'api.atlassian.com', prompt: 'consent' },
      redirect: { host: 'localhost', port: 47813, path: '/callback' },
      rotation: 'always',
    })
    expect((await here.type('doctor', '--json')).out).not.toContain('not understood')
  })

  it('fills a template, under a name of its own', async () => {
    const here = atMachine()
    const words = [
      'provider',
      'add',
      'entra',
      '--tenant',
      'acme.test',
      '--client-id',
      'c',
      '--as',
      'acme-work',
    ]
    expect((await here.type(...words)).code).toBe(0)
    expect((await configOf(here)).providers['acme-work']).toMatchObject({
      tokenEndpoint: 'https://login.microsoftonline.com/acme.test/oauth2/v2.0/token',
      refreshScope: 'always',
    })
  })

  it('names the flags that are missing where nobody can be asked, and writes nothing', async () => {
    const here = atMachine()
    const { code, err } = await here.type('provider', 'add', 'snowflake')
    expect(code).not.toBe(0)
    expect(err).toMatch(/--blank account=acme-prod .*--client-id ID/)
    expect(await configOf(here)).toEqual({})
  })

  it('adds nothing that it could not keep alive, and says why', async () => {
    const { code, err } = await atMachine().type('provider', 'add', 'aws-identity-center')
    expect({ code, err }).toEqual({ code: 69, err: expect.stringContaining('camelCase') })
  })

  it('takes what else is said of it, before what the catalogue says', async () => {
    const here = atMachine()
    await here.type('provider', 'add', 'spotify', '--client-id', 'c', '--name', 'Music', '--lead', '5m')
    expect((await configOf(here)).providers.spotify).toMatchObject({ name: 'Music', leadSeconds: 300 })
  })

  it('refuses a blank for what is described', async () => {
    const words = ['--issuer', 'https://acme.test', '--client-id', 'c', '--tenant', 'x']
    const { code, err } = await atMachine().type('provider', 'add', 'acme', ...words)
    expect({ code, err }).toEqual({ code: 64, err: expect.stringContaining('--tenant is for an entry') })
  })

  it('says what to register and asks for the rest, where somebody sits', async () => {
    const asked: string[] = []
    const answers = ['https://git.acme.test/', 'c-1']
    const terminal = {
      ask: async (question: string) => {
        asked.push(question)
        return answers.shift() ?? ''
      },
      askSecret: () => Promise.reject(new Error('no secret is asked for')),
    }
    const here = atMachine(undefined, { terminal })
    const { code, err } = await here.type('provider', 'add', 'gitea')
    expect({ code, asked }).toEqual({
      code: 0,
      asked: [expect.stringContaining('git.example.com'), 'Client id: '],
    })
    expect(err).toContain('page: https://git.acme.test/user/settings/applications')
    expect(err).toContain('redirect address: http://127.0.0.1/callback')
    expect((await configOf(here)).providers.gitea).toMatchObject({
      tokenEndpoint: 'https://git.acme.test/login/oauth/access_token',
      clientId: 'c-1',
    })
  })

  it('asks for the secret without showing it, and keeps it in the vault', async () => {
    const here = sitting('CANARY-typed')
    expect((await here.type('provider', 'add', 'atlassian', '--client-id', 'c-1')).code).toBe(0)
    const { atlassian } = (await configOf(here)).providers
    expect(atlassian).toMatchObject({ clientAuthentication: expect.any(String) })
    expect(JSON.stringify(atlassian)).not.toMatch(/CANARY|SECRET/)
    expect(await secretOf(here, 'atlassian')).toBe('CANARY-typed')
  })

  it('takes Enter for a secret in the environment', async () => {
    const here = sitting('')
    await here.type('provider', 'add', 'atlassian', '--client-id', 'c-1')
    const { clientSecretEnv } = (await configOf(here)).providers.atlassian
    expect(clientSecretEnv).toBe('ATLASSIAN_CLIENT_SECRET')
    expect(await secretOf(here, 'atlassian')).toBeUndefined()
  })

  it('writes what is said of the client, and names what does not fit', async () => {
    const here = atMachine()
    const add = (...more: string[]) =>
      here.type(
        'provider',
        'add',
        'acme',
        '--token-endpoint',
        'https://acme.test/token',
        '--client-id',
        'c',
        ...more,
      )
    const file = ['--client-secret-file', '~/key.pem', '--client-authentication', 'private_key_jwt']
    await add(...file, '--dpop', '--par', '--authorization-param', 'audience=a=b', '--refresh-param', 'x=1')
    expect((await configOf(here)).providers.acme).toEqual({
      tokenEndpoint: 'https://acme.test/token',
      clientId: 'c',
      clientAuthentication: 'private_key_jwt',
      clientSecretFile: '~/key.pem',
      authorizationParams: { audience: 'a=b' },
      refreshParams: { x: '1' },
      dpop: true,
      pushedAuthorization: true,
    })
    const certified = ['--client-authentication', 'tls_client_auth', '--client-certificate-file', '/c.pem']
    await here.type('provider', 'add', 'bank', '--issuer', 'https://bank.test', ...certified)
    expect((await add('--client-authentication', 'magic')).err).toContain('client_secret_basic')
    expect((await add('--client-secret-file', 'key.pem')).err).toContain(
      'clientSecretFile: must be a whole path',
    )
    expect((await add('--client-secret-file', '/k', '--client-secret-env', 'K')).err).toContain('one place')
  })

  it('takes any field of config.json, and a redirect by its address', async () => {
    const here = atMachine()
    const base = ['--token-endpoint', 'https://box.acme.test/token', '--client-id', 'c']
    const add = (...more: string[]) => here.type('provider', 'add', 'acme', ...base, ...more)
    const set = ['rotation=never', 'responseMembers.access_token=data.token', 'responseMembers.scope=s']
    const redirect = ['8400', '8401'].flatMap((port) => ['--redirect', `http://localhost:${port}/back`])
    const params = ['--set', 'tokenParams.duration=3600', '--set', 'idleLimitDays=30']
    expect(await add(...set.flatMap((one) => ['--set', one]), ...params, ...redirect)).toMatchObject({
      code: 0,
    })
    expect((await configOf(here)).providers.acme).toEqual({
      tokenEndpoint: 'https://box.acme.test/token',
      clientId: 'c',
      rotation: 'never',
      responseMembers: { access_token: 'data.token', scope: 's' },
      tokenParams: { duration: '3600' },
      idleLimitDays: 30,
      redirect: { host: 'localhost', port: [8400, 8401], path: '/back' },
    })
    await add('--redirect', 'http://127.0.0.1/callback')
    const any = { host: '127.0.0.1', port: 0, path: '/callback' }
    expect((await configOf(here)).providers.acme.redirect).toEqual(any)
    await add('--redirect', 'https://me.test/back')
    expect((await configOf(here)).providers.acme.redirect).toEqual({ address: 'https://me.test/back' })
    const secret = 'lamplighter provider secret acme'
    expect((await add('--client-authentication', 'client_secret_post')).out).toContain(secret)
    expect((await add('--grant', 'client_credentials')).out).toContain(secret)
    expect((await add('--client-secret-env', 'S', '--grant', 'client_credentials')).out).not.toContain(secret)
    expect((await add()).out).not.toContain(secret)
    expect((await add('--set', 'rotaton=never')).err).toContain('did you mean "rotation"?')
    expect((await add('--set', 'rotation=sometimes')).err).toContain('acme.rotation: must be "always"')
    expect((await add('--redirect', 'http://elsewhere.test/back')).err).toContain(
      'On this machine it is http',
    )
    expect((await add('--redirect', 'back')).err).toContain('is an address')
  })

  it('still adds what is described', async () => {
    const here = atMachine()
    const addresses = ['--token-endpoint', 'https://box.acme.test/token', '--client-id', 'c']
    await here.type('provider', 'add', 'box', ...addresses)
    expect((await configOf(here)).providers.box).toEqual({ tokenEndpoint: addresses[1], clientId: 'c' })
  })
})

describe('lamplighter provider list and show', () => {
  it('lists the catalogue by words', async () => {
    const { out } = await atMachine().type('provider', 'list', '--catalogue', 'gitlab')
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^gitlab +GitLab.com/),
      expect.stringMatching(/^gitlab-self-managed .*your own$/),
    ])
  })

  it('marks what is not tried, and says where the rest was read', async () => {
    const { out } = await atMachine().type('provider', 'show', 'box')
    expect(out).toMatch(/signs in at +https:\S+ \(not tried\)/)
    expect(out).toMatch(/access token lives +1 h$/m)
    expect(out).toContain('read 2026-11-30: https://developer.box.com/guides/authentication/tokens/refresh')
  })

  it('says what a template leaves blank and with which flag it is given, and fills in what is known', async () => {
    const here = atMachine()
    const { out } = await here.type('provider', 'show', 'keycloak')
    expect(out).toContain('To fill in:')
    expect(out).toMatch(/^ {2}\{host\} +Host of your Keycloak +--host id\.example\.com$/m)
    expect(out).toMatch(/^ {2}\{realm\} +Name of the realm +--blank realm=acme$/m)
    const half = await here.type('provider', 'show', 'keycloak', '--host', 'sso.acme.test')
    expect(half.out).toContain('https://sso.acme.test/realms/{realm}')
    expect(half.out).not.toContain('--host')
    const whole = await here.type(
      'provider',
      'show',
      'keycloak',
      '--host',
      'sso.acme.test',
      '--blank',
      'realm=a',
    )
    expect(whole.out).not.toContain('To fill in')
    expect(whole.out).toContain('page: https://sso.acme.test/admin/a/console/#/a/clients')
  })
})

describe('lamplighter provider add', () => {
  it.each([
    ['nothing but a name', []],
    ['nothing to reach it by', ['--name', 'Acme']],
    ['no client id and nobody to ask for one', TOKENS],
  ])('refuses %s, and writes nothing', async (_name, flags) => {
    const { type, ports } = atMachine()
    expect((await type('provider', 'add', 'acme', ...flags)).code).toBe(64)
    expect(ports.files.text(FAKE_PATHS.config)).toBeUndefined()
  })

  it('saves what is complete, and what changes a known one', async () => {
    const { type, ports } = atMachine()
    expect((await type('provider', 'add', 'acme', ...TOKENS, '--client-id', 'c')).code).toBe(0)
    expect((await type('provider', 'add', 'openai-codex', '--lead', '30m')).code).toBe(0)
    const { providers } = JSON.parse(ports.files.text(FAKE_PATHS.config) ?? '{}')
    expect(providers).toMatchObject({ acme: { clientId: 'c' }, 'openai-codex': { leadSeconds: 1800 } })
  })
})
