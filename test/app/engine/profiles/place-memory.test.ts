/** A file breaks while nobody looks: whoever starts afterwards says all the same which logins were in it. */
import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../../../app/contract/problems.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine } from '../../../support/memory-machine.ts'

const MEMORY = `${FAKE_PATHS.state}/places.json`

function machineWith(agents: readonly string[]): MemoryMachine {
  const machine = new MemoryMachine({ agents })
  const whole = { ...machine.first, expires: machine.clock.now() + HOUR }
  for (const agent of agents) machine.write(whole, agent)
  return machine
}

const damaged = ({ core }: Booted) =>
  problemsOf(core.overview()).find(({ attention }) => attention === 'needs-you')
const close = (machine: MemoryMachine, { core }: Booted) => machine.run(core.close())

describe('the logins of a damaged file', () => {
  it('are named after a restart, too, and by whoever only looks', async () => {
    const machine = machineWith(['main'])
    const host = await machine.start(true)
    await close(machine, host)
    machine.files.put(machine.fileOf('main'), '{ broken')
    for (const isHost of [false, true]) {
      const here = await machine.start(isHost)
      expect(damaged(here)).toMatchObject({
        profileIds: [],
        held: [{ account: 'ada@example.test', providerName: 'OpenAI Codex' }],
      })
      await close(machine, here)
    }
  })

  it('are told as rows, and not twice, by whoever saw it break', async () => {
    const machine = machineWith(['main'])
    const host = await machine.start(true)
    machine.files.put(machine.fileOf('main'), '{ broken')
    await machine.run(host.core.look())
    expect(damaged(host)?.profileIds).toHaveLength(1)
    expect(damaged(host)?.held).toBeUndefined()
    await close(machine, host)
  })

  it('are forgotten when the file is gone, and written down by a host only', async () => {
    const machine = machineWith(['main'])
    const one = await machine.start(false)
    await close(machine, one)
    expect(machine.files.text(MEMORY)).toBeUndefined()
    const host = await machine.start(true)
    expect(machine.files.text(MEMORY)).toContain('ada@example.test')
    expect(machine.files.text(MEMORY)).not.toContain('CANARY')
    await machine.run(machine.files.remove(machine.fileOf('main')))
    await machine.run(host.core.look())
    expect(JSON.parse(machine.files.text(MEMORY) ?? '{}').held).toEqual({})
    await close(machine, host)
  })

  it('are nothing to fail for: a note that is not understood is written anew', async () => {
    const machine = machineWith(['main'])
    machine.files.put(MEMORY, '{"version":7')
    const host = await machine.start(true)
    expect(host.core.overview().profiles).toHaveLength(1)
    expect(machine.files.text(MEMORY)).toContain('ada@example.test')
    await close(machine, host)
  })
})
