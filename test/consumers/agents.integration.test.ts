/** The real Claude Code and Codex get their keys from `lamplighter connect`, at a gateway that wants the token. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { canHaveNamespace } from '../programs/support/namespace.ts'
import { packagesOf } from '../programs/support/program.ts'
import { ADA } from '../support/faces.ts'
import { AgentHome, GATEWAY } from './support/agent-home.ts'

const CLAUDE = packagesOf('@anthropic-ai/claude-code')
const CODEX = packagesOf('@openai/codex')
const WORDS = 'The gateway says hello.'
/** They are programs of some hundred megabytes, which start in seconds. */
const SLOW_MS = 120_000

let here: AgentHome
const token = (which: 'access_token' | 'refresh_token' = 'access_token') => here.faces.grantOf('ada')[which]

/** Nobody but a person can help this login. In the agent's network only the host's socket is left to say so. */
async function ended(): Promise<void> {
  await here.faces.addLogin('ada', -60)
  await here.faces.server.revoke(token('refresh_token'))
  await here.faces.serve()
}

function describeAgent(name: string, packages: string | undefined, body: () => void): void {
  if (packages !== undefined && process.arch === 'x64' && canHaveNamespace()) describe(name, body)
  else describe.skip(`${name} (is not there, or there are no namespaces: npm run test:programs)`, body)
}

describeAgent('Claude Code', CLAUDE, () => {
  const ENV = {
    ANTHROPIC_BASE_URL: GATEWAY,
    DISABLE_AUTOUPDATER: '1',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
  }
  const ask = () => here.agent(['-p', 'Hello?', '--model', 'claude-test'], ENV)

  beforeEach(async () => {
    const binary = join(CLAUDE ?? '', '@anthropic-ai', 'claude-code-linux-x64', 'claude')
    here = await AgentHome.make('claude', binary)
    here.put(
      '.claude.json',
      JSON.stringify({
        hasCompletedOnboarding: true,
        mcpServers: { tickets: { type: 'http', url: `${GATEWAY}/mcp` } },
      }),
    )
  })
  afterEach(() => here.close())

  it(
    'sends a gateway the token that its helper gives, and no key once it is disconnected',
    async () => {
      await here.lamplighter('connect', 'claude-code', ADA, 'gateway', '--yes')
      expect(await ask()).toMatchObject({ code: 0, out: expect.stringContaining(WORDS) })
      const asked = here.seen.filter(({ path }) => path === '/v1/messages')
      expect(asked.length).toBeGreaterThan(0)
      for (const { token: sent } of asked) expect(sent).toBe(token())
      await here.lamplighter('disconnect', 'claude-code')
      expect((await ask()).code).not.toBe(0)
    },
    SLOW_MS,
  )

  it(
    'asks again when the token is refused in the middle, which brings another one',
    async () => {
      await here.lamplighter('connect', 'claude-code', ADA, 'gateway', '--yes')
      await here.faces.serve()
      await here.gateway({ refused: token() })
      expect(await ask()).toMatchObject({ code: 0, out: expect.stringContaining(WORDS) })
      const asked = here.seen.filter(({ path }) => path === '/v1/messages').map((one) => one.token)
      expect(asked[0]).toBe(token())
      expect(asked.at(-1)).toMatch(/^CANARY-at-/)
      expect(asked.at(-1)).not.toBe(token())
    },
    SLOW_MS,
  )

  it(
    'tells a person who has to sign in again',
    async () => {
      await here.lamplighter('connect', 'claude-code', ADA, 'gateway', '--yes')
      await ended()
      const { code, out, err } = await ask()
      expect(code).not.toBe(0)
      expect(out + err).toContain('Sign in again')
      expect(here.seen.filter(({ token: sent }) => sent === token())).toEqual([])
    },
    SLOW_MS,
  )

  it(
    'gives its MCP server the token that the headers helper brings',
    async () => {
      expect((await here.agent(['mcp', 'list'], ENV)).out).not.toContain('Connected')
      await here.lamplighter('connect', 'claude-code-mcp', ADA, 'tickets', '--yes')
      const { out } = await here.agent(['mcp', 'list'], ENV)
      expect(out).toMatch(/tickets.*Connected/)
      expect(here.seen.findLast(({ path }) => path === '/mcp')?.token).toBe(token())
    },
    SLOW_MS,
  )
})

describeAgent('Codex', CODEX, () => {
  const CONFIG = `model = "test"\nmodel_provider = "gateway"\n\n[model_providers.gateway]\nname = "Gateway"\nbase_url = "${GATEWAY}/v1"\nwire_api = "responses"\n`
  const ask = () => here.agent(['exec', '--skip-git-repo-check', 'Hello?'])

  beforeEach(async () => {
    const vendor = ['@openai', 'codex-linux-x64', 'vendor', 'x86_64-unknown-linux-musl', 'bin', 'codex']
    here = await AgentHome.make('codex', join(CODEX ?? '', ...vendor))
    here.put('.codex/config.toml', CONFIG)
    await here.lamplighter('connect', 'codex', ADA, 'gateway', '--yes')
  })
  afterEach(() => here.close())

  it(
    'sends its model provider the token that the command gives',
    async () => {
      expect(await ask()).toMatchObject({ code: 0, out: expect.stringContaining(WORDS) })
      expect(here.seen.findLast(({ path }) => path === '/v1/responses')?.token).toBe(token())
    },
    SLOW_MS,
  )

  it(
    'asks again when the token is refused in the middle, which brings another one',
    async () => {
      await here.faces.serve()
      await here.gateway({ refused: token() })
      expect(await ask()).toMatchObject({ code: 0, out: expect.stringContaining(WORDS) })
      const asked = here.seen.filter(({ path }) => path === '/v1/responses').map((one) => one.token)
      expect(asked[0]).toBe(token())
      expect(asked.at(-1)).toMatch(/^CANARY-at-/)
      expect(asked.at(-1)).not.toBe(token())
    },
    SLOW_MS,
  )

  it(
    'tells a person who has to sign in again',
    async () => {
      await ended()
      const { code, out, err } = await ask()
      expect(code).not.toBe(0)
      expect(out + err).toContain('Sign in again')
    },
    SLOW_MS,
  )
})
