/** The real Copilot CLI: what its sign-in stores, and that it stores nothing where it has no keychain. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasSecretService } from '../support/secret-service.ts'
import { packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'

const packages = packagesOf('@github/copilot')
const BINARY = join('@github', `copilot-linux-${process.arch}`, 'copilot')
const FILE = ['.copilot', 'config.json'] as const
const ID = 'copilot:https://github.com:ada'

describe.skipIf(packages === undefined || !ProgramHome.canBe())('GitHub Copilot CLI 1.0.102', () => {
  let here: ProgramHome
  beforeEach(async () => {
    here = await ProgramHome.make('copilot', join(packages ?? '', BINARY))
  })
  afterEach(() => here.close())

  async function signIn() {
    const copilot = here.start('login', '--device-code')
    return { code: await copilot.ended, said: copilot.printed + copilot.told }
  }

  it('stores nothing without a keychain, and no login is made out of that', async () => {
    const { code, said } = await signIn()
    expect([code, said]).toEqual([1, expect.stringContaining('not saved')])
    expect(await here.listed()).toEqual([])
  })

  it('has its login read where it may store it in its file, with what its sign-in costs', async () => {
    here.put({ storeTokenPlaintext: true }, '.copilot', 'settings.json')
    const { code, said } = await signIn()
    expect([code, said]).toEqual([0, expect.stringContaining('ada')])
    expect(here.text(...FILE)).toContain('gho_1')
    const [login] = await here.listed()
    expect(login).toMatchObject({ id: ID, mode: 'watched', account: 'ada' })
    expect(login.ownLogin.warning).toContain('stores nothing')
    expect((await here.lamplighter('token', ID)).out.trim()).toBe('gho_1')
  })

  it.skipIf(!hasSecretService())('has its login read from the keyring', async () => {
    const keyring = await here.keyring()
    expect((await signIn()).code).toBe(0)
    expect(here.text(...FILE)).not.toContain('gho_')
    expect((await here.lamplighter('token', ID)).out.trim()).toBe('gho_1')
    keyring.lock()
    expect(await here.listed()).toMatchObject([{ id: ID, grant: null }])
  })
})
