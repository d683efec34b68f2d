/** Programs that ask for the first time, and a person who answers: in the window, and on a notification. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Shown } from '../fakes/notification-server.ts'
import { bridgeOf } from './support/bridge.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { startScreenSaver } from './support/screen-saver.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the session bus is on Linux only')
test.describe.configure({ mode: 'serial' })

const COMMAND = join(import.meta.dirname, '../../dist/cli/lamplighter.cjs')
const LOGIN = 'eve@example.test'
const BUS = 'io.github.lamplighter.Lamplighter'
const ROOT = '/io/github/lamplighter/Lamplighter'
const PATIENT = { timeout: 30_000 }

let session: Session
let lamplighter: Lamplighter

test.beforeAll(async () => {
  session = await openSession({ welcomed: true })
  lamplighter = await session.start()
  await running(lamplighter)
})
test.afterAll(() => session.close())

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

function run(command: string, ...words: readonly string[]): Promise<Ended> {
  const env = { ...process.env, ...session.world.env, DBUS_SESSION_BUS_ADDRESS: session.bus.address }
  return new Promise((resolve) => {
    execFile(command, words, { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err })
    })
  })
}

const token = () => run(process.execPath, COMMAND, 'token', LOGIN)
const question = (): Shown | undefined =>
  session.notifications.up().find(({ summary }) => summary === `May a program use ${LOGIN}?`)

test('nobody is asked before somebody wants to be', async () => {
  const { code, out } = await token()
  expect({ code, isToken: out.length > 10 }).toEqual({ code: 0, isToken: true })
  expect(question()).toBeUndefined()
})

test('the window asks, and the program that waits has its token', async () => {
  const window = await lamplighter.window()
  await window.getByRole('button', { name: /^Settings/ }).click()
  await window.getByLabel('Ask me before a program gets a token for the first time').click()
  await expect.poll(() => session.read('config.json')).toMatch(/"consent": \{\s*"all": true/)
  const asked = token()
  const box = window.getByRole('region', { name: 'A program asks for a token' })
  await expect(box).toContainText(`May lamplighter token have a token of ${LOGIN}?`)
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
  await box.getByRole('button', { name: 'For an hour: lamplighter token' }).click()
  expect((await asked).code).toBe(0)
  await expect(box).toBeHidden()
  await window.getByRole('button', { name: /^Programs/ }).click()
  const kept = window.getByRole('region', { name: 'You allowed or refused' })
  await expect(kept).toContainText('lamplighter token')
  await kept.getByRole('button', { name: /^Ask me again about lamplighter token/ }).click()
  await expect(kept).toBeHidden()
})

test('a notification asks too, with the answers as buttons', async () => {
  const found = await run(
    'dbus-send',
    ...['--session', '--print-reply', `--dest=${BUS}`, ROOT, `${BUS}.Accounts1.Find`, `string:${LOGIN}`],
  )
  const path = /object path "(.*)"/.exec(found.out)?.[1] ?? ''
  const to = ['--session', '--print-reply', '--reply-timeout=30000', `--dest=${BUS}`, path]
  const asked = run('dbus-send', ...to, `${BUS}.Account1.GetAccessToken`)
  await expect.poll(question, PATIENT).toBeTruthy()
  const shown = question()
  expect(shown?.actions.filter((_, at) => at % 2 === 1)).toEqual([
    'Open',
    'Once',
    'For an hour',
    'Always',
    'Never',
  ])
  expect(shown?.body).toMatch(/^“\/.*dbus-send” asks for a token\.$/)
  session.notifications.press(shown?.id ?? 0, 'never')
  expect((await asked).err).toContain(`${BUS}.Error.HostRefused`)
  await expect.poll(question, PATIENT).toBeUndefined()
  const window = await lamplighter.window()
  const history = await window.evaluate(
    (bridge) => bridge.request('history:get', { limit: 5 }),
    await bridgeOf(window),
  )
  expect(history.ok && history.value.some(({ kind }) => kind === 'withheld')).toBe(true)
})

test('nothing is handed out while the screen is locked, where somebody wants that', async () => {
  const screen = await startScreenSaver(session.bus.address)
  const window = await lamplighter.window()
  const bridge = await bridgeOf(window)
  const change = { consent: { all: false }, withholdWhileLocked: true }
  await window.evaluate(({ bridge, change }) => bridge.request('settings:set', change), { bridge, change })
  screen.lock()
  await expect.poll(async () => (await token()).err, PATIENT).toContain('while the screen is locked')
  screen.unlock()
  await expect.poll(async () => (await token()).code, PATIENT).toBe(0)
  screen.close()
})
