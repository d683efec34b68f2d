/** The real Kimi Code: what it stored as it signed in, and as it renewed that, is read, and what it empties is over. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { node24, packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'
import { versionFound } from './support/version.ts'

const packages = packagesOf('@moonshot-ai/kimi-code')
const ID = 'kimi:kimi-code'
const FILE = ['.kimi-code', 'credentials', 'kimi-code.json'] as const

describe.skipIf(packages === undefined || node24 === undefined || !ProgramHome.canBe())(
  'Kimi Code 2.1.0',
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('kimi', node24 ?? '', join(packages ?? '', '.bin', 'kimi'))
      await here.set({ expiresInS: 200 })
      const kimi = here.start('login')
      expect([await kimi.ended, kimi.told]).toEqual([0, expect.stringContaining('Logged in')])
    })
    afterEach(() => here.close())

    const listed = async () => (await here.listed())[0]
    /** Nothing else makes it refresh; what its model would say is of no interest. */
    const ask = () => here.start('--prompt', 'hello').ended

    it('has its login read as it signed in, and as it renewed it', async () => {
      const before = await listed()
      expect(before).toMatchObject({ id: ID, mode: 'watched' })
      expect(Date.parse(before.accessExpiresAt)).toBe(here.read(...FILE).expires_at * 1_000)
      await here.set({ expiresInS: 900 })
      await ask()
      expect(here.spent).toEqual(['refresh-2'])
      const after = await listed()
      expect(after.grant).not.toBe(before.grant)
      expect(Date.parse(after.accessExpiresAt)).toBeGreaterThan(Date.now() + 10 * 60_000)
      expect((await here.lamplighter('refresh', before.id)).code).not.toBe(0)
      expect(here.spent).toEqual(['refresh-2'])
    })

    it('says its version, and does nothing besides', async () => {
      expect(await versionFound(here, 'kimi-code')).toBe('2.1.0')
    })

    it('is over when Kimi has refused it, and its file is empty', async () => {
      await here.set({ generation: 9 })
      await ask()
      expect(here.read(...FILE)).toMatchObject({ access_token: '', refresh_token: '' })
      const { state, advice } = await listed()
      expect([state, advice]).toEqual(['needs-login', expect.stringContaining('Kimi refused the login')])
    })
  },
)
