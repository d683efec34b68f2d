import { describe, expect, it } from 'vitest'
import { MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

/** What the doctor says of a refresh whose reply was lost. */
async function examined(schedule: boolean) {
  const machine = new MemoryMachine()
  machine.provider.faults.push('lost-after', 'lost-after', 'lost-after')
  const { core } = await machine.start(schedule)
  if (!schedule) await machine.run(core.refresh(PROFILE))
  else await machine.clock.advance(1_000)
  const findings = await machine.run(core.doctor())
  await machine.run(core.close())
  return findings.filter(({ check }) => check === 'journal')
}

describe('a reply that was lost, to the doctor', () => {
  it('is tried again by whoever looks after the logins', async () => {
    const [finding] = await examined(true)
    expect(finding?.todo).toMatch(/^Lamplighter tries once more by itself\./)
  })

  it('is nobody’s to try again where nothing runs', async () => {
    const [finding] = await examined(false)
    expect(finding).toMatchObject({ level: 'warn', todo: `Run: lamplighter refresh ${PROFILE}` })
  })
})
