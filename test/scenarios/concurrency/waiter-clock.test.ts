/** Who waits for a lock that is not let go is told so, although the clock is set back meanwhile. */
import { expect, it } from 'vitest'
import type { Core } from '../../../app/core.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

async function asking(machine: MemoryMachine, core: Core, letGo: () => void): Promise<unknown> {
  let ended: unknown
  const asked = core.token(PROFILE).then(
    () => (ended = 'token'),
    (error: { code: string }) => (ended = error.code),
  )
  await machine.clock.advance(10_000)
  machine.clock.set(-3 * HOUR)
  await machine.clock.advance(2 * MINUTE)
  const told = ended
  letGo()
  await machine.run(asked)
  await machine.run(core.close())
  return told
}

it('which is ours', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const first = await machine.start(false)
  await machine.run(first.core.token(PROFILE))
  const name = machine.lock.history.find((one) => one.startsWith('grant-')) ?? ''
  await machine.run(first.core.close())
  await machine.clock.advance(2 * HOUR)
  machine.lock.steal(name) // a process that is stopped (Ctrl-Z) in the middle of a refresh
  const { core } = await machine.start(false)
  expect(await asking(machine, core, () => machine.lock.free(name))).toBe('STORE_LOCKED')
})

it('which is OpenClaw’s', async () => {
  const machine = new MemoryMachine({ agents: ['main'] })
  const path = `${machine.fileOf('main')}.lock`
  const { core, ports } = await machine.start(false)
  ports.process.start(4242, 'x')
  machine.files.put(
    path,
    JSON.stringify({ pid: 4242, createdAt: new Date(machine.clock.now()).toISOString() }),
  )
  expect(await asking(machine, core, () => machine.files.delete(path))).toBe('STORE_LOCKED')
})
