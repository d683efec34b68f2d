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
const entry = async (...path: readonly string[]) => session.panel.find(...path)
const stored = (account: string) => session.world.stored(account)[0]?.refresh
const pauseNote = () => JSON.parse(session.read('state', 'pause.json') ?? '{}') as { untilMs?: number }

test('says how things are, with an icon, a tooltip and a menu', async () => {
  const { panel } = session
  await expect.poll(panel.iconWidth).toBeGreaterThan(0)
  await expect.poll(panel.tooltip).toContain('6 logins, 1 needs you')
  await expect.poll(async () => (await labels())[0]).toBe('6 logins, 1 needs you')
  const all = await labels()
  expect(all[2]).toMatch(/^bob@example\.test · .* · sign in$/)
  expect(all.filter((label) => label.includes('@'))).toHaveLength(6)
  const below = [
    'Refresh all due',
    'Ready to restart?',
    'Pause refreshing',
    '',
    'Import…',
    'Open Lamplighter',
    'Quit',
  ]
  expect(all.slice(-below.length)).toEqual(below)
  expect(lamplighter.app.windows()).toHaveLength(0)
})

test('refreshes one login', async () => {
  const before = stored('ada@example.test')
  await session.panel.click('ada@example.test · OpenAI Codex', 'Refresh now')
  await expect.poll(() => stored('ada@example.test')).not.toBe(before)
})

test('mutes and unmutes one login', async () => {
  const muted = () => JSON.parse(session.read('config.json') ?? '{}').notifications?.mutedProfiles
  await session.panel.click('bob@example.test', 'Mute notifications')
  await expect.poll(muted).toHaveLength(1)
  await expect.poll(() => entry('bob@example.test', 'Unmute notifications')).toBeDefined()
  expect(await entry('ada@example.test', 'Mute notifications')).toBeDefined()
  await session.panel.click('bob@example.test', 'Unmute notifications')
  await expect.poll(muted).toEqual([])
  await expect.poll(() => entry('bob@example.test', 'Mute notifications')).toBeDefined()
})

test('pauses for an hour, says until when, and resumes', async () => {
  const { panel } = session
  await panel.click('Pause refreshing', 'For an hour')
  await expect.poll(() => pauseNote().untilMs ?? 0).toBeGreaterThan(Date.now() + HOUR_MS - MINUTE_MS)
  expect(pauseNote().untilMs).toBeLessThan(Date.now() + HOUR_MS)
  await expect.poll(labels).toContain('Resume refreshing')
  expect((await labels()).find((label) => label.startsWith('Paused'))).toMatch(
    /^Paused until (tomorrow )?\d\d:\d\d$/,
  )
  expect(await labels()).not.toContain('Pause refreshing')
  await expect.poll(panel.tooltip).toContain('paused')
  await panel.click('Resume refreshing')
  await expect.poll(labels).toContain('Pause refreshing')
  expect(session.read('state', 'pause.json')).toBeUndefined()
})

test('pauses until tomorrow', async () => {
  await session.panel.click('Pause refreshing', 'Until tomorrow')
  await expect.poll(() => pauseNote().untilMs).toBe(tomorrowMorning(Date.now()))
  await session.panel.click('Resume refreshing')
  await expect.poll(labels).toContain('Pause refreshing')
})

test('pauses until somebody resumes, and refreshes what is due meanwhile only when asked', async () => {
  test.setTimeout(240_000)
  const { panel } = session
  await panel.click('Pause refreshing', 'Until I resume')
  await expect.poll(labels).toContain('Paused until you resume')
  const before = stored('carol@example.test')
  await expect
    .poll(async () => (await entry('carol@example.test'))?.label, { timeout: 150_000 })
    .toMatch(/due$/)
  await expect.poll(async () => (await entry('Refresh all due'))?.enabled).toBe(true)
  expect(stored('carol@example.test')).toBe(before)
  await panel.click('Refresh all due')
  await expect.poll(() => stored('carol@example.test')).not.toBe(before)
  await expect.poll(async () => (await entry('carol@example.test'))?.label).not.toMatch(/due$/)
  await panel.click('Resume refreshing')
  await expect.poll(labels).toContain('Pause refreshing')
})

test('opens the window on the import', async () => {
  const { app } = lamplighter
  await app.evaluate(({ app }) => {
    app.once('browser-window-created', (_event, { webContents }) => {
      const send = webContents.send.bind(webContents)
      webContents.send = (name, ...args) => {
        if (name === 'navigate') Object.assign(globalThis, { sent: args })
        send(name, ...args)
      }
    })
  })
  const opened = app.waitForEvent('window')
  await session.panel.click('Import…')
  const window = await opened
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'sent'))).toEqual([{ screen: 'import' }])
  await window.close()
})

test('opens the window, and goes to the import in the one that is open', async () => {
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
  await session.panel.click('Import…')
  await expect.poll(() => window.evaluate(() => Reflect.get(globalThis, 'to'))).toEqual({ screen: 'import' })
  expect(lamplighter.app.windows()).toHaveLength(1)
  await window.close()
})

test('starts a login, and the window follows it', async () => {
  const opened = lamplighter.app.waitForEvent('window')
  await session.panel.click('bob@example.test', 'Sign in again')
  await expect.poll(() => lamplighter.opened()).toHaveLength(1)
  await expect((await opened).getByRole('heading', { name: /^Sign in to/ })).toBeVisible()
})

test('quits', async () => {
  await session.panel.click('Quit')
  expect(await lamplighter.exited()).toBe(0)
})
