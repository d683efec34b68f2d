import { describe, expect, it } from 'vitest'
import { createCore } from '../../../../app/core.ts'
import { createVault } from '../../../../app/stores/vault/store.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'
import { credential } from '../../../support/logins.ts'
import { HOUR } from '../../../support/test-machine.ts'

const LOGIN = 'acme:ada@example.test'

async function machine(revocationEndpoint?: string) {
  const ports = createFakePorts()
  const { clock, files, paths } = ports
  const acme = { tokenEndpoint: 'https://acme.test/token', clientId: 'c', revocationEndpoint }
  files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme }, names: { [LOGIN]: 'work' } }))
  const run = <T>(work: Promise<T>): Promise<T> => clock.run(work)
  const account = { email: 'ada@example.test' }
  const put = (access: string) => {
    const login = credential({ access, refresh: 'CANARY-r', expiresAtMs: clock.now() + HOUR, account })
    return run(createVault(ports).add({ id: LOGIN, provider: 'acme', credential: login }))
  }
  await put('CANARY-a')
  const core = createCore(ports)
  await run(core.start({ schedule: false }))
  const vault = () => files.text(paths.vault)
  return { ...ports, core, run, put, vault }
}

describe('a login whose copy was deleted', () => {
  it.each(['forget', 'logout'] as const)('is had back as it was, with its name: %s', async (how) => {
    const { core, run, vault } = await machine()
    const before = vault()
    await run<unknown>(core[how](LOGIN))
    expect(core.overview().profiles).toEqual([])
    expect(await run(core.takeBack(LOGIN))).toMatchObject({
      id: LOGIN,
      name: 'work',
      status: { kind: 'fresh' },
    })
    expect(JSON.parse(vault() ?? '')).toEqual(JSON.parse(before ?? ''))
    expect((await run(core.token(LOGIN))).accessToken.expose()).toBe('CANARY-a')
    const [event] = await run(core.history({}))
    expect(event).toMatchObject({ kind: 'imported', cause: 'undone', profileId: LOGIN })
    await expect(run(core.takeBack(LOGIN))).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
  })

  it('is not had back once the provider has ended it', async () => {
    const { core, run, http } = await machine('https://acme.test/revoke')
    http.always('https://acme.test/revoke', { status: 200 })
    await run(core.logout(LOGIN))
    await expect(run(core.takeBack(LOGIN))).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
  })

  it('is not put over one that was made since', async () => {
    const { core, run, put, vault } = await machine()
    await run(core.forget(LOGIN))
    await put('CANARY-new')
    const now = vault()
    await expect(run(core.takeBack(LOGIN))).rejects.toMatchObject({ code: 'STORE_CHANGED' })
    expect(vault()).toBe(now)
  })
})
