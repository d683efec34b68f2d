/** What ends in a file a person chose. The system's dialogs are answered in the main process; everything else is real. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openSshPair } from '../support/openssh.ts'
import { findings } from './support/axe.ts'
import { bridgeOf } from './support/bridge.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the session around it is made for Linux')
test.describe.configure({ mode: 'serial' })

let session: Session
let lamplighter: Lamplighter
let window: Page

test.beforeAll(async () => {
  session = await openSession()
  lamplighter = await session.start({ args: ['--background'] })
  await running(lamplighter)
})
test.afterAll(() => session.close())

/** The next dialog is answered with this path; without one, the person presses Cancel. */
async function answerDialogs(path?: string): Promise<void> {
  await lamplighter.app.evaluate(({ dialog }, path) => {
    const tell = (answered: boolean) => Object.assign(globalThis, { answered })
    tell(false)
    dialog.showOpenDialog = async () => {
      tell(true)
      return { canceled: !path, filePaths: path ? [path] : [] }
    }
    dialog.showSaveDialog = async () => {
      tell(true)
      return { canceled: !path, filePath: path ?? '' }
    }
  }, path)
}

const answered = () => lamplighter.app.evaluate(() => Reflect.get(globalThis, 'answered'))

test('the import brings a login over and takes it back', async () => {
  const file = join(session.folder, 'auth-profiles.json')
  const profile = {
    type: 'api_key',
    provider: 'openrouter',
    key: 'CANARY-brought',
    email: 'gus@example.test',
  }
  writeFileSync(file, JSON.stringify({ version: 1, profiles: { 'openrouter:gus@example.test': profile } }))
  const opened = lamplighter.app.waitForEvent('window')
  await session.panel.click('Open Lamplighter')
  window = await opened
  await window.getByRole('button', { name: 'Machines' }).click()
  await window.getByRole('button', { name: 'Import…' }).click()
  await expect(window.getByRole('heading', { name: 'Import', exact: true })).toBeVisible()

  const choose = window.getByRole('button', { name: 'Choose a file…' })
  await answerDialogs()
  await choose.click()
  await expect.poll(answered).toBe(true)
  await expect(choose).toBeEnabled()
  await answerDialogs(file)
  await choose.click()
  await expect(window.getByRole('heading', { name: '1 login in this file' })).toBeVisible()
  await window.getByRole('button', { name: 'Import 1 login' }).click()
  await expect.poll(session.panel.tooltip).toContain('7 logins')
  await window.getByRole('button', { name: 'Undo' }).first().click()
  await expect.poll(session.panel.tooltip).toContain('6 logins')
})

test('the history is exported where the person said', async () => {
  const file = join(session.folder, 'history.csv')
  const exported = async () =>
    window.evaluate((bridge) => bridge.request('history:export', 'csv', {}), await bridgeOf(window))
  await answerDialogs()
  expect(await exported()).toEqual({ ok: true, value: undefined })
  expect(existsSync(file)).toBe(false)
  await answerDialogs(file)
  expect(await exported()).toEqual({ ok: true, value: file })
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('gus@example.test')
  expect(text).not.toContain('CANARY')
})

test('the support bundle that is saved is the one that was shown', async () => {
  const file = join(session.folder, 'support.txt')
  await answerDialogs(file)
  const bridge = await bridgeOf(window)
  const withoutTimes = (text: string) => text.replace(/\d+/g, '#')
  // Between the two a minute may become seconds, or a login be refreshed: then they are compared anew.
  await expect(async () => {
    const saved = await window.evaluate((bridge) => bridge.request('support:save'), bridge)
    expect(saved).toEqual({ ok: true, value: file })
    const shown = await window.evaluate((bridge) => bridge.request('support:preview'), bridge)
    expect(withoutTimes(readFileSync(file, 'utf8'))).toBe(withoutTimes(shown.ok ? shown.value : ''))
  }).toPass()
  const text = readFileSync(file, 'utf8')
  expect(text).toContain('Electron')
  expect(text).not.toMatch(/CANARY|gus@example\.test/)
})

for (const type of ['ed25519', 'rsa'] as const) {
  test(`logins are exported to an SSH key, and the private half opens the file (${type})`, async () => {
    const file = join(session.folder, `logins-${type}.age`)
    const key = join(session.folder, `id_${type}`)
    const pair = openSshPair(type)
    writeFileSync(key, pair.file)
    if (type === 'ed25519') await window.getByRole('button', { name: 'Import another file' }).click()
    await window.getByRole('navigation').getByRole('button', { name: 'Machines' }).click()
    await window.getByRole('button', { name: 'Export…' }).click()
    const dialog = window.getByRole('dialog')
    const rotating = dialog.getByRole('listitem').filter({ hasText: 'two owners' }).first()
    await rotating.getByRole('checkbox').check()
    await dialog.getByRole('checkbox', { name: /will no longer use/ }).check()
    await dialog.getByRole('radio', { name: 'To keys' }).check({ force: true })
    await dialog.getByRole('textbox').fill(pair.line)
    await answerDialogs(file)
    await dialog.getByRole('button', { name: /^Export \d+ login/ }).click()
    await expect(dialog.getByRole('heading', { name: 'Exported' })).toBeVisible()
    expect(await findings(window)).toEqual([])
    await dialog.getByRole('button', { name: 'Done' }).click()
    expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)

    await window.getByRole('button', { name: 'Import…' }).click()
    await window.getByRole('button', { name: 'Choose a file…' }).click()
    await expect(window.getByText(`logins-${type}.age is encrypted to a key`)).toBeVisible()
    expect(await findings(window)).toEqual([])
    await answerDialogs(key)
    await window.getByRole('button', { name: 'Choose the key…' }).click()
    await expect(window.getByRole('heading', { name: /login(s)? in this file/ })).toBeVisible()
    await expect(window.getByText('already holds exactly this login').first()).toBeVisible()
    await window.getByRole('button', { name: /^(Close|Cancel)$/ }).click()
  })
}
