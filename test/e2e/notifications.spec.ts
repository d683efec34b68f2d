import { startNotificationServer } from '../main/notifications/notification-server.ts'
import { running } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test('signs in from a notification', async ({ start, bus, world }) => {
  const desktop = await startNotificationServer(bus?.address ?? '')
  const lamplighter = await start({ args: ['--background'] })
  await running(lamplighter)
  await expect.poll(() => desktop.up().length, { timeout: 15_000 }).toBe(1)
  const [shown] = desktop.up()
  console.log(shown)
  desktop.press(shown?.id ?? 0, 'login')
  await expect.poll(() => lamplighter.opened()).toHaveLength(1)
  const [address = ''] = await lamplighter.opened()
  await world.server.completeLogin(address)
  await expect.poll(() => desktop.up()[0]?.summary, { timeout: 15_000 }).toContain('well again')
  console.log(desktop.up(), desktop.asked())
  await expect.poll(() => desktop.up().length, { timeout: 15_000 }).toBe(0)
  console.log(lamplighter.output())
  await lamplighter.terminate()
  await desktop.stop()
})

test('takes it down at the end and does not repeat it', async ({ start, bus }) => {
  const desktop = await startNotificationServer(bus?.address ?? '')
  const first = await start({ args: ['--background'] })
  await running(first)
  await expect.poll(() => desktop.up().length, { timeout: 15_000 }).toBe(1)
  await first.terminate()
  await expect.poll(() => desktop.up().length).toBe(0)
  const second = await start({ args: ['--background'] })
  await running(second)
  await new Promise((r) => setTimeout(r, 6_000))
  expect(desktop.up()).toEqual([])
  await second.terminate()
  await desktop.stop()
})
