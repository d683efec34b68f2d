/** The real Gemini CLI: what it stored as it signed in, and as it renewed that, is read. Then Google serves it nothing. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { node24, packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'

const packages = packagesOf('@google/gemini-cli')
const BUNDLE = join(packages ?? '', '@google', 'gemini-cli', 'bundle', 'gemini.js')
const BROWSER = join(import.meta.dirname, 'support', 'approving-browser.mjs')
const FILE = ['.gemini', 'oauth_creds.json'] as const
const ID = 'gemini-cli:google'

describe.skipIf(packages === undefined || node24 === undefined || !ProgramHome.canBe())(
  'Gemini CLI 0.61.0',
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('gemini', node24 ?? '', BUNDLE)
      here.putOnPath('xdg-open', [process.execPath, BROWSER])
      here.env({ DISPLAY: ':0', GEMINI_FORCE_FILE_STORAGE: 'true', GEMINI_CLI_NO_RELAUNCH: 'true' })
      here.put({ security: { auth: { selectedType: 'oauth-personal' } } }, '.gemini', 'settings.json')
    })
    afterEach(() => here.close())

    it('has its login read as it signed in, and as it renewed it', async () => {
      await here.set({ expiresInS: 200 })
      const first = here.start('--prompt', 'hello')
      first.write('y')
      await expect.poll(() => here.has(...FILE), { message: first.told }).toBe(true)
      await first.end()
      const [before] = await here.listed()
      expect(before).toMatchObject({ id: ID, mode: 'watched', account: 'ada@example.test' })
      await here.set({ expiresInS: 3_599 })
      const second = here.start('--prompt', 'hello')
      await expect.poll(() => here.read(...FILE).access_token, { message: second.told }).toBe('access-3')
      await second.end()
      const [after] = await here.listed()
      expect(Date.parse(after.accessExpiresAt)).toBeGreaterThan(Date.now() + 50 * 60_000)
      expect(here.spent).toEqual(['refresh-1'])
      expect((await here.lamplighter('refresh', ID)).code).not.toBe(0)
      expect(here.spent).toEqual(['refresh-1'])
    })
  },
)
