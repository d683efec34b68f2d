/** The real Claude Code: asked to refresh where a person wished it, and its locks while it does. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { packagesOf } from './support/program.ts'
import { ProgramHome } from './support/program-home.ts'
import { versionFound } from './support/version.ts'

const packages = packagesOf('@anthropic-ai/claude-code')
const BINARY = join('@anthropic-ai', 'claude-code-linux-x64', 'claude')
const MINUTE = 60_000
const LOGIN = 'claude-code:claude.ai'
const FILE = ['.claude', '.credentials.json'] as const

describe.skipIf(packages === undefined || process.arch !== 'x64' || !ProgramHome.canBe())(
  'Claude Code 2.1.332',
  () => {
    let here: ProgramHome
    beforeEach(async () => {
      here = await ProgramHome.make('claude', join(packages ?? '', BINARY))
      here.env({ DISABLE_AUTOUPDATER: '1', CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' })
      const oauthAccount = { accountUuid: 'account-1', emailAddress: 'ada@example.test' }
      here.put({ hasCompletedOnboarding: true, oauthAccount }, '.claude.json')
    })
    afterEach(() => here.close())

    const holds = (leftMs: number): void => {
      const claudeAiOauth = {
        accessToken: 'sk-ant-oat01-1',
        refreshToken: 'refresh-1',
        expiresAt: Date.now() + leftMs,
        scopes: ['user:inference', 'user:profile', 'user:sessions:claude_code'],
        subscriptionType: 'max',
      }
      here.put({ claudeAiOauth }, ...FILE)
    }
    const held = (): string => here.read(...FILE).claudeAiOauth.refreshToken
    const wish = () => here.configure({ programs: { 'claude-code': { refresh: true } } })
    const refreshed = () => here.seen.filter(({ host }) => host === 'platform.claude.com')

    it('says its version, and does nothing besides', async () => {
      holds(-MINUTE)
      expect(await versionFound(here, 'claude-code')).toBe('2.1.332')
    })

    it('is not asked unless a person wished it', async () => {
      holds(3 * MINUTE)
      expect((await here.lamplighter('refresh', LOGIN)).code).not.toBe(0)
      expect(here.seen).toEqual([])
      expect(held()).toBe('refresh-1')
    })

    it('refreshes when it is asked, with one request, and a slow answer is stored', async () => {
      holds(3 * MINUTE)
      await wish()
      await here.set({ delayMs: 9_000 })
      const { code, err } = await here.lamplighter('refresh', LOGIN)
      expect([code, err]).toEqual([0, ''])
      expect(here.spent).toEqual(['refresh-1'])
      expect(held()).toBe('refresh-2')
      expect(refreshed()).toHaveLength(1)
      expect(here.seen.map(({ path }) => path).filter((path) => path.includes('messages'))).toEqual([])
    })

    it('shows its locks, and who holds them, while it refreshes', async () => {
      holds(3 * MINUTE)
      await wish()
      await here.set({ delayMs: 10_000 })
      const refresh = await here.begin('refresh', LOGIN)
      await expect.poll(() => here.spent.length).toBe(1)
      const { out } = await here.lamplighter('locks', LOGIN)
      expect(out).toContain('.oauth_refresh.lock')
      expect(out).toContain('.claude.lock')
      expect((await refresh.ended).code).toBe(0)
      expect((await here.lamplighter('locks', LOGIN)).out).not.toContain('.oauth_refresh.lock')
    })
  },
)
