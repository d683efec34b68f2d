/** Screen savers on a real session bus. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import dbus from 'dbus-next'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { watchScreenSavers } from '../../main/screen-savers.ts'
import { NAME, PATH, startScreenSaver } from '../e2e/support/screen-saver.ts'
import { type SessionBus, startSessionBus } from '../e2e/support/session-bus.ts'

let bus: SessionBus
let folder: string
const ends: (() => void)[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lamplighter-bus-'))
  bus = await startSessionBus(folder)
})
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) end()
  await bus.stop()
  rmSync(folder, { recursive: true })
})

function connect(): dbus.MessageBus {
  const made = dbus.sessionBus({ busAddress: bus.address })
  ends.push(() => made.disconnect())
  return made
}

it.runIf(process.platform === 'linux')(
  'a screen saver that says it is active is believed, and nobody else who says so',
  async () => {
    const saver = await startScreenSaver(bus.address)
    ends.push(() => saver.close())
    const told: boolean[] = []
    const errors: unknown[] = []
    ends.push(
      watchScreenSavers(
        connect(),
        (isActive) => told.push(isActive),
        (error) => errors.push(error),
      ),
    )
    await expect.poll(() => told).toEqual([false])
    saver.lock()
    await expect.poll(() => told).toEqual([false, true])
    const liar = connect()
    await liar.requestName('org.example.Liar', 0) // answered, so connected
    liar.send(dbus.Message.newSignal(PATH, NAME, 'ActiveChanged', 'b', [false]))
    await expect.poll(() => told).toEqual([false, true, true])
    saver.unlock()
    await expect.poll(() => told).toEqual([false, true, true, false])
    expect(errors).toEqual([])
  },
)
