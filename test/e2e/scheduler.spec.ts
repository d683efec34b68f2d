/** Nobody clicks anything. */

import { running } from './support/launch.ts'
import { row } from './support/rows.ts'
import { expect, test } from './support/test.ts'

test.describe('the scheduler', () => {
  test('refreshes what is due and what has lapsed, by itself, with no window', async ({ start, world }) => {
    const due = world.stored('carol@example.test')[0]
    const expired = world.stored('dan@example.test')[0]
    const line = await running(await start({ args: ['--background'] }))
    expect(line).toMatch(
      /^Lamplighter is running: 6 logins \(.*OpenClaw 4 in .*\); next refresh: .* in .*\.$/,
    )
    await expect.poll(() => world.stored('dan@example.test')[0]?.refresh).not.toBe(expired?.refresh)
    await expect
      .poll(() => world.stored('carol@example.test')[0]?.refresh, { timeout: 50_000 })
      .not.toBe(due?.refresh)
  })

  test('tells the window what it did', async ({ start, world }) => {
    const window = await (await start()).window()
    await expect.poll(() => world.stored('dan@example.test')[0]?.expires ?? 0).toBeGreaterThan(Date.now())
    await row(window, 'dan@example.test').click()
    await expect(window.getByText('Renewed').first()).toBeVisible()
  })
})
