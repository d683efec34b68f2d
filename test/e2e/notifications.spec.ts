/** What the desktop shows when a person is needed, from the first start to the all-clear, on one running application. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Shown } from '../fakes/notification-server.ts'
import { bridgeOf } from './support/bridge.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'D-Bus carries notifications on Linux only')
test.describe.configure({ mode: 'serial' })

const LONG_ENOUGH_MS = 5_000 // a notification comes 2 s after its cause
const PATIENT = { timeout: 30_000 }

let session: Session
let lamplighter: Lamplighter

test.beforeAll(async () => {
  session = await openSession({ welcomed: false })
  lamplighter = await session.start({ args: ['--background'] })
  await running(lamplighter)
  // Desktops that count beside an icon are rare on Linux: what would be shown is written down instead.
  await lamplighter.app.evaluate(({ app }) => {
    app.setBadgeCount = (count) => Boolean(Object.assign(globalThis, { badge: count }))
  })
})
test.afterAll(() => session.close())

const up = () => session.notifications.up()
/** What stands beside the icon on the dock; undefined before anything was said. */
const badge = () => lamplighter.app.evaluate(() => (globalThis as { badge?: number }).badge)
const titles = () => up().map((shown) => shown.summary)

async function only(): Promise<Shown> {
  await expect.poll(() => up().length, PATIENT).toBe(1)
  return up()[0] as Shown
}

test('tells nobody anything before they have begun', async () => {
  await pause(LONG_ENOUGH_MS)
  expect(titles()).toEqual([])
  expect(await badge()).toBeUndefined()
  expect(lamplighter.app.windows()).toHaveLength(0)
})

test('tells who needs a person once they have, with a way to sign in', async () => {
  await session.panel.click('Open Lamplighter')
  const window = await lamplighter.window()
  await window.evaluate(
    (bridge) => bridge.request('settings:set', { welcomed: true }),
    await bridgeOf(window),
  )
  await window.close()
  const shown = await only()
  expect(shown.summary).toBe('bob@example.test needs you')
  expect(shown.actions).toEqual(['default', 'Open', 'login', 'Sign in'])
  expect(shown.expireMs).toBe(0)
  expect(await badge()).toBe(1)
})

test('opens that login at a click', async () => {
  const opened = lamplighter.app.waitForEvent('window')
  session.notifications.press((await only()).id, 'default')
  const window = await opened
  await expect(window.getByRole('complementary').or(window.getByRole('dialog')).first()).toContainText(
    'bob@example.test',
  )
  await window.close()
})

test('signs in at the press of its button, says that all is well in the same place, and goes', async () => {
  const before = await only()
  const opened = lamplighter.app.waitForEvent('window')
  session.notifications.press(before.id, 'login')
  await expect.poll(() => lamplighter.opened()).toHaveLength(1)
  const window = await opened
  await expect(window.getByRole('heading', { name: /^Sign in to/ })).toBeVisible()
  const [address = ''] = await lamplighter.opened()
  await session.world.server.completeLogin(address)
  await expect.poll(titles, PATIENT).toEqual(['bob@example.test is well again'])
  expect(await badge()).toBe(0)
  expect(up()[0]).toMatchObject({ id: before.id, replaces: before.id })
  await expect(window.getByRole('heading', { name: 'Signed in' })).toBeVisible() // and stays, as the other does not
  expect(session.world.stored('bob@example.test')[0]?.refresh).toBeTruthy()
  await expect.poll(titles, PATIENT).toEqual([])
})

test('tells of a login that ended while we looked, unless it is muted', async () => {
  const { world } = session
  const refresh = () => world.stored('ada@example.test')[0]?.refresh
  const before = refresh()
  const window = await lamplighter.window()
  const bridge = await bridgeOf(window)
  const overview = await window.evaluate((bridge) => bridge.request('overview:get'), bridge)
  const profiles = overview.ok ? overview.value.profiles : []
  const id = profiles.find(({ account }) => account === 'ada@example.test')?.id ?? ''
  const renew = () =>
    window.evaluate(({ bridge, id }) => bridge.request('profile:refresh', id), { bridge, id })
  const mute = (mutedProfiles: readonly string[]) =>
    window.evaluate(
      ({ bridge, mutedProfiles }) => bridge.request('settings:set', { notifications: { mutedProfiles } }),
      { bridge, mutedProfiles },
    )
  await renew() // the schedule leaves it alone for a while then
  await expect.poll(refresh).not.toBe(before)
  await world.server.revoke(refresh() ?? '')
  await renew()
  await expect.poll(titles, PATIENT).toEqual(['ada@example.test needs you'])
  await mute([id])
  await expect.poll(titles, PATIENT).toEqual([])
  await mute([])
  await expect.poll(titles, PATIENT).toEqual(['ada@example.test needs you'])
})

test('takes everything down at the end, and does not repeat it at the next start', async () => {
  await lamplighter.terminate()
  await expect.poll(titles).toEqual([])
  lamplighter = await session.start({ args: ['--background'] })
  await running(lamplighter)
  await expect.poll(session.panel.tooltip).toContain('1 needs you')
  await pause(LONG_ENOUGH_MS)
  expect(titles()).toEqual([])
})
