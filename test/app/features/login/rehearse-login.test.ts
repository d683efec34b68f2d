import { describe, expect, it } from 'vitest'
import { AppError } from '../../../../app/base/errors.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

/** A machine on which these files take nothing. */
async function started(...full: readonly string[]) {
  const machine = new MemoryMachine()
  const { core, ports } = await machine.start()
  machine.files.before = (operation, path) => {
    if ((operation === 'reserve' || operation === 'writeAtomic') && full.includes(path))
      throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (EROFS).`)
  }
  const signIn = async (request: { profileId: string } | { providerId: string }) => {
    const view = await machine.run(core.logins.start({ ...request, method: 'browser' }))
    await machine.run(core.logins.cancel(view.id))
    return view.step
  }
  return { machine, core, ports, signIn }
}

const REFUSED = { kind: 'failed', failure: { code: 'STORE_UNWRITABLE' } }

describe('a sign-in that could not be stored', () => {
  it('does not begin where no file of the login takes anything', async () => {
    const { machine, ports, signIn } = await started(
      ...['main', 'research'].map((agent) => new MemoryMachine().fileOf(agent)),
    )
    expect(await signIn({ profileId: PROFILE })).toMatchObject(REFUSED)
    expect(ports.browser.opened).toEqual([])
    expect(await machine.stored()).toBe('CANARY-refresh-1')
  })

  it('begins where one of them does', async () => {
    const { machine, signIn } = await started(new MemoryMachine().fileOf('main'))
    expect(await signIn({ profileId: PROFILE })).toMatchObject({ kind: 'browser' })
    expect(machine.files.reserved).toEqual([])
  })

  it('does not begin where our vault takes no new login', async () => {
    const { ports, signIn } = await started(FAKE_PATHS.vault)
    expect(await signIn({ providerId: 'openai-codex' })).toMatchObject(REFUSED)
    expect(ports.browser.opened).toEqual([])
  })
})
