/** What would keep the successor from being stored, and can be known before the request, is found out before it. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE, STORES } from '../../support/memory-machine.ts'

/** Valid JSON, nested deeper than the editor goes. */
const DEEP = `"deep": ${'['.repeat(250)}${']'.repeat(250)}`

function deepen(machine: MemoryMachine, agent: string): void {
  const text = machine.textWith(machine.first)
  machine.files.put(machine.fileOf(agent), text.replace('"future"', `${DEEP},\n  "future"`))
}

describe('before its refresh token is sent', () => {
  it('a file that our editor cannot change is found out', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    deepen(machine, 'main')
    const before = machine.files.text(machine.fileOf('main'))
    const { core } = await machine.start(false)
    const event = await machine.run(core.refresh(PROFILE))
    expect(machine.provider.requests).toBe(0)
    expect(event).toMatchObject({ kind: 'failed', cause: 'not-sent' })
    expect(event.message).toContain(machine.fileOf('main'))
    expect(machine.files.text(machine.fileOf('main'))).toBe(before)
    machine.write(machine.first)
    expect(await machine.run(core.refresh(PROFILE))).toMatchObject({ kind: 'refreshed' })
    await machine.run(core.close())
  })

  it('one such file of several does not keep the others from being looked after', async () => {
    const machine = new MemoryMachine()
    deepen(machine, 'research')
    const { core } = await machine.start(false)
    expect(await machine.run(core.refresh(PROFILE))).toMatchObject({ kind: 'refreshed' })
    expect(await machine.stored('main')).toBe(machine.provider.currentRefreshToken)
    await machine.run(core.close())
  })

  it.each(STORES)('a disk without room for the file of %s is found out', async (keptBy) => {
    const machine = new MemoryMachine({ keptBy, agents: ['main'] })
    await machine.seed()
    let isFull = true
    machine.files.before = (operation, path) => {
      if (isFull && operation === 'reserve' && path === machine.fileOf('main'))
        throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (ENOSPC).`)
    }
    const { core } = await machine.start(true)
    await machine.clock.advance(MINUTE)
    expect(machine.provider.requests).toBe(0)
    expect(core.profile(PROFILE).status).toMatchObject({
      kind: 'retrying',
      failure: { code: 'STORE_UNWRITABLE' },
    })
    isFull = false
    await machine.clock.advance(HOUR / 2)
    expect(core.profile(PROFILE).status.kind).toBe('fresh')
    expect(machine.provider.requests).toBe(1)
    await machine.run(core.close())
  })

  it('a disk without room for the journal is found out, and the ticket is given back', async () => {
    const machine = new MemoryMachine()
    machine.files.before = (operation, path) => {
      if (operation === 'reserve' && path.startsWith(FAKE_PATHS.journal))
        throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (ENOSPC).`)
    }
    const { core } = await machine.start(false)
    expect(await machine.run(core.refresh(PROFILE))).toMatchObject({ cause: 'not-sent' })
    expect(machine.provider.requests).toBe(0)
    expect(Object.keys(machine.files.all()).filter((path) => path.startsWith(FAKE_PATHS.journal))).toEqual([])
    await machine.run(core.close())
  })

  it('room is set aside for the journal, which uses it when the disk filled up meanwhile', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    machine.files.before = (operation, path) => {
      const hasRoom = !machine.files.reserved.some((one) => one.startsWith(FAKE_PATHS.journal))
      const isStore = path === machine.fileOf('main') && operation === 'writeAtomic'
      if (isStore || (operation === 'append' && !hasRoom))
        throw new AppError('STORE_UNWRITABLE', `Writing ${path} failed (ENOSPC).`)
    }
    const { core } = await machine.start(false)
    expect(await machine.run(core.refresh(PROFILE))).toMatchObject({ cause: 'unwritable' })
    const journaled = Object.entries(machine.files.all()).filter(([path]) =>
      path.startsWith(FAKE_PATHS.journal),
    )
    expect(journaled).toMatchObject([[expect.anything(), expect.stringContaining('"sealed"')]])
    await machine.run(core.close())
  })

  it('what is reserved is there until the reply is, and no longer', async () => {
    const machine = new MemoryMachine()
    const during: string[] = []
    const { core } = await machine.startWith(false, () => {
      during.push(...machine.files.reserved)
    })
    await machine.run(core.refresh(PROFILE))
    expect(during.map((path) => path.replace(/[0-9a-f]{12}/, 'FINGERPRINT')).sort()).toEqual(
      [`${FAKE_PATHS.journal}/FINGERPRINT.json`, machine.fileOf('main'), machine.fileOf('research')].sort(),
    )
    expect(machine.files.reserved).toEqual([])
    await machine.run(core.close())
  })
})
