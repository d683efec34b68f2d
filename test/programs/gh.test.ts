/** The real GitHub CLI: what it stored as it signed in is read, in its file and in its keychain, and nothing is written. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasSecretService } from '../support/secret-service.ts'
import { debianPackages } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'
import { versionFound } from './support/version.ts'

const found = debianPackages('gh')
const versions = found.length > 0 ? found : [{ version: '(not fetched)', root: '' }]
const ID = 'github.com:ada'
/** Versions before have no keychain. */
const isModern = (version: string): boolean => Number(version.split('.')[1]) >= 24

describe.skipIf(found.length === 0 || !ProgramHome.canBe())('GitHub CLI', () => {
  describe.each(versions)('$version', ({ version, root }) => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('gh', join(root, 'usr', 'bin', 'gh'))
    })
    afterEach(() => here.close())

    const signIn = async (login = 'ada'): Promise<void> => {
      await here.set({ login })
      const gh = here.start('auth', 'login', '--web', '--hostname', 'github.com', '--git-protocol', 'https')
      expect([await gh.ended, gh.told]).toEqual([0, expect.stringContaining(login)])
    }
    const hosts = (): string => here.text('.config', 'gh', 'hosts.yml')
    const token = async (id = ID): Promise<string> => (await here.lamplighter('token', id)).out.trim()

    it('has its login read from hosts.yml, and again when it has signed in anew', async () => {
      await signIn()
      expect(await here.listed()).toMatchObject([
        { id: ID, mode: 'watched', account: 'ada', ownLogin: { program: 'GitHub CLI' } },
      ])
      expect(await token()).toBe('gho_1')
      const before = hosts()
      expect((await here.lamplighter('refresh', ID)).code).not.toBe(0)
      expect(hosts()).toBe(before)
      await here.set({ generation: 2 })
      await signIn()
      expect(await token()).toBe('gho_2')
    })

    it('says its version, and does nothing besides', async () => {
      await signIn()
      expect(await versionFound(here, 'gh')).toBe(version)
    })

    it.skipIf(!isModern(version))('has the logins of two people read', async () => {
      await signIn()
      await here.set({ generation: 2 })
      await signIn('bob')
      expect([await token(), await token('github.com:bob')]).toEqual(['gho_1', 'gho_2'])
    })

    it.skipIf(!isModern(version) || !hasSecretService())('has its login read from the keyring', async () => {
      const keyring = await here.keyring()
      await signIn()
      expect(hosts()).not.toContain('gho_')
      expect(await token()).toBe('gho_1')
      keyring.lock()
      expect(await here.listed()).toMatchObject([{ id: ID, grant: null }])
    })
  })
})
