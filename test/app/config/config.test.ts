import { beforeEach, describe, expect, it } from 'vitest'
import type { AppError } from '../../../app/base/errors.ts'
import { type Config, createConfig } from '../../../app/config/config.ts'
import { programChoices } from '../../../app/config/program-choices.ts'
import { settle } from '../../fakes/clock.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../../fakes/ports.ts'

const PATH = FAKE_PATHS.config

let ports: FakePorts
let config: Config
beforeEach(() => {
  ports = createFakePorts()
  config = createConfig(ports)
})

function put(value: unknown): void {
  ports.files.put(PATH, typeof value === 'string' ? value : JSON.stringify(value))
}

describe('config.json', () => {
  it('may be absent or empty', async () => {
    expect(await config.read()).toEqual({ providers: {} })
    put('  ')
    expect(await config.read()).toEqual({ providers: {} })
  })

  it('may begin with a byte order mark', async () => {
    put(`\uFEFF{"maxConcurrent": 2}`)
    expect(await config.read()).toEqual({ providers: {}, maxConcurrent: 2 })
  })

  it('yields what it says, plain http on loopback included', async () => {
    put({ providers: { 'openai-codex': { tokenEndpoint: 'http://127.0.0.1:4000/token' } }, maxConcurrent: 8 })
    expect(await config.read()).toEqual({
      providers: { 'openai-codex': { tokenEndpoint: 'http://127.0.0.1:4000/token' } },
      maxConcurrent: 8,
    })
    expect(config.current().maxConcurrent).toBe(8)
  })

  it.each([
    ['no JSON', '{"providers":', 'not valid JSON'],
    ['a list', '[]', 'JSON object'],
    ['http elsewhere', { providers: { acme: { issuer: 'http://a.test' } } }, 'providers.acme.issuer'],
    [
      'a wrong encoding',
      { providers: { acme: { refreshEncoding: 'xml' } } },
      'providers.acme.refreshEncoding',
    ],
    ['a wrong type', { providers: { acme: { scopes: 'a b' } } }, 'providers.acme.scopes'],
    ['a scope with a space', { providers: { acme: { scopes: ['a b'] } } }, 'providers.acme.scopes.0'],
    ['a negative lead', { providers: { acme: { leadSeconds: -1 } } }, 'providers.acme.leadSeconds'],
    ['a secret itself', { providers: { acme: { clientSecretEnv: 's3:cret' } } }, 'not the secret itself'],
    [
      'a certificate itself',
      { providers: { acme: { clientCertificateFile: '-----BEGIN CERTIFICATE-----' } } },
      'providers.acme.clientCertificateFile: must be a whole path',
    ],
    [
      'a certificate that nobody is shown',
      {
        providers: { acme: { clientCertificateFile: '/c.pem', clientAuthentication: 'client_secret_post' } },
      },
      'providers.acme.clientCertificateFile: is shown with tls_client_auth',
    ],
    ['an unknown proof', { providers: { acme: { clientAuthentication: 'mtls' } } }, 'client_secret_basic'],
    [
      'half a redirect',
      { providers: { acme: { redirect: { port: 1 } } } },
      'providers.acme.redirect: must have',
    ],
    [
      'http to elsewhere',
      { providers: { acme: { redirect: { address: 'http://a.test' } } } },
      'acme.redirect',
    ],
    ['a number for text', { providers: { acme: { tokenParams: { a: 1 } } } }, 'providers.acme.tokenParams.a'],
    ['an endless login', { providers: { acme: { idleLimitDays: 0 } } }, 'providers.acme.idleLimitDays'],
    ['an id with a slash', { providers: { '../x': {} } }, 'not a provider id'],
    ['no concurrency', { maxConcurrent: 0 }, 'maxConcurrent'],
    [
      'a program nobody knows',
      { programs: { claude: { refresh: true } } },
      'programs.claude: is no program that',
    ],
    ['a program with a slash', { programs: { 'a/b': { refresh: true } } }, 'is not a name'],
    ['half a wish', { programs: { 'claude-code': { refresh: 'yes' } } }, 'programs.claude-code.refresh'],
    ['no token', { programs: { tool: { path: '/t' } } }, 'programs.tool.accessToken'],
    ['a relative path', { programs: { tool: { path: 't', accessToken: 'a' } } }, 'programs.tool.path'],
    [
      'an unknown unit',
      { programs: { tool: { path: '/t', accessToken: 'a', unit: 'min' } } },
      '"ms", "s" or "iso"',
    ],
    ['an unknown member', { programs: { tool: { path: '/t', accessToken: 'a', expires: 'b' } } }, 'expires'],
    [
      'nobody to ask',
      { programs: { tool: { path: '/t', accessToken: 'a', mode: 'delegated' } } },
      'programs.tool.mode: is "delegated" where "refresh" names a command',
    ],
  ])('is refused with %s, naming the file and the place', async (_what, value, place) => {
    put(value)
    const error = await config.read().catch((thrown: AppError) => thrown)
    expect(error).toMatchObject({ code: 'CONFIG_INVALID', hint: expect.stringContaining('Correct the file') })
    expect((error as AppError).message).toContain(PATH)
    expect((error as AppError).message).toContain(place)
  })

  it('describes programs, and says what a known one may do', async () => {
    const tool = { path: '~/.tool.json', accessToken: 'auth.token', unit: 'ms', refresh: ['tool', 'token'] }
    put({ programs: { tool, 'claude-code': { refresh: true } } })
    await config.read()
    const choices = programChoices(() => config.current())
    expect(choices.described()).toEqual([{ id: 'tool', ...tool }])
    expect(['claude-code', 'tool', 'constructor'].map((id) => choices.mayRefresh(id))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('keeps the last good settings while the file is broken', async () => {
    put({ maxConcurrent: 3 })
    await config.read()
    put('{')
    await expect(config.read()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    expect(config.current().maxConcurrent).toBe(3)
  })

  it('is no first start when it is broken at the first reading', async () => {
    put('{"welcomed": true,}')
    await expect(config.read()).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    expect(config.current()).toEqual({ providers: {}, welcomed: true })
    ports.files.delete(PATH)
    expect(await config.read()).toEqual({ providers: {} })
  })

  it('tells of changes, good and bad', async () => {
    const told: string[] = []
    const stop = config.watch((settings, problem) =>
      told.push(problem?.code ?? `max ${settings.maxConcurrent}`),
    )
    put({ maxConcurrent: 5 })
    await settle()
    put('{')
    await settle()
    stop()
    put({ maxConcurrent: 6 })
    await settle()
    expect(told).toEqual(['max 5', 'CONFIG_INVALID'])
  })
})

describe('addProvider', () => {
  it('makes the file where there is none', async () => {
    await config.addProvider({ id: 'acme', issuer: 'https://a.test', scopes: ['openid'] })
    expect(JSON.parse(ports.files.text(PATH) ?? '')).toEqual({
      providers: { acme: { issuer: 'https://a.test', scopes: ['openid'] } },
    })
    expect(config.current().providers).toHaveProperty('acme')
    expect(ports.files.text(PATH)).toMatch(/\n$/)
  })

  it('keeps every key it does not know, at every level', async () => {
    put({ theme: 'dark', providers: { acme: { note: 'mine', clientId: 'x' }, other: { odd: [1] } } })
    await config.addProvider({ id: 'acme', name: 'Acme' })
    expect(JSON.parse(ports.files.text(PATH) ?? '')).toEqual({
      theme: 'dark',
      providers: { acme: { note: 'mine', clientId: 'x', name: 'Acme' }, other: { odd: [1] } },
    })
  })

  it.each([
    { id: 'acme', issuer: 'http://a.test' },
    { id: 'a/b', issuer: 'https://a.test' },
    { id: '__proto__', issuer: 'https://a.test' },
    { id: '', issuer: 'https://a.test' },
  ])('writes nothing when given %j', async (input) => {
    await expect(config.addProvider(input)).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    expect(ports.files.text(PATH)).toBeUndefined()
    expect(ports.lock.isTaken('config')).toBe(false)
  })

  it('does not touch a file it cannot read', async () => {
    put('{ "providers": ')
    await expect(config.addProvider({ id: 'acme' })).rejects.toMatchObject({ code: 'CONFIG_INVALID' })
    expect(ports.files.text(PATH)).toBe('{ "providers": ')
  })

  it('waits for another process that writes it, and names it in the end', async () => {
    ports.lock.steal('config')
    const added = ports.clock.run(config.addProvider({ id: 'acme' }))
    await expect(added).rejects.toMatchObject({
      code: 'STORE_LOCKED',
      message: expect.stringContaining('1234'),
    })
    ports.lock.free('config')
    await expect(config.addProvider({ id: 'acme' })).resolves.toBeDefined()
  })
})

describe('what is wrong with a value', () => {
  it.each([
    [{ leadSeconds: 1e9 }, 'leadSeconds: must be at most 86400'],
    [{ maxConcurrent: 0 }, 'maxConcurrent: must be at least 1'],
    [{ maxConcurrent: 1.5 }, 'maxConcurrent: must be a whole number'],
    [{ maxConcurrent: '4' }, 'maxConcurrent: must be a number'],
    [{ theme: 'pink' }, 'theme: must be "system", "light" or "dark"'],
    [
      { providers: { a: { refreshScope: 'never' } } },
      'providers.a.refreshScope: must be "stored" or "always"',
    ],
    [{ providers: [] }, 'providers: must be an object'],
    [{ hooks: { refreshed: 'notify' } }, 'hooks.refreshed: must be a list'],
    [{ programs: { tool: { path: '/x', accessToken: 7 } } }, 'programs.tool.accessToken: must be a text'],
  ])('is said in our own words: %j', async (value, said) => {
    put(value)
    await expect(config.read()).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: `${PATH}: ${said}`,
    })
  })

  it('that somebody wants to set is no reason to correct the file', async () => {
    put({ maxConcurrent: 2 })
    await expect(config.change({ leadSeconds: 1e9 })).rejects.toMatchObject({
      message: expect.stringContaining('leadSeconds: must be at most 86400'),
      hint: 'Nothing was changed.',
    })
  })
})
