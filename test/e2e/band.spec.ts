/** The main screen in the real application: what the band says in each state, and what stands first among many. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findings } from './support/axe.ts'
import type { Lamplighter } from './support/launch.ts'
import { row } from './support/rows.ts'
import { expect, test } from './support/test.ts'

const band = (page: Page) => page.getByRole('region', { name: 'How things stand' })
const headline = (page: Page) => band(page).getByRole('heading', { level: 1 })

async function cleanInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect({ colorScheme, found: await findings(page) }).toEqual({ colorScheme, found: [] })
  }
}

/** An agent of OpenClaw with so many API keys. */
function crowd(stateFolder: string | undefined, count: number): void {
  const folder = join(stateFolder ?? '', 'agents', 'crowd', 'agent')
  const keys = Array.from({ length: count }, (_, n) => [
    `openrouter:person-${n}`,
    { type: 'api_key', provider: 'openrouter', key: `CANARY-key-${n}`, email: `person-${n}@example.test` },
  ])
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'auth-profiles.json'),
    JSON.stringify({ version: 1, profiles: Object.fromEntries(keys) }),
    { mode: 0o600 }, // as OpenClaw writes it: what others can read is worth a look
  )
}

/** The columns of the picture in which the line of now is drawn, one for each row and heading. */
async function nowColumns({ app }: Lamplighter, page: Page): Promise<readonly number[]> {
  const pieces = await page.evaluate(() =>
    [...document.querySelectorAll('.row-axis .axis-row')].map((piece) => {
      const { left, top, width } = piece.getBoundingClientRect()
      return { x: Math.floor(left + width / 3), y: Math.round(top) + 3 }
    }),
  )
  const picture = (await page.screenshot()).toString('base64')
  return app.evaluate(
    ({ nativeImage }, { picture, pieces }) => {
      const image = nativeImage.createFromBuffer(Buffer.from(picture, 'base64'))
      const { width } = image.getSize()
      const bytes = image.toBitmap() // blue, green, red, alpha
      return pieces.flatMap(({ x, y }) =>
        [-3, -2, -1, 0, 1, 2, 3]
          .map((by) => x + by)
          .filter((column) => {
            const at = (y * width + column) * 4
            return (bytes[at + 2] ?? 0) - (bytes[at] ?? 0) > 80 // amber
          }),
      )
    },
    { picture, pieces },
  )
}

test.describe('the list', () => {
  test('has one line of now, whatever the width', async ({ start }) => {
    const lamplighter = await start()
    const window = await lamplighter.window()
    await expect(headline(window)).toHaveText('One login needs you')
    await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    for (const width of [824, 1149, 1623, 1881]) {
      await lamplighter.app.evaluate(
        ({ BrowserWindow }, width) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, 760),
        width,
      )
      await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width)
      const columns = await nowColumns(lamplighter, window)
      expect(columns.length, `${width}`).toBeGreaterThan(5)
      expect({ width, columns: new Set(columns).size }).toEqual({ width, columns: 1 })
    }
  })
})

test.describe('the band', () => {
  test('says what needs somebody, mends it with its button, and then that it is well', async ({
    start,
    world,
  }) => {
    const lamplighter = await start()
    const window = await lamplighter.window()
    await expect(headline(window)).toHaveText('One login needs you')
    await expect(band(window)).toContainText('bob@example.test')
    await expect(band(window).locator('.street-lamp')).toHaveCount(6)
    await expect(band(window).locator('.street-dark')).toHaveCount(1)
    await cleanInBothThemes(window)
    await band(window)
      .getByRole('button', { name: /^Sign in to/ })
      .click()
    await expect.poll(() => lamplighter.opened()).toHaveLength(1)
    await world.server.completeLogin((await lamplighter.opened())[0] ?? '')
    await window.getByRole('button', { name: 'Done' }).click()
    await expect(headline(window)).not.toHaveText(/needs you$/)
    await expect(band(window).locator('.street-dark')).toHaveCount(0)
    await cleanInBothThemes(window)
  })

  test('says that renewing is paused, and goes on at its button', async ({ start }) => {
    const window = await (await start()).window()
    await window.getByRole('button', { name: 'Pause renewing' }).click()
    await window.getByRole('menuitem', { name: 'Pause until resumed' }).click()
    await expect(headline(window)).toHaveText('Renewing is paused')
    await expect(band(window)).toContainText('One login needs you.')
    await cleanInBothThemes(window)
    await band(window).getByRole('button', { name: 'Resume' }).click()
    await expect(headline(window)).toHaveText('One login needs you')
  })
})

test.describe('the list', () => {
  test('shows a damaged file as a row that needs somebody, until it is mended', async ({ start, world }) => {
    const folder = join(world.env.OPENCLAW_STATE_DIR ?? '', 'agents', 'docs', 'agent')
    const file = join(folder, 'auth-profiles.json')
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, '{"version": 1, "profiles": {', { mode: 0o600 })
    const window = await (await start()).window()
    const damaged = window.getByRole('row').filter({ hasText: 'auth-profiles.json is damaged' })
    await expect(damaged).toHaveCount(1)
    await expect(damaged).toContainText('OpenClaw · docs')
    const group = window.getByRole('rowgroup').filter({ has: damaged })
    await expect(group.getByRole('rowheader', { name: /^Needs you/ })).toBeVisible()
    await expect(headline(window)).toHaveText('Two things need you')
    await expect(band(window).locator('.street-lamp')).toHaveCount(6) // a file is no login
    await row(window, 'bob@example.test').focus()
    await window.keyboard.press('ArrowDown')
    await expect(damaged).toBeFocused()
    const details = window.getByRole('complementary', { name: /auth-profiles\.json is damaged/ })
    await expect(details).toContainText('The logins in it cannot be read or renewed until it is mended.')
    await expect(details).toContainText(file)
    await cleanInBothThemes(window)
    writeFileSync(file, '{"version": 1, "profiles": {}}', { mode: 0o600 })
    await expect(damaged).toHaveCount(0)
    await expect(headline(window)).toHaveText('One login needs you')
  })

  for (const count of [12, 200, 2000]) {
    test(`begins with what needs somebody among ${count} more`, async ({ start, world }) => {
      crowd(world.env.OPENCLAW_STATE_DIR, count)
      const window = await (await start()).window()
      const total = (count + 6).toLocaleString('en-GB')
      await expect(headline(window)).toHaveText(`One of ${total} logins needs you`)
      const first = window.locator('[data-row], [data-fold]').first()
      await expect(first).toContainText('bob@example.test')
      await expect(first).toHaveAttribute('aria-selected', 'true')
      await expect(row(window, 'bob@example.test').getByRole('button', { name: 'Sign in' })).toBeVisible()
      expect(await window.getByRole('row').count()).toBeLessThan(80) // only what can be seen is drawn
      await expect(window.locator('[data-fold]')).toHaveCount(count > 24 ? 1 : 0)
      await cleanInBothThemes(window)
    })
  }

  test('opens a folded group by keyboard, and goes on into it', async ({ start, world }) => {
    crowd(world.env.OPENCLAW_STATE_DIR, 200)
    const window = await (await start()).window()
    const fold = window.locator('[data-fold]')
    await expect(fold).toHaveAttribute('data-open', 'false')
    await row(window, 'bob@example.test').focus()
    await window.keyboard.press('End')
    await expect(fold).toBeFocused()
    await window.keyboard.press('ArrowRight')
    await expect(fold).toHaveAttribute('data-open', 'true')
    await window.keyboard.press('ArrowDown')
    await expect(window.locator(':focus')).toContainText('person-0@example.test')
  })
})
