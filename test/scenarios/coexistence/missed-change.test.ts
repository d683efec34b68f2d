/** Lookout: what is written while it is busy with something else. */
import { expect, it } from 'vitest'
import { settle } from '../../fakes/clock.ts'
import { HOUR, Machine, MINUTE, PROFILE } from '../../support/machine.ts'

it('what another program writes while the shortcuts are being written is seen', async () => {
  const machine = new Machine('openclaw', ['main'])
  const now = machine.clock.now()
  machine.write({ access: 'CANARY-access-a', refresh: 'CANARY-refresh-1', expires: now + HOUR })
  await machine.clock.advance(MINUTE) // nothing is young
  let isWritten = false
  machine.files.before = async (operation, path) => {
    if (isWritten || operation !== 'writeAtomic' || !path.endsWith('/shortcuts.json')) return
    isWritten = true
    machine.write({ access: 'CANARY-access-b', refresh: 'CANARY-refresh-b', expires: now + 5 * HOUR })
    await settle() // the disk is slow; the watch tells meanwhile
    await settle()
  }
  const { core } = await machine.start(true)
  await machine.clock.advance(10 * MINUTE)
  expect(isWritten).toBe(true)
  expect(core.profile(PROFILE).accessExpiresAtMs).toBe(now + 5 * HOUR)
  const { accessToken } = await machine.run(core.token(PROFILE))
  expect(accessToken.expose()).toBe('CANARY-access-b')
  await machine.run(core.close())
})
