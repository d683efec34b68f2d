/** The laptop sleeps and wakes, as systemd-logind tells it over the system bus. */
import { running } from './support/launch.ts'
import { startLoginManager } from './support/login-manager.ts'
import { startSessionBus } from './support/session-bus.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'D-Bus carries it on Linux only')

test('plans again when the machine wakes', async ({ folder, start }) => {
  const system = await startSessionBus(folder, { name: 'system-bus.conf' })
  const manager = await startLoginManager(system.address)
  const lamplighter = await start({
    args: ['--background'],
    env: { DBUS_SYSTEM_BUS_ADDRESS: system.address, LAMPLIGHTER_LOG: 'info' },
  })
  await running(lamplighter)
  // Electron begins to listen some time after it was asked to, and does not say when.
  const sleepAndWake = () => {
    manager.sleep()
    manager.wake()
    return lamplighter.output()
  }
  await expect.poll(sleepAndWake, { timeout: 20_000 }).toContain('awake reason=resume')
  // Electron calls back after each wake: it goes first, or the answer would meet a closed bus.
  await lamplighter.terminate()
  manager.close()
  await system.stop()
})
