/** Every screen in the real application: nothing for axe to find, everything by keyboard, and room for 2,000 logins. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const SCREENS = ['Logins', 'Programs', 'Machines', 'History', 'Settings'] as const

/** Electron has no page to spare, so axe runs without one of its own. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}

async function show(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${screen}`) })
    .click()
}

test.describe('every screen', () => {
  test('holds nothing that axe finds, light and dark', async ({ start }) => {
    const window = await (await start()).window()
    await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      for (const screen of SCREENS) {
        await show(window, screen)
        expect({ screen, colorScheme, found: await findings(window) }).toEqual({
          screen,
          colorScheme,
          found: [],
        })
      }
    }
    await show(window, 'Logins')
    await window.getByRole('button', { name: 'Add a login' }).click()
    await expect(window.getByRole('dialog')).toBeVisible()
    expect(await findings(window)).toEqual([])
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
