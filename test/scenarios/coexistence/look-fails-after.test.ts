/** What was done is done, although the look after it fails. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { signIn, withLogins } from '../../support/answering.ts'
import { HOUR, MemoryMachine, PROFILE } from '../../support/memory-machine.ts'

function journalCannotBeListed(machine: MemoryMachine): void {
  machine.files.before = (operation, path) => {
    if (operation === 'list' && path === FAKE_PATHS.journal)
      throw new AppError('STORE_UNREADABLE', `Reading ${path} failed (EMFILE).`)
  }
}

describe('while the journal cannot be listed', () => {
  it('a refresh that was made and stored is not said to have failed', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const { core } = await machine.start(false)
    journalCannotBeListed(machine)
    const event = await machine.run(core.refresh(PROFILE))
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(event.kind).toBe('refreshed')
    await machine.run(core.close())
  })

  it('a sign-in that was stored is not said to have failed', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const { core } = await machine.start(false, withLogins(machine))
    journalCannotBeListed(machine)
    const step = await machine.run(signIn(machine, core, { profileId: PROFILE }))
    expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
    expect(step.kind).toBe('done')
    await machine.run(core.close())
  })

  it('an import that was written is not said to have failed', async () => {
    const machine = new MemoryMachine({ keptBy: 'vault' })
    const path = '/home/ada/Downloads/auth-profiles.json'
    machine.files.put(path, machine.textWith({ ...machine.first, expires: machine.clock.now() + HOUR }))
    const { core } = await machine.start(false)
    const { id, rows } = await machine.run(core.imports.plan(path))
    machine.files.before = (operation, where) => {
      // From the moment on at which it is in the vault.
      if (machine.files.text(FAKE_PATHS.vault) === undefined) return
      if (operation === 'list' && where === FAKE_PATHS.journal)
        throw new AppError('STORE_UNREADABLE', `Reading ${where} failed (EMFILE).`)
    }
    const result = await machine.run(
      core.imports.apply(
        id,
        rows.map((row) => row.id),
      ),
    )
    expect(result.imported).toHaveLength(1)
    expect(await machine.stored()).toBe('CANARY-refresh-1')
    expect((await machine.run(core.history({}))).map(({ kind }) => kind)).toEqual(['imported'])
    await machine.run(core.close())
  })
})
