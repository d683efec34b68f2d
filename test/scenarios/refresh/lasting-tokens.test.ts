/** A refresh token that does not rotate: it goes on working, whatever became of one answer to it. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../app/base/errors.ts'
import { Secret } from '../../../app/model/secret.ts'
import type { FakePorts } from '../../fakes/ports.ts'
import { answering } from '../../support/answering.ts'
import { HOUR, MemoryMachine, MINUTE, PROFILE } from '../../support/memory-machine.ts'

const LASTING = 'CANARY-refresh-1'

/** Answers with access tokens that live for `lifeSeconds`, and no refresh token. */
function lasting(machine: MemoryMachine, lifeSeconds: number, meanwhile: () => void) {
  let requests = 0
  const change = (ports: FakePorts): FakePorts => ({
    ...ports,
    http: Object.assign(Object.create(ports.http), {
      send: async () => {
        requests++
        if (requests === 1) meanwhile()
        const body = { access_token: `CANARY-access-${machine.clock.now()}`, expires_in: lifeSeconds }
        return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      },
    }),
  })
  return { change, requests: () => requests }
}

describe('a refresh token that does not rotate', () => {
  it('is sent again although its owner’s own refresh was faster, and outlived ours', async () => {
    const machine = new MemoryMachine({ agents: ['main'] })
    const owners = { access: 'CANARY-owner', refresh: LASTING, expires: machine.clock.now() + 2 * HOUR }
    const { change, requests } = lasting(machine, 3600, () => machine.write(owners))
    const host = await machine.start(true, change)
    await machine.clock.advance(5 * MINUTE)
    expect((await machine.run(host.core.token(PROFILE))).accessToken.expose()).toBe('CANARY-owner')
    expect(requests()).toBe(1)
    let calls = 0
    machine.files.before = () => {
      if (++calls > 20_000) throw new Error('a loop') // it would never end
    }
    await machine.clock.advance(3 * HOUR)
    expect(host.core.profile(PROFILE).status.kind).toBe('fresh')
    expect(requests()).toBeGreaterThan(1)
    expect((await host.core.history({})).length).toBeLessThan(10)
    await machine.run(host.core.close())
  })

  describe('and whose answer ends before what one of its files still holds', () => {
    const REFUSED = { access: 'CANARY-refused', refresh: LASTING }

    async function afterOneFileTookNothing(restart: boolean) {
      const machine = new MemoryMachine({ agents: ['main', 'research'] })
      const expires = machine.clock.now() + 5 * HOUR
      for (const agent of ['main', 'research']) machine.write({ ...REFUSED, expires }, agent)
      let isFull = true
      machine.files.before = (operation, path) => {
        if (isFull && operation === 'writeAtomic' && path === machine.fileOf('research'))
          throw new AppError('STORE_UNWRITABLE', `${path} (ENOSPC)`)
      }
      const anew = answering(() => ({ access_token: 'CANARY-anew', expires_in: 3600 }))
      const first = await machine.start(true, anew)
      const accessToken = new Secret(REFUSED.access)
      await machine.run(first.core.report401(PROFILE, { askedBy: 'a test', accessToken }))
      if (restart) await machine.run(first.core.close())
      isFull = false
      const { core } = restart ? await machine.start(true, anew) : first
      await machine.clock.advance(10 * MINUTE)
      const held = ['main', 'research'].map((agent) => machine.files.text(machine.fileOf(agent)) ?? '')
      const token = await machine.run(core.token(PROFILE))
      await machine.run(core.close())
      return { held, token: token.accessToken.expose() }
    }

    it.each([false, true])(
      'puts that file right, and not the others wrong (another process: %s)',
      async (restart) => {
        const { held, token } = await afterOneFileTookNothing(restart)
        expect(token).toBe('CANARY-anew')
        for (const text of held) {
          expect(text).toContain('CANARY-anew')
          expect(text).not.toContain(REFUSED.access)
        }
      },
    )
  })
})
