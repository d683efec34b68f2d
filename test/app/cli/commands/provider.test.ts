import { describe, expect, it, vi } from 'vitest'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

async function configOf({ ports }: ReturnType<typeof atMachine>) {
  return JSON.parse((await ports.files.read(FAKE_PATHS.config)) ?? '{}')
}

describe('lamplighter provider add NAME', () => {
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
})
