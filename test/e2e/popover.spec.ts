/** The small window at the tray, opened, used and closed by keyboard, on one running application. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { findings } from './support/axe.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'D-Bus carries clicks on the tray on Linux only')
test.describe.configure({ mode: 'serial', timeout: 30_000 })

const QUICK_MS = 150
const BUSY_FACTOR = 4 // the machine that tests runs much else at the same time
const LONGER_THAN_A_CLICK_MS = 400

let session: Session
let lamplighter: Lamplighter
let popover: Page

test.beforeAll(async () => {
  session = await openSession()
  lamplighter = await session.start({ args: ['--background'] })
  await running(lamplighter)
  await expect.poll(session.panel.tooltip).toContain('1 needs you')
})
test.afterAll(() => session.close())

/** Of the small window; undefined while there is none. */
const bounds = () =>
  lamplighter.app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('/popover.html'),
    )
    const { workArea } = screen.getPrimaryDisplay()
    return window && { ...window.getBounds(), isVisible: window.isVisible(), workArea }
  })
const isVisible = async () => (await bounds())?.isVisible ?? false
const paused = () => session.read('state', 'pause.json') !== undefined

async function open(): Promise<void> {
  await session.panel.activate()
  await expect.poll(isVisible).toBe(true)
}

test('opens at a click: who needs somebody first, what is next, as high as what it shows', async () => {
  const opened = lamplighter.app.waitForEvent('window')
  await session.panel.activate()
  popover = await opened
  await expect(popover.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  await expect(popover.getByRole('button', { name: 'Sign in: bob@example.test' })).toBeVisible()
  await expect(popover.getByRole('button', { name: /^Copy token/ })).toHaveCount(3)
  await expect.poll(isVisible).toBe(true)
  const at = await bounds()
  expect(at?.width).toBe(370)
  const drawn = await popover.evaluate(() => document.querySelector('main')?.offsetHeight ?? 0)
  expect(Math.abs((at?.height ?? 0) - drawn), 'parts of a pixel').toBeLessThanOrEqual(2)
  const list = popover.locator('.popover-list')
  expect(await list.evaluate((one) => one.scrollHeight - one.clientHeight), 'nothing to scroll').toBe(0)
  const { x = 0, y = 0, width = 0, height = 0, workArea } = at ?? {}
  const corner = [Math.min(x, 1280 - x - width), Math.min(y, 800 - y - height)]
  expect(corner, JSON.stringify({ at, workArea })).toEqual([8, 8])
})

test('closes at Escape, and is back at once', async () => {
  await popover.keyboard.press('Escape')
  await expect.poll(isVisible).toBe(false)
  const took: number[] = []
  for (let round = 0; round < 5; round++) {
    await pause(LONGER_THAN_A_CLICK_MS) // a click that comes sooner belongs to the one that closed it
    await lamplighter.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.once('show', () => Object.assign(globalThis, { shownMs: Date.now() }))
    })
    const startedMs = Date.now()
    await session.panel.activate()
    await expect.poll(isVisible).toBe(true)
    took.push(
      (await lamplighter.app.evaluate(() => Reflect.get(globalThis, 'shownMs') as number)) - startedMs,
    )
    await popover.keyboard.press('Escape')
    await expect.poll(isVisible).toBe(false)
  }
  test.info().annotations.push({ type: 'measured', description: `opened in ${took.join(', ')} ms` })
  expect(Math.min(...took)).toBeLessThan(QUICK_MS * BUSY_FACTOR)
  await pause(LONGER_THAN_A_CLICK_MS)
})

test('is used by keyboard: the token copied, renewing paused and resumed', async () => {
  await open()
  const focused = () => popover.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await expect.poll(focused).toBe('Sign in: bob@example.test')
  // Whose renewal comes next depends on how long the start took.
  const first = await popover
    .getByRole('button', { name: /^Copy token: / })
    .first()
    .getAttribute('aria-label')
  const account = (first ?? '').replace('Copy token: ', '')
  await popover.keyboard.press('ArrowDown')
  await expect.poll(focused).toBe(first)
  await popover.keyboard.press('Enter')
  await expect(popover.getByRole('status')).toContainText('is copied.')
  const copied = await lamplighter.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toBe(session.world.stored(account)[0]?.access)
  expect(await popover.content()).not.toContain(copied)

  await popover.getByRole('button', { name: 'Pause' }).press('Enter')
  await expect(popover.getByRole('button', { name: 'Pause for an hour' })).toBeFocused()
  await popover.keyboard.press('ArrowDown')
  await popover.keyboard.press('ArrowDown')
  await popover.keyboard.press('Enter')
  await expect.poll(paused).toBe(true)
  await expect(popover.getByRole('heading', { name: 'Renewing is paused' })).toBeVisible()
  await popover.getByRole('button', { name: 'Resume' }).press('Enter')
  await expect.poll(paused).toBe(false)
})

test('says whether a restart is safe, and Escape takes the answer away first', async () => {
  await popover.getByRole('button', { name: 'Can programs restart?' }).press('Enter')
  await expect(popover.getByRole('status')).toContainText('Not ready: 1 of 6 logins would fail')
  await popover.keyboard.press('Escape')
  await expect(popover.getByRole('status')).toBeEmpty()
  expect(await isVisible()).toBe(true)
})

test('holds nothing that axe finds, light and dark, and with text of twice the size', async () => {
  const zoomTo = (zoom: number) =>
    lamplighter.app.evaluate(({ BrowserWindow }, factor) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(factor)
    }, zoom)
  for (const zoom of [2, 1]) {
    await zoomTo(zoom)
    for (const colorScheme of ['light', 'dark'] as const) {
      await popover.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect({ zoom, colorScheme, found: await findings(popover) }).toEqual({ zoom, colorScheme, found: [] })
    }
  }
})

test('starts a sign-in, gives way to the window, and closes with the focus', async () => {
  const opened = lamplighter.app.waitForEvent('window')
  await popover.getByRole('button', { name: 'Sign in: bob@example.test' }).press('Enter')
  const window = await opened
  await expect(window.getByRole('heading', { name: /^Sign in to/ })).toBeVisible()
  await expect.poll(isVisible).toBe(false)
  await pause(LONGER_THAN_A_CLICK_MS)
  await open()
  await lamplighter.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().endsWith('/index.html'))
      ?.focus(),
  )
  await expect.poll(isVisible).toBe(false)
  await window.close()
})

test('a click opens the window where the person prefers the menu', async () => {
  await popover.evaluate(() =>
    (globalThis as unknown as { bridge: { request(...words: unknown[]): Promise<unknown> } }).bridge.request(
      'settings:set',
      { tray: 'menu' },
    ),
  )
  const opened = lamplighter.app.waitForEvent('window')
  await session.panel.activate()
  await expect((await opened).getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  expect(await isVisible()).toBe(false)
})
