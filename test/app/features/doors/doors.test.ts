/** Doors as a person sees them: what is said of each, and how a guest asks there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

let machine: MemoryMachine
let host: Booted

beforeEach(async () => {
  machine = new MemoryMachine()
  host = await machine.start(true)
})
afterEach(() => machine.run(host.core.close()))

const add = (request: object) =>
  machine.run(host.core.doors.add({ name: 'builder', logins: [PROFILE], ...request }))

describe('doors', () => {
  it('take any name of a login, and are shown with its account until their time is up', async () => {
    const { door, key } = await add({ logins: ['ada@example.test', PROFILE], forMs: HOUR })
    expect(key).toBeUndefined()
    expect(door).toMatchObject({
      asksAs: 'door builder',
      logins: [{ id: PROFILE, account: 'ada@example.test' }],
      untilMs: machine.clock.now() + HOUR,
    })
    expect(await host.core.doors.list()).toEqual([door])
    await machine.run(machine.clock.sleep(HOUR))
    expect(await host.core.doors.list()).toEqual([])
  })

  it('tell how a guest asks: by the folder of the socket, or with the key, which is told once', async () => {
    const { door } = await add({})
    const [mount, ask] = door.lines.map(({ text }) => text)
    expect(mount).toBe(
      `docker run --mount type=bind,source=${FAKE_PATHS.state}/doors/builder,target=/run/lamplighter IMAGE`,
    )
    expect(ask).toContain(`--unix-socket /run/lamplighter/door.sock http://door/v1/token`)
    expect(ask).toContain(`-d '{"login":"${PROFILE}"}'`)
    const opened = await add({ name: 'vm', port: 9465 })
    expect(opened.door.lines.at(-1)?.text).toContain(`-H 'Authorization: Bearer ${opened.key}'`)
    const listed = (await host.core.doors.list()).at(-1)
    expect(listed?.lines.at(-1)?.text).toContain("-H 'Authorization: Bearer KEY'")
    expect(machine.files.text(`${FAKE_PATHS.state}/doors.json`)).not.toContain(opened.key)
  })

  it('say what keeps one shut, until it opens', async () => {
    await add({})
    const failure = { code: 'HOST_ABSENT', message: 'Nobody gets in.' }
    host.core.doors.note('builder', failure)
    expect(await host.core.doors.list()).toMatchObject([{ trouble: failure }])
    host.core.doors.note('builder', undefined)
    expect((await host.core.doors.list())[0]).not.toHaveProperty('trouble')
  })

  it('are for logins that there are', async () => {
    await expect(add({ logins: ['nobody'] })).rejects.toMatchObject({ code: 'PROFILE_UNKNOWN' })
    expect(await host.core.doors.list()).toEqual([])
  })
})
