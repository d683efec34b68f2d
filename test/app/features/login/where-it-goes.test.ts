/** Where the tokens of a sign-in are put, and what becomes of what was there. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../app/base/errors.ts'
import { grantLockName } from '../../../../app/engine/refresh/grant-lock.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { jwt } from '../../../fakes/providers.ts'
import { answering, isLogin, signIn } from '../../../support/answering.ts'
import { MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

const anew = (what: string, seconds = 3600) => ({
  access_token: `CANARY-access-${what}`,
  refresh_token: `CANARY-refresh-${what}`,
  id_token: jwt({ email: 'ada@example.test' }),
  expires_in: seconds,
})

const FRESH = answering(() => anew('new'))

const ACME = {
  id: 'acme',
  authorizationEndpoint: 'https://acme.test/authorize',
  tokenEndpoint: 'https://acme.test/token',
  clientId: 'lamplighter',
}
const saved = (machine: MemoryMachine): unknown =>
  JSON.parse(machine.files.text(FAKE_PATHS.config) ?? '{}').providers?.acme
const CLIENTS = '/home/ada/.local/share/lamplighter/clients.json'

describe('a sign-in', () => {
  it.each([
    ['is damaged', { createdAtMs: 'yesterday' }],
    ['was sealed with a key that is lost', { sealed: 'v1.0000000000000000.AAAA.AAAA.AAAA' }],
  ])('replaces an entry of the vault that %s', async (_name, damage) => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    await machine.seed()
    const vault = JSON.parse(machine.files.text(FAKE_PATHS.vault) ?? '')
    Object.assign(vault.profiles[PROFILE], damage)
    machine.files.put(FAKE_PATHS.vault, JSON.stringify(vault))
    const { core } = await machine.start(false, FRESH)
    const step = await machine.run(signIn(machine, core, { providerId: 'openai-codex' }))
    expect(step).toMatchObject({ kind: 'done', profileId: PROFILE })
    expect(await machine.stored()).toBe('CANARY-refresh-new')
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
    await machine.run(core.close())
  })

  it('of an account that OpenClaw keeps as well is told, and remembered, as one of its own', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const { core } = await machine.start(false, FRESH)
    const step = await machine.run(signIn(machine, core, { providerId: 'openai-codex' }))
    if (step.kind !== 'done') throw new Error(step.kind)
    expect(await machine.stored()).toBe('CANARY-refresh-1') // OpenClaw's own stays as it was
    expect(core.profile(step.profileId).status.kind).toBe('fresh')
    expect(core.profile(PROFILE).status.kind).toBe('expired')
    const [event] = await machine.run(core.history({ profileId: PROFILE }))
    expect(event?.kind).not.toBe('signed-in')
    await machine.run(core.close())
  })
})

describe('a sign-in to another account under the same address', () => {
  it('is kept beside the first, and takes the place of itself the next time', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    let workspace = 'personal'
    let times = 0
    const answers = answering(() => {
      const auth = { 'https://api.openai.com/auth': { chatgpt_account_id: workspace } }
      const told = { ...auth, 'https://api.openai.com/profile': { email: 'ada@example.test' } }
      return { ...anew(`${workspace}-${++times}`), access_token: jwt(told) }
    })
    const { core } = await machine.start(false, answers)
    const ids: string[] = []
    for (workspace of ['personal', 'team', 'personal', 'team']) {
      const step = await machine.run(signIn(machine, core, { providerId: 'openai-codex' }))
      if (step.kind !== 'done') throw new Error(JSON.stringify(step))
      ids.push(step.profileId)
    }
    expect(ids[0]).toBe(PROFILE)
    expect(ids[1]).not.toBe(PROFILE)
    expect(ids.slice(2)).toEqual(ids.slice(0, 2))
    expect(core.overview().profiles).toHaveLength(2)
    expect(await machine.stored()).toBe('CANARY-refresh-personal-3')
    await machine.run(core.close())
  })
})

describe('a sign-in whose answer does not say whose it is', () => {
  it('is called like its provider, and takes the place of none', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    let times = 0
    const answers = answering(() => ({ ...anew(`${++times}`), id_token: undefined }))
    const { core } = await machine.start(false, answers)
    await machine.run(core.proposeProvider(ACME))
    const ids: string[] = []
    for (const _ of [1, 2, 3]) {
      const step = await machine.run(signIn(machine, core, { providerId: 'acme' }))
      if (step.kind !== 'done') throw new Error(JSON.stringify(step))
      ids.push(step.profileId)
    }
    expect(ids).toEqual(['acme:acme', 'acme:acme-2', 'acme:acme-3'])
    const can = { signOut: true, forget: true }
    expect(core.profile('acme:acme')).toMatchObject({ account: 'acme', can })
    expect(core.profile('acme:acme').can).not.toHaveProperty('replaceKey')
    await machine.run(core.close())
  })
})

describe('a sign-in while a refresh is under way', () => {
  it('is what stays, though the refresh is answered later', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    await machine.seed()
    let finish = (): void => undefined
    const late = new Promise<void>((resolve) => (finish = resolve))
    const answers = answering(async (request) => {
      if (isLogin(request)) return anew('login')
      await late
      return anew('refreshed', 7200)
    })
    const { core } = await machine.start(false, answers)
    const refreshing = core.refresh(PROFILE)
    await machine.clock.advance(100)
    const signing = signIn(machine, core, { profileId: PROFILE })
    await machine.clock.advance(1_000)
    finish()
    await machine.run(refreshing)
    expect((await machine.run(signing)).kind).toBe('done')
    expect(await machine.stored()).toBe('CANARY-refresh-login')
    await machine.run(core.close())
  })

  it('is not lost over a process that sleeps with the lock', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    await machine.seed()
    const { core, ports } = await machine.start(false, FRESH)
    const sleeper = await ports.lock.tryAcquire(
      grantLockName(ports, { provider: 'openai-codex', id: PROFILE }),
    )
    expect((await machine.run(signIn(machine, core, { profileId: PROFILE }))).kind).toBe('done')
    expect(await machine.stored()).toBe('CANARY-refresh-new')
    await sleeper?.release()
    await machine.run(core.close())
  })

  it('is not lost over a full disk that takes none of our locks', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const { core } = await machine.start(false, FRESH)
    machine.lock.before = (name) => {
      if (name.startsWith('grant-'))
        throw new AppError('STORE_UNWRITABLE', `Locking ${name} failed (ENOSPC).`)
    }
    expect((await machine.run(signIn(machine, core, { profileId: PROFILE }))).kind).toBe('done')
    expect(await machine.stored()).toBe('CANARY-refresh-new')
    await machine.run(core.close())
  })
})

describe('a provider that is added with a sign-in', () => {
  it('is written down once the sign-in has worked', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const { core } = await machine.start(false, FRESH)
    await machine.run(core.proposeProvider(ACME))
    expect(saved(machine)).toBeUndefined()
    const step = await machine.run(signIn(machine, core, { providerId: 'acme' }))
    expect(step).toMatchObject({ kind: 'done', profileId: 'acme:ada@example.test' })
    expect(saved(machine)).toMatchObject({ tokenEndpoint: ACME.tokenEndpoint, clientId: 'lamplighter' })
    await machine.run(core.close())
  })

  it('is not when it was given up, and is held to the rules of the file before', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const { core } = await machine.start(false, FRESH)
    await machine.run(core.proposeProvider(ACME))
    const { id } = await machine.run(core.logins.start({ providerId: 'acme' }))
    await machine.run(core.logins.cancel(id))
    expect(saved(machine)).toBeUndefined()
    for (const bad of [{ id: 'acme' }, { ...ACME, tokenEndpoint: 'http://acme.test/token' }]) {
      await expect(core.proposeProvider({ ...bad, id: 'other' })).rejects.toThrow(/other/)
    }
    await machine.run(core.close())
  })
})

describe('the secret of a provider that a person describes', () => {
  const stored = (machine: MemoryMachine) => machine.files.text(CLIENTS) ?? ''

  it('signs in at once, and is in the vault once the sign-in has worked', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const { core } = await machine.start(false, FRESH)
    await machine.run(core.proposeProvider(ACME, new Secret('CANARY-client-secret')))
    expect(stored(machine)).toBe('')
    await machine.run(signIn(machine, core, { providerId: 'acme' }))
    expect(JSON.parse(stored(machine)).clients).toHaveProperty('acme.secret')
    expect(stored(machine)).not.toContain('CANARY')
    expect(machine.files.text(FAKE_PATHS.config)).not.toContain('CANARY')
    await machine.run(core.close())
  })

  it('is nowhere when it was given up', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const { core } = await machine.start(false, FRESH)
    await machine.run(core.proposeProvider(ACME, new Secret('CANARY-client-secret')))
    const { id } = await machine.run(core.logins.start({ providerId: 'acme' }))
    await machine.run(core.logins.cancel(id))
    expect(stored(machine)).toBe('')
    await machine.run(core.close())
  })

  it.each([
    ['redirect', { redirect: { host: '127.0.0.1', port: 99_999, path: '/' } }],
    ['tokenEndpoint', { tokenEndpoint: 'http://acme.test/token' }],
    ['scopes', { scopes: ['two words'] }],
  ] as const)('is refused with a fault that names the field: %s', async (field, wrong) => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const { core } = await machine.start(false, FRESH)
    await expect(core.proposeProvider({ ...ACME, ...wrong })).rejects.toMatchObject({ field })
    await machine.run(core.close())
  })

  it('is checked where it is a private key', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const { core } = await machine.start(false, FRESH)
    const noKey = new Secret('-----BEGIN PRIVATE KEY-----\nCANARY\n-----END PRIVATE KEY-----')
    await expect(core.proposeProvider(ACME, noKey)).rejects.toMatchObject({ field: 'secret' })
    await machine.run(core.close())
  })
})

describe("a sign-in to a login in OpenClaw's files", () => {
  it('says what remains for the person, with the command, and the history says the same', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const { core } = await machine.start(false, FRESH)
    const step = await machine.run(signIn(machine, core, { profileId: PROFILE }))
    expect(step).toMatchObject({ kind: 'done', remains: [{ command: 'openclaw gateway restart' }] })
    const [event] = await machine.run(core.history({ profileId: PROFILE }))
    expect(event?.message).toContain('Run: openclaw gateway restart')
    await machine.run(core.close())
  })
})
