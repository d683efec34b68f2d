/** A fleet that the window founds: on a register that is there, or on an etcd that this machine sets up. */
import { describe, expect, it } from 'vitest'
import { AppError } from '../../app/base/errors.ts'
import { createCore } from '../../app/core.ts'
import { Secret } from '../../app/model/secret.ts'
import type { OwnEtcdWish } from '../../app/platform/fleet/own-etcd.ts'
import { answer } from '../../main/ipc/handle.ts'
import { createHandlers } from '../../main/ipc/handlers.ts'
import { fakeDesktop } from '../fakes/desktop.ts'
import { createFakePorts } from '../fakes/ports.ts'
import { FakeRegisters, ROOT } from '../fakes/registers.ts'

const MEMBERS = ['https://attic:2389']
const THERE = { kind: 'there', members: MEMBERS, ...ROOT }

async function machine() {
  const ports = { ...createFakePorts(), registers: new FakeRegisters() }
  const core = createCore(ports)
  await ports.clock.run(core.start({ schedule: false }))
  const desktop = fakeDesktop(core)
  const handlers = createHandlers(core, desktop)
  type Asked = Parameters<typeof answer>
  const ask = (name: Asked[0], ...args: readonly unknown[]) =>
    ports.clock.run(answer(name, args, handlers, ports.log))
  return { ports, desktop, ask }
}

describe('a fleet that the window founds', () => {
  it('begins on a register that is there; its password does not come back', async () => {
    const { ask, ports } = await machine()
    const reply = await ask('fleet:found', { name: 'home', register: THERE })
    const { hostname } = ports.process
    expect(reply).toMatchObject({
      ok: true,
      value: { fleet: { name: 'home', machine: hostname, administrator: true }, nodes: [{ name: hostname }] },
    })
    expect(JSON.stringify(reply)).not.toContain('CANARY')
  })

  it('begins on an etcd of its own, and tells what a person is to start', async () => {
    const { ask, desktop } = await machine()
    const wishes: OwnEtcdWish[] = []
    desktop.fleet.install = async (wish, { onByHand }) => {
      wishes.push(wish)
      onByHand({ command: 'etcd --name lamplighter' })
      return { root: { members: MEMBERS, user: ROOT.user, password: new Secret(ROOT.password) }, lines: [] }
    }
    const register = { kind: 'here', host: 'attic', port: 2400 }
    const reply = await ask('fleet:found', { name: 'home', machine: 'attic', register })
    expect(reply).toMatchObject({ ok: true, value: { fleet: { machine: 'attic' } } })
    expect(wishes).toEqual([{ host: 'attic', port: 2400 }])
    expect(desktop.heard).toEqual(['fleet by-hand', 'installed'])
  })

  it('is not waited for any more once the person says so', async () => {
    const { ask, desktop, ports } = await machine()
    desktop.fleet.install = (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new AppError('HOST_GONE', 'Stopped.')))
      })
    const founding = ask('fleet:found', { name: 'home', register: { kind: 'here' } })
    await ports.clock.advance(1000)
    await ask('fleet:stop')
    expect(await founding).toMatchObject({ ok: false, failure: { code: 'HOST_GONE' } })
    expect(await ask('fleet:get')).toEqual({ ok: true, value: null })
  })

  it('starts no program that a page names', async () => {
    const { ask, desktop } = await machine()
    const register = { kind: 'here', program: '/tmp/anything' }
    expect(await ask('fleet:found', { name: 'home', register })).toMatchObject({
      failure: { code: 'ARGUMENT_INVALID' },
    })
    expect(desktop.heard).toEqual([])
  })

  it('shows its machines as they were last while its register is away', async () => {
    const { ask, ports } = await machine()
    await ask('fleet:found', { name: 'home', register: THERE })
    for (const link of ports.registers.links) link.cut()
    expect(await ask('fleet:get')).toMatchObject({
      value: {
        fleet: { problem: { code: 'FLEET_UNREACHABLE' } },
        nodes: [{ name: ports.process.hostname, isThis: true }],
      },
    })
  })

  it('shows them after a restart, too, that falls into the time in which its register is away', async () => {
    const registers = new FakeRegisters()
    const ports = { ...createFakePorts(), registers }
    const start = async (asHost: boolean) => {
      const core = createCore(ports)
      await ports.clock.run(core.start({ schedule: asHost }))
      const handlers = createHandlers(core, fakeDesktop(core))
      const ask = (name: Parameters<typeof answer>[0], ...args: readonly unknown[]) =>
        ports.clock.run(answer(name, args, handlers, ports.log))
      return { ask, close: () => ports.clock.run(core.close()) }
    }
    const first = await start(true)
    await first.ask('fleet:found', { name: 'home', register: THERE })
    await first.ask('fleet:get')
    await first.close()
    registers.users.clear()
    const second = await start(true)
    expect(await second.ask('fleet:get')).toMatchObject({
      value: {
        fleet: { problem: expect.anything() },
        nodes: [{ name: ports.process.hostname, isThis: true }],
      },
    })
    await second.close()
  })

  it('is left, by an administrator only when the window has said what that means', async () => {
    const { ask } = await machine()
    await ask('fleet:found', { name: 'home', register: THERE })
    expect(await ask('fleet:leave', false)).toMatchObject({ failure: { code: 'ARGUMENT_INVALID' } })
    expect(await ask('fleet:leave', true)).toEqual({ ok: true, value: null })
  })
})
