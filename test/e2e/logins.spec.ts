/** What a person sees and does in the window, with a real provider behind it. */
import { row, timeOf } from './support/rows.ts'
import { expect, test } from './support/test.ts'

test.describe('the window', () => {
  test('shows the six logins of the demo with their states in words', async ({ start }) => {
    const window = await (await start()).window()
    await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    for (const account of ['ada@example.test', 'carol@example.test', 'eve@example.test']) {
      await expect(row(window, account).first()).toContainText('fresh')
    }
    // Expired when we came, and mended without being asked.
    await expect(row(window, 'dan@example.test')).toContainText('fresh')
    await expect(row(window, 'bob@example.test')).toContainText('needs you')
    await expect(row(window, 'bob@example.test').getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect(row(window, 'ada@example.test', 'OpenClaw')).toContainText('3 agents')
  })

  test('counts down without being touched', async ({ start }) => {
    const window = await (await start()).window()
    const healthy = row(window, 'eve@example.test')
    const before = await timeOf(healthy)
    expect(before).toMatch(/\d+ (s|min)/)
    await expect.poll(() => timeOf(healthy), { timeout: 70_000 }).not.toBe(before) // whole minutes
  })

  test('refreshes at the press of a button, and writes every file that holds the login', async ({
    start,
    world,
  }) => {
    const window = await (await start()).window()
    const before = world.stored('ada@example.test')
    expect(new Set(before.map((held) => held.refresh)).size).toBe(1)
    await row(window, 'ada@example.test', 'OpenClaw').getByRole('button', { name: 'Renew' }).click()
    await expect.poll(() => world.stored('ada@example.test')[0]?.refresh).not.toBe(before[0]?.refresh)
    await expect
      .poll(() => new Set(world.stored('ada@example.test').map((held) => held.refresh)).size)
      .toBe(1)
    expect(world.stored('ada@example.test')).toHaveLength(3)
    await expect(window.getByText('Renewed').first()).toBeVisible()
  })

  test('signs in again at the real provider', async ({ start, world }) => {
    const lamplighter = await start()
    const window = await lamplighter.window()
    const bob = row(window, 'bob@example.test')
    await bob.getByRole('button', { name: 'Sign in' }).click()
    await expect.poll(() => lamplighter.opened()).toHaveLength(1)
    const [address = ''] = await lamplighter.opened()
    expect(new URL(address).origin).toBe(world.issuer)
    await world.server.completeLogin(address) // the page suggests bob
    await expect(window.getByRole('heading', { name: 'Signed in' })).toBeVisible()
    await window.getByRole('button', { name: 'Done' }).click()
    await expect(bob).toContainText('fresh')
    expect(world.stored('bob@example.test')[0]?.refresh).toBeTruthy()
  })

  test('comes back where it was closed', async ({ start, panel }) => {
    const lamplighter = await start()
    const first = await lamplighter.window()
    await expect(first.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    await first.close()
    const again = lamplighter.app.waitForEvent('window')
    await panel.click('Open Lamplighter')
    await expect((await again).getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  })
})
