import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createProxyFor } from '../../../../app/platform/net/proxy.ts'

const VARIABLES = ['https_proxy', 'all_proxy', 'no_proxy', 'http_proxy', 'npm_config_https_proxy']

beforeEach(() => {
  for (const name of VARIABLES.flatMap((one) => [one, one.toUpperCase()])) vi.stubEnv(name, undefined)
})

afterEach(() => vi.unstubAllEnvs())

/** Where a request goes: "straight", or the proxy's address. */
async function way(address: string, env: Readonly<Record<string, string>>, system?: string): Promise<string> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  const proxyFor = createProxyFor(system === undefined ? undefined : async () => system)
  const found = await proxyFor(new URL(address)).catch((error: Error) => error)
  return found instanceof Error ? found.message : (found?.href ?? 'straight')
}

const TOKEN = 'https://login.example.test/token'

describe('the way out, by the environment', () => {
  it.each([
    [{}, 'straight'],
    [{ HTTPS_PROXY: 'http://proxy.test:3128' }, 'http://proxy.test:3128/'],
    [{ https_proxy: 'http://proxy.test:3128' }, 'http://proxy.test:3128/'],
    [{ HTTPS_PROXY: 'proxy.test:3128' }, 'http://proxy.test:3128/'],
    [{ HTTPS_PROXY: 'https://proxy.test' }, 'https://proxy.test/'],
    [{ ALL_PROXY: 'http://all.test:1' }, 'http://all.test:1/'],
    [{ ALL_PROXY: 'socks5://all.test:1', HTTPS_PROXY: 'http://proxy.test:3128' }, 'http://proxy.test:3128/'],
    [{ HTTP_PROXY: 'http://plain.test:1' }, 'straight'],
    [{ HTTPS_PROXY: 'http://proxy.test:3128', NO_PROXY: '.example.test' }, 'straight'],
    [{ HTTPS_PROXY: 'http://proxy.test:3128', NO_PROXY: 'other.test' }, 'http://proxy.test:3128/'],
    [{ HTTPS_PROXY: 'http://proxy.test:3128', no_proxy: '*' }, 'straight'],
  ])('%j: %s', async (env, expected) => {
    expect(await way(TOKEN, env as Record<string, string>)).toBe(expected)
  })

  it.each(['https://localhost:1/', 'https://127.0.0.1:1/', 'https://[::1]:1/'])(
    'is straight to this machine: %s',
    async (address) => {
      expect(await way(address, { HTTPS_PROXY: 'http://proxy.test:3128' }, 'PROXY a.test:1')).toBe('straight')
    },
  )

  it('says what is wrong with the one that is named, and not its password', async () => {
    const socks = await way(TOKEN, { ALL_PROXY: 'socks5://me:CANARY@socks.test:1080' })
    expect(socks).toBe('ALL_PROXY is a socks5 proxy, and only http and https ones can be used')
    const rubbish = await way(TOKEN, { HTTPS_PROXY: 'http://me:CANARY@:::' })
    expect(rubbish).toBe('HTTPS_PROXY is not an address: it should look like http://host:port')
  })
})

describe('the way out, by the system', () => {
  it.each([
    ['DIRECT', 'straight'],
    ['', 'straight'],
    ['PROXY proxy.test:3128; DIRECT', 'http://proxy.test:3128/'],
    ['HTTPS proxy.test:3129', 'https://proxy.test:3129/'],
    ['SOCKS5 socks.test:1080; PROXY proxy.test:3128', 'http://proxy.test:3128/'],
    ['SOCKS5 socks.test:1080; DIRECT', 'straight'],
    [
      'SOCKS5 socks.test:1080',
      'the system’s proxy is a socks5 proxy, and only http and https ones can be used',
    ],
  ])('"%s": %s', async (answer, expected) => {
    expect(await way(TOKEN, {}, answer)).toBe(expected)
  })

  it('is not asked when the environment names one', async () => {
    const env = { HTTPS_PROXY: 'http://proxy.test:3128' }
    expect(await way(TOKEN, env, 'PROXY other.test:1')).toBe('http://proxy.test:3128/')
    expect(await way(TOKEN, { ...env, NO_PROXY: 'login.example.test' }, 'PROXY other.test:1')).toBe(
      'straight',
    )
  })
})
