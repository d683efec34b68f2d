/**
 * The tray item as a panel sees it, over D-Bus: every entry of its menu, on one running application. Each test leaves
 * it as it found it, so that one that fails takes no other with it: the next starts on a new application.
 */
import { tomorrowMorning } from '../../app/contract/tomorrow.ts'
import { bridgeOf } from './support/bridge.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'D-Bus carries tray items on Linux only')

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

let session: Session
let lamplighter: Lamplighter

test.beforeAll(async () => {
  session = await openSession()
  lamplighter = await session.start({ args: ['--background'] })
  await running(lamplighter)
})
test.afterAll(() => session.close())

const labels = async () => (await session.panel.menu()).map((node) => node.label)
const pauseNote = () => JSON.parse(session.read('state', 'pause.json') ?? '{}') as { untilMs?: number }

test('says how things are, with an icon, a tooltip and a short menu', async () => {
  const { panel } = session
  await expect.poll(panel.iconWidth).toBeGreaterThan(0)
  await expect.poll(panel.tooltip).toContain('6 logins, 1 needs you')
  await expect.poll(async () => (await labels())[0]).toBe('One login needs you')
  const menu = await panel.menu()
  expect(menu.length).toBeLessThanOrEqual(12)
  expect(menu[1]?.label).toMatch(/^Sign in: bob@example\.test · /)
  expect(menu[1]?.enabled).toBe(true)
  expect(menu.filter(({ label }) => label.includes(' · renews '))).toHaveLength(3)
  const withMore = menu.filter(({ children }) => children.length > 0).map(({ label }) => label)
  expect(withMore).toEqual(['Pause renewing'])
  const below = ['Can programs restart?', 'Pause renewing', '', 'Open Lamplighter', 'Quit']
  expect(menu.map(({ label }) => label).slice(-below.length)).toEqual(below)
  expect(lamplighter.app.windows()).toHaveLength(0)
})

test('pauses for an hour, says until when, and resumes', async () => {
  const { panel } = session
  await panel.click('Pause renewing', 'For an hour')
  await expect.poll(() => pauseNote().untilMs ?? 0).toBeGreaterThan(Date.now() + HOUR_MS - MINUTE_MS)
  expect(pauseNote().untilMs).toBeLessThan(Date.now() + HOUR_MS)
  await expect.poll(labels).toContain('Resume renewing')
  expect((await labels()).find((label) => label.startsWith('Paused'))).toMatch(
    /^Paused until (tomorrow )?\d\d:\d\d$/,
  )
  expect(await labels()).not.toContain('Pause renewing')
  await expect.poll(panel.tooltip).toContain('paused')
  await panel.click('Resume renewing')
  await expect.poll(labels).toContain('Pause renewing')
  expect(session.read('state', 'pause.json')).toBeUndefined()
})

test('pauses until tomorrow', async () => {
  await session.panel.click('Pause renewing', 'Until tomorrow')
  await expect.poll(() => pauseNote().untilMs).toBe(tomorrowMorning(Date.now()))
  await session.panel.click('Resume renewing')
  await expect.poll(labels).toContain('Pause renewing')
})

test('pauses until somebody resumes, and promises nothing meanwhile', async () => {
  const { panel } = session
  await panel.click('Pause renewing', 'Until I resume')
  await expect.poll(labels).toContain('Paused until you resume')
  expect((await labels()).some((label) => label.includes(' · renews '))).toBe(false)
  await panel.click('Resume renewing')
  await expect.poll(labels).toContain('Pause renewing')
})

test('opens the window, and goes to a login in the one that is open', async () => {
  const opened = lamplighter.app.waitForEvent('window')
  await session.panel.click('Open Lamplighter')
  const window = await opened
  await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  await window.evaluate(
    (bridge) => {
      bridge.on('navigate', (to) => Object.assign(globalThis, { to }))
    },
    await bridgeOf(window),
  )
  await session.panel.click('carol@example.test')
  await expect
    .poll(() => window.evaluate(() => Reflect.get(globalThis, 'to')))
    .toMatchObject({ screen: 'logins' })
  expect(lamplighter.app.windows()).toHaveLength(1)
  await window.close()
})

test('starts a login, and the window follows it', async () => {
  const opened = lamplighter.app.waitForEvent('window')
  await session.panel.click('Sign in: bob@example.test')
  await expect.poll(() => lamplighter.opened()).toHaveLength(1)
  await expect((await opened).getByRole('heading', { name: /^Sign in to/ })).toBeVisible()
})

test('quits', async () => {
  await session.panel.click('Quit')
  expect(await lamplighter.exited()).toBe(0)
})
