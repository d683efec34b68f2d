/** What a person sets holds at once, in the system as well, and after a restart. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { SettingsChange, SettingsView } from '../../app/contract/views.ts'
import { findings } from './support/axe.ts'
import { bridgeOf } from './support/bridge.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the session around it is made for Linux')

let session: Session
let lamplighter: Lamplighter
let window: Page

test.beforeAll(async () => {
  session = await openSession()
  await begin()
})
test.afterAll(() => session.close())

async function begin(): Promise<void> {
  lamplighter = await session.start()
  await running(lamplighter)
  window = await lamplighter.window()
  await expect(window.getByRole('heading', { name: /One login needs you|Renewing is paused/ })).toBeVisible()
}

async function change(settings: SettingsChange): Promise<void> {
  const bridge = await bridgeOf(window)
  const reply = await window.evaluate(([bridge, settings]) => bridge.request('settings:set', settings), [
    bridge,
    settings,
  ] as const)
  expect(reply.ok, JSON.stringify(reply)).toBe(true)
}

async function settings(): Promise<SettingsView | undefined> {
  const reply = await window.evaluate((bridge) => bridge.request('settings:get'), await bridgeOf(window))
  return reply.ok ? reply.value : undefined
}

const isDark = () => window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
const autostart = () => session.read('autostart', 'lamplighter.desktop')
const homeOf = (...path: string[]) => join(session.world.env.LAMPLIGHTER_HOME ?? '', ...path)

test('the theme is that of pages, of the frame around them and of menus', async () => {
  await change({ theme: 'light' })
  await expect.poll(isDark).toBe(false)
  await change({ theme: 'dark' })
  await expect.poll(isDark).toBe(true)
  const seen = await lamplighter.app.evaluate(({ BrowserWindow, nativeTheme }) => ({
    source: nativeTheme.themeSource,
    background: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
  }))
  expect(seen).toEqual({ source: 'dark', background: '#15171c' })
})

test('starting at login is a file that desktops understand, and is gone when it is not wanted', async () => {
  await change({ startAtLogin: true })
  await expect.poll(autostart).toMatch(/^Exec=.* --background$/m)
  const checked = spawnSync('desktop-file-validate', [homeOf('autostart', 'lamplighter.desktop')])
  if (!checked.error) expect(`${checked.stdout}${checked.stderr}`, 'desktop-file-validate').toBe('')
  await change({ startAtLogin: false })
  await expect.poll(autostart).toBeUndefined()
})

test('a setting changed in config.json is followed', async () => {
  const config = JSON.parse(session.read('config.json') ?? '{}')
  writeFileSync(homeOf('config.json'), JSON.stringify({ ...config, theme: 'light', startAtLogin: true }))
  await expect.poll(isDark).toBe(false)
  await expect.poll(autostart).toContain('[Desktop Entry]')
})

test('a hook is written once the system’s own dialog was answered, tried, removed and had back', async () => {
  const answer = (response: number) =>
    lamplighter.app.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = (async (...given: readonly unknown[]) => {
        const { detail } = given.at(-1) as { readonly detail: string }
        Object.assign(globalThis, { shown: detail })
        return { response, checkboxChecked: false }
      }) as typeof dialog.showMessageBox
    }, response)
  const hooks = () => JSON.parse(session.read('config.json') ?? '{}').hooks
  const part = window.locator('[data-part="Hooks"]')
  const propose = async () => {
    await window.getByRole('dialog').getByLabel('Program').fill('/bin/echo')
    await window.getByRole('dialog').getByLabel('Arguments').fill('all is well')
    await window.getByRole('button', { name: 'Let it run…' }).click()
  }
  await window.keyboard.press('Control+,')
  await part.getByRole('button', { name: 'Add a command: When it is back' }).click()
  expect(await findings(window)).toEqual([])
  await answer(1)
  await propose()
  await expect
    .poll(() => lamplighter.app.evaluate(() => Reflect.get(globalThis, 'shown')))
    .toContain("/bin/echo 'all is well'\n")
  expect(hooks()).toBeUndefined()
  await answer(0)
  await propose()
  await expect.poll(hooks).toEqual({ recovered: ['/bin/echo', 'all is well'] })
  await part.getByRole('button', { name: 'Try: When it is back' }).click()
  await expect(part).toContainText('It ran, and ended well.')
  await expect(part).toContainText('all is well')
  expect(await findings(window)).toEqual([])
  await part.getByRole('button', { name: 'Remove: When it is back' }).click()
  await expect.poll(hooks).toEqual({})
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(hooks).toEqual({ recovered: ['/bin/echo', 'all is well'] })
})

test('a provider is changed and had back, and sends tokens nowhere else before the system has asked', async () => {
  const demo = () => JSON.parse(session.read('config.json') ?? '{}').providers.demo
  const written = demo()
  const dialog = window.getByRole('dialog')
  const open = () => window.getByRole('button', { name: 'Change Demo' }).click()
  await open()
  await dialog.getByLabel('Client id').fill('demo-2')
  expect(await findings(window)).toEqual([])
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect.poll(demo).toEqual({ ...written, clientId: 'demo-2' })
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(demo).toEqual(written)
  await lamplighter.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (async (...given: readonly unknown[]) => {
      Object.assign(globalThis, { shown: (given.at(-1) as { readonly detail: string }).detail })
      return { response: 1, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  })
  await open()
  await dialog.getByLabel('Issuer').fill('https://elsewhere.example.test')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => lamplighter.app.evaluate(() => Reflect.get(globalThis, 'shown')))
    .toContain('Issuer: https://elsewhere.example.test')
  expect(demo()).toEqual(written)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('a file that others can read is made private, and is as it was after Undo', async () => {
  const file = join(
    session.world.env.OPENCLAW_STATE_DIR ?? '',
    'agents',
    'main',
    'agent',
    'auth-profiles.json',
  )
  const mode = () => (statSync(file).mode & 0o777).toString(8)
  chmodSync(file, 0o644)
  await window
    .getByRole('navigation')
    .getByRole('button', { name: /^Logins/ })
    .click()
  const line = window.getByRole('row').filter({ hasText: 'Others can read this file' })
  await expect(line).toBeVisible()
  expect(await findings(window)).toEqual([])
  await line.getByRole('button', { name: `Make private: ${file}` }).click()
  await expect.poll(mode).toBe('600')
  await expect(line).toHaveCount(0)
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(mode).toBe('644')
  await line.click()
  await expect(window.getByRole('dialog').getByText(`chmod 600 '${file}'`)).toBeVisible()
  expect(await findings(window)).toEqual([])
  await window.getByRole('dialog').getByRole('button', { name: 'Make it private' }).click()
  await expect.poll(mode).toBe('600')
})

test('OpenClaw uses a login of ours once it was read what changes, and no longer after Undo', async () => {
  const heard = join(session.folder, 'openclaw-heard')
  const program = join(session.folder, 'bin', 'openclaw')
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$*" >> '${heard}'\necho '{"order": null}'\n`)
  chmodSync(program, 0o755)
  const asked = () => (existsSync(heard) ? readFileSync(heard, 'utf8') : '')
  const uses = () => JSON.parse(session.read('config.json') ?? '{}').uses ?? {}
  const bridge = await bridgeOf(window)
  const before = (await lamplighter.opened()).length
  await window.evaluate((bridge) => bridge.request('login:start', { providerId: 'openai-codex' }), bridge)
  await expect.poll(async () => (await lamplighter.opened()).length).toBe(before + 1)
  await session.world.server.completeLogin((await lamplighter.opened()).at(-1) ?? '', {
    account: 'gus@example.test',
  })
  const gus = window.getByRole('row').filter({ hasText: 'gus@example.test' })
  await gus.click()
  const choose = async (label: string) => {
    await window.getByRole('button', { name: 'More for gus@example.test' }).click()
    await window.getByRole('menuitem', { name: label }).click()
  }
  await choose('Let OpenClaw use it…')
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByText('openai:lamplighter-gus-example.test')).toBeVisible()
  expect(await findings(window)).toEqual([])
  expect([asked(), uses()]).toEqual(['', {}])
  await dialog.getByRole('button', { name: 'Let OpenClaw use it' }).click()
  await expect(window.getByText('OpenClaw uses gus@example.test.', { exact: true }).first()).toBeVisible()
  expect(asked()).toMatch(/^secrets apply --from .* --allow-exec/m)
  expect(Object.values(uses())).toEqual([['audience openclaw:openai:lamplighter-gus-example.test']])
  expect(session.read('state', 'openclaw-secrets')).toContain("'helper' 'openclaw'")
  await window.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(asked).toMatch(/^models auth logout openai:lamplighter-gus-example\.test/m)
  await expect.poll(() => Object.values(uses()).flat()).toEqual([])
  await choose('Let OpenClaw use it…')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
})

test('everything survives a restart, and what the desktop switched off is off', async () => {
  const notifications = { mutedProfiles: ['somebody'] }
  await change({ theme: 'dark', maxConcurrent: 2, startAtLogin: true, notifications })
  await expect.poll(autostart).toContain('[Desktop Entry]')
  await session.panel.click('Pause renewing', 'Until I resume')
  await expect.poll(() => session.read('state', 'pause.json')).toBeDefined()
  expect(await lamplighter.terminate()).toBe(0)
  appendFileSync(homeOf('autostart', 'lamplighter.desktop'), 'Hidden=true\n') // as a desktop's own settings do
  await begin()
  await expect.poll(isDark).toBe(true)
  await expect.poll(settings).toMatchObject({
    theme: 'dark',
    maxConcurrent: 2,
    notifications: { mutedProfiles: ['somebody'] },
    startAtLogin: false,
  })
  expect(autostart()).toContain('Hidden=true')
  await expect.poll(session.panel.tooltip).toContain('paused')
})
