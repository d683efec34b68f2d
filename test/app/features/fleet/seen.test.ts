/** A machine knows its own words again, however old, and another machine's that goes by its identity. */
import { describe, expect, it } from 'vitest'
import type { AppError } from '../../../../app/base/errors.ts'
import { makeNodeIdentity, type NodeIdentity } from '../../../../app/features/fleet/node-identity.ts'
import { beSeen, beSeenLater, lastSeenMs } from '../../../../app/features/fleet/seen.ts'
import { FleetLayout } from '../../../../app/model/fleet-record.ts'
import { FakeClock } from '../../../fakes/clock.ts'
import { FakeFiles } from '../../../fakes/files.ts'
import { createFakePorts } from '../../../fakes/ports.ts'
import { FakeRandom } from '../../../fakes/random.ts'
import { type FakeRegister, FakeRegisterServer } from '../../../fakes/register.ts'

const FLEET = 'home'
const MINUTE = 60_000

async function register() {
  const clock = new FakeClock()
  const server = new FakeRegisterServer()
  const identity = await makeNodeIdentity()
  const key = new FleetLayout(FLEET).seen(identity.node)
  let made = 0
  const disk = (copied?: Disk): Disk => {
    const files = new FakeFiles()
    for (const [path, text] of Object.entries(copied?.files.all() ?? {})) files.put(path, text)
    const ports = createFakePorts({ clock, files, random: new FakeRandom(`disk ${++made}`) })
    const link = server.link()
    const deps = { ports, register: link, fleet: FLEET }
    return {
      ...{ files, link },
      say: () => clock.run(beSeen(deps, identity)),
      sayLater: (refused) => clock.run(beSeenLater(deps, identity, refused)),
    }
  }
  return { clock, server, identity, key, disk, stands: () => server.records.get(key)?.value ?? '' }
}

interface Disk {
  readonly files: FakeFiles
  readonly link: FakeRegister
  readonly say: () => Promise<void>
  readonly sayLater: (refused: AppError | undefined) => Promise<AppError | undefined>
}

const CLONED = { code: 'FLEET_REFUSED', message: expect.stringMatching(/identity/) }

describe('the word of a machine', () => {
  it('says when it was there', async () => {
    const { clock, server, identity, disk } = await register()
    const machine = disk()
    await machine.say()
    await clock.advance(5 * MINUTE)
    await machine.say()
    expect(await seenMs(server, identity)).toBe(clock.now())
  })

  it.each([1, 2, 3, 50])('is its own in a register that was put back by %i words', async (words) => {
    const { server, key, disk, stands } = await register()
    const machine = disk()
    await machine.say()
    const before = stands()
    for (let said = 0; said < words; said++) await machine.say()
    server.write(key, before)
    for (let said = 0; said < 3; said++) await machine.say()
    expect(stands()).not.toBe(before)
  })

  it('is its own in a register that was put back to when it was not there', async () => {
    const { server, key, disk } = await register()
    const machine = disk()
    for (let said = 0; said < 3; said++) await machine.say()
    server.write(key, undefined)
    for (let said = 0; said < 3; said++) await machine.say()
  })

  it('is told from that of a copy of its disk, whichever of both speaks first', async () => {
    for (const first of ['machine', 'copy'] as const) {
      const { disk } = await register()
      const machine = disk()
      await machine.say()
      const copy = disk(machine)
      const [one, other] = first === 'machine' ? [machine, copy] : [copy, machine]
      await one.say()
      await expect(other.say()).rejects.toMatchObject(CLONED)
      await one.say()
    }
  })

  it('is told from that of a copy by one of both in a register that was put back as well', async () => {
    for (const first of ['machine', 'copy'] as const) {
      const { server, key, disk, stands } = await register()
      const machine = disk()
      await machine.say()
      const before = stands()
      for (let said = 0; said < 5; said++) await machine.say()
      const copy = disk(machine)
      server.write(key, before)
      const [one, other] = first === 'machine' ? [machine, copy] : [copy, machine]
      await one.say()
      await expect(other.say()).rejects.toMatchObject(CLONED)
      await one.say()
    }
  })

  it('is told from that of a copy after words of ours that were not written', async () => {
    const { server, key, disk, stands } = await register()
    const machine = disk()
    await machine.say()
    const copy = disk(machine)
    const ours = stands()
    await machine.say()
    server.write(key, ours) // as if it had not arrived
    await copy.say()
    await expect(machine.say()).rejects.toMatchObject(CLONED)
  })

  it('leaves a copy refused while the register is not heard', async () => {
    const { disk } = await register()
    const machine = disk()
    await machine.say()
    const copy = disk(machine)
    await machine.say()
    const refused = await copy.sayLater(undefined)
    expect(refused).toMatchObject(CLONED)
    copy.link.cut()
    expect(await copy.sayLater(refused)).toBe(refused)
  })
})

function seenMs(server: FakeRegisterServer, identity: NodeIdentity): Promise<number | undefined> {
  return lastSeenMs(server.link(), FLEET, identity)
}
