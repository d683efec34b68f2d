import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { answering } from '../../support/answering.ts'
import { HOUR, MemoryMachine, PROFILE, STORES } from '../../support/memory-machine.ts'

describe.each(STORES)('a login kept by %s', (keptBy) => {
  it('that is refreshed and stored while the journal takes nothing more is said to be refreshed', async () => {
    const machine = new MemoryMachine({ keptBy, agents: ['main'] })
    await machine.seed()
    machine.files.before = (operation, path) => {
      if (path.startsWith(FAKE_PATHS.journal) && ['append', 'writeAtomic'].includes(operation))
        throw new AppError('STORE_UNWRITABLE', `${path} (ENOSPC)`)
    }
    const { core } = await machine.start(false)
    const event = await machine.run(core.refresh(PROFILE))
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
    expect(event.kind).toBe('refreshed')
    expect(core.overview().problems).toEqual([])
    await machine.clock.advance(HOUR)
    await machine.run(core.refresh(PROFILE))
    expect(machine.provider.reuses).toBe(0)
    expect(machine.provider.requests).toBe(2)
    expect((await machine.run(core.history({}))).map(({ kind }) => kind)).toEqual(['refreshed', 'refreshed'])
    await machine.run(core.close())
  })

  it('whose token does not rotate is not said to be refreshed again and again while no entry can be removed', async () => {
    const machine = new MemoryMachine({ keptBy, agents: ['main'] })
    await machine.seed()
    machine.files.before = (operation, path) => {
      if (path.startsWith(FAKE_PATHS.journal) && operation === 'remove')
        throw new AppError('STORE_UNWRITABLE', `${path} (EACCES)`)
    }
    let replies = 0
    const { core } = await machine.start(
      true,
      answering(() => ({ access_token: `CANARY-access-${++replies}`, expires_in: 3600 })),
    )
    await machine.clock.advance(3 * HOUR)
    const events = await machine.run(core.history({}))
    expect(events.filter(({ kind }) => kind === 'refreshed')).toHaveLength(1)
    expect(core.profile(PROFILE).status).toMatchObject({
      kind: 'retrying',
      failure: { code: 'STORE_UNWRITABLE' },
    })
    await machine.run(core.close())
  })
})
