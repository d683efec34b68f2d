/** The tray item as a panel sees it, over D-Bus. */
import { running } from './support/launch.ts'
import { expect, test } from './support/test.ts'
import { startTrayPanel } from './support/tray-panel.ts'

test.skip(process.platform !== 'linux', 'D-Bus carries tray items on Linux only')

test.describe('the tray item', () => {
  test('says how things are, with an icon, a tooltip and a menu', async ({ start, panel }) => {
    await running(await start({ args: ['--background'] }))
    expect(await panel.iconWidth()).toBeGreaterThan(0)
    await expect.poll(panel.tooltip).toContain('6 logins, 1 needs you')
    const labels = (await panel.menu()).map((node) => node.label)
    expect(labels[0]).toBe('6 logins, 1 needs you')
    expect(labels[2]).toMatch(/^bob@example\.test · .* · sign in$/)
    expect(labels.slice(-2)).toEqual(['Open Lamplighter', 'Quit'])
    expect(labels.filter((label) => label.includes('@'))).toHaveLength(6)
  })

  test('refreshes from the menu', async ({ start, panel, world }) => {
    await running(await start({ args: ['--background'] }))
    const before = world.stored('ada@example.test')[0]?.refresh
    await expect.poll(panel.tooltip).toContain('needs you')
    await panel.click('ada@example.test · OpenAI Codex', 'Refresh now')
    await expect.poll(() => world.stored('ada@example.test')[0]?.refresh).not.toBe(before)
  })

  test('starts a login from the menu, and the window follows it', async ({ start, panel }) => {
    const lamplighter = await start({ args: ['--background'] })
    await running(lamplighter)
    await expect.poll(panel.tooltip).toContain('needs you')
    await panel.click('bob@example.test', 'Sign in again')
    await expect.poll(() => lamplighter.opened()).toHaveLength(1)
    const window = await lamplighter.window()
    await expect(window.getByRole('heading', { name: /^Sign in to/ })).toBeVisible()
  })

  test('quits from the menu', async ({ start, panel }) => {
    const lamplighter = await start({ args: ['--background'] })
    await running(lamplighter)
    await panel.click('Quit')
    expect(await lamplighter.exited()).toBe(0)
  })

  test('appears when the panel is later than the application, which opens its window meanwhile', async ({
    start,
    bus,
  }) => {
    const lamplighter = await start({ args: ['--background'] })
    await running(lamplighter)
    await lamplighter.window()
    expect(lamplighter.output()).toContain('nothing on this desktop shows tray items')
    const panel = await startTrayPanel(bus?.address ?? '')
    expect((await panel.menu()).at(-1)?.label).toBe('Quit')
    await panel.close()
  })
})
