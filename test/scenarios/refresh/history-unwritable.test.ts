/** The history is a record: what was done stays done, and is done, although its file cannot be written. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { signIn, withLogins } from '../../support/answering.ts'
import { MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

/** A month's file that a run under sudo made, a full disk. */
function historyIsUnwritable(machine: MemoryMachine): void {
  machine.files.before = (operation, path) => {
    if (operation === 'append' && path.includes('/history/'))
      throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (EACCES).`)
  }
}

describe('while the history cannot be written', () => {
  it('a refused token is acted upon all the same', async () => {
    const machine = new MemoryMachine()
    const { core } = await machine.start(false)
    await machine.run(core.token(PROFILE))
    await machine.clock.advance(10 * MINUTE)
    expect(machine.provider.requests).toBe(1)
    historyIsUnwritable(machine)
    await machine.run(core.report401(PROFILE).catch(() => undefined))
    await machine.run(core.report401(PROFILE).catch(() => undefined))
    expect(machine.provider.requests).toBe(2)
    await machine.run(core.close())
  })

  it('a login that was stored is not said to have failed', async () => {
    const machine = new MemoryMachine()
    const { core } = await machine.start(false, withLogins(machine))
    historyIsUnwritable(machine)
    const step = await machine.run(signIn(machine, core, { profileId: PROFILE }))
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(step).toMatchObject({ kind: 'done', profileId: PROFILE })
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
    await machine.run(core.close())
  })
})
