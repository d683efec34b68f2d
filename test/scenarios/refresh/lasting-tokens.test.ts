/** A refresh token that does not rotate: it goes on working, whatever became of one answer to it. */
import { describe, expect, it } from 'vitest'
import type { FakePorts } from '../../fakes/ports.ts'
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
})
