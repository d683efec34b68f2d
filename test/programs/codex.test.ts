/** The real Codex, asked by Lamplighter: one request for each refresh, and a sign-in that ends no login before it is there. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chatGptTokens } from './support/codex-tokens.mjs'
import { packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'
import { versionFound } from './support/version.ts'

const packages = packagesOf('@openai/codex')
const VENDOR = join('@openai', 'codex-linux-x64', 'vendor', 'x86_64-unknown-linux-musl', 'bin', 'codex')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LOGIN = 'codex:chatgpt'
const FILE = ['.codex', 'auth.json'] as const

describe.skipIf(packages === undefined || process.arch !== 'x64' || !ProgramHome.canBe())(
  'Codex 0.171.0',
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('codex', join(packages ?? '', VENDOR))
    })
    afterEach(() => here.close())

    const holds = (leftMs: number): void => {
      const tokens = { ...chatGptTokens(1, leftMs), account_id: 'account-1' }
      const last_refresh = new Date(Date.now() - DAY).toISOString()
      here.put({ auth_mode: 'chatgpt', OPENAI_API_KEY: null, tokens, last_refresh }, ...FILE)
    }
    const held = (): string => here.read(...FILE).tokens.refresh_token
    const state = async (): Promise<string> =>
      JSON.parse((await here.lamplighter('list', '--json')).out).profiles[0].state

    it.each([
      ['has long to go', 2 * DAY],
      ['lapses within its five minutes, when it refreshes as it starts', 3 * MINUTE],
      ['has lapsed', -MINUTE],
    ])('refreshes when asked, with one request, a login that %s', async (_name, leftMs) => {
      holds(leftMs)
      const { code, out, err } = await here.lamplighter('refresh', LOGIN)
      expect([code, err]).toEqual([0, ''])
      expect(out).not.toMatch(/refresh-\d/)
      expect(here.spent).toEqual(['refresh-1'])
      expect(held()).toBe('refresh-2')
      expect(await state()).toBe('fresh')
    })

    it('says its version, and does nothing besides', async () => {
      holds(-MINUTE)
      expect(await versionFound(here, 'codex')).toBe('0.171.0')
    })

    it('waits for a slow answer, and stores it', async () => {
      holds(-MINUTE)
      await here.set({ delayMs: 8_000 })
      expect((await here.lamplighter('refresh', LOGIN)).code).toBe(0)
      expect(held()).toBe('refresh-2')
    })

    it('has what it refreshed by itself adopted, and is asked for nothing more', async () => {
      holds(-MINUTE)
      const codex = here.start('features', 'list')
      await expect.poll(held, { message: codex.told }).toBe('refresh-2')
      expect(await state()).toBe('fresh')
      expect((await here.lamplighter('token', LOGIN)).code).toBe(0)
      expect(here.spent).toEqual(['refresh-1'])
    })

    it('may run three times at once beside us: whoever was too late goes on with what the first one stored', async () => {
      holds(-MINUTE)
      await here.set({ delayMs: 6_000 }) // longer than we take to start
      const three = [1, 2, 3].map(() => here.start('features', 'list'))
      const { code } = await here.lamplighter('refresh', LOGIN)
      expect(code).toBe(0)
      for (const one of three) await one.ended
      expect(new Set(here.spent)).toEqual(new Set(['refresh-1']))
      expect(held()).toBe('refresh-2')
      expect(await state()).toBe('fresh')
    })

    it('signs in with a code, and keeps the stored login until the new one is there', async () => {
      holds(2 * DAY)
      const login = await here.begin('login', LOGIN, '--device')
      expect(await login.printed('ABCD-1234')).toContain('https://auth.openai.com/codex/device')
      expect(held()).toBe('refresh-1')
      await here.set({ isApproved: true })
      const { code, out } = await login.ended
      expect(out).toContain('Signed in as')
      expect(code).toBe(0)
      expect(held()).toBe('refresh-2')
      expect(here.seen.map(({ path }) => path)).not.toContain('/oauth/revoke')
      expect(here.spent).toEqual([])
    })

    it('loses nothing when the person thinks better of it', async () => {
      holds(2 * DAY)
      const login = await here.begin('login', LOGIN, '--device')
      await login.printed('ABCD-1234')
      login.killGroup('SIGINT')
      await login.ended
      expect(held()).toBe('refresh-1')
      expect(here.seen.map(({ path }) => path)).not.toContain('/oauth/revoke')
    })
  },
)
