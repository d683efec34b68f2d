import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'

let here: ReturnType<typeof atMachine>
beforeEach(() => {
  here = atMachine()
  const login = { type: 'token', provider: 'acme', token: 'CANARY', email: 'ada@example.test' }
  here.ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { 'acme:ada': login } }))
})

describe('lamplighter allow', () => {
  it('lets a program have what the command line refused it, and takes that back', async () => {
    expect((await here.type('settings', 'consent', 'ada@example.test')).out).toBe('acme:ada')
    const refused = await here.type('token', 'acme:ada')
    expect(refused).toMatchObject({ code: 69, out: '' })
    const command = /lamplighter (allow '([^']+)' (\S+))/.exec(refused.err)
    expect(command?.slice(2)).toEqual(['lamplighter test', 'acme:ada'])
    expect((await here.type('allow', 'lamplighter test', 'acme', '--for', '1h')).out).toBe(
      '"lamplighter test" may have tokens of acme:ada for 1 h.',
    )
    expect(await here.type('token', 'acme:ada')).toMatchObject({ code: 0, out: 'CANARY' })
    expect((await here.type('allow', '--list')).out).toMatch(/^lamplighter test +acme:ada +allowed for/)
    expect((await here.type('allow', 'lamplighter test', 'acme:ada', '--drop')).code).toBe(0)
    expect((await here.type('token', 'acme:ada')).code).toBe(69)
    await here.type('allow', 'lamplighter test', 'acme:ada', '--never')
    expect((await here.type('token', 'acme:ada')).err).toContain('a person said never')
  })

  it('says that an answer counts for nothing where nobody is asked, and what does', async () => {
    const never = await here.type('allow', 'nightly report', 'acme:ada', '--never')
    expect(never).toMatchObject({ code: 0, out: '"nightly report" gets no tokens of acme:ada.' })
    expect(never.err).toBe(
      [
        'Nobody is asked about acme:ada, so that counts only once somebody is: lamplighter settings consent acme:ada',
        "To give it nothing all the same: lamplighter withhold 'nightly report' acme:ada",
      ].join('\n'),
    )
    expect((await here.type('allow', 'report', 'acme:ada')).err).not.toContain('withhold')
    await here.type('settings', 'consent', 'acme:ada')
    expect((await here.type('allow', 'nightly report', 'acme:ada', '--never')).err).toBe('')
  })

  it('means what runs from a path, a door, and a kept file, where it is called so', async () => {
    for (const name of ['/usr/bin/mail', 'door builder', 'kept file /run/t', 'report'])
      await here.type('allow', name, 'acme:ada')
    const { answers } = JSON.parse((await here.type('allow', '--list', '--json')).out)
    expect(answers.map((one: { program: string; known: boolean }) => [one.program, one.known])).toEqual([
      ['report', false],
      ['kept file /run/t', true],
      ['door builder', true],
      ['/usr/bin/mail', true],
    ])
    expect(here.ports.files.text(`${FAKE_PATHS.state}/consent.json`)).not.toContain('CANARY')
  })

  it('says how it is used', async () => {
    expect(await here.type('allow', 'report')).toMatchObject({ code: 64 })
    expect((await here.type('allow', 'report', 'nobody')).err).toContain('nobody')
    expect((await here.type('allow', 'report', 'acme:ada', '--drop')).out).toContain('had no answer')
    expect((await here.type('allow', '--list')).out).toContain('No program')
  })
})
