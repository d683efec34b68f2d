import { describe, expect, it, vi } from 'vitest'
import { atMachine } from '../../../support/at-a-machine.ts'
import { agentFile } from '../../../support/memory-machine.ts'
import { fixture } from '../../../support/program-files.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

function machine() {
  const here = atMachine()
  const { files } = here.ports
  files.put('/home/ada/.claude/.credentials.json', fixture('claude-code-2.1.332.json'))
  files.put('/home/ada/.azure/msal_token_cache.json', fixture('azure-2.45.0.json'))
  files.put('/home/ada/.gemini/oauth_creds.json', '{}')
  files.put('/home/ada/.tool.json', '{"token":"CANARY"}')
  files.put(
    here.ports.paths.config,
    JSON.stringify({ programs: { tool: { name: 'Tool', path: '~/.tool.json', accessToken: 'token' } } }),
  )
  const gemini = '/usr/lib/node_modules/@google/gemini-cli'
  files.put(`${gemini}/package.json`, '{"version":"0.61.0","bin":{"gemini":"bundle/gemini.js"}}')
  here.ports.programs.at.set('gemini', `${gemini}/bundle/gemini.js`)
  here.ports.programs.at.set('az', '/opt/homebrew/Cellar/azure-cli/2.45.0/bin/az')
  return here
}

describe('lamplighter programs', () => {
  it('tells what was read where, who refreshes it, and what was not understood', async () => {
    const { code, out, err } = await machine().type('programs')
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(
      /Claude Code +claude-code +not installed +2 logins +Claude Code +\/home\/ada\/\.claude\/\.credentials\.json/,
    )
    expect(out).toMatch(/Azure CLI +azure +2\.45\.0 +1 login +Azure CLI, when asked/)
    expect(out).toMatch(/Tool +described +- +1 login +Tool +\/home\/ada\/\.tool\.json/)
    expect(out).toMatch(/Gemini CLI +gemini-cli +0\.61\.0 +0 logins +- /)
    expect(out).toContain(
      'Claude Code is not installed any more, or in no folder of PATH. It left: /home/ada',
    )
    expect(out).toMatch(/Not understood of Gemini CLI: .*not what Gemini CLI writes/)
    expect(out).toMatch(/Looked for, and not found: .*Grok/)
    expect(out).not.toContain('CANARY')
  })

  it('counts a login that several files share once, as the list does', async () => {
    const here = machine()
    const login = {
      type: 'oauth',
      provider: 'openai-codex',
      access: 'CANARYa',
      refresh: 'CANARYr',
      expires: 1,
    }
    const text = JSON.stringify({ version: 1, profiles: { 'openai-codex:ada@example.test': login } })
    for (const agent of ['main', 'research']) here.ports.files.put(agentFile(agent), text)
    expect((await here.type('programs')).out).toMatch(/OpenClaw +openclaw +not installed +1 login /)
  })

  it('tells the same as JSON, with where it looked for what is not there', async () => {
    const { out } = await machine().type('programs', '--json')
    const { programs } = JSON.parse(out) as { programs: { id: string; lookedAt: string[]; logins: number }[] }
    expect(programs.find(({ id }) => id === 'grok')).toMatchObject({
      name: 'Grok',
      lookedAt: ['/home/ada/.grok/auth.json'],
      places: [],
      logins: 0,
      refreshedBy: [],
      notUnderstood: [],
    })
    expect(out).not.toContain('CANARY')
  })
})
