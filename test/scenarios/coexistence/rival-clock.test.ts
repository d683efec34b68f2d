import { expect, it } from 'vitest'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

it('a refused refresh is told although the clock is set back while a rival is looked for', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  machine.provider.revoked = true
  const host = await machine.start(true)
  for (let ms = 0; machine.provider.requests === 0 && ms < MINUTE; ms += 100) await machine.clock.advance(100)
  expect(machine.provider.requests).toBe(1)
  machine.clock.set(-3 * HOUR) // the network is back and so is the right time
  await machine.clock.advance(MINUTE)
  const locks = Object.keys(machine.files.all()).filter((path) => path.endsWith('.lock'))
  expect(locks).toEqual([]) // OpenClaw may use its file again
  expect(host.core.profile(PROFILE).status.kind).toBe('needs-login')
  await machine.run(host.core.close())
})
