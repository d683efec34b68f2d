import { beforeEach, describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

const FILE = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
const KEPT = '/home/ada/run/token'

let here: ReturnType<typeof atMachine>
beforeEach(() => {
  here = atMachine()
  const login = { type: 'token', provider: 'acme', token: 'CANARY', email: 'ada@example.test' }
  here.ports.files.put(FILE, JSON.stringify({ version: 1, profiles: { 'acme:ada': login } }))
})

describe('lamplighter withhold', () => {
  it('has a program given nothing, and gives it again', async () => {
    expect((await here.type('withhold', 'lamplighter test', 'acme')).out).toBe(
      '"lamplighter test" is given no token of acme:ada.',
    )
    expect(await here.type('token', 'acme:ada')).toMatchObject({ code: 69, out: '' })
    expect((await here.type('withhold', 'lamplighter test', 'acme:ada', '--drop')).code).toBe(0)
    expect(await here.type('token', 'acme:ada')).toMatchObject({ code: 0, out: 'CANARY' })
  })

  it('names the files that are kept fresh, and takes one away', async () => {
    here.ports.files.put(
      FAKE_PATHS.config,
      JSON.stringify({ keptFiles: [{ login: 'acme:ada', path: KEPT }] }),
    )
    expect((await here.type('withhold', '--list')).out).toMatch(/^kept file \S+run\/token +acme:ada +given$/)
    await here.type('withhold', KEPT, 'acme')
    const { programs } = JSON.parse((await here.type('withhold', '--list', '--json')).out)
    expect(programs).toEqual([{ program: `kept file ${KEPT}`, login: 'acme:ada', withheld: true }])
    expect(here.ports.files.text(KEPT)).toBeUndefined()
  })

  it('says how it is used', async () => {
    expect(await here.type('withhold', 'report')).toMatchObject({ code: 64 })
    expect((await here.type('withhold', '--list')).out).toContain('No program has asked')
  })
})
