/** A host with nothing to do does nothing, whatever the clocks say. */
import { describe, expect, it } from 'vitest'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

describe('a host with nothing to do', () => {
  it('does not look at its files again and again because they are of tomorrow', async () => {
    const machine = new MemoryMachine()
    const host = await machine.start(true)
    await machine.run(host.core.token(PROFILE))
    await machine.clock.advance(MINUTE)
    machine.clock.set(-2 * HOUR) // and the files stay as young as they were
    await machine.clock.advance(10 * MINUTE)
    let looks = 0
    machine.files.before = (operation, path) => {
      if (operation === 'read' && path === machine.fileOf('main')) looks++
    }
    await machine.clock.advance(20 * MINUTE)
    expect(looks).toBeLessThan(20)
    await machine.run(host.core.close())
  })
})
