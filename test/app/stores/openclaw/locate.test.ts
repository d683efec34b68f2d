import { describe, expect, it } from 'vitest'
import { locate } from '../../../../app/stores/openclaw/locate.ts'
import { createFakePorts } from '../../../fakes/ports.ts'

/** Files that are there, and the environment. */
async function look(files: Record<string, string>, env: Record<string, string> = {}) {
  const ports = createFakePorts()
  for (const [path, text] of Object.entries(files)) ports.files.put(path, text)
  Object.assign(ports.process.variables, env)
  return locate(ports)
}

const agents = async (...args: Parameters<typeof look>) =>
  (await look(...args)).agents.map(({ id, folder, main }) => `${main ? '*' : ''}${id} ${folder}`)

describe('locate', () => {
  it.each([
    ['~/.openclaw by default', {}, {}, '/home/ada/.openclaw'],
    ['OPENCLAW_STATE_DIR', { '/home/ada/.openclaw/x': '' }, { OPENCLAW_STATE_DIR: '/srv/oc' }, '/srv/oc'],
    ['a state folder below the home', {}, { OPENCLAW_STATE_DIR: '~/oc' }, '/home/ada/oc'],
    ['OPENCLAW_HOME', {}, { OPENCLAW_HOME: '/srv/home' }, '/srv/home/.openclaw'],
    ['OPENCLAW_HOME with ~', {}, { OPENCLAW_HOME: '~/h', OPENCLAW_STATE_DIR: '~/oc' }, '/home/ada/h/oc'],
    ['an older folder that is there', { '/home/ada/.clawdbot/x': '' }, {}, '/home/ada/.clawdbot'],
    [
      'the new folder before an older one',
      { '/home/ada/.clawdbot/x': '', '/home/ada/.openclaw/x': '' },
      {},
      '/home/ada/.openclaw',
    ],
    ['~/.openclaw for an empty variable', {}, { OPENCLAW_STATE_DIR: ' ' }, '/home/ada/.openclaw'],
  ])('finds %s', async (_, files, env, expected) => {
    expect((await look(files, env)).state).toBe(expected)
  })

  it('finds every agent below the state folder, and knows the main one', async () => {
    const files = {
      '/home/ada/.openclaw/agents/main/agent/auth-profiles.json': '',
      '/home/ada/.openclaw/agents/ops/sessions/x': '',
      '/home/ada/.openclaw/agents/README': '',
    }
    expect(await agents(files)).toEqual([
      '*main /home/ada/.openclaw/agents/main/agent',
      'ops /home/ada/.openclaw/agents/ops/agent',
    ])
  })

  it.each(['OPENCLAW_AGENT_DIR', 'PI_CODING_AGENT_DIR'])('takes %s for the main agent', async (name) => {
    expect(await agents({ '/srv/a/x': '' }, { [name]: '/srv/a' })).toEqual(['*main /srv/a'])
  })

  it('shows an override beside the usual place, under two names', async () => {
    const files = { '/srv/a/x': '', '/home/ada/.openclaw/agents/main/agent/x': '' }
    const found = await agents(files, { OPENCLAW_AGENT_DIR: '/srv/a' })
    expect(found[0]).toBe('*main /srv/a')
    expect(found[1]).toMatch(/^main@[0-9a-f]{6} \/home\/ada\/\.openclaw\/agents\/main\/agent$/)
  })

  it('finds agents that openclaw.json keeps elsewhere', async () => {
    const config =
      "{ // JSON5\n agents: { list: [{ id: 'Ops', agentDir: '~/elsewhere', }, {id: 'x'}, 7, null] } }"
    const files = { '/home/ada/.openclaw/openclaw.json': config, '/home/ada/elsewhere/x': '' }
    expect(await agents(files)).toEqual(['ops /home/ada/elsewhere'])
  })

  it('counts one folder once, whatever leads to it', async () => {
    const files = {
      '/home/ada/.openclaw/agents/ops/agent/x': '',
      '/home/ada/.openclaw/openclaw.json':
        '{"agents":{"list":[{"id":"ops","agentDir":"~/.openclaw/agents/ops/agent"}]}}',
    }
    expect(await agents(files)).toHaveLength(1)
  })

  it.each(['', '{', '7', '{"agents": 7, "auth": []}', '{"agents":{"list":{}}}'])(
    'makes do with an openclaw.json of %j',
    async (text) => {
      const files = {
        '/home/ada/.openclaw/openclaw.json': text,
        '/home/ada/.openclaw/agents/main/agent/x': '',
      }
      expect(await agents(files)).toHaveLength(1)
    },
  )
})
