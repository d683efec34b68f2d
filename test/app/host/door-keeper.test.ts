/** The doors at a host on a small fake machine: opened as they are asked for, and tried again where something is in the way. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHost, type Host } from '../../../app/host/host.ts'
import { type Booted, HOUR, MemoryMachine, PROFILE } from '../../support/memory-machine.ts'

const PORT = 9465
const MINUTE = 60_000

let machine: MemoryMachine
let here: Booted
let host: Host

beforeEach(async () => {
  machine = new MemoryMachine({ agents: ['main'] })
  machine.write({ ...machine.first, expires: machine.clock.now() + HOUR })
  here = await machine.start(false)
  host = createHost(here.core, here.ports, 'Lamplighter')
  await machine.run(host.start())
})
afterEach(async () => {
  await machine.run(host.close())
  await machine.run(here.core.close())
})

async function add(more: object = {}): Promise<string> {
  const { key = '' } = await machine.run(
    here.core.doors.add({ name: 'vm', logins: [PROFILE], port: PORT, ...more }),
  )
  await machine.clock.advance(1000)
  return key
}
const ask = (key: string) =>
  machine.run(
    here.ports.localHttp.ask(PORT, {
      path: '/v1/token',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ login: PROFILE }),
    }),
  )
const doors = () => here.core.doors.list()

describe('a door', () => {
  it('counts what its guests were given, and what they were refused', async () => {
    const key = await add()
    expect((await ask(key)).status).toBe(200)
    await machine.run(here.core.withhold(PROFILE, 'door vm', true))
    expect((await ask(key)).status).toBe(409)
    expect(here.core.askers.list()).toMatchObject([
      {
        program: 'door vm',
        login: PROFILE,
        times: 1,
        refusedTimes: 1,
        lastRefusal: { code: 'HOST_REFUSED' },
        isWithheld: true,
      },
    ])
  })

  it('that another program is in the way of says so, and opens once that is gone', async () => {
    here.ports.localHttp.servers.set(PORT, async () => ({ status: 200 }))
    const key = await add()
    expect(await doors()).toMatchObject([
      { trouble: { message: `Nobody gets in: port ${PORT} cannot be opened.`, detail: `${PORT} is taken` } },
    ])
    here.ports.localHttp.servers.delete(PORT)
    await machine.clock.advance(MINUTE)
    expect((await doors())[0]).not.toHaveProperty('trouble')
    expect((await ask(key)).status).toBe(200)
  })

  it('closes when its time is up', async () => {
    await add({ forMs: MINUTE })
    expect(here.ports.localHttp.servers.has(PORT)).toBe(true)
    await machine.clock.advance(MINUTE)
    expect(here.ports.localHttp.servers.has(PORT)).toBe(false)
  })
})
