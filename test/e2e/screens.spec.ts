/** Every screen in the real application: nothing for axe to find, everything by keyboard, and room for 2,000 logins. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findings } from './support/axe.ts'
import { expect, test } from './support/test.ts'

const SCREENS = ['Logins', 'Programs', 'Machines', 'History', 'Settings'] as const

async function show(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${screen}`) })
    .click()
}

/** How far the page itself could be scrolled: its screens do that, and a focus must not move all of the window. */
function beyondWindow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth, clientHeight, clientWidth } = document.documentElement
    return Math.max(scrollHeight - clientHeight, scrollWidth - clientWidth)
  })
}

test.describe('every screen', () => {
  test('holds nothing that axe finds, light and dark, and with text of twice the size', async ({ start }) => {
    test.setTimeout(180_000)
    const { app, window: first } = await start()
    const window = await first()
    await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    for (const zoom of [1, 2]) {
      await app.evaluate(({ BrowserWindow }, factor) => {
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor)
      }, zoom)
      for (const colorScheme of ['light', 'dark'] as const) {
        await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        const clean = async (screen: string) =>
          expect({ screen, zoom, colorScheme, found: await findings(window) }).toEqual({
            screen,
            zoom,
            colorScheme,
            found: [],
          })
        for (const screen of SCREENS) {
          await show(window, screen)
          await clean(screen)
          expect(await beyondWindow(window), `${screen} at ${zoom}`).toBe(0)
        }
        await show(window, 'Machines')
        await window.getByRole('button', { name: 'Import…' }).click()
        await clean('Import')
        await show(window, 'History')
        await window.getByRole('radio', { name: 'Timeline' }).check({ force: true })
        await clean('Timeline')
        await window.getByRole('radio', { name: 'List' }).check({ force: true })
      }
    }
    await show(window, 'Logins')
    await window.getByRole('button', { name: 'Add a login' }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    expect(await findings(window)).toEqual([])
  })

  test('of a machine without logins holds nothing that axe finds either', async ({ start, folder }) => {
    const home = join(folder, 'nobody')
    mkdirSync(home)
    writeFileSync(join(home, 'config.json'), JSON.stringify({ welcomed: true }))
    const none = { LAMPLIGHTER_HOME: home, OPENCLAW_STATE_DIR: join(folder, 'no-openclaw') }
    const window = await (await start({ env: none })).window()
    await expect(window.getByRole('heading', { name: 'No logins here yet' })).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect({ colorScheme, found: await findings(window) }).toEqual({ colorScheme, found: [] })
    }
  })

  test('show a demo that knows nothing of what is real, and where a sign-in succeeds', async ({
    start,
    folder,
  }) => {
    const home = join(folder, 'demo')
    mkdirSync(home)
    const none = { LAMPLIGHTER_HOME: home, OPENCLAW_STATE_DIR: join(folder, 'no-openclaw') }
    const app = await start({ env: none })
    const window = await app.window()
    const opened = app.app.waitForEvent('window')
    await window.getByRole('button', { name: 'See the demo' }).click()
    const demo = await opened
    await expect(demo.getByText('none of these logins is real')).toBeVisible()
    expect(await demo.evaluate(() => 'bridge' in globalThis)).toBe(false)
    expect(await findings(demo)).toEqual([])
    await demo.getByRole('button', { name: 'Sign in to Anthropic' }).click()
    await expect(demo.getByRole('heading', { name: 'One login needs you' })).toBeHidden()
  })

  test('moves nothing where a person wants no motion', async ({ start }) => {
    const window = await (await start()).window()
    await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    await window.emulateMedia({ reducedMotion: 'reduce' })
    for (const screen of SCREENS) {
      await show(window, screen)
      const moving = await window.evaluate(() =>
        document
          .getAnimations()
          .filter(({ playState, effect }) => playState === 'running' && effect?.getTiming().duration !== 0)
          .map(({ effect }) => (effect as KeyframeEffect).target?.className),
      )
      expect({ screen, moving }).toEqual({ screen, moving: [] })
    }
  })

  test('offers what can be done with a login at a right click, and edits text', async ({ start }) => {
    const { app, window: first } = await start()
    const window = await first()
    const needy = window.getByRole('row').filter({ hasText: 'bob@example.test' })
    await needy.click({ button: 'right' })
    const menu = window.getByRole('menu', { name: 'bob@example.test' })
    await expect(menu.getByRole('menuitem', { name: 'Sign in' })).toBeFocused()
    expect(await findings(window)).toEqual([])
    await menu.getByRole('menuitem', { name: 'Show its history' }).click()
    await expect(window.getByText('Only bob@example.test')).toBeVisible()
    await app.evaluate(({ Menu }) => {
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        Object.assign(globalThis, { popped: this.items.flatMap(({ role }) => role ?? []) })
      }
    })
    await window.getByRole('searchbox').click({ button: 'right' })
    await expect
      .poll(() => app.evaluate(() => (globalThis as { popped?: readonly string[] }).popped))
      .toEqual(['cut', 'copy', 'paste', 'selectall'])
  })

  test('of the settings is searched, and a part without a match is not there', async ({ start }) => {
    const window = await (await start()).window()
    await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    await window.keyboard.press('Control+,')
    await expect(window.getByRole('heading', { name: 'Notifications', exact: true })).toBeVisible()
    await window.keyboard.press('Control+f')
    await window.keyboard.type('theme')
    await expect(window.getByRole('heading', { name: 'General' })).toBeVisible()
    await expect(window.getByRole('heading', { name: 'Notifications', exact: true })).toBeHidden()
    await expect(window.getByText('No setting says')).toBeHidden()
    await window.keyboard.type('zzz')
    await expect(window.getByText('No setting says')).toBeVisible()
  })

  test('is reached and used with the keyboard alone', async ({ start, world }) => {
    const window = await (await start()).window()
    await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    for (const [key, screen] of [
      ['2', 'Programs'],
      ['3', 'Machines'],
      ['4', 'History'],
      ['5', 'Settings'],
    ] as const) {
      await window.keyboard.press(key)
      await expect(window.getByRole('heading', { name: screen, exact: true })).toBeVisible()
    }
    await window.keyboard.press('1')
    await window.keyboard.press('/')
    await window.keyboard.type('ada@')
    await expect(window.getByRole('row').filter({ hasText: 'eve@example.test' })).toHaveCount(0)
    await window.keyboard.press('ArrowDown')
    await window.keyboard.press('Enter')
    await expect(window.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(
      'ada@example.test',
    )
    const before = world.stored('ada@example.test')[0]?.refresh
    await window.keyboard.press('r')
    await expect.poll(() => world.stored('ada@example.test')[0]?.refresh).not.toBe(before)
  })

  test('has room for 2,000 logins', async ({ start, world }) => {
    const folder = join(world.env.OPENCLAW_STATE_DIR ?? '', 'agents', 'crowd', 'agent')
    const keys = Array.from({ length: 2000 }, (_, n) => [
      `openrouter:person-${n}`,
      { type: 'api_key', provider: 'openrouter', key: `CANARY-key-${n}`, email: `person-${n}@example.test` },
    ])
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'auth-profiles.json'),
      JSON.stringify({ version: 1, profiles: Object.fromEntries(keys) }),
    )
    const window = await (await start()).window()
    await expect(window.getByRole('heading', { name: 'One of 2,006 logins needs you' })).toBeVisible()
    expect(await window.getByRole('row').count()).toBeLessThan(200) // only what can be seen is drawn
    await window.keyboard.press('/')
    await window.keyboard.type('person-1999')
    await expect(window.getByRole('row').filter({ hasText: 'person-1999@example.test' })).toBeVisible()
  })
})
