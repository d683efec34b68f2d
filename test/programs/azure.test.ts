/** The real Azure CLI, signed in by itself: asked for a token it refreshes, and what MSAL then stored is read. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { debianPackages } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'

const [azure] = debianPackages('azure-cli')
const ID = 'azure:ada@example.test'

describe.skipIf(azure === undefined || !ProgramHome.canBe())(
  `Azure CLI ${azure?.version ?? '(not fetched)'}`,
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('az', '/usr/bin/python3', '-m', 'azure.cli')
      here.env({
        PYTHONPATH: join(azure?.root ?? '', 'usr', 'lib', 'python3', 'dist-packages'),
        AZURE_CORE_COLLECT_TELEMETRY: 'false',
      })
    })
    afterEach(() => here.close())

    async function signIn(lastsS: number): Promise<void> {
      await here.set({ expiresInS: lastsS })
      const login = here.start('login', '--use-device-code', '--output', 'none')
      expect([await login.ended, login.told]).toEqual([0, expect.any(String)])
      await here.set({ expiresInS: 3_600 })
    }

    it('refreshes when it is asked in its last minutes, and its new end is read', async () => {
      await signIn(200)
      const [before] = await here.listed()
      expect(before).toMatchObject({ id: ID, mode: 'delegated', account: 'ada@example.test' })
      const spent = here.spent.length // its sign-in is one too
      const { code, out, err } = await here.lamplighter('refresh', ID)
      expect([code, err]).toEqual([0, ''])
      expect(out).not.toMatch(/(access|refresh)-\d/)
      const [after] = await here.listed()
      expect(Date.parse(after.accessExpiresAt)).toBeGreaterThan(Date.now() + 50 * 60_000)
      expect(here.spent).toHaveLength(spent + 1)
      expect(after.grant).not.toBe(before.grant)
      expect((await here.lamplighter('refresh', ID)).code).not.toBe(0) // it would not refresh yet
      expect(here.spent).toHaveLength(spent + 1)
    })

    it('has no login any more when it has signed out', async () => {
      await signIn(3_600)
      expect(await here.listed()).toMatchObject([{ id: ID }])
      await here.start('logout').ended
      expect(await here.listed()).toEqual([])
    })

    it('is asked in vain when Microsoft refuses it', async () => {
      await signIn(200)
      await here.set({ isRefused: true })
      const tokens = () => here.read('.azure', 'msal_token_cache.json').RefreshToken
      const before = tokens()
      const { code, out } = await here.lamplighter('refresh', ID)
      expect([code, out]).toEqual([1, expect.stringContaining('Azure CLI was asked in vain')])
      expect(tokens()).toEqual(before)
    })
  },
)
