/** A first start: the person sees what was found, and nothing is done before they have begun. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findings } from './support/axe.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'the desktop around it needs D-Bus')

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'lamplighter.cjs')
const LONG_ENOUGH_MS = 4_000 // what is due goes out at once after a start

let session: Session
test.beforeAll(async () => {
  session = await openSession({ welcomed: false })
})
test.afterAll(() => session.close())

test('sends no token and answers nobody before "Begin", and both afterwards', async () => {
  const host = async (): Promise<unknown> => {
    const env = { PATH: process.env.PATH ?? '', ...session.world.env }
    const { stdout } = await promisify(execFile)(process.execPath, [CLI, 'status', '--json'], { env })
    return JSON.parse(stdout).host
  }
  const { requests } = session.world.server
  const window = await (await session.start()).window()
  await expect(window.getByRole('heading', { name: 'Lamplighter found 6 logins' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect({ colorScheme, found: await findings(window) }).toEqual({ colorScheme, found: [] })
  }
  await pause(LONG_ENOUGH_MS)
  expect(requests.count()).toBe(0)
  expect(await host()).toBeNull()
  await window.getByRole('button', { name: 'Begin', exact: true }).click()
  await expect.poll(() => requests.count()).toBeGreaterThan(0)
  await expect.poll(host).toMatchObject({ name: 'Lamplighter' })
})
