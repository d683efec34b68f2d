import { describe, expect, it, vi } from 'vitest'
import { HttpFailure } from '../../../../app/base/ports.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const REVOKE = 'https://acme.test/revoke'

async function machine(
  more: object = { revocationEndpoint: REVOKE },
  kind: 'oauth' | 'api-key' = 'oauth',
  typed?: string[],
) {
  const ask = async () => typed?.shift() ?? ''
  const terminal = typed ? { terminal: { ask, askSecret: async () => new Secret('') } } : {}
  const ports = createFakePorts()
  const acme = { tokenEndpoint: 'https://acme.test/token', clientId: 'c', ...more }
  ports.files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme } }))
  const credential = {
    kind,
    generation: 1,
    accessToken: new Secret('CANARY-a'),
    refreshToken: new Secret('CANARY-r'),
    account: { email: 'ada@example.test' },
  }
  await ports.clock.run(createVault(ports).add({ id: 'acme:ada', provider: 'acme', credential }))
  return atMachine(ports, terminal)
}

async function isThere(here: Awaited<ReturnType<typeof machine>>): Promise<boolean> {
  return (await here.type('list')).out.includes('acme:ada')
}

describe('lamplighter logout', () => {
  it('says what goes dark, asks, and ends it', async () => {
    const here = await machine()
    const { code, out } = await here.type('logout', 'acme:ada', '--dry-run')
    expect({ code, out }).toEqual({ code: 0, out: 'Ends at acme, for everybody who uses it:' })
    expect((await here.type('logout', 'acme:ada')).err).toContain('--yes')
    expect(await isThere(here)).toBe(true)
    here.ports.http.expect(REVOKE, { status: 200 }, 2)
    expect(await here.type('logout', 'acme:ada', '--yes', '--json')).toMatchObject({
      code: 0,
      out: '{"version":1,"signedOut":"acme:ada","revoked":true,"stays":[]}',
    })
    expect(await isThere(here)).toBe(false)
    expect([here.ports.http.form(0), here.ports.http.form(1)]).toEqual([
      { token: 'CANARY-r', token_type_hint: 'refresh_token', client_id: 'c' },
      { token: 'CANARY-a', token_type_hint: 'access_token', client_id: 'c' },
    ])
  })

  it.each([
    ['cannot be reached', new HttpFailure('network', false, 'ECONNREFUSED')],
    ['refuses', { status: 400, json: { error: 'invalid_client' } }],
  ])('keeps everything where the provider %s', async (_, answer) => {
    const here = await machine()
    here.ports.http.expect(REVOKE, answer)
    const { code, err } = await here.type('logout', 'acme:ada', '--yes')
    expect(code).not.toBe(0)
    expect(err).not.toContain('CANARY')
    expect(await isThere(here)).toBe(true)
  })

  it('is content where only the access token cannot be ended by itself', async () => {
    const here = await machine()
    here.ports.http.expect(REVOKE, { status: 200 })
    here.ports.http.expect(REVOKE, { status: 400, json: { error: 'unsupported_token_type' } })
    expect((await here.type('logout', 'acme:ada', '--yes')).out).toContain('has ended the login')
  })

  it('says before that a provider ends nothing, and then deletes the copy', async () => {
    const here = await machine({})
    const { out } = await here.type('logout', 'acme:ada', '--yes')
    expect(out).toMatch(/^acme offers no way to end a login: only the copy here goes/)
    expect(await isThere(here)).toBe(false)
  })

  it.each([
    ['undo', true],
    ['', false],
  ])('can be taken back as long as it runs, where nothing was ended: %j', async (answer, isBack) => {
    const here = await machine({}, 'oauth', ['y', answer])
    const { code, out } = await here.type('logout', 'acme:ada')
    expect({ code, isBack: out.includes('acme:ada is back as it was.') }).toEqual({ code: 0, isBack })
    expect(await isThere(here)).toBe(isBack)
  })

  it('asks nobody about taking back what the provider has ended', async () => {
    const here = await machine({ revocationEndpoint: REVOKE }, 'oauth', ['y', 'undo'])
    here.ports.http.expect(REVOKE, { status: 200 }, 2)
    expect((await here.type('logout', 'acme:ada')).out).not.toContain('back')
    expect(await isThere(here)).toBe(false)
  })

  it('has nothing to do with keys', async () => {
    const here = await machine({}, 'api-key')
    expect((await here.type('logout', 'acme:ada', '--yes')).err).toContain('lamplighter forget acme:ada')
  })
})
