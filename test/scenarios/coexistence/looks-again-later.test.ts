/** What could not be looked at once is looked at again, without anybody's help. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE, STORES } from '../../support/memory-machine.ts'

describe('a login that lapses', () => {
  it('is refreshed once the keychain is open, which was locked when the session began', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    await machine.seed()
    const host = await machine.start(true, (ports) => {
      ports.keyring.unavailable = true
      return ports
    })
    await machine.clock.advance(5 * MINUTE)
    expect(host.core.profile(PROFILE).status.kind).toBe('unknown')
    host.ports.keyring.unavailable = false
    await machine.clock.advance(10 * MINUTE)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.provider.requests).toBe(1)
    await machine.run(host.core.close())
  })

  it.each(STORES)('is renewed although the file of %s could not be read once', async (keptBy) => {
    const machine = new MemoryMachine({ keptBy, agents: ['main'] })
    await machine.seed()
    let isAway = true
    machine.files.before = (operation, path) => {
      if (isAway && operation === 'read' && path === machine.fileOf('main'))
        throw new AppError('STORE_UNREADABLE', `Reading ${path} failed (EMFILE).`)
    }
    const host = await machine.start(true)
    await machine.clock.advance(MINUTE)
    isAway = false
    await machine.clock.advance(HOUR / 2)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    await machine.run(host.core.close())
  })
})
