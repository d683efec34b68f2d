/** Other machines, in the real application: what a node is, adding one, and one that cannot be reached. */
import type { Page } from '@playwright/test'
import { findings } from './support/axe.ts'
import { bridgeOf } from './support/bridge.ts'
import { createFarMachine } from './support/far-machine.ts'
import { expect, test } from './support/test.ts'

/** RFC 6761 §6.4: this name resolves nowhere, so ssh fails by itself and asks nobody. */
const NOWHERE = 'ada@lamplighter.invalid'

async function openNodes(window: Page): Promise<void> {
  await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  await window.keyboard.press('3')
}

test.describe('the nodes screen', () => {
  test('says what a node is while there is none', async ({ start }, info) => {
    const window = await (await start()).window()
    await openNodes(window)
    await expect(window.getByRole('heading', { name: 'Machines', exact: true })).toBeVisible()
    await expect(window.getByText('Three ways to bring a login over')).toBeVisible()
    expect(await findings(window)).toEqual([])
    await window.screenshot({ path: info.outputPath('no-nodes.png') })
  })

  test('adds a node, says why it was not reached, keeps it, and removes it: by keyboard alone', async ({
    start,
  }, info) => {
    const lamplighter = await start()
    const window = await lamplighter.window()
    await openNodes(window)
    const field = window.getByRole('textbox')
    await field.focus()
    await window.keyboard.type(NOWHERE)
    await window.keyboard.press('Enter')
    const node = window.getByRole('region', { name: NOWHERE })
    await expect(node).toContainText('not reached', { timeout: 30_000 })
    await expect(node.getByText('Technical detail')).toBeVisible()
    await expect(field).toBeFocused()
    expect(await findings(window)).toEqual([])
    await window.screenshot({ path: info.outputPath('unreachable.png') })

    const bridge = await bridgeOf(window)
    const reply = await bridge.evaluate((one) => one.request('nodes:get'))
    expect(reply).toMatchObject({
      ok: true,
      value: [{ id: NOWHERE, reach: { kind: 'unreachable', failure: { code: 'NODE_UNREACHABLE' } } }],
    })

    await window.getByRole('button', { name: `Remove ${NOWHERE}` }).focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('dialog')).toBeVisible()
    await window.keyboard.press('Escape')
    await expect(window.getByRole('button', { name: `Remove ${NOWHERE}` })).toBeFocused()
    await window.keyboard.press('Enter')
    await window.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).press('Enter')
    await expect(window.getByRole('heading', { name: 'Machines', exact: true })).toBeVisible()
  })

  test('does not hand an option to ssh', async ({ start }) => {
    const window = await (await start()).window()
    await openNodes(window)
    await window.getByRole('textbox').fill('-oProxyCommand=touch /tmp/lamplighter-was-here')
    await window.getByRole('button', { name: 'Add' }).click()
    await expect(window.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
    await expect(window.getByRole('heading', { name: 'Machines', exact: true })).toBeVisible()
  })
})

test.describe('bringing logins over', () => {
  test.skip(process.platform === 'win32', 'the second machine is a shell script')

  test('moves one, borrows another, and shows both as they are then', async ({
    start,
    world,
    folder,
  }, info) => {
    const far = await createFarMachine(folder, world, ['gus@example.test', 'hal@example.test'])
    const before = far.stored('gus@example.test')[0]?.refresh
    const lamplighter = await start({ env: far.env })
    const window = await lamplighter.window()
    const picture = (name: string) => window.screenshot({ path: info.outputPath(`${name}.png`) })
    await openNodes(window)
    await window.getByRole('textbox').fill('ada@t440')
    await window.keyboard.press('Enter')
    const node = window.getByRole('region', { name: 'ada@t440' })
    await expect(node).toContainText('installed there', { timeout: 30_000 })
    await expect(node.getByRole('listitem')).toHaveCount(2)
    await picture('node')

    await node.getByRole('button', { name: 'Bring logins over from ada@t440' }).click()
    await expect(window.getByRole('heading', { name: 'Bring logins over from ada@t440' })).toBeFocused()
    expect(await findings(window)).toEqual([])
    await picture('choose')
    await window.getByRole('button', { name: 'Next: how' }).click()
    const gus = window.getByRole('radiogroup', { name: 'gus@example.test' }).first()
    await gus.getByRole('radio', { name: 'Move' }).check()
    expect(await findings(window)).toEqual([])
    await picture('how')
    await window.getByRole('button', { name: 'Next: check' }).click()
    expect(await findings(window)).toEqual([])
    await picture('check')
    expect(far.stored('gus@example.test')[0]?.refresh).toBe(before) // nothing is written before the last button
    await window.getByRole('button', { name: 'Bring 2 logins over' }).click()
    await expect(window.getByRole('heading', { name: '2 logins brought over' })).toBeFocused({
      timeout: 30_000,
    })
    expect(await findings(window)).toEqual([])
    await picture('result')
    expect(far.stored('gus@example.test')[0]?.refresh ?? '').not.toBe(before) // given up
    await window.getByRole('button', { name: 'Done' }).click()
    await expect(node).toContainText('borrowed here')
    await expect(node).toContainText('borrowed there')

    await window.keyboard.press('1')
    await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
    await window.getByRole('row').filter({ hasText: 'hal@example.test' }).click()
    await expect(window.getByRole('complementary')).toContainText('Borrowed from ada@t440')
    expect(await findings(window)).toEqual([])
    await picture('borrowed')
  })
})
