/** A language is chosen in Settings, and everything says so at once: the window, the tray's menu, and the next start. */
import type { Page } from '@playwright/test'
import { type Lamplighter, running } from './support/launch.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the session around it is made for Linux')

let session: Session
let lamplighter: Lamplighter
let window: Page

test.beforeAll(async () => {
  session = await openSession()
  lamplighter = await session.start()
  await running(lamplighter)
  window = await lamplighter.window()
})
test.afterAll(() => session.close())

const labels = async () => (await session.panel.menu()).map(({ label }) => label)
const lang = () => window.evaluate(() => document.documentElement.lang)

test('is the system’s at first, here English', async () => {
  await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  expect(await lang()).toBe('en')
  await expect.poll(labels).toContain('Quit')
})

test('is changed in Settings: the window comes back there, and the tray’s menu speaks it', async () => {
  await window.getByRole('button', { name: 'Settings' }).click()
  await window.getByRole('radio', { name: 'Deutsch' }).check({ force: true })
  await expect(window.getByRole('heading', { name: 'Einstellungen', level: 1 })).toBeVisible()
  expect(await lang()).toBe('de')
  await expect(window.getByRole('radio', { name: 'Deutsch' })).toBeChecked()
  await expect.poll(labels).toContain('Beenden')
  expect(await labels()).not.toContain('Quit')
  expect(JSON.parse(session.read('config.json') ?? '{}')).toMatchObject({ language: 'de' })
})

test('and once more, to one with other letters', async () => {
  await window.getByRole('radio', { name: '中文' }).check({ force: true })
  await expect(window.getByRole('heading', { name: '设置', level: 1 })).toBeVisible()
  await expect.poll(labels).toContain('退出')
})

test('is there from the beginning of the next start', async () => {
  expect(await lamplighter.terminate()).toBe(0)
  lamplighter = await session.start()
  await running(lamplighter)
  window = await lamplighter.window()
  await expect(window.getByRole('button', { name: '设置' })).toBeVisible()
  expect(await lang()).toBe('zh')
  await expect.poll(labels).toContain('退出')
})
