/** A desktop without a place for tray items, and starts that come twice. */
import { running } from './support/launch.ts'
import { expect, test } from './support/test.ts'
import { startTrayPanel } from './support/tray-panel.ts'

test.skip(process.platform !== 'linux', 'elsewhere there is always a place')

test('says so in the window, which a second start brings back, until a panel comes', async ({
  start,
  bus,
}) => {
  const lamplighter = await start({ args: ['--background'] })
  await running(lamplighter)
  const first = await lamplighter.window()
  await expect(first.getByText('This desktop shows no tray icons')).toBeVisible()
  await expect.poll(lamplighter.output).toContain('nothing on this desktop shows tray items')
  await first.close()

  expect(await lamplighter.startAgain('--background')).toEqual({
    code: 0,
    printed: 'Lamplighter is up already.\n',
  })
  expect(lamplighter.app.windows(), 'a session that starts it twice wants no window').toHaveLength(0)
  const opened = lamplighter.app.waitForEvent('window')
  expect(await lamplighter.startAgain()).toMatchObject({ code: 0 })
  const second = await opened
  await expect(second.getByText('This desktop shows no tray icons')).toBeVisible()

  const panel = await startTrayPanel(bus?.address ?? '')
  await expect.poll(async () => (await panel.menu()).at(-1)?.label).toBe('Quit')
  await expect(second.getByText('This desktop shows no tray icons')).toBeHidden()
  await panel.close()
})

test('is shown by a panel that comes after its watcher', async ({ start, bus }) => {
  const panel = await startTrayPanel(bus?.address ?? '', false)
  const lamplighter = await start({ args: ['--background'] })
  await running(lamplighter)
  const window = await lamplighter.window()
  await expect(window.getByText('This desktop shows no tray icons')).toBeVisible()
  panel.appear()
  await expect.poll(async () => (await panel.menu()).at(-1)?.label).toBe('Quit')
  await expect(window.getByText('This desktop shows no tray icons')).toBeHidden()
  await panel.close()
})
