import { describe, expect, it } from 'vitest'
import { atMachine } from '../../../support/at-a-machine.ts'
import { HOUR, MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

const KEY = 'openrouter:key'
const NEVER = 'It does not expire by itself, so there is nothing to renew.'

async function withKey() {
  const machine = new MemoryMachine({ agents: ['main'] })
  const path = machine.fileOf('main')
  const file = JSON.parse(machine.textWith({ ...machine.first, expires: machine.clock.now() + HOUR }))
  file.profiles[KEY] = { type: 'api_key', provider: 'openrouter', key: 'CANARY-key' }
  machine.files.put(path, JSON.stringify(file))
  return atMachine((await machine.start(false)).ports)
}

describe('lamplighter refresh', () => {
  it('of a key that never expires says so', async () => {
    const { type } = await withKey()
    const { code, out } = await type('refresh', KEY)
    expect([code, out]).toEqual([69, `${KEY}: ${NEVER}`])
  })

  it('--all names what it left out, and why', async () => {
    const { type } = await withKey()
    const { out } = await type('refresh', '--all')
    expect(out.split('\n')).toEqual([expect.stringContaining(`${PROFILE}: `), `${KEY}: left out. ${NEVER}`])
    const json = JSON.parse((await type('refresh', '--all', '--json')).out)
    expect(json.leftOut).toEqual([{ profile: KEY, why: NEVER }])
  })

  it.each(['refresh', 'report-401'])('names the sign-in where only that helps: %s', async (verb) => {
    const machine = new MemoryMachine({ agents: ['main'] })
    machine.write({ ...machine.first, expires: machine.clock.now() + HOUR })
    machine.provider.revoked = true
    const { type } = atMachine((await machine.start(false)).ports)
    const hint = `Run: lamplighter login ${PROFILE}`
    const first = await type(verb, PROFILE)
    expect([first.code, first.out.split('\n').at(-1)]).toEqual([2, `  ${hint}`])
    const again = await type('refresh', PROFILE)
    expect([again.code, again.out]).toEqual([2, expect.stringContaining(hint)])
    expect((await type('token', PROFILE, '--for', '2h')).err).toContain(hint)
    const checked = await type('check', '--within', '2h')
    expect([checked.code, checked.out]).toEqual([2, expect.stringContaining(hint)])
  })
})
