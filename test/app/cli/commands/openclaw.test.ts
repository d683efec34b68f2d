import { describe, expect, it, vi } from 'vitest'
import { Secret } from '../../../../app/model/secret.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const LOGIN = 'openai-codex:ci'

async function withLogin() {
  const ports = createFakePorts()
  const terminal = { ask: async () => '', askSecret: async () => new Secret('CANARY-key-1') }
  const here = atMachine(ports, { terminal })
  await here.type('key', 'add', LOGIN)
  return here
}

describe('lamplighter openclaw', () => {
  it('says what OpenClaw calls the login, and that somebody has to keep running', async () => {
    const { type } = await withLogin()
    const { code, out } = await type('openclaw', 'use', LOGIN)
    expect(code).toBe(0)
    expect(out).toContain(`OpenClaw uses ${LOGIN}, which it calls openai:lamplighter-ci (agent main).`)
    expect(out).toContain('Keep Lamplighter running')
    expect((await type('use', '--list')).out).toContain('audience openclaw:openai:lamplighter-ci')
    const dropped = await type('openclaw', 'use', LOGIN, '--drop', '--json')
    expect(JSON.parse(dropped.out)).toMatchObject({ login: LOGIN, agent: 'main', dropped: true })
    expect((await type('use', '--list')).out).not.toContain('openclaw')
  })

  it('says that no gateway runs', async () => {
    const { ports, type } = await withLogin()
    ports.commands.prints.set('openclaw', (_, words) =>
      words.includes('reload') ? { code: 1, output: 'Gateway not reachable at ws://127.0.0.1:18789' } : '',
    )
    expect((await type('openclaw', 'use', LOGIN, '--agent', 'work')).out).toContain(
      '(agent work).\nIts gateway does not run',
    )
  })

  it('knows one thing to do', async () => {
    const { type } = await withLogin()
    expect(await type('openclaw', 'lose', LOGIN)).toMatchObject({
      code: 64,
      err: expect.stringContaining('lamplighter openclaw use LOGIN'),
    })
  })
})
