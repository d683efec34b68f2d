/** OpenClaw's sign-in took no lock until 2026-05-16: it may write its file while we wait for our journal's disk. */
import { expect, it } from 'vitest'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

it('a login that OpenClaw adds to its file while the journal is being flushed is not written over', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const path = machine.fileOf('main')
  let isAdded = false
  machine.files.before = async (operation, where) => {
    // The flush of the reply, not of the ticket: the ticket's file has been answered.
    if (isAdded || operation !== 'flush' || !where.startsWith(FAKE_PATHS.journal)) return
    if (!machine.files.text(where)?.includes('answered')) return
    await machine.clock.sleep(100) // a busy disk
    isAdded = true
    const file = JSON.parse(machine.files.text(path) ?? '')
    file.profiles['xai:ada@example.test'] = {
      type: 'oauth',
      provider: 'xai',
      access: 'CANARY-access-x',
      refresh: 'CANARY-refresh-x',
      expires: machine.clock.now() + HOUR,
    }
    machine.files.put(path, JSON.stringify(file, null, 2))
  }
  const { core } = await machine.start(true)
  await machine.clock.advance(MINUTE)
  expect(isAdded).toBe(true)
  const file = JSON.parse(machine.files.text(path) ?? '')
  expect(file.profiles['xai:ada@example.test']?.refresh).toBe('CANARY-refresh-x')
  expect(await machine.stored()).toBe(machine.provider.currentRefreshToken)
  expect(core.profile(PROFILE).status.kind).toBe('fresh')
  await machine.run(core.close())
})

it('a new sign-in of the same login that is written meanwhile is not written over', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  let isWritten = false
  machine.files.before = async (operation, where) => {
    if (isWritten || operation !== 'flush' || !where.startsWith(FAKE_PATHS.journal)) return
    if (!machine.files.text(where)?.includes('answered')) return
    await machine.clock.sleep(100)
    isWritten = true
    const expires = machine.clock.now() + 2 * HOUR
    machine.write({ access: 'CANARY-access-login', refresh: 'CANARY-refresh-login', expires })
  }
  const { core } = await machine.start(true)
  await machine.clock.advance(MINUTE)
  expect(isWritten).toBe(true)
  expect(await machine.stored()).toBe('CANARY-refresh-login')
  await machine.run(core.close())
})
