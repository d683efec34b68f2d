import { describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../../app/model/secret.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const CREDENTIAL = {
  kind: 'oauth',
  generation: 1,
  accessToken: new Secret('CANARY-a'),
  refreshToken: new Secret('CANARY-r'),
  account: { email: 'ada@example.test' },
} as const

async function machine() {
  const ports = createFakePorts()
  ports.files.put(
    FAKE_PATHS.config,
    JSON.stringify({ providers: { acme: { issuer: 'https://acme.test', clientId: 'c' } }, kept: 1 }),
  )
  const entry = { id: 'acme:ada', provider: 'acme', credential: CREDENTIAL }
  await ports.clock.run(createVault(ports).add(entry))
  ports.files.put(
    FILE,
    JSON.stringify({
      version: 1,
      profiles: { 'beta:bob': { type: 'token', provider: 'beta', token: 'CANARY' } },
    }),
  )
  return atMachine(ports)
}

describe('lamplighter forget', () => {
  it('deletes our copy when somebody said that it is meant, and nothing else', async () => {
    const here = await machine()
    expect(await here.type('forget', 'acme:ada')).toMatchObject({
      code: 64,
      err: expect.stringContaining('--yes'),
    })
    expect((await here.type('list')).out).toContain('acme:ada')
    expect(await here.type('forget', 'acme:ada', '--yes', '--json')).toMatchObject({
      code: 0,
      out: '{"version":1,"forgotten":"acme:ada","stays":[]}',
    })
    expect((await here.type('list')).out).not.toContain('acme:ada')
    expect((await here.type('list')).out).toContain('beta:bob')
    expect((await here.type('history')).out).toContain('Lamplighter’s copy was deleted.')
    const { events } = JSON.parse((await here.type('history', '--json')).out)
    expect(events).toMatchObject([{ kind: 'forgotten', profileId: 'acme:ada', account: 'ada@example.test' }])
  })

  it("leaves alone what is another program's, and says where it lies", async () => {
    const here = await machine()
    const before = here.ports.files.text(FILE)
    const { code, err } = await here.type('forget', 'beta:bob', '--yes')
    expect({ code, err }).toEqual({ code: 69, err: expect.stringContaining(FILE) })
    expect(here.ports.files.text(FILE)).toBe(before)
  })
})

describe('lamplighter rename', () => {
  it('gives a login a name by which it is found, and takes it away again', async () => {
    const here = await machine()
    expect(await here.type('rename', 'acme:ada', 'work')).toMatchObject({
      code: 0,
      out: 'acme:ada is called work.',
    })
    expect((await here.type('list')).out).toContain('work (ada@example.test)')
    expect(JSON.parse((await here.type('list', '--json')).out).profiles[0]).toMatchObject({
      name: 'work',
      account: 'ada@example.test',
    })
    expect(await here.type('rename', 'beta:bob', 'work')).toMatchObject({ code: 64 })
    expect(await here.type('rename', 'work')).toMatchObject({
      code: 0,
      out: 'acme:ada is called ada@example.test.',
    })
    expect(await here.type('locks', 'work')).toMatchObject({
      code: 64,
      err: expect.stringContaining('Choose one of:'),
    })
    expect(here.ports.files.text(FAKE_PATHS.config)).toContain('"kept": 1')
  })

  it('names the nearest login first where none is called like that', async () => {
    const { err } = await (await machine()).type('locks', 'beta:bbo')
    expect(err).toContain('Choose one of: beta:bob, acme:ada')
  })
})

describe('lamplighter provider', () => {
  it('is renamed; removed only when no login needs it', async () => {
    const here = await machine()
    expect(await here.type('provider', 'rename', 'acme', 'Acme Inc')).toMatchObject({ code: 0 })
    expect((await here.type('provider', 'list')).out).toContain('Acme Inc')
    expect(await here.type('provider', 'remove', 'acme')).toMatchObject({
      code: 64,
      err: expect.stringContaining('acme:ada'),
    })
    await here.type('forget', 'acme:ada', '--yes')
    expect(await here.type('provider', 'remove', 'acme')).toMatchObject({ code: 0 })
    expect((await here.type('provider', 'list')).out).not.toContain('acme')
    expect(await here.type('provider', 'remove', 'xai')).toMatchObject({
      code: 64,
      err: expect.stringContaining('by itself'),
    })
    expect(await here.type('provider', 'rename', 'nobody', 'x')).toMatchObject({ code: 64 })
  })
})

describe('lamplighter node', () => {
  it('is renamed and removed', async () => {
    const here = await machine()
    await here.type('node', 'add', 'ada@t440')
    expect((await here.type('node', 'rename', 'ada@t440', 'T440')).out).toMatch(/^T440 +ada@t440/)
    expect(await here.type('node', 'rename', 'nowhere', 'x')).toMatchObject({ code: 64 })
    expect(await here.type('node', 'rename', 'T440')).toMatchObject({ code: 64 })
    expect(await here.type('node', 'remove', 'T440')).toMatchObject({ code: 0 })
    expect(here.ports.files.text(FAKE_PATHS.config)).not.toContain('t440')
  })
})
