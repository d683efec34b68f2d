import { expect, it } from 'vitest'
import { grantLockName } from '../../../../app/engine/refresh/grant-lock.ts'
import { MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

it('a waiter takes what another program stored, while the lock is still held', async () => {
  const machine = new MemoryMachine({ keptBy: 'openclaw' })
  await machine.seed()
  const { core, ports } = await machine.start(false)
  const holder = await ports.lock.tryAcquire(grantLockName(ports, { provider: 'openai-codex', id: PROFILE }))
  expect(holder).toBeDefined()
  const refreshed = core.refresh(PROFILE)
  await machine.clock.advance(200) // waits, and has asked for the lock again since
  machine.write({ access: 'CANARY-theirs', refresh: 'CANARY-next', expires: machine.clock.now() + 3_600_000 })
  expect(await machine.run(refreshed)).toMatchObject({ kind: 'adopted' })
  expect(await machine.stored()).toBe('CANARY-next')
  expect(holder?.held).toBe(true)
  expect(machine.provider.requests).toBe(0)
  await holder?.release()
  await machine.run(core.close())
})
