/** "Drops tombstones past their life, but never that of a token that a file still holds: it would be sent again." */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { HOUR, MemoryMachine, PROFILE } from '../../support/memory-machine.ts'

const DAY = 24 * HOUR

describe('the word on a used token that is held where nobody can look at the moment', () => {
  it('is kept: the keychain is locked while the journal is tidied', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    await machine.seed()
    const older = machine.files.text(machine.fileOf('main')) ?? ''
    const first = await machine.start(false)
    await machine.run(first.core.token(PROFILE))
    await machine.run(first.core.close())
    machine.files.put(machine.fileOf('main'), older) // a backup was put back
    await machine.clock.advance(40 * DAY)
    const host = await machine.start(true, (ports) => {
      ports.keyring.unavailable = true // started with the session, before the keychain was opened
      return ports
    })
    await machine.clock.advance(HOUR)
    host.ports.keyring.unavailable = false
    await machine.run(host.core.look())
    await machine.clock.advance(HOUR)
    expect(machine.provider.reuses).toBe(0)
    expect(host.core.profile(PROFILE).status.kind).toBe('needs-login')
    await machine.run(host.core.close())
  })

  it("is kept: OpenClaw's file cannot be read while the journal is tidied", async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const older = machine.files.text(machine.fileOf('main')) ?? ''
    const first = await machine.start(false)
    await machine.run(first.core.token(PROFILE))
    await machine.run(first.core.close())
    machine.files.put(machine.fileOf('main'), older)
    await machine.clock.advance(40 * DAY)
    let isAway = true
    machine.files.before = (operation, path) => {
      if (isAway && operation === 'read' && path === machine.fileOf('main'))
        throw new AppError('STORE_UNREADABLE', `Reading ${path} failed (EIO).`)
    }
    const host = await machine.start(true)
    await machine.clock.advance(HOUR)
    isAway = false
    await machine.run(host.core.look())
    await machine.clock.advance(HOUR)
    expect(machine.provider.reuses).toBe(0)
    expect(host.core.profile(PROFILE).status.kind).toBe('needs-login')
    await machine.run(host.core.close())
  })
})
