/** The journal's folder gives trouble while a host runs: nothing is sent twice, nothing ends, and all goes on afterwards. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

const DAY = 24 * HOUR

/** What these calls do in the journal's folder fails while `isBroken`. */
function breakJournal(machine: MemoryMachine, calls: readonly string[], isBroken: () => boolean): void {
  machine.files.before = (operation, path) => {
    if (calls.includes(operation) && path.startsWith(FAKE_PATHS.journal) && isBroken())
      throw new AppError('STORE_UNREADABLE', `${path} (EACCES)`)
  }
}

describe('a journal', () => {
  it('that cannot be read for a while neither ends the host nor keeps a login from being refreshed later', async () => {
    const machine = new MemoryMachine()
    const host = await machine.start(true)
    await machine.clock.advance(MINUTE)
    let broken = true
    breakJournal(machine, ['read', 'list'], () => broken)
    await machine.clock.advance(3 * HOUR)
    expect(machine.provider.requests).toBe(1)
    broken = false
    await machine.clock.advance(10 * MINUTE)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.provider.reuses).toBe(0)
    await machine.run(host.core.close())
  })

  it('that could not be read when a file changed does not leave what is shown as it was', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const host = await machine.start(true)
    await machine.clock.advance(MINUTE)
    let broken = true
    breakJournal(machine, ['read', 'list'], () => broken)
    const expires = machine.clock.now() + 5 * HOUR
    machine.write({ ...machine.provider.exchangeDirectly(), expires })
    await machine.clock.advance(MINUTE)
    broken = false
    await machine.clock.advance(MINUTE)
    expect(host.core.profile(PROFILE).accessExpiresAtMs).toBe(expires)
    await machine.run(host.core.close())
  })

  it('that does not take the word of an unknown outcome does not have the login wait for this very process', async () => {
    const machine = new MemoryMachine()
    machine.provider.faults.push('lost-after')
    let full = true
    breakJournal(machine, ['writeAtomic'], () => full)
    const host = await machine.start(true)
    await machine.clock.advance(10_000)
    full = false
    expect(machine.provider.requests).toBe(1)
    await machine.clock.advance(45_000)
    expect(machine.provider.requests).toBe(1) // not before a minute is over
    await machine.clock.advance(20 * MINUTE)
    expect(machine.provider.requests).toBe(2)
    expect(host.core.profile(PROFILE).status.kind).toBe('needs-login')
    await machine.run(host.core.close())
  })

  it('keeps the word of a used token for as long as a file holds it, however old', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const older = machine.files.text(machine.fileOf('main')) ?? ''
    const first = await machine.start(false)
    await machine.run(first.core.token(PROFILE))
    await machine.run(first.core.close())
    machine.files.delete(machine.fileOf('main'))
    machine.files.put(machine.fileOf('main'), older)
    await machine.clock.advance(40 * DAY)
    for (let boot = 0; boot < 2; boot++) {
      const host = await machine.start(true)
      await machine.clock.advance(HOUR)
      expect(machine.provider.reuses).toBe(0)
      expect(host.core.profile(PROFILE).status.kind).toBe('needs-login')
      await machine.run(host.core.close())
    }
  })

  it('does not grow for ever in a host that is never ended', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const first = await machine.start(true)
    await machine.clock.advance(4 * HOUR)
    await machine.run(first.core.close())
    const entries = async () => (await machine.files.list(FAKE_PATHS.journal)).length
    const old = await entries()
    expect(old).toBeGreaterThan(3)
    await machine.clock.advance(29 * DAY)
    const host = await machine.start(true)
    await machine.run(host.core.pause())
    expect(await entries()).toBeGreaterThanOrEqual(old)
    await machine.clock.advance(2 * DAY)
    expect(await entries()).toBeLessThan(3)
    await machine.run(host.core.close())
  })
})
