import { expect, it } from 'vitest'
import { HOUR, Machine, MINUTE, PROFILE } from '../../support/machine.ts'

it('who waits for a lock that is not let go is told so, although the clock is set back meanwhile', async () => {
  const machine = new Machine('openclaw', ['main'])
  const first = await machine.start(false)
  await machine.run(first.core.token(PROFILE))
  const name = machine.lock.history.find((one) => one.startsWith('grant-')) ?? ''
  await machine.run(first.core.close())
  await machine.clock.advance(2 * HOUR)
  machine.lock.steal(name) // a process that is stopped (Ctrl-Z) in the middle of a refresh
  const { core } = await machine.start(false)
  let ended: unknown
  const asked = core.token(PROFILE).then(
    () => (ended = 'token'),
    (error: { code: string }) => (ended = error.code),
  )
  await machine.clock.advance(10_000)
  machine.clock.set(-3 * HOUR)
  await machine.clock.advance(2 * MINUTE)
  expect(ended).toBe('STORE_LOCKED')
  machine.lock.free(name)
  await machine.run(asked)
  await machine.run(core.close())
})

it('who waits for one of OpenClaw’s locks is told so as well', async () => {
  const machine = new Machine('openclaw', ['main'])
  machine.files.put(
    `${machine.fileOf('main')}.lock`,
    JSON.stringify({ pid: 100, createdAt: new Date(machine.clock.now()).toISOString() }),
  )
  const { core, ports } = await machine.start(false)
  ports.process.start(4242, 'x')
  machine.files.put(
    `${machine.fileOf('main')}.lock`,
    JSON.stringify({ pid: 4242, createdAt: new Date(machine.clock.now()).toISOString() }),
  )
  let ended: unknown
  const asked = core.token(PROFILE).then(
    () => (ended = 'token'),
    (error: { code: string }) => (ended = error.code),
  )
  await machine.clock.advance(10_000)
  machine.clock.set(-3 * HOUR)
  await machine.clock.advance(2 * MINUTE)
  expect(ended).toBe('STORE_LOCKED')
  machine.files.delete(`${machine.fileOf('main')}.lock`)
  await machine.run(asked)
  await machine.run(core.close())
})
