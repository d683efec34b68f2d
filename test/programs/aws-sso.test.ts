/** The real AWS CLI, signed in by itself: Lamplighter refreshes in AWS's dialect, and the next command uses what it wrote. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { debianPackages } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'
import { versionFound } from './support/version.ts'

const [aws] = debianPackages('awscli')
const CONFIG = `[sso-session work]
sso_start_url = https://ada.awsapps.com/start
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[profile ada]
sso_session = work
sso_account_id = 123456789012
sso_role_name = Reader
region = eu-west-1

[profile old]
sso_start_url = https://old.awsapps.com/start
sso_region = eu-west-1
sso_account_id = 123456789012
sso_role_name = Reader
`

describe.skipIf(aws === undefined || !ProgramHome.canBe())(
  `AWS CLI ${aws?.version ?? '(not fetched)'}, SSO`,
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('aws', join(aws?.root ?? '', 'usr', 'bin', 'aws'))
      here.env({
        PYTHONPATH: join(aws?.root ?? '', 'usr', 'lib', 'python3', 'dist-packages'),
        AWS_EC2_METADATA_DISABLED: 'true',
      })
      mkdirSync(here.path('.aws'))
      writeFileSync(here.path('.aws', 'config'), CONFIG)
      await here.set({ expiresInS: 20 * 60 })
      await signIn('--sso-session', 'work')
      await here.set({ expiresInS: 8 * 3_600 })
    })
    afterEach(() => here.close())

    async function signIn(...to: readonly string[]): Promise<void> {
      const login = here.start('sso', 'login', ...to, '--no-browser')
      expect([await login.ended, login.told]).toEqual([0, ''])
    }

    /** What it stored: beside the sign-in stands the client alone. */
    const stored = () => {
      const folder = here.path('.aws', 'sso', 'cache')
      const files = readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
      return files.find(({ accessToken }) => accessToken !== undefined)
    }
    const listed = async () => (await here.listed())[0]
    const id = async (): Promise<string> => (await listed()).id
    const bearers = () => here.seen.flatMap(({ bearer }) => bearer ?? [])

    /** A command that needs keys. @returns what it said when it failed */
    async function whoAmI(): Promise<string> {
      const command = here.start('sts', 'get-caller-identity', '--profile', 'ada')
      return (await command.ended) === 0 ? '' : command.told
    }

    it('is refreshed before its last quarter of an hour, and goes on with that', async () => {
      const first = stored()
      const login = await listed()
      expect(login).toMatchObject({ mode: 'shared', account: 'ada.awsapps.com' })
      expect(Date.parse(login.accessExpiresAt)).toBe(Date.parse(first.expiresAt))
      const { code, err } = await here.lamplighterInside('refresh', login.id)
      expect([code, err]).toEqual([0, ''])
      expect(stored()).toMatchObject({ accessToken: 'access-3', refreshToken: 'refresh-3' })
      expect(Object.keys(stored())).toEqual(Object.keys(first))
      expect(await whoAmI()).toBe('')
      expect(bearers()).toEqual(['access-3'])
      expect(here.spent).toEqual(['refresh-2'])
    })

    it('keeps its refresh token where AWS gives no other', async () => {
      await here.set({ isWithoutSuccessor: true })
      expect((await here.lamplighterInside('refresh', await id())).code).toBe(0)
      expect(stored()).toMatchObject({ accessToken: 'access-3', refreshToken: 'refresh-2' })
      expect(await whoAmI()).toBe('')
      await here.set({ isWithoutSuccessor: false })
      expect((await here.lamplighterInside('refresh', await id())).code).toBe(0)
      expect(stored()).toMatchObject({ accessToken: 'access-4', refreshToken: 'refresh-4' })
    })

    it('says its version, and does nothing besides', async () => {
      expect(await versionFound(here, 'aws-sso')).toBe(aws?.version)
    })

    it('is over when AWS has refused it, and is back when somebody has signed in', async () => {
      const before = stored()
      await here.set({ refreshGeneration: 9 })
      const { code, out } = await here.lamplighterInside('refresh', await id())
      expect([code, out]).toEqual([2, expect.stringContaining('has ended this login')])
      expect(stored()).toEqual(before)
      const ownLogin = { command: ['aws', 'sso', 'login', '--sso-session', 'work'] }
      expect(await listed()).toMatchObject({ state: 'needs-login', ownLogin })
      await signIn(...ownLogin.command.slice(3))
      expect((await listed()).state).toBe('fresh')
    })

    it('is counted down where it has nothing to be renewed with, as a start URL without a session', async () => {
      await here.set({ isWithoutSuccessor: true })
      await signIn('--profile', 'old')
      const logins = await here.listed()
      expect(logins).toHaveLength(2)
      const old = logins.find(({ account }: { account: string }) => account === 'old.awsapps.com')
      expect(old).toMatchObject({ mode: 'watched', advice: expect.stringContaining('no refresh token') })
      expect((await here.lamplighterInside('refresh', old.id)).code).not.toBe(0)
      expect(here.spent).toEqual([])
    })
  },
)
