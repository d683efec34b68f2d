/** The real Kimi Code: what it stored as it signed in, and as it renewed that, is read, and what it empties is over. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { node24, packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'

const packages = packagesOf('@moonshot-ai/kimi-code')
const ID = 'kimi:kimi-code'
const FILE = ['.kimi-code', 'credentials', 'kimi-code.json'] as const

describe.skipIf(packages === undefined || node24 === undefined || !ProgramHome.canBe())(
  'Kimi Code 2.1.0',
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('kimi', node24 ?? '', join(packages ?? '', '.bin', 'kimi'))
      const kimi = here.start('login')
      await expect.poll(() => here.has(...FILE), { message: kimi.told }).toBe(true)
      await kimi.end()
    })
    afterEach(() => here.close())

    it('has its login read as it signed in', async () => {
      const [login] = await here.listed()
      expect(login).toMatchObject({ id: ID, mode: 'watched' })
    })
  },
)
