/** A guest at a door is asked about like any other program. */
import { expect, it } from 'vitest'
import { programCalled } from '../../../app/features/consent/consent-ask.ts'
import { answerGuest } from '../../../app/host/door-answer.ts'
import { MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

it('a guest hears that somebody has to help, until its door is allowed the login', async () => {
  const machine = new MemoryMachine()
  machine.write({ access: 'CANARY-1', refresh: 'CANARY-2', expires: machine.clock.now() + 60 * MINUTE })
  const { core, ports } = await machine.start(true)
  await machine.run(core.changeSettings({ consent: { logins: [PROFILE] } }))
  const door = { name: 'builder', logins: [PROFILE], at: { socket: '/x/door.sock' } }
  const body = JSON.stringify({ login: 'ada@example.test' })
  const ask = async () => {
    const request = { method: 'POST', path: '/v1/token', headers: {}, body }
    const { status, body: text = '' } = await machine.run(answerGuest(core, ports, door, request))
    return { status, ...JSON.parse(text) }
  }
  expect(await ask()).toMatchObject({ status: 409, code: 'CONSENT_NEEDED' })
  await machine.run(core.consent.set({ name: 'door builder', isKnown: false }, PROFILE, true))
  expect(await ask()).toMatchObject({ status: 409 }) // that is a program that calls itself so
  await machine.run(core.consent.set(programCalled('door builder'), PROFILE, true))
  expect(await ask()).toMatchObject({ status: 200, accessToken: 'CANARY-1' })
  expect(core.askers.list()).toMatchObject([{ program: 'door builder', isKnown: true, times: 1 }])
  core.setScreenLocked(true)
  await machine.run(core.changeSettings({ withholdWhileLocked: true }))
  expect(await ask()).toMatchObject({ status: 503, code: 'SCREEN_LOCKED' })
  await machine.run(core.close())
})
