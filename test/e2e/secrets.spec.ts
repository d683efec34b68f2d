/** Every token the provider issues contains CANARY. It must be found in credential files, and nowhere else. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Bridge } from '../../app/contract/channels.ts'
import { bridgeOf } from './support/bridge.ts'
import { row } from './support/rows.ts'
import { expect, test } from './support/test.ts'

test('no secret reaches the window, the log or any file but the stores themselves', async ({
  folder,
  start,
}) => {
  const lamplighter = await start()
  const window = await lamplighter.window()
  const bridge = await bridgeOf(window)
  await window.evaluate(keepEvents, bridge)
  await row(window, 'eve@example.test').getByRole('button', { name: 'Renew' }).click()
  await expect(window.getByText('Renewed').first()).toBeVisible()
  await row(window, 'bob@example.test').click() // a failure, with the provider's words

  const replies = await window.evaluate(
    async (bridge) => [
      await bridge.request('overview:get'),
      await bridge.request('history:get', { limit: 1000 }),
      await bridge.request('providers:list'),
      await bridge.request('logins:get'),
      await bridge.request('settings:get'),
      await bridge.request('profile:refresh', 'nobody'),
      (globalThis as unknown as { heard: unknown[] }).heard,
    ],
    bridge,
  )
  const page = await window.content()
  expect(JSON.stringify(replies)).toContain('eve@example.test')
  expect(await lamplighter.terminate()).toBe(0)

  const clean = (text: string) => !/CANARY|eyJ[\w-]+\.eyJ/.test(text) // a JWT is the one token that cannot be marked
  expect(clean(JSON.stringify(replies)), 'IPC').toBe(true)
  expect(clean(page), 'window').toBe(true)
  expect(clean(lamplighter.output()), 'output').toBe(true)
  const leaks = filesIn(folder).filter((file) => !clean(textOf(file)))
  expect(leaks.map((file) => relative(folder, file)).filter((file) => !isStore(file))).toEqual([])
  expect(leaks.length, 'the canary is alive').toBeGreaterThan(0)
})

function keepEvents(bridge: Bridge): void {
  const kept = globalThis as unknown as { heard: unknown[] }
  kept.heard = []
  for (const name of ['overview', 'login', 'history'] as const) {
    bridge.on(name, (payload) => kept.heard.push(payload))
  }
}

/** OpenClaw keeps its tokens in the clear; our vault and journal are sealed, so nothing of ours may match. */
function isStore(file: string): boolean {
  return file.endsWith('auth-profiles.json')
}

/** Empty once it is gone: the browser's own processes end a moment after the program. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
}
