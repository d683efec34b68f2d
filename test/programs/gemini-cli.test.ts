/** The real Gemini CLI: what it stored as it signed in, and as it renewed that, is read. Then Google serves it nothing. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isRecord, parseJson } from '../../app/base/json.ts'
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

    /** Undefined as long as it is not there, or half written: it is written in place. */
    function held(): string | undefined {
      if (!here.has(...FILE)) return undefined
      const file = parseJson(here.text(...FILE))
      return isRecord(file) ? String(file['access_token']) : undefined
    }

    it('has its login read as it signed in, and as it renewed it', async () => {
      await here.set({ expiresInS: 3_600 })
      const first = here.start('--prompt', 'hello')
      first.write('y')
      await expect.poll(held, { message: first.told }).toBe('access-2')
      await first.end()
      const [before] = await here.listed()
      expect(before).toMatchObject({ id: ID, mode: 'watched', account: 'ada@example.test' })
      expect(Date.parse(before.accessExpiresAt)).toBeGreaterThan(Date.now() + 50 * 60_000)
      here.put({ ...here.read(...FILE), expiry_date: Date.now() + 200_000 }, ...FILE)
      const second = here.start('--prompt', 'hello')
      await expect.poll(held, { message: second.told }).toBe('access-3')
      await second.end()
      const [after] = await here.listed()
      expect(Date.parse(after.accessExpiresAt)).toBeGreaterThan(Date.now() + 50 * 60_000)
      expect(here.spent).toEqual(['refresh-1'])
      expect((await here.lamplighter('refresh', ID)).code).not.toBe(0)
      expect(here.spent).toEqual(['refresh-1'])
    })

    it('is told, and not read, where it is encrypted', async () => {
      here.env({ GEMINI_FORCE_ENCRYPTED_FILE_STORAGE: 'true' })
      const gemini = here.start('--prompt', 'hello')
      gemini.write('y')
      await expect.poll(() => here.has('.gemini', 'gemini-credentials.json')).toBe(true)
      await gemini.end()
      const [login] = await here.listed()
      expect(login).toMatchObject({ id: ID, grant: null, advice: expect.stringContaining('encrypted') })
    })
  },
)
